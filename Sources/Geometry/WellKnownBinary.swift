// Well-known binary as GeoPackage, PostGIS and GDAL write it (ISO 13249-3 and EWKB), in plain Swift.

extension Point {
  /// The point as little-endian WKB, 21 bytes.
  public var wkb: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(21)
    bytes.appendHeader(type: 1)
    bytes.append(double: x)
    bytes.append(double: y)
    return bytes
  }

  /// Reads a point from WKB of either byte order; Z, M and an SRID are dropped.
  /// - Throws: `.malformed` for bytes that are no WKB, `.wrongType` for another geometry, `.notFinite` for POINT EMPTY.
  public init(wkb: [UInt8]) throws(GeometryError) {
    var reader = WellKnownBinaryReader(wkb)
    self = try reader.readPoint()
  }
}

extension MultiPolygon {
  /// The shape as little-endian WKB of type MultiPolygon. O(vertices), one allocation.
  public var wkb: [UInt8] {
    var size = 9
    for polygon in polygons {
      size += 9 + 4 + polygon.exterior.count * 16
      for hole in polygon.holes { size += 4 + hole.count * 16 }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    bytes.appendHeader(type: 6)
    bytes.append(integer: UInt32(polygons.count))
    for polygon in polygons {
      bytes.appendHeader(type: 3)
      guard !polygon.exterior.isEmpty else {
        bytes.append(integer: 0)
        continue
      }
      bytes.append(integer: UInt32(polygon.holes.count + 1))
      bytes.append(ring: polygon.exterior)
      for hole in polygon.holes { bytes.append(ring: hole) }
    }
    return bytes
  }

  /// Reads a polygon, a multipolygon, or a collection of these from WKB of either byte order.
  ///
  /// Z, M and an SRID are dropped. Rings are taken as they come: see `repaired()`.
  /// - Throws: `.malformed` for bytes that are no WKB or end too soon, `.wrongType` for points and lines, `.curve` for
  ///   a type with arcs unless `curveTolerance` says how far the straight lines may lie from the arc.
  public init(wkb: [UInt8], curveTolerance: Double? = nil) throws(GeometryError) {
    var reader = WellKnownBinaryReader(wkb)
    reader.curveTolerance = curveTolerance
    var polygons: [Polygon] = []
    try reader.readPolygons(into: &polygons, depth: 0)
    self.init(polygons)
  }
}

extension [UInt8] {
  fileprivate mutating func appendHeader(type: UInt32) {
    append(1)
    append(integer: type)
  }

  fileprivate mutating func append(integer: UInt32) {
    Swift.withUnsafeBytes(of: integer.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(double: Double) {
    Swift.withUnsafeBytes(of: double.bitPattern.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate mutating func append(ring: [Point]) {
    append(integer: UInt32(ring.count))
    #if _endian(little)
      // Points lie in memory just as WKB wants them.
      ring.withUnsafeBytes { append(contentsOf: $0) }
    #else
      for point in ring {
        append(double: point.x)
        append(double: point.y)
      }
    #endif
  }
}
