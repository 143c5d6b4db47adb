import Geometry

/// Reads the bytes that `GeoPackageBlob` writes, of either byte order. Everything else, cut bytes too, gives nil.
struct GeoPackageBlobReader {
  private let bytes: [UInt8]
  private var place: Int
  private var isLittle = true
  /// What the header gives, or nil where it has none.
  let envelope: Envelope?
  /// The id of the CRS.
  let reference: Int
  /// Whether the header calls the geometry empty.
  let isEmpty: Bool

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
    self.bytes = bytes
    let flags = bytes[3]
    isLittle = flags & 1 == 1
    isEmpty = flags & 0x10 != 0
    let order = isLittle ? bytes[4..<8].reversed() : Array(bytes[4..<8])
    reference = Int(Int32(bitPattern: order.reduce(0) { $0 << 8 | UInt32($1) }))
    place = 8
    let sides = [0, 4, 6, 6, 8, 0, 0, 0][Int(flags >> 1 & 7)]
    guard bytes.count >= 8 + sides * 8 else { return nil }
    guard sides >= 4 else {
      envelope = nil
      return
    }
    func side(_ index: Int) -> Double {
      Self.double(bytes, at: 8 + index * 8, isLittle: flags & 1 == 1)
    }
    envelope = Envelope(minX: side(0), minY: side(2), maxX: side(1), maxY: side(3))
    place += sides * 8
  }

  /// The point, if it is one.
  mutating func point() -> Point? {
    guard geometryType() == 1, let x = double(), let y = double() else { return nil }
    return Point(x: x, y: y)
  }

  /// The polygons, if it is a multipolygon or a polygon.
  mutating func multiPolygon() -> MultiPolygon? {
    switch geometryType() {
    case 3:
      guard let polygon = polygon() else { return nil }
      return MultiPolygon([polygon])
    case 6:
      guard let count = count(of: 9) else { return nil }
      var polygons: [Polygon] = []
      for _ in 0..<count {
        guard geometryType() == 3, let polygon = polygon() else { return nil }
        polygons.append(polygon)
      }
      return MultiPolygon(polygons)
    default: return nil
    }
  }

  private mutating func polygon() -> Polygon? {
    guard let ringCount = count(of: 4) else { return nil }
    var rings: [[Point]] = []
    for _ in 0..<ringCount {
      guard let pointCount = count(of: 16) else { return nil }
      var ring: [Point] = []
      ring.reserveCapacity(pointCount)
      for _ in 0..<pointCount {
        guard let x = double(), let y = double() else { return nil }
        ring.append(Point(x: x, y: y))
      }
      rings.append(ring)
    }
    guard let exterior = rings.first else { return Polygon(exterior: []) }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private mutating func geometryType() -> UInt32? {
    guard place < bytes.count else { return nil }
    isLittle = bytes[place] == 1
    place += 1
    return word()
  }

  /// A number of things of at least `size` bytes each; nil where so many cannot follow.
  private mutating func count(of size: Int) -> Int? {
    guard let number = word(), Int(number) <= (bytes.count - place) / size else { return nil }
    return Int(number)
  }

  private mutating func word() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var number: UInt32 = 0
    for index in 0..<4 {
      let byte = UInt32(bytes[place + index])
      number |= isLittle ? byte << UInt32(8 * index) : byte << UInt32(24 - 8 * index)
    }
    place += 4
    return number
  }

  private mutating func double() -> Double? {
    guard place + 8 <= bytes.count else { return nil }
    let number = Self.double(bytes, at: place, isLittle: isLittle)
    place += 8
    return number
  }

  private static func double(_ bytes: [UInt8], at place: Int, isLittle: Bool) -> Double {
    var bits: UInt64 = 0
    for index in 0..<8 {
      let byte = UInt64(bytes[place + index])
      bits |= isLittle ? byte << UInt64(8 * index) : byte << UInt64(56 - 8 * index)
    }
    return Double(bitPattern: bits)
  }
}
