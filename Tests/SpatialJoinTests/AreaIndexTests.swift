import Foundation
import Geometry
import Testing

@testable import SpatialJoin

func square(_ x: Double, _ y: Double, _ side: Double, holes: [[Point]] = []) -> Polygon {
  Polygon(
    exterior: [
      Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side),
      Point(x: x, y: y),
    ], holes: holes)
}

@Suite("Which areas hold a point")
struct AreaIndexTests {
  @Test("A point on a shared border belongs to the lowest area, and to every catchment that it touches")
  func sharedBorder() {
    let index = AreaIndex([MultiPolygon([square(10, 0, 10)]), MultiPolygon([square(0, 0, 10)])])
    #expect(index.first(covering: Point(x: 10, y: 5)) == 0)
    #expect(index.first(covering: Point(x: 9.999, y: 5)) == 1)
    var all: [Int32] = []
    index.all(covering: Point(x: 10, y: 5), into: &all)
    #expect(all == [0, 1])
    index.all(covering: Point(x: 10, y: 10.000_001), into: &all)
    #expect(all.isEmpty)
  }

  @Test("A hole is outside, its border is not; a second part is inside")
  func holesAndParts() {
    let hole = square(4, 4, 2).exterior
    let index = AreaIndex([MultiPolygon([square(0, 0, 10, holes: [hole]), square(20, 0, 5)])])
    #expect(index.first(covering: Point(x: 5, y: 5)) == nil)
    #expect(index.first(covering: Point(x: 4, y: 5)) == 0)
    #expect(index.first(covering: Point(x: 6, y: 6)) == 0)
    #expect(index.first(covering: Point(x: 3, y: 5)) == 0)
    #expect(index.first(covering: Point(x: 22, y: 2)) == 0)
    #expect(index.first(covering: Point(x: 15, y: 2)) == nil)
  }

  @Test("Nothing, an empty shape, a point that is not a number: nothing is held and nothing fails")
  func nothing() {
    #expect(AreaIndex([]).first(covering: Point(x: 0, y: 0)) == nil)
    let index = AreaIndex([nil, MultiPolygon(), MultiPolygon([square(0, 0, 1)]), nil])
    #expect(index.first(covering: Point(x: 0.5, y: 0.5)) == 2)
    #expect(index.first(covering: Point(x: .nan, y: 0.5)) == nil)
    #expect(index.first(covering: Point(x: 0.5, y: .infinity)) == nil)
    let broken = MultiPolygon([
      Polygon(exterior: [Point(x: 0, y: 0), Point(x: .nan, y: 1), Point(x: 1, y: 1), Point(x: 0, y: 0)])
    ])
    #expect(AreaIndex([broken]).first(covering: Point(x: 0.5, y: 0.7)) == nil)
  }

  @Test("Equal to GEOS covers for shapes with holes, parts and slivers", arguments: 0..<12)
  func equalsGEOS(seed: Int) {
    var source = RandomShapes(seed: UInt64(seed))
    // From a few steps, where rounding bends every shape, to a district.
    let extent = [0.02, 0.5, 20, 5_000][seed % 4]
    var shapes: [MultiPolygon] = []
    for _ in 0..<12 { shapes.append(source.shape(extent: extent)) }
    for _ in 0..<6 { shapes.append(source.sliver(extent: extent)) }
    shapes += source.net(side: 5, extent: extent)
    let oracle = GEOSOracle()
    let references = shapes.map { oracle.shape($0) }
    let valid = references.map(\.isValid)
    let indexes = [
      AreaIndex(shapes), AreaIndex(shapes, cellSize: extent / 2, threads: 2),
      AreaIndex(shapes, cellSize: extent / 200),
    ]
    var all: [Int32] = []
    for point in source.points(for: shapes, extent: extent, count: 1_500) {
      let expected = references.indices.filter { references[$0].covers(point) }.map { Int32($0) }
      for number in references.indices where valid[number] {
        #expect(references[number].coversUnprepared(point) == expected.contains(Int32(number)))
      }
      for index in indexes {
        index.all(covering: point, into: &all)
        #expect(all == expected, "cells of \(index.cellSize)")
        #expect(index.first(covering: point).map { Int32($0) } == expected.first)
      }
    }
  }

  @Test("Vertices and edges on the sides and corners of cells change nothing", arguments: 0..<8)
  func bordersOnCells(seed: Int) {
    var source = RandomShapes(seed: UInt64(100 + seed))
    source.origin = Point(x: -8, y: -8)
    source.step = 1
    var shapes = source.net(side: 4, extent: 32)
    for _ in 0..<10 { shapes.append(source.shape(extent: 32)) }
    let oracle = GEOSOracle()
    let references = shapes.map { oracle.shape($0) }
    let indexes = [1.0, 2, 8].map { AreaIndex(shapes, cellSize: $0) }
    var all: [Int32] = []
    for x in stride(from: -10.0, through: 26, by: 0.5) {
      for y in stride(from: -10.0, through: 26, by: 0.5) {
        let point = Point(x: x, y: y)
        let expected = references.indices.filter { references[$0].covers(point) }.map { Int32($0) }
        for index in indexes {
          index.all(covering: point, into: &all)
          #expect(all == expected)
        }
      }
    }
  }

  @Test("The same index on any number of threads; the first is the least of all")
  func threads() {
    var source = RandomShapes(seed: 7)
    let shapes = source.net(side: 30, extent: 3_000)
    let one = AreaIndex(shapes, threads: 1)
    let four = AreaIndex(shapes, threads: 4)
    #expect(Array(one.storage.cells) == Array(four.storage.cells))
    #expect(Array(one.storage.lists) == Array(four.storage.lists))
    var all: [Int32] = []
    for point in source.points(for: shapes, extent: 3_000, count: 5_000) {
      one.all(covering: point, into: &all)
      #expect(one.first(covering: point).map { Int32($0) } == all.first)
    }
  }

  @Test("A saved index answers the same; one of another key, cut or altered is not used")
  func saved() throws {
    var source = RandomShapes(seed: 21)
    let shapes = source.net(side: 12, extent: 800)
    let index = AreaIndex(shapes)
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("index-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try index.write(to: url, key: [1, 2, 3], attachment: Array("codes".utf8))
    let opened = try #require(AreaIndex.open(url, key: [1, 2, 3]))
    #expect(opened.attachment == Array("codes".utf8))
    #expect(opened.index.count == shapes.count)
    for point in source.points(for: shapes, extent: 800, count: 2_000) {
      #expect(opened.index.first(covering: point) == index.first(covering: point))
    }
    #expect(AreaIndex.open(url, key: [1, 2, 4]) == nil)
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: url)
    #expect(AreaIndex.open(url, key: [1, 2, 3]) == nil)
    try bytes.dropLast(9).write(to: url)
    #expect(AreaIndex.open(url, key: [1, 2, 3]) == nil)
    #expect(AreaIndex.open(url.appendingPathExtension("none"), key: [1, 2, 3]) == nil)
  }
}
