import CGEOS

extension MultiPolygon {
  /// The union of areas that tile the ground: fast where neighbours share their vertices, and right where they do not.
  ///
  /// Vertices within `tolerance` (a millimetre) of each other become one. Borders that two areas then share vertex by
  /// vertex cancel out, O(vertices). The result is taken only if it is valid and as large as its parts together;
  /// otherwise (overlaps, borders with other vertices) the areas are united by overlay.
  /// - Throws: `.engine` where the overlay fails; repair the shapes first.
  public static func coverageUnion(
    _ shapes: [MultiPolygon], tolerance: Double = 0.001
  ) throws(GeometryError) -> MultiPolygon {
    let parts = shapes.filter { !$0.isEmpty }
    guard parts.count > 1 else { return parts.first ?? MultiPolygon() }
    for part in parts {
      for ring in part.polygons.flatMap(\.rings) where !ring.allSatisfy(\.isFinite) {
        throw GeometryError(.notFinite, "a coordinate is not a number or infinite")
      }
    }
    var snapper = VertexSnapper(tolerance: tolerance, capacity: parts.reduce(0) { $0 + $1.vertexCount })
    let snapped = parts.map { snapper.snap($0) }
    let whole = try Shape(MultiPolygon(snapped.flatMap(\.polygons)))
    if let united = GEOSCoverageUnion_r(whole.engine.handle, whole.pointer) {
      let shape = Shape(engine: whole.engine, owning: united)
      let result = shape.multiPolygon
      let sum = snapped.reduce(0) { $0 + $1.area }
      // Wholly or partly repeated areas make the union smaller than the sum, and are united by overlay.
      if abs(result.area - sum) <= 1e-9 * sum, try shape.validity().isValid { return result }
    }
    // Snapping can turn a thin area over, which overlay would refuse: unite what was given, then.
    if let result = try? whole.unaryUnion() { return result.multiPolygon }
    return try MultiPolygon.union(parts)
  }
}
