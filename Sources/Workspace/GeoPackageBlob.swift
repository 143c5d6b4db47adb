import Geometry

/// The bytes of one geometry: GeoPackage header, then little-endian WKB.
enum GeoPackageBlob {
  /// A multipolygon with its envelope; flagged empty where it has no part. O(vertices).
  static func encode(_ shape: MultiPolygon, srs: Int) -> [UInt8] {
    var bytes = header(srs: srs, flags: shape.isEmpty ? 0x11 : 0x03)
    bytes.reserveCapacity(64 + shape.vertexCount * 17)
    if !shape.isEmpty {
      let envelope = shape.envelope
      for side in [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY] { append(side, to: &bytes) }
    }
    bytes.append(1)
    append(UInt32(6), to: &bytes)
    append(UInt32(shape.polygons.count), to: &bytes)
    for polygon in shape.polygons {
      bytes.append(1)
      append(UInt32(3), to: &bytes)
      let rings = polygon.rings
      append(UInt32(rings.count), to: &bytes)
      for ring in rings {
        append(UInt32(ring.count), to: &bytes)
        for point in ring {
          append(point.x, to: &bytes)
          append(point.y, to: &bytes)
        }
      }
    }
    return bytes
  }

  /// A point.
  static func encode(_ point: Point, srs: Int) -> [UInt8] {
    var bytes = header(srs: srs, flags: 0x01)
    bytes.append(1)
    append(UInt32(1), to: &bytes)
    append(point.x, to: &bytes)
    append(point.y, to: &bytes)
    return bytes
  }

  private static func header(srs: Int, flags: UInt8) -> [UInt8] {
    var bytes: [UInt8] = [0x47, 0x50, 0, flags]
    append(UInt32(bitPattern: Int32(truncatingIfNeeded: srs)), to: &bytes)
    return bytes
  }

  private static func append(_ number: Double, to bytes: inout [UInt8]) {
    let bits = number.bitPattern
    append(UInt32(truncatingIfNeeded: bits), to: &bytes)
    append(UInt32(truncatingIfNeeded: bits >> 32), to: &bytes)
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
