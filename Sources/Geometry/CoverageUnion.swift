import CGEOS

extension MultiPolygon {
  /// The union of areas that tile the ground: fast where neighbours share their vertices, and right where they do not.
  ///
  /// Borders that two areas share vertex by vertex cancel out, O(vertices). The result is taken only if it is valid and
  /// as large as its parts together; otherwise (overlaps, borders with other vertices) the areas are united by overlay.
  /// - Throws: `.engine` where the overlay fails; repair the shapes first.
  public static func coverageUnion(_ shapes: [MultiPolygon]) throws(GeometryError) -> MultiPolygon {
    let parts = shapes.filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts.first ?? MultiPolygon() }
    let whole = try Shape(MultiPolygon(parts.flatMap(\.polygons)))
    if let united = GEOSCoverageUnion_r(whole.engine.handle, whole.pointer) {
      let shape = Shape(engine: whole.engine, owning: united)
      let result = shape.multiPolygon
      let sum = parts.reduce(0) { $0 + $1.area }
      // Wholly or partly repeated areas make the union smaller than the sum, and are united by overlay.
      if abs(result.area - sum) <= 1e-9 * sum, try shape.validity().isValid { return result }
    }
    return try whole.unaryUnion().multiPolygon
  }
}
