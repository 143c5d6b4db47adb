import Geometry

/// The border of a shape for overlay: rings turned so that the inside lies to the left, without repeated vertices.
struct Outline: Sendable {
  /// The vertices of all rings, each ring closed.
  private(set) var points: [Point] = []
  /// The vertices of each ring, the closing one included.
  private(set) var rings: [Range<Int>] = []
  private(set) var envelope = Envelope.empty
  /// Envelopes of stretches of a ring's edges, by which most are passed over at once.
  private(set) var stretches: [Stretch] = []

  /// Some edges that follow each other in one ring.
  struct Stretch: Sendable {
    /// The vertices; one more than edges.
    var points: Range<Int>
    var envelope: Envelope
  }

  /// The outline of a valid shape; of nothing for nil.
  init(_ shape: MultiPolygon?) {
    for polygon in shape?.polygons ?? [] {
      append(polygon.exterior, counterClockwise: true)
      for hole in polygon.holes { append(hole, counterClockwise: false) }
    }
  }

  private mutating func append(_ ring: [Point], counterClockwise: Bool) {
    guard let origin = ring.first, ring.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    let start = points.count
    var doubled = 0.0
    for point in ring where points.count == start || points[points.count - 1] != point {
      if let last = points.last, points.count > start {
        doubled += (last.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (last.y - origin.y)
      }
      points.append(point)
      envelope.expand(to: point)
    }
    if points[points.count - 1] != origin { points.append(origin) }
    guard points.count - start >= 4 else {
      points.removeLast(points.count - start)
      return
    }
    if (doubled > 0) != counterClockwise { points[start...].reverse() }
    rings.append(start..<points.count)
    for first in stride(from: start, to: points.count - 1, by: 16) {
      let range = first..<min(first + 17, points.count)
      var box = Envelope.empty
      for index in range { box.expand(to: points[index]) }
      stretches.append(Stretch(points: range, envelope: box))
    }
  }

  /// Twice the area, seen from `origin`; in square metres.
  func doubledArea(from origin: Point) -> Double {
    var sum = 0.0
    for ring in rings {
      for index in ring.lowerBound..<(ring.upperBound - 1) { sum += cross(points[index], points[index + 1], origin) }
    }
    return sum
  }
}

/// Twice the area of the triangle origin, a, b; positive when it turns counter-clockwise.
@inline(__always)
func cross(_ a: Point, _ b: Point, _ origin: Point) -> Double {
  (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
}
