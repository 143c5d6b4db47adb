import CGEOS

/// A shape with an index of its edges, for asking the same question of many points or shapes.
///
/// ```swift
/// let catchment = try PreparedShape(shape)
/// let inside = try points.filter { point throws(GeometryError) in try catchment.covers(point) }
/// ```
///
/// The first question builds the index, O(n log n); the others cost O(log n) in practice. Not `Sendable`: GEOS builds
/// it lazily. Make one on each thread.
public final class PreparedShape {
  private let shape: Shape
  private let prepared: OpaquePointer
  /// The box around the shape; questions outside it are answered without GEOS.
  public let envelope: Envelope

  /// Prepares a shape that is valid.
  /// - Throws: what `Shape.init` throws.
  public init(_ shape: MultiPolygon) throws(GeometryError) {
    self.shape = try Shape(shape)
    envelope = shape.envelope
    guard let prepared = GEOSPrepare_r(self.shape.engine.handle, self.shape.pointer) else {
      throw self.shape.engine.error("preparing a shape")
    }
    self.prepared = prepared
  }

  deinit { GEOSPreparedGeom_destroy_r(shape.engine.handle, prepared) }

  private func answer(_ code: CChar, _ question: String) throws(GeometryError) -> Bool {
    guard code == 0 || code == 1 else { throw shape.engine.error(question) }
    return code == 1
  }

  private func ask(
    _ point: Point, _ question: String, _ predicate: (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar
  ) throws(GeometryError) -> Bool {
    let pointer = try shape.engine.pointer(to: point)
    defer { GEOSGeom_destroy_r(shape.engine.handle, pointer) }
    return try answer(predicate(shape.engine.handle, prepared, pointer), question)
  }

  /// Whether the point lies inside or on the border.
  public func covers(_ point: Point) throws(GeometryError) -> Bool {
    guard envelope.contains(point) else { return false }
    return try ask(point, "covers", GEOSPreparedIntersects_r)
  }

  /// Whether the point lies inside and not on the border.
  public func contains(_ point: Point) throws(GeometryError) -> Bool {
    guard envelope.contains(point) else { return false }
    return try ask(point, "contains", GEOSPreparedContains_r)
  }

  /// Whether no point of the other lies outside.
  public func covers(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSPreparedCovers_r(shape.engine.handle, prepared, other.pointer), "covers")
  }

  /// Whether the two share a point.
  public func intersects(_ other: Shape) throws(GeometryError) -> Bool {
    try answer(GEOSPreparedIntersects_r(shape.engine.handle, prepared, other.pointer), "intersects")
  }

  /// Whether it shares a point with a box.
  public func intersects(_ box: Envelope) throws(GeometryError) -> Bool {
    guard envelope.intersects(box) else { return false }
    return try intersects(Shape(box))
  }
}
