import CGEOS

/// A geometry inside GEOS, kept there while a chain of operations runs: convert once, work, convert back once.
///
/// ```swift
/// let inside = try Shape(catchment).intersection(Shape(area)).area
/// ```
///
/// Not `Sendable`: a shape, and all that was computed from it, stays on one thread. Make one on each thread from the
/// value types, which may go anywhere. Lengths and areas are in the units of the coordinates (metres, m²).
public final class Shape {
  let engine: Engine
  let pointer: OpaquePointer

  init(engine: Engine, owning pointer: OpaquePointer) {
    self.engine = engine
    self.pointer = pointer
  }

  deinit { GEOSGeom_destroy_r(engine.handle, pointer) }

  /// Hands a shape over to GEOS. O(vertices). Its validity is not looked at.
  /// - Throws: `.notFinite` for NaN or infinity, `.malformed` for a ring that is open or has fewer than four points.
  public convenience init(_ shape: MultiPolygon) throws(GeometryError) {
    let engine = try Engine()
    self.init(engine: engine, owning: try engine.pointer(to: shape))
  }

  /// Hands a point over to GEOS.
  /// - Throws: `.notFinite` for NaN or infinity.
  public convenience init(_ point: Point) throws(GeometryError) {
    let engine = try Engine()
    self.init(engine: engine, owning: try engine.pointer(to: point))
  }

  /// Hands points over to GEOS as one multipoint. O(points).
  /// - Throws: `.notFinite` for NaN or infinity.
  public convenience init(points: [Point]) throws(GeometryError) {
    let engine = try Engine()
    var members: [OpaquePointer?] = []
    members.reserveCapacity(points.count)
    do throws(GeometryError) {
      for point in points { members.append(try engine.pointer(to: point)) }
    } catch {
      for member in members { GEOSGeom_destroy_r(engine.handle, member) }
      throw error
    }
    let collected = members.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(engine.handle, 4, $0.baseAddress, UInt32($0.count))
    }
    guard let collected else { throw engine.error("making a multipoint") }
    self.init(engine: engine, owning: collected)
  }

  /// The rectangle of an envelope.
  /// - Throws: `.notFinite` for an empty or infinite envelope.
  public convenience init(_ envelope: Envelope) throws(GeometryError) {
    try self.init(MultiPolygon([Polygon(envelope)]))
  }

  /// Reads well-known text, any geometry type that GEOS has.
  /// - Throws: `.engine` with GEOS's words where the text is none.
  public convenience init(wkt: String) throws(GeometryError) {
    let engine = try Engine()
    guard let reader = GEOSWKTReader_create_r(engine.handle) else { throw engine.error("reading WKT") }
    defer { GEOSWKTReader_destroy_r(engine.handle, reader) }
    guard let pointer = GEOSWKTReader_read_r(engine.handle, reader, wkt) else { throw engine.error("reading WKT") }
    self.init(engine: engine, owning: try engine.withoutEmptyMembers(pointer))
  }

  /// Reads well-known binary (also EWKB), any geometry type that GEOS has: curves it refuses.
  /// - Throws: `.engine` with GEOS's words where the bytes are none.
  public convenience init(wkb: [UInt8]) throws(GeometryError) {
    let engine = try Engine()
    guard let reader = GEOSWKBReader_create_r(engine.handle) else { throw engine.error("reading WKB") }
    defer { GEOSWKBReader_destroy_r(engine.handle, reader) }
    guard let pointer = GEOSWKBReader_read_r(engine.handle, reader, wkb, wkb.count) else {
      throw engine.error("reading WKB")
    }
    self.init(engine: engine, owning: try engine.withoutEmptyMembers(pointer))
  }

  /// The well-known text with as few digits as say the same number.
  /// - Throws: `.engine` where GEOS cannot write it.
  public var wkt: String {
    get throws(GeometryError) {
      guard let writer = GEOSWKTWriter_create_r(engine.handle) else { throw engine.error("writing WKT") }
      defer { GEOSWKTWriter_destroy_r(engine.handle, writer) }
      GEOSWKTWriter_setTrim_r(engine.handle, writer, 1)
      guard let text = GEOSWKTWriter_write_r(engine.handle, writer, pointer) else {
        throw engine.error("writing WKT")
      }
      defer { GEOSFree_r(engine.handle, text) }
      return String(cString: text)
    }
  }

  /// Whether it has no point at all.
  public var isEmpty: Bool { GEOSisEmpty_r(engine.handle, pointer) == 1 }

  /// The name of its type as GEOS gives it: "Polygon", "MultiLineString"…
  public var typeName: String {
    guard let name = GEOSGeomType_r(engine.handle, pointer) else { return "" }
    defer { GEOSFree_r(engine.handle, name) }
    return String(cString: name)
  }

  /// The polygons in it, as value types; lines and points, which an overlay can leave behind, are left out. O(vertices).
  public var multiPolygon: MultiPolygon {
    var parts: [Polygon] = []
    engine.collectPolygons(of: pointer, into: &parts)
    return MultiPolygon(parts)
  }

  /// All its vertices in GEOS's order. O(vertices).
  public var points: [Point] {
    var points: [Point] = []
    engine.collectPoints(of: pointer, into: &points)
    return points
  }
}

extension Polygon {
  /// The rectangle of an envelope, anticlockwise from its least corner.
  public init(_ envelope: Envelope) {
    self.init(exterior: [
      Point(x: envelope.minX, y: envelope.minY), Point(x: envelope.maxX, y: envelope.minY),
      Point(x: envelope.maxX, y: envelope.maxY), Point(x: envelope.minX, y: envelope.maxY),
      Point(x: envelope.minX, y: envelope.minY),
    ])
  }
}
