import Geometry

/// Which areas are neighbours.
public enum Contiguity {
  /// For each shape the shapes whose distance is at most `metres`, ascending, itself left out.
  ///
  /// The distance of two shapes that overlap or touch is 0. Borders that two publishers drew need not share vertices;
  /// a metre bridges what generalisation left open. A shape that is nil has no neighbour. O(pairs whose envelopes come
  /// near × edges there).
  ///
  /// - Parameter threads: how many threads work; the result is the same for any number.
  public static func neighbours(
    _ shapes: [MultiPolygon?], within metres: Double = 1, threads: Int = 1
  ) -> [[Int]] {
    let outlines = shapes.map { Outline($0) }
    let near = EnvelopeGrid(outlines.map { $0.envelope.isEmpty ? .empty : $0.envelope.padded(by: metres) })
    let pieces = max(1, min(shapes.count, threads * 16))
    let results = SharedSlots<[(Int, Int)]>(count: pieces)
    parallel(pieces, threads: threads) { piece in
      var pairs: [(Int, Int)] = []
      for index in (shapes.count * piece / pieces)..<(shapes.count * (piece + 1) / pieces) {
        for other in near.meeting(outlines[index].envelope) where other > index {
          if areNear(outlines[index], outlines[other], metres) { pairs.append((index, other)) }
        }
      }
      results.set(piece, pairs)
    }
    var neighbours = [[Int]](repeating: [], count: shapes.count)
    for (index, other) in results.values.joined() {
      neighbours[index].append(other)
      neighbours[other].append(index)
    }
    return neighbours.map { $0.sorted() }
  }

  private static func areNear(_ left: Outline, _ right: Outline, _ metres: Double) -> Bool {
    let some = edges(of: left, near: right.envelope.padded(by: metres))
    let others = edges(of: right, near: left.envelope.padded(by: metres))
    for edge in some {
      for other in others where edge.isWithin(metres, of: other) { return true }
    }
    // Borders far from each other: still at distance 0 where one holds the other.
    return holds(left, right) || holds(right, left)
  }

  private static func edges(of outline: Outline, near envelope: Envelope) -> [Segment] {
    var edges: [Segment] = []
    for ring in outline.rings {
      for index in ring.lowerBound..<(ring.upperBound - 1) {
        let edge = Segment(a: outline.points[index], b: outline.points[index + 1])
        if edge.envelope.intersects(envelope) { edges.append(edge) }
      }
    }
    return edges
  }

  private static func holds(_ outer: Outline, _ inner: Outline) -> Bool {
    guard let point = inner.points.first, outer.envelope.contains(point) else { return false }
    var inside = false
    for ring in outer.rings {
      for index in ring.lowerBound..<(ring.upperBound - 1) {
        let (a, b) = (outer.points[index], outer.points[index + 1])
        guard (a.y > point.y) != (b.y > point.y) else { continue }
        if (orientation(a.x, a.y, b.x, b.y, point.x, point.y) < 0) == (b.y > a.y) { inside.toggle() }
      }
    }
    return inside
  }
}

/// A straight edge between two points.
struct Segment {
  var a: Point
  var b: Point

  var envelope: Envelope {
    Envelope(minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// Whether the distance to the other edge is at most `metres`.
  func isWithin(_ metres: Double, of other: Segment) -> Bool {
    guard envelope.padded(by: metres).intersects(other.envelope) else { return false }
    let limit = metres * metres
    if squaredDistance(to: other.a) <= limit || squaredDistance(to: other.b) <= limit
      || other.squaredDistance(to: a) <= limit || other.squaredDistance(to: b) <= limit
    {
      return true
    }
    let sides = (side(of: other.a), side(of: other.b), other.side(of: a), other.side(of: b))
    return (sides.0 > 0) != (sides.1 > 0) && (sides.2 > 0) != (sides.3 > 0)
  }

  private func side(of point: Point) -> Double { orientation(a.x, a.y, b.x, b.y, point.x, point.y) }

  private func squaredDistance(to point: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0
    let clamped = min(max(along, 0), 1)
    let (ex, ey) = (point.x - (a.x + clamped * dx), point.y - (a.y + clamped * dy))
    return ex * ex + ey * ey
  }
}
