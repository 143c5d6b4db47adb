import CGEOS

// Overlay and other constructions. Each result shares the engine of its receiver and stays in GEOS.
extension Shape {
  /// What both hold.
  /// - Throws: `.engine` for input that is not valid.
  public func intersection(_ other: Shape) throws(GeometryError) -> Shape {
    try engine.own(GEOSIntersection_r(engine.handle, pointer, other.pointer), "intersection")
  }

  /// What either holds.
  /// - Throws: `.engine` for input that is not valid.
  public func union(_ other: Shape) throws(GeometryError) -> Shape {
    try engine.own(GEOSUnion_r(engine.handle, pointer, other.pointer), "union")
  }

  /// What its parts hold together: overlaps and shared borders vanish. Cascaded, O(n log n) in practice.
  /// - Throws: `.engine` for input that is not valid.
  public func unaryUnion() throws(GeometryError) -> Shape {
    try engine.own(GEOSUnaryUnion_r(engine.handle, pointer), "union")
  }

  /// What this one holds and the other does not.
  /// - Throws: `.engine` for input that is not valid.
  public func difference(_ other: Shape) throws(GeometryError) -> Shape {
    try engine.own(GEOSDifference_r(engine.handle, pointer, other.pointer), "difference")
  }

  /// What just one of the two holds.
  /// - Throws: `.engine` for input that is not valid.
  public func symDifference(_ other: Shape) throws(GeometryError) -> Shape {
    try engine.own(GEOSSymDifference_r(engine.handle, pointer, other.pointer), "symmetric difference")
  }

  /// Everything within `distance` of it (negative: shrunk by it).
  ///
  /// A quarter of a circle is drawn with `quadrantSegments` lines: with 32 of them the border of a ring is at most
  /// 0.03 % of the radius inside the true circle.
  public func buffer(_ distance: Double, quadrantSegments: Int = 32) throws(GeometryError) -> Shape {
    guard distance.isFinite else { throw GeometryError(.notFinite, "the buffer's distance is not a number") }
    return try engine.own(
      GEOSBuffer_r(engine.handle, pointer, distance, Int32(quadrantSegments)), "buffer")
  }

  /// Fewer vertices, none moved further than `tolerance`; rings stay rings and do not come to cross each other.
  /// Neighbours are simplified apart: for areas that share borders see `Coverage.simplified`.
  public func simplified(_ tolerance: Double) throws(GeometryError) -> Shape {
    try engine.own(GEOSTopologyPreserveSimplify_r(engine.handle, pointer, tolerance), "simplifying")
  }

  /// The smallest convex shape around it.
  public func convexHull() throws(GeometryError) -> Shape {
    try engine.own(GEOSConvexHull_r(engine.handle, pointer), "convex hull")
  }

  /// Its border.
  public func boundary() throws(GeometryError) -> Shape {
    try engine.own(GEOSBoundary_r(engine.handle, pointer), "boundary")
  }

  /// Its centre of gravity, which may lie outside; nil when it is empty.
  public func centroid() throws(GeometryError) -> Point? {
    try engine.own(GEOSGetCentroid_r(engine.handle, pointer), "centroid").points.first
  }

  /// A point that lies inside, for a label; nil when it is empty.
  public func pointOnSurface() throws(GeometryError) -> Point? {
    try engine.own(GEOSPointOnSurface_r(engine.handle, pointer), "point on surface").points.first
  }

  /// The area by GEOS, in square units of the coordinates; 0 for points and lines.
  public var area: Double {
    get throws(GeometryError) {
      var area = 0.0
      guard GEOSArea_r(engine.handle, pointer, &area) == 1 else { throw engine.error("area") }
      return area
    }
  }

  /// The length of its lines and borders, in units of the coordinates.
  public var length: Double {
    get throws(GeometryError) {
      var length = 0.0
      guard GEOSLength_r(engine.handle, pointer, &length) == 1 else { throw engine.error("length") }
      return length
    }
  }

  /// The least distance between the two; 0 where they touch or overlap, and where one of them is empty.
  public func distance(to other: Shape) throws(GeometryError) -> Double {
    var distance = 0.0
    guard GEOSDistance_r(engine.handle, pointer, other.pointer, &distance) == 1 else {
      throw engine.error("distance")
    }
    return distance
  }

  /// The members of a collection, each on its own; a simple geometry is its only member.
  public func members() throws(GeometryError) -> [Shape] {
    var members: [Shape] = []
    for n in 0..<max(0, GEOSGetNumGeometries_r(engine.handle, pointer)) {
      let member = GEOSGetGeometryN_r(engine.handle, pointer, n)
      members.append(try engine.own(member.flatMap { GEOSGeom_clone_r(engine.handle, $0) }, "copying a member"))
    }
    return members
  }
}

extension MultiPolygon {
  /// The union of any number of shapes; overlaps and shared borders vanish. O(n log n) in practice.
  /// - Throws: what `Shape.init` and `Shape.unaryUnion` throw; repair the shapes first.
  public static func union(_ shapes: [MultiPolygon]) throws(GeometryError) -> MultiPolygon {
    let all = MultiPolygon(shapes.flatMap(\.polygons))
    return all.isEmpty ? all : try Shape(all).unaryUnion().multiPolygon
  }
}
