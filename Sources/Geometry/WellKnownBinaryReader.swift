/// Walks over WKB. Every count is held against the bytes that are left before anything is allocated.
struct WellKnownBinaryReader {
  private let bytes: [UInt8]
  private var position = 0
  /// How far straight lines may lie from an arc; nil refuses arcs.
  var curveTolerance: Double?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A geometry's first bytes.
  struct Header {
    var isLittleEndian: Bool
    /// The type without its Z and M: 1 point, 2 line, 3 polygon, 6 multipolygon, 7 collection, 8… curves.
    var type: UInt32
    /// 2, 3 or 4 numbers a vertex.
    var dimensions: Int
  }

  mutating func readHeader() throws(GeometryError) -> Header {
    guard position < bytes.count, bytes[position] <= 1 else {
      throw GeometryError(.malformed, "not well-known binary: no byte order")
    }
    let isLittleEndian = bytes[position] == 1
    position += 1
    let code = try readInteger(isLittleEndian)
    if code & 0x2000_0000 != 0 { _ = try readInteger(isLittleEndian) }
    let plain = code & 0x0FFF_FFFF
    guard plain < 4000 else { throw GeometryError(.malformed, "not well-known binary: type \(plain)") }
    let flavour = plain / 1000
    let hasZ = code & 0x8000_0000 != 0 || flavour == 1 || flavour == 3
    let hasM = code & 0x4000_0000 != 0 || flavour == 2 || flavour == 3
    return Header(isLittleEndian: isLittleEndian, type: plain % 1000, dimensions: 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
  }

  mutating func readInteger(_ isLittleEndian: Bool) throws(GeometryError) -> UInt32 {
    guard bytes.count - position >= 4 else { throw ended }
    let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt32.self) }
    position += 4
    return isLittleEndian ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
  }

  private var ended: GeometryError { GeometryError(.malformed, "well-known binary ends too soon") }

  /// A count of things of which each takes at least `size` bytes.
  mutating func readCount(_ isLittleEndian: Bool, of size: Int) throws(GeometryError) -> Int {
    let count = Int(try readInteger(isLittleEndian))
    guard count <= (bytes.count - position) / size else { throw ended }
    return count
  }

  mutating func readPoint() throws(GeometryError) -> Point {
    let header = try readHeader()
    guard header.type == 1 else { throw GeometryError(.wrongType, "a \(Self.name(of: header.type)), not a point") }
    let point = try readVertices(1, header)[0]
    guard point.isFinite else { throw GeometryError(.notFinite, "an empty point") }
    return point
  }

  /// The vertices of a line or ring: a count, then the vertices.
  mutating func readLine(_ header: Header) throws(GeometryError) -> [Point] {
    let count = try readCount(header.isLittleEndian, of: header.dimensions * 8)
    return try readVertices(count, header)
  }

  private mutating func readVertices(_ count: Int, _ header: Header) throws(GeometryError) -> [Point] {
    let stride = header.dimensions * 8
    guard count <= (bytes.count - position) / stride else { throw ended }
    let start = position
    position += count * stride
    let isLittleEndian = header.isLittleEndian
    return bytes.withUnsafeBytes { raw in
      [Point](unsafeUninitializedCapacity: count) { points, initialized in
        func double(at offset: Int) -> Double {
          let bits = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
        }
        for n in 0..<count {
          let offset = start + n * stride
          points.initializeElement(at: n, to: Point(x: double(at: offset), y: double(at: offset + 8)))
        }
        initialized = count
      }
    }
  }

  /// Appends the polygons of the next geometry. A collection may nest, to a depth that no honest file has.
  mutating func readPolygons(into polygons: inout [Polygon], depth: Int) throws(GeometryError) {
    guard depth < 32 else { throw GeometryError(.malformed, "collections nested more than 32 deep") }
    let header = try readHeader()
    if (8...14).contains(header.type), curveTolerance == nil {
      throw GeometryError(.curve, "a \(Self.name(of: header.type)): stroke its arcs to straight lines first")
    }
    switch header.type {
    case 3:
      let count = try readCount(header.isLittleEndian, of: 4)
      guard count > 0 else { return }
      let exterior = try readLine(header)
      var holes: [[Point]] = []
      holes.reserveCapacity(count - 1)
      for _ in 1..<count { holes.append(try readLine(header)) }
      polygons.append(Polygon(exterior: exterior, holes: holes))
    case 10:
      if let polygon = try readCurvePolygon(header) { polygons.append(polygon) }
    case 6, 7, 12, 15, 16:
      // Multipolygon, collection, multisurface, polyhedral surface, TIN: members with headers of their own.
      for _ in 0..<(try readCount(header.isLittleEndian, of: 5)) {
        try readPolygons(into: &polygons, depth: depth + 1)
      }
    case 17:
      // A triangle is written as a polygon.
      let count = try readCount(header.isLittleEndian, of: 4)
      for n in 0..<count {
        let ring = try readLine(header)
        if n == 0 { polygons.append(Polygon(exterior: ring)) }
      }
    default:
      throw GeometryError(.wrongType, "a \(Self.name(of: header.type)), not a polygon")
    }
  }

  /// The name of a type for a message.
  static func name(of type: UInt32) -> String {
    switch type {
    case 1: "point"
    case 2: "line"
    case 3: "polygon"
    case 4: "multipoint"
    case 5: "multiline"
    case 6: "multipolygon"
    case 7: "collection"
    case 8: "circular string"
    case 9: "compound curve"
    case 10: "curve polygon"
    case 11: "multicurve"
    case 12: "multisurface"
    default: "geometry of type \(type)"
    }
  }
}
