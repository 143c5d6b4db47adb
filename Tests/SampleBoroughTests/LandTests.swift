import Geometry
import Testing

@testable import SampleBorough

@Suite struct LandTests {
  private struct Segment: Hashable {
    var from: Point
    var to: Point
  }

  private func segments(_ shape: MultiPolygon) -> [Segment] {
    shape.polygons.flatMap(\.rings).flatMap { ring in
      zip(ring, ring.dropFirst()).map { Segment(from: $0, to: $1) }
    }
  }

  @Test("Areas share their borders exactly: each stretch is walked once, or once each way", arguments: [1, 2, 3])
  func sharedBorders(seed: Int) throws {
    let land = Land(try SampleOptions(seed: UInt64(seed)))
    var walked = Set<Segment>()
    for cells in land.cellsOfArea {
      for segment in segments(land.mesh.shape(of: cells)) { #expect(walked.insert(segment).inserted) }
    }
    let outline = walked.filter { !walked.contains(Segment(from: $0.to, to: $0.from)) }
    let whole = Set(segments(land.mesh.shape(of: land.cellsOfArea.flatMap { $0 })))
    #expect(outline == whole)
    #expect(land.codes.count == 60 && land.cellsOfArea.allSatisfy { !$0.isEmpty })
  }

  @Test("Two catchments overlap, one has a hole, one has two parts, and a boundary moved", arguments: [1, 2, 3])
  func oddities(seed: Int) throws {
    let land = Land(try SampleOptions(seed: UInt64(seed)))
    let sets = land.catchments.map(Set.init)
    let overlaps = sets.indices.flatMap { a in sets.indices.filter { $0 > a && !sets[a].isDisjoint(with: sets[$0]) } }
    #expect(overlaps.count == 1 && !sets[0].isDisjoint(with: sets[1]))
    let shapes = land.catchments.map { land.mesh.shape(of: $0) }
    #expect(shapes[2].polygons.contains { !$0.holes.isEmpty })
    #expect(shapes[3].polygons.count > 1)
    #expect(!land.moved.isEmpty)
    for (area, from, to) in land.moved {
      #expect(sets[to].isSuperset(of: land.cellsOfArea[area]))
      #expect(Set(land.catchmentsBefore[from]).isSuperset(of: land.cellsOfArea[area]))
    }
    // They cut through areas, so that a rule for sharing areas matters.
    let cut = land.cellsOfArea.filter { cells in
      sets.contains { set in cells.contains { set.contains($0) } && cells.contains { !set.contains($0) } }
    }
    #expect(cut.count > 5)
  }

  @Test("Pieces that meet in a corner only are parts, and a hole that meets the border in a corner stays a hole")
  func corners() {
    let mesh = Mesh(side: 4, origin: Point(x: 0, y: 0), length: 400, bends: 2, seed: 9)
    let apart = mesh.shape(of: [0, 5])
    #expect(apart.polygons.count == 2 && apart.polygons.allSatisfy { $0.holes.isEmpty })
    // A ring around cell 5, whose gap at cell 0 is closed by a corner alone.
    let ring = mesh.shape(of: [1, 2, 4, 6, 8, 9, 10])
    #expect(ring.polygons.count == 1 && ring.polygons[0].holes.count == 1)
    for shape in [apart, ring] {
      for ring in shape.polygons.flatMap(\.rings) { #expect(Set(ring.dropLast()).count == ring.count - 1) }
    }
  }

  @Test("A nation has as many areas and overlapping catchments as were asked for")
  func nation() throws {
    let land = Land(try SampleOptions(areas: 1500, catchments: 130))
    #expect(land.codes.count == 1500 && land.catchments.count == 130)
    #expect(land.catchments.allSatisfy { !$0.isEmpty })
    let cells = land.catchments.reduce(0) { $0 + $1.count }
    #expect(cells > Set(land.catchments.flatMap { $0 }).count)
  }
}
