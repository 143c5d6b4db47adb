/// One polygon: an outer ring and the holes in it. Rings are closed: the last point equals the first.
///
/// The direction of rings carries no meaning here; what is inside follows from the even-odd rule of simple rings.
public struct Polygon: Hashable, Sendable {
  /// The outer ring, closed.
  public var exterior: [Point]
  /// The holes, each a closed ring.
  public var holes: [[Point]]

  /// Makes a polygon from closed rings.
  public init(exterior: [Point], holes: [[Point]] = []) {
    self.exterior = exterior
    self.holes = holes
  }

  /// The outer ring and then the holes. O(1) rings copied.
  public var rings: [[Point]] { [exterior] + holes }
}

/// The shape of an area or a catchment: any number of polygons that do not overlap.
public struct MultiPolygon: Hashable, Sendable {
  /// The parts.
  public var polygons: [Polygon]

  /// Makes a shape from its parts.
  public init(_ polygons: [Polygon] = []) {
    self.polygons = polygons
  }

  /// Whether there is no part.
  public var isEmpty: Bool { polygons.isEmpty }

  /// The smallest box around all parts. O(vertices).
  public var envelope: Envelope {
    var envelope = Envelope.empty
    for polygon in polygons {
      for point in polygon.exterior { envelope.expand(to: point) }
    }
    return envelope
  }

  /// How many vertices all rings have, the closing one counted once.
  public var vertexCount: Int {
    polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + max(0, $1.count - 1) } }
  }

  /// The same shape with each vertex replaced. O(vertices).
  public func mapPoints<E: Error>(_ transform: (Point) throws(E) -> Point) throws(E) -> MultiPolygon {
    var result: [Polygon] = []
    result.reserveCapacity(polygons.count)
    for polygon in polygons {
      var rings: [[Point]] = []
      for ring in polygon.rings {
        var mapped: [Point] = []
        mapped.reserveCapacity(ring.count)
        for point in ring { mapped.append(try transform(point)) }
        rings.append(mapped)
      }
      result.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
    }
    return MultiPolygon(result)
  }
}
