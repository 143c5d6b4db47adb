import CGEOS

// Questions with a yes or no. GEOS answers 0, 1, or 2 for an exception.
extension Shape {
  private func answer(_ code: CChar, _ question: String) throws(GeometryError) -> Bool {
    guard code == 0 || code == 1 else { throw engine.error(question) }
    return code == 1
  }

  /// Whether no point of the other lies outside; its border counts as inside.
  public func covers(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSCovers_r(engine.handle, pointer, other.pointer), "covers")
  }

  /// Whether it lies in the other, border included.
  public func isCovered(by other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSCoveredBy_r(engine.handle, pointer, other.pointer), "covered by")
  }

  /// Whether no point of the other lies outside, and some lie in the interior.
  public func contains(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSContains_r(engine.handle, pointer, other.pointer), "contains")
  }

  /// Whether it lies in the other, some of it in the other's interior.
  public func isWithin(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSWithin_r(engine.handle, pointer, other.pointer), "within")
  }

  /// Whether the two share a point.
  public func intersects(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSIntersects_r(engine.handle, pointer, other.pointer), "intersects")
  }

  /// Whether the two share no point.
  public func isDisjoint(from other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSDisjoint_r(engine.handle, pointer, other.pointer), "disjoint")
  }

  /// Whether the two share points, but only of their borders.
  public func touches(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSTouches_r(engine.handle, pointer, other.pointer), "touches")
  }

  /// Whether the two share some of their interiors, and each has some of its own.
  public func overlaps(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSOverlaps_r(engine.handle, pointer, other.pointer), "overlaps")
  }

  /// Whether their interiors meet in fewer dimensions than the greater of the two has.
  public func crosses(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSCrosses_r(engine.handle, pointer, other.pointer), "crosses")
  }

  /// Whether the two hold the same points, whatever their vertices.
  public func equals(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSEquals_r(engine.handle, pointer, other.pointer), "equals")
  }

  /// Whether the intersection matrix (DE-9IM) of the two matches a pattern such as "T*F**F***".
  public func relates(to other: Shape, pattern: String) throws(GeometryError) -> Bool {
    try answer(GEOSRelatePattern_r(engine.handle, pointer, other.pointer, pattern), "relate")
  }

  /// Whether no line of it crosses or touches itself away from its ends.
  public var isSimple: Bool {
    get throws(GeometryError) { try answer(GEOSisSimple_r(engine.handle, pointer), "simple") }
  }
}
