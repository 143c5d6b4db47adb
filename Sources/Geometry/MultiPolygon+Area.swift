extension MultiPolygon {
  /// The area in square units of the CRS: outer rings less their holes, by the shoelace formula.
  ///
  /// Each ring is measured from its own first point, so that grid coordinates of seven digits lose nothing: a ring
  /// that crosses itself into two equal lobes has exactly 0. Overlapping parts count twice. O(vertices).
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }
}

extension Polygon {
  /// The area of the outer ring less that of the holes, in square units of the CRS.
  public var area: Double {
    holes.reduce(abs(Polygon.signedArea(of: exterior))) { $0 - abs(Polygon.signedArea(of: $1)) }
  }

  /// The area of a ring, positive where it runs anticlockwise; an open ring is taken as closed.
  public static func signedArea(of ring: [Point]) -> Double {
    guard let origin = ring.first else { return 0 }
    var twice = 0.0
    var last = Point(x: 0, y: 0)
    for point in ring {
      let next = Point(x: point.x - origin.x, y: point.y - origin.y)
      twice += last.x * next.y - next.x * last.y
      last = next
    }
    return twice / 2
  }
}
