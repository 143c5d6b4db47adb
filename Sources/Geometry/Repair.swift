import CGEOS

/// Whether a shape is valid, and if not, why and where.
public struct Validity: Hashable, Sendable {
  /// Whether it is.
  public var isValid: Bool
  /// GEOS's reason, such as "Self-intersection"; nil when valid.
  public var reason: String?
  /// A point where it is broken; nil when valid or when there is no such point.
  public var location: Point?
}

/// What became of a shape that was looked over and, where it was broken, repaired.
public struct Repair: Hashable, Sendable {
  /// The shape to go on with; the one that was drawn where that was valid. May be empty.
  public var shape: MultiPolygon
  /// Whether nothing had to be done.
  public var wasValid: Bool
  /// What was wrong: GEOS's words, or "Ring is not closed", "Ring has fewer than four points".
  public var reason: String?
  /// Where it was wrong.
  public var location: Point?
  /// The area of the rings as they were drawn (shoelace): 0 for a bow-tie of two equal lobes.
  public var areaAsDrawn: Double
  /// The area after the repair.
  public var areaAfter: Double
}

extension Shape {
  /// Whether it is valid by the rules of the OGC, with reason and place where not.
  public func validity() throws(GeometryError) -> Validity {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let code = GEOSisValidDetail_r(engine.handle, pointer, 0, &reason, &location)
    defer { if let reason { GEOSFree_r(engine.handle, reason) } }
    let place = location.map { Shape(engine: engine, owning: $0) }
    guard code == 0 || code == 1 else { throw engine.error("looking for errors") }
    return Validity(
      isValid: code == 1, reason: code == 1 ? nil : reason.map { String(cString: $0) },
      location: code == 1 ? nil : place?.points.first)
  }

  /// GEOS's MakeValid by linework: all lines are noded, and what an odd number of them encloses is kept.
  /// The result may hold lines and points; `multiPolygon` leaves them out.
  public func madeValid() throws(GeometryError) -> Shape {
    guard let parameters = GEOSMakeValidParams_create_r(engine.handle) else { throw engine.error("repair") }
    defer { GEOSMakeValidParams_destroy_r(engine.handle, parameters) }
    guard GEOSMakeValidParams_setMethod_r(engine.handle, parameters, GEOS_MAKE_VALID_LINEWORK) == 1 else {
      throw engine.error("repair")
    }
    return try engine.own(GEOSMakeValidWithParams_r(engine.handle, pointer, parameters), "repair")
  }
}

extension MultiPolygon {
  /// The shape as it can be worked with, and what had to be done to it.
  ///
  /// A ring that is not closed is closed, one of fewer than four points is left out. Each polygon is made valid by
  /// linework (a bow-tie becomes two triangles, only what has an area is kept); then the parts are united, so that
  /// where two of them overlap the ground counts once and is not punched out.
  /// - Throws: `.notFinite` where a coordinate is not a number, `.malformed` where there is no end of crossings,
  ///   `.engine` where GEOS gives up.
  public func repaired() throws(GeometryError) -> Repair {
    var defect: Validity?
    var closed: [Polygon] = []
    closed.reserveCapacity(polygons.count)
    for polygon in polygons {
      guard let exterior = try MultiPolygon.closed(polygon.exterior, &defect) else { continue }
      var holes: [[Point]] = []
      for hole in polygon.holes {
        if let hole = try MultiPolygon.closed(hole, &defect) { holes.append(hole) }
      }
      closed.append(Polygon(exterior: exterior, holes: holes))
    }
    let shape = MultiPolygon(closed)
    let areaAsDrawn = area
    guard !shape.isEmpty else {
      return Repair(
        shape: shape, wasValid: defect == nil, reason: defect?.reason, location: defect?.location,
        areaAsDrawn: areaAsDrawn, areaAfter: 0)
    }
    let validity = try Shape(shape).validity()
    if validity.isValid {
      return Repair(
        shape: shape, wasValid: defect == nil, reason: defect?.reason, location: defect?.location,
        areaAsDrawn: areaAsDrawn, areaAfter: defect == nil ? areaAsDrawn : shape.area)
    }
    guard !Crossings.areMore(than: Crossings.limit, in: shape) else {
      throw GeometryError(.malformed, "its border crosses itself more than \(Crossings.limit) times")
    }
    var parts: [MultiPolygon] = []
    for polygon in closed { parts.append(try Shape(MultiPolygon([polygon])).madeValid().multiPolygon) }
    let repaired = parts.count == 1 ? parts[0] : try MultiPolygon.union(parts)
    return Repair(
      shape: repaired, wasValid: false, reason: defect?.reason ?? validity.reason,
      location: defect?.location ?? validity.location, areaAsDrawn: areaAsDrawn, areaAfter: repaired.area)
  }

  /// The ring closed, or nil where nothing can be made of it; the first defect is noted.
  private static func closed(_ ring: [Point], _ defect: inout Validity?) throws(GeometryError) -> [Point]? {
    guard ring.allSatisfy(\.isFinite) else {
      throw GeometryError(.notFinite, "a coordinate is not a number or infinite")
    }
    var ring = ring
    if let first = ring.first, first != ring.last {
      defect = defect ?? Validity(isValid: false, reason: "Ring is not closed", location: ring.last)
      ring.append(first)
    }
    if ring.count < 4 {
      defect = defect ?? Validity(isValid: false, reason: "Ring has fewer than four points", location: ring.first)
      return nil
    }
    return ring
  }
}
