import CGEOS

// Value types to GEOS's pointers and back. Point is two doubles, so a ring is copied as one block.
extension Engine {
  /// A GEOS polygon or multipolygon; the caller owns it.
  func pointer(to shape: MultiPolygon) throws(GeometryError) -> OpaquePointer {
    if shape.polygons.count == 1 { return try pointer(to: shape.polygons[0]) }
    var members: [OpaquePointer?] = []
    members.reserveCapacity(shape.polygons.count)
    do throws(GeometryError) {
      for polygon in shape.polygons { members.append(try pointer(to: polygon)) }
    } catch {
      for member in members { GEOSGeom_destroy_r(handle, member) }
      throw error
    }
    // 6: GEOS_MULTIPOLYGON. GEOS owns the members from here on, whether it succeeds or not.
    let made = members.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(handle, 6, $0.baseAddress, UInt32($0.count))
    }
    guard let made else { throw error("making a multipolygon") }
    return made
  }

  /// A GEOS polygon; the caller owns it.
  func pointer(to polygon: Polygon) throws(GeometryError) -> OpaquePointer {
    if polygon.exterior.isEmpty {
      guard let empty = GEOSGeom_createEmptyPolygon_r(handle) else { throw error("making a polygon") }
      return empty
    }
    let shell = try pointer(toRing: polygon.exterior)
    var holes: [OpaquePointer?] = []
    do throws(GeometryError) {
      for hole in polygon.holes { holes.append(try pointer(toRing: hole)) }
    } catch {
      GEOSGeom_destroy_r(handle, shell)
      for hole in holes { GEOSGeom_destroy_r(handle, hole) }
      throw error
    }
    let made = holes.withUnsafeMutableBufferPointer {
      GEOSGeom_createPolygon_r(handle, shell, $0.baseAddress, UInt32($0.count))
    }
    guard let made else { throw error("making a polygon") }
    return made
  }

  /// A GEOS point; the caller owns it.
  func pointer(to point: Point) throws(GeometryError) -> OpaquePointer {
    guard point.isFinite else { throw GeometryError(.notFinite, "a coordinate is not a number or infinite") }
    guard let made = GEOSGeom_createPointFromXY_r(handle, point.x, point.y) else { throw error("making a point") }
    return made
  }

  private func pointer(toRing ring: [Point]) throws(GeometryError) -> OpaquePointer {
    guard ring.allSatisfy(\.isFinite) else {
      throw GeometryError(.notFinite, "a coordinate is not a number or infinite")
    }
    guard ring.count >= 4 else { throw GeometryError(.malformed, "a ring has fewer than four points") }
    guard ring.first == ring.last else { throw GeometryError(.malformed, "a ring is not closed") }
    let sequence = ring.withUnsafeBytes {
      GEOSCoordSeq_copyFromBuffer_r(
        handle, $0.bindMemory(to: Double.self).baseAddress, UInt32(ring.count), 0, 0)
    }
    guard let sequence, let made = GEOSGeom_createLinearRing_r(handle, sequence) else {
      throw error("making a ring")
    }
    return made
  }

  /// Appends every polygon in a geometry, collections looked into. O(vertices).
  func collectPolygons(of geometry: OpaquePointer, into polygons: inout [Polygon]) {
    switch GEOSGeomTypeId_r(handle, geometry) {
    case 3:
      guard GEOSisEmpty_r(handle, geometry) == 0, let shell = GEOSGetExteriorRing_r(handle, geometry) else { return }
      let count = max(0, GEOSGetNumInteriorRings_r(handle, geometry))
      var holes: [[Point]] = []
      holes.reserveCapacity(Int(count))
      for n in 0..<count {
        guard let hole = GEOSGetInteriorRingN_r(handle, geometry, n) else { continue }
        holes.append(points(ofLine: hole))
      }
      polygons.append(Polygon(exterior: points(ofLine: shell), holes: holes))
    case 6, 7:
      for n in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
        guard let member = GEOSGetGeometryN_r(handle, geometry, n) else { continue }
        collectPolygons(of: member, into: &polygons)
      }
    default: return
    }
  }

  /// Appends every vertex of a geometry. O(vertices).
  func collectPoints(of geometry: OpaquePointer, into result: inout [Point]) {
    switch GEOSGeomTypeId_r(handle, geometry) {
    case 0, 1, 2: result += points(ofLine: geometry)
    case 3:
      var polygons: [Polygon] = []
      collectPolygons(of: geometry, into: &polygons)
      for ring in polygons.flatMap(\.rings) { result += ring }
    default:
      for n in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
        guard let member = GEOSGetGeometryN_r(handle, geometry, n) else { continue }
        collectPoints(of: member, into: &result)
      }
    }
  }

  /// Whether some member of a collection, at any depth, has no point.
  func hasEmptyMember(_ geometry: OpaquePointer) -> Bool {
    guard (4...7).contains(GEOSGeomTypeId_r(handle, geometry)) else { return GEOSisEmpty_r(handle, geometry) == 1 }
    return (0..<max(0, GEOSGetNumGeometries_r(handle, geometry))).contains { n in
      GEOSGetGeometryN_r(handle, geometry, n).map(hasEmptyMember) ?? true
    }
  }

  /// The geometry without the members of collections that have no point; owns what it is given.
  ///
  /// GEOS 3.11 follows a null pointer where a multipoint has an empty member (distance, point on surface, simple), so
  /// none is let in.
  func withoutEmptyMembers(_ geometry: OpaquePointer) throws(GeometryError) -> OpaquePointer {
    let type = GEOSGeomTypeId_r(handle, geometry)
    guard (4...7).contains(type), hasEmptyMember(geometry) else { return geometry }
    defer { GEOSGeom_destroy_r(handle, geometry) }
    var kept: [OpaquePointer?] = []
    for n in 0..<max(0, GEOSGetNumGeometries_r(handle, geometry)) {
      guard let member = GEOSGetGeometryN_r(handle, geometry, n), GEOSisEmpty_r(handle, member) == 0,
        let copy = GEOSGeom_clone_r(handle, member)
      else { continue }
      kept.append(try withoutEmptyMembers(copy))
    }
    let made = kept.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(handle, type, $0.baseAddress, UInt32($0.count))
    }
    guard let made else { throw error("collecting members") }
    return made
  }

  /// The vertices of a point, line or ring.
  private func points(ofLine line: OpaquePointer) -> [Point] {
    var count: UInt32 = 0
    guard GEOSisEmpty_r(handle, line) == 0, let sequence = GEOSGeom_getCoordSeq_r(handle, line),
      GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1
    else { return [] }
    return [Point](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
      let copied = UnsafeMutableRawBufferPointer(buffer).bindMemory(to: Double.self)
      initialized = GEOSCoordSeq_copyToBuffer_r(handle, sequence, copied.baseAddress, 0, 0) == 1 ? Int(count) : 0
    }
  }
}

extension Point {
  /// Whether both coordinates are numbers.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
