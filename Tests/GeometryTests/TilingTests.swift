import Foundation
import Testing

@testable import Geometry

@Suite("Areas that should tile the ground")
struct TilingTests {
  /// A lattice of square kilometres, A00 to A33.
  static func lattice() -> [CodedShape] {
    (0..<16).map { n in
      CodedShape(
        code: "A\(n / 4)\(n % 4)",
        shape: square(430_000 + Double(n % 4) * 1000, 550_000 + Double(n / 4) * 1000, 1000))
    }
  }

  @Test("A clean tiling has no findings, whichever way its rings run and with a tenth of a millimetre of noise")
  func clean() throws {
    #expect(try Tiling.findings(in: Self.lattice()).isEmpty)
    var generator = SplitMix(seed: 1)
    let noisy = Self.lattice().enumerated().map { n, area in
      var ring = area.shape.polygons[0].exterior.dropLast().map {
        Point(x: $0.x + generator.unit() * 1e-4, y: $0.y + generator.unit() * 1e-4)
      }
      ring.append(ring[0])
      return CodedShape(
        code: area.code, shape: MultiPolygon([Polygon(exterior: n % 2 == 0 ? ring : ring.reversed())]))
    }
    #expect(try Tiling.findings(in: noisy).isEmpty)
    let united = try MultiPolygon.coverageUnion(noisy.map(\.shape))
    #expect(united.polygons.count == 1 && united.polygons[0].holes.isEmpty)
    #expect(abs(united.area - 16_000_000) < 2)
  }

  @Test("An overlap and a gap are named with their areas, place and neighbours, the largest first")
  func findings() throws {
    var areas = Self.lattice()
    // A11 is missing; A00 reaches 10 m into A01; B lies wholly inside A33.
    areas.removeAll { $0.code == "A11" }
    areas[0].shape = MultiPolygon([Polygon(Envelope(minX: 430_000, minY: 550_000, maxX: 431_010, maxY: 551_000))])
    areas.append(CodedShape(code: "B", shape: square(433_200, 553_200, 100)))
    let findings = try Tiling.findings(in: areas)
    #expect(findings.map(\.kind) == [.gap, .overlap, .overlap])
    let gap = findings[0]
    #expect(abs(gap.area - 1_000_000) < 1e-3 && gap.codes.count == 8 && !gap.codes.contains("A11"))
    #expect(Envelope(minX: 431_000, minY: 551_000, maxX: 432_000, maxY: 552_000).contains(gap.location))
    #expect(findings[1].codes == ["A00", "A01"] || findings[1].codes == ["A33", "B"])
    let overlaps = findings.dropFirst().map(\.area)
    #expect(overlaps.allSatisfy { abs($0 - 10_000) < 1e-3 })
    #expect(!gap.isSliver)
  }

  @Test("The same area twice overlaps itself under two codes; a shift of half a metre leaves slivers")
  func twiceAndSlivers() throws {
    let twice = [CodedShape(code: "A", shape: square(0, 0, 100)), CodedShape(code: "B", shape: square(0, 0, 100))]
    let found = try Tiling.findings(in: twice)
    #expect(found.count == 1 && found[0].area == 10_000 && found[0].codes == ["A", "B"])
    var shifted = Self.lattice()
    shifted[5].shape = shifted[5].shape.mapPoints { Point(x: $0.x + 0.5, y: $0.y) }
    let slivers = try Tiling.findings(in: shifted)
    #expect(slivers.contains { $0.kind == .gap } && slivers.contains { $0.kind == .overlap })
    #expect(!slivers.contains { !$0.isSliver })
    #expect(abs(slivers.filter { $0.kind == .gap }.reduce(0) { $0 + $1.area } - 500) < 1)
  }

