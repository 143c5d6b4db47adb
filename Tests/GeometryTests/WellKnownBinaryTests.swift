import Foundation
import Testing

@testable import Geometry

@Suite("Well-known binary")
struct WellKnownBinaryTests {
  let shape = MultiPolygon([
    Polygon(
      exterior: ring((0, 0), (10, 0), (10, 10), (0, 10), (0, 0)),
      holes: [ring((2, 2), (3, 2), (3, 3), (2, 2))]),
    Polygon(Envelope(minX: 430_000.123, minY: 550_000.456, maxX: 430_001, maxY: 550_001)),
  ])

  @Test("What is written is read back, and GEOS reads the same shape from it")
  func roundTrip() throws {
    #expect(try MultiPolygon(wkb: shape.wkb) == shape)
    #expect(try Shape(wkb: shape.wkb).multiPolygon == shape)
    #expect(try MultiPolygon(wkb: MultiPolygon().wkb).isEmpty)
    let point = Point(x: -1.5, y: 54.25)
    #expect(try Point(wkb: point.wkb) == point)
    #expect(try Shape(wkb: point.wkb).points == [point])
  }

  /// WKB by hand: a byte order, a type, and numbers in it.
  func bytes(_ bigEndian: Bool, _ parts: [Any]) -> [UInt8] {
    parts.flatMap { part -> [UInt8] in
      switch part {
      case let code as UInt32:
        withUnsafeBytes(of: bigEndian ? code.bigEndian : code.littleEndian) { Array($0) }
      case let number as Double:
        withUnsafeBytes(of: bigEndian ? number.bitPattern.bigEndian : number.bitPattern.littleEndian) { Array($0) }
      default: [bigEndian ? 0 : 1]
      }
    }
  }

  @Test(
    "Either byte order, ISO and EWKB, Z and M and SRID: the plane's two numbers are kept", arguments: [true, false])
  func flavours(bigEndian: Bool) throws {
    let expected = MultiPolygon([Polygon(exterior: ring((0, 0), (1, 0), (1, 1), (0, 0)))])
    let order = "order"
    func polygon(_ type: UInt32, _ extra: [Double], _ prefix: [Any] = []) -> [UInt8] {
      var parts: [Any] = [order, type] + prefix + [UInt32(1), UInt32(4)]
      for point in expected.polygons[0].exterior { parts += [point.x, point.y] as [Any] + extra as [Any] }
      return bytes(bigEndian, parts)
    }
    #expect(try MultiPolygon(wkb: polygon(3, [])) == expected)
    #expect(try MultiPolygon(wkb: polygon(1003, [7])) == expected)
    #expect(try MultiPolygon(wkb: polygon(2003, [7])) == expected)
    #expect(try MultiPolygon(wkb: polygon(3003, [7, 8])) == expected)
    #expect(try MultiPolygon(wkb: polygon(0x8000_0003, [7])) == expected)
    #expect(try MultiPolygon(wkb: polygon(0xE000_0003, [7, 8], [UInt32(27_700)])) == expected)
    #expect(try Point(wkb: bytes(bigEndian, [order, UInt32(1001), 3.0, 4.0, 5.0])) == Point(x: 3, y: 4))
  }

  @Test("Every cut of the bytes is an error, never a crash or a huge allocation")
  func cut() throws {
    let whole = shape.wkb
    for length in 0..<whole.count {
      #expect(throws: GeometryError.self) { try MultiPolygon(wkb: Array(whole[..<length])) }
    }
    var huge = whole
    huge.replaceSubrange(5..<9, with: [255, 255, 255, 255])
    #expect(throws: GeometryError.self) { try MultiPolygon(wkb: huge) }
    let nested = [UInt8](repeating: 0, count: 0) + (0..<100).flatMap { _ in bytes(false, ["", UInt32(7), UInt32(1)]) }
    #expect(throws: GeometryError.self) { try MultiPolygon(wkb: nested) }
  }

  @Test("Thousands of damaged copies are read or refused, never a crash")
  func damaged() throws {
    var generator = SplitMix(seed: 11)
    let whole = shape.wkb
    var refused = 0
    for _ in 0..<5000 {
      var bytes = whole
      for _ in 0..<1 + Int(generator.next() % 4) {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
      }
      if (try? MultiPolygon(wkb: bytes, curveTolerance: 0.1)) == nil { refused += 1 }
    }
    #expect(refused > 100 && refused < 5000)
  }

  @Test("Points and lines are refused by name, arcs unless a tolerance is stated")
  func otherTypes() throws {
    let error = #expect(throws: GeometryError.self) { try MultiPolygon(wkb: Point(x: 1, y: 2).wkb) }
    #expect(error?.kind == .wrongType)
    #expect(error?.description == "a point, not a polygon")
    // A circle of radius 100 around (0, 0) as a circular string in a curve polygon.
    var circle: [Any] = ["", UInt32(10), UInt32(1), "", UInt32(8), UInt32(5)]
    for number in [100.0, 0, 0, 100, -100, 0, 0, -100, 100, 0] { circle.append(number) }
    let curved = #expect(throws: GeometryError.self) { try MultiPolygon(wkb: bytes(false, circle)) }
    #expect(curved?.kind == .curve)
    let stroked = try MultiPolygon(wkb: bytes(false, circle), curveTolerance: 0.1)
    for (a, b) in zip(stroked.polygons[0].exterior, stroked.polygons[0].exterior.dropFirst()) {
      let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
      #expect(middle.distance(to: Point(x: 0, y: 0)) > 99.9 - 1e-9)
      #expect(abs(a.distance(to: Point(x: 0, y: 0)) - 100) < 1e-9)
    }
    #expect(abs(stroked.area - Double.pi * 10_000) < 50)
  }
}
