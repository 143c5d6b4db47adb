import Foundation
import Testing

@testable import Geometry

@Suite("Catchments made from areas, rings and nearness")
struct CatchmentShapesTests {
  /// Four by four squares of a kilometre, A00 to A33.
  let areas = (0..<16).map { n in
    CodedShape(
      code: "A\(n / 4)\(n % 4)", shape: square(430_000 + Double(n % 4) * 1000, 550_000 + Double(n / 4) * 1000, 1000))
  }

  @Test("Areas of a list become one shape; unknown, repeated, shared and left-over areas are named")
  func lists() throws {
    let list = [
      ("C1", "A00"), ("C1", "A01"), ("C2", "A01"), ("C2", "A02"), ("C1", "A00"), ("C2", "B99"), ("C3", "A33"),
      ("C3", "A00"),
    ].map { CatchmentShapes.Assignment(catchment: $0.0, area: $0.1) }
    let made = try CatchmentShapes.union(of: list, areas: areas)
    #expect(made.catchments.map(\.code) == ["C1", "C2", "C3"])
    #expect(made.catchments.map(\.shape.area) == [2_000_000, 2_000_000, 2_000_000])
    #expect(made.catchments.map(\.shape.polygons.count) == [1, 1, 2])
    #expect(made.unknown == [CatchmentShapes.Assignment(catchment: "C2", area: "B99")])
    #expect(made.repeated == [CatchmentShapes.Assignment(catchment: "C1", area: "A00")])
    #expect(made.shared.map(\.area) == ["A00", "A01"])
    #expect(made.shared.map(\.catchments) == [["C1", "C3"], ["C1", "C2"]])
    #expect(made.unassigned.count == 12 && !made.unassigned.contains("A33"))
  }

  @Test("A union by cancelled borders is the overlay's union, also where areas overlap or do not share vertices")
  func coverage() throws {
    for shapes in [
      areas.map(\.shape), [square(0, 0, 10), square(5, 0, 10)], [square(0, 0, 10), square(0, 0, 10)],
      [square(0, 0, 10), square(10, 2, 5)], [square(0, 0, 1), square(5, 5, 1)],
    ] {
      let fast = try MultiPolygon.coverageUnion(shapes)
      let slow = try MultiPolygon.union(shapes)
      #expect(abs(fast.area - slow.area) < 1e-6)
      #expect(try Shape(fast).equals(Shape(slow)))
    }
  }

  @Test("A ring's corners lie on the circle and its sides within a centimetre of it", arguments: [50.0, 1500, 20_000])
  func rings(radius: Double) throws {
    let site = Site(code: "H", point: Point(x: 439_700, y: 557_000))
    let ring = try CatchmentShapes.rings(around: [site], radius: radius)[0].shape.polygons[0].exterior
    #expect(ring.first == ring.last)
    for (a, b) in zip(ring, ring.dropFirst()) {
      #expect(abs(a.distance(to: site.point) - radius) < 1e-6)
      let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
      #expect(radius - middle.distance(to: site.point) < 0.0101)
    }
    #expect(throws: GeometryError.self) { try CatchmentShapes.rings(around: [site], radius: 0) }
  }

  @Test("Each random point of the outline lies in the catchment of its nearest site")
  func nearest() throws {
    var generator = SplitMix(seed: 7)
    let outline = try MultiPolygon.union([square(430_000, 550_000, 4000), square(433_000, 553_000, 4000)])
    let sites = (0..<40).map { n in
      Site(
        code: "S\(n)",
        point: Point(x: 430_000 + generator.unit() * 7000, y: 550_000 + generator.unit() * 7000))
    }
    let made = try CatchmentShapes.nearest(sites: sites, outline: outline)
    #expect(made.catchments.map(\.code) == sites.map(\.code))
    #expect(abs(made.catchments.reduce(0) { $0 + $1.shape.area } - outline.area) < 1e-3)
    let prepared = try made.catchments.map { shape throws(GeometryError) in try PreparedShape(shape.shape) }
    let inside = try PreparedShape(outline)
    var tried = 0
    while tried < 500 {
      let point = Point(x: 430_000 + generator.unit() * 7000, y: 550_000 + generator.unit() * 7000)
      guard try inside.contains(point) else { continue }
      tried += 1
      let distances = sites.map { $0.point.distance(to: point) }.sorted()
      if distances[1] - distances[0] < 1e-6 { continue }
      for (site, shape) in zip(sites, prepared) {
        #expect(try shape.covers(point) == (site.point.distance(to: point) == distances[0]))
      }
    }
    let outside = try sites.filter { site throws(GeometryError) in try !inside.covers(site.point) }.map(\.code).sorted()
    #expect(made.outside == outside && !outside.isEmpty)
  }

  @Test("Two sites at one place share its catchment and are named; close ones are named with their distance")
  func sharedSites() throws {
    let sites = [
      Site(code: "B", point: Point(x: 431_000, y: 551_000)), Site(code: "A", point: Point(x: 431_000, y: 551_000)),
      Site(code: "C", point: Point(x: 433_000, y: 551_000)), Site(code: "D", point: Point(x: 433_005, y: 551_000)),
    ]
    let made = try CatchmentShapes.nearest(sites: sites, outline: square(430_000, 550_000, 4000))
    #expect(made.sharedSites == [["A", "B"]])
    #expect(made.closeSites == [CatchmentShapes.ClosePair(codes: ["C", "D"], distance: 5)])
    #expect(made.catchments[0].shape == made.catchments[1].shape)
    #expect(abs(made.catchments[0].shape.area - 8_000_000) < 1e-3)
    let alone = try CatchmentShapes.nearest(sites: [sites[0]], outline: square(430_000, 550_000, 4000))
    #expect(alone.catchments[0].shape.area == 16_000_000)
    #expect(throws: GeometryError.self) { try CatchmentShapes.nearest(sites: [], outline: square(0, 0, 1)) }
  }

  @Test("Sites in one line, and on a regular lattice with four at equal distance, each get their strip or square")
  func degenerate() throws {
    let line = (0..<5).map { Site(code: "\($0)", point: Point(x: 430_500 + Double($0) * 1000, y: 552_000)) }
    let strips = try CatchmentShapes.nearest(sites: line, outline: square(430_000, 550_000, 5000))
    #expect(strips.catchments.allSatisfy { abs($0.shape.area - 5_000_000) < 1e-3 })
    let lattice = areas.map { area in
      Site(code: area.code, point: Point(x: area.shape.envelope.minX + 500, y: area.shape.envelope.minY + 500))
    }
    let squares = try CatchmentShapes.nearest(sites: lattice, outline: square(430_000, 550_000, 4000))
    #expect(squares.catchments.allSatisfy { abs($0.shape.area - 1_000_000) < 1e-3 })
  }
}

/// A small generator whose numbers are the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