  @Test("Random tilings of triangles have no findings, and one moved corner shows as much overlap as gap")
  func triangles() throws {
    var generator = SplitMix(seed: 3)
    var corners: [[Point]] = []
    for i in 0..<7 {
      corners.append(
        (0..<7).map { j in
          Point(
            x: 400_000 + Double(i) * 100 + generator.unit() * 40, y: 500_000 + Double(j) * 100 + generator.unit() * 40)
        })
    }
    var areas: [CodedShape] = []
    for i in 0..<6 {
      for j in 0..<6 {
        let (a, b, c, d) = (corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1])
        areas.append(CodedShape(code: "\(i)\(j)a", shape: MultiPolygon([Polygon(exterior: [a, b, c, a])])))
        areas.append(CodedShape(code: "\(i)\(j)b", shape: MultiPolygon([Polygon(exterior: [a, c, d, a])])))
      }
    }
    #expect(try Tiling.findings(in: areas).isEmpty)
    let total = areas.reduce(0) { $0 + $1.shape.area }
    // One triangle in the middle has its corner elsewhere.
    var ring = areas[30].shape.polygons[0].exterior
    ring[1].x += 15
    areas[30].shape = MultiPolygon([Polygon(exterior: ring)])
    let findings = try Tiling.findings(in: areas)
    let overlap = findings.filter { $0.kind == .overlap }.reduce(0) { $0 + $1.area }
    let gap = findings.filter { $0.kind == .gap }.reduce(0) { $0 + $1.area }
    #expect(overlap > 0 && gap > 0)
    #expect(abs(areas.reduce(0) { $0 + $1.shape.area } - overlap + gap - total) < 2)
  }

  @Test("Simplified together, shared borders stay shared and corners of three areas stay where they are")
  func simplifiedCoverage() throws {
    // Two areas that share a wavy border of 200 vertices, and a third along both.
    let wave = (0...200).map { Point(x: 1000 + 20 * sin(Double($0) / 7), y: Double($0) * 5) }
    let left = Polygon(exterior: [Point(x: 0, y: 0)] + wave + [Point(x: 0, y: 1000), Point(x: 0, y: 0)])
    let right = Polygon(
      exterior: wave.reversed() + [Point(x: 2000, y: 0), Point(x: 2000, y: 1000), wave[200]])
    let top = Polygon(
      exterior: [
        Point(x: 0, y: 1000), wave[200], Point(x: 2000, y: 1000), Point(x: 2000, y: 1500), Point(x: 0, y: 1500),
        Point(x: 0, y: 1000),
      ])
    let shapes = [left, right, top].map { MultiPolygon([$0]) }
    let simple = Coverage.simplified(shapes, tolerance: 5)
    #expect(simple[0].vertexCount < 80)
    #expect(simple[0].polygons[0].exterior.contains(wave[200]) && simple[2].polygons[0].exterior.contains(wave[200]))
    let coded = zip(["L", "R", "T"], simple).map { CodedShape(code: $0, shape: $1) }
    #expect(try Tiling.findings(in: coded, leastArea: 1e-6).isEmpty)
    #expect(abs(simple.reduce(0) { $0 + $1.area } - 3_000_000) < 1e-6 * 3_000_000)
    #expect(Coverage.simplified(shapes, tolerance: 0).map(\.vertexCount) == shapes.map(\.vertexCount))
    // An island inside another area is simplified the same from both sides.
    let circle = (0..<90).map {
      Point(x: 500 + 300 * cos(Double($0) * .pi / 45), y: 500 + 300 * sin(Double($0) * .pi / 45))
    }
    let island = circle + [circle[0]]
    let turned = Array(circle[40...] + circle[...40]).reversed()
    let sea = Polygon(Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000))
    let both = Coverage.simplified(
      [
        MultiPolygon([Polygon(exterior: island)]),
        MultiPolygon([Polygon(exterior: sea.exterior, holes: [Array(turned)])]),
      ],
      tolerance: 10)
    #expect(both[0].vertexCount < 40)
    #expect(abs(both[0].area + both[1].area - 1_000_000) < 1e-6)
  }
}
