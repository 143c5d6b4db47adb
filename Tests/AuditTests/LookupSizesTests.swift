import Foundation
import Geodata
import Geometry
import Testing
import Workspace

@testable import Audit

@Suite("Counts shared out by a lookup")
struct LookupSizesTests {
  private func place(_ code: String, from x: Double, to end: Double) throws -> CycleContent.Place {
    let ring = [(x, 0), (end, 0), (end, 100), (x, 100), (x, 0)].map { Point(x: $0.0, y: Double($0.1)) }
    let shape = MultiPolygon([Polygon(exterior: ring)])
    return .init(code: code, name: code, surface: (end - x) * 100, shape: shape)
  }

  private func lookup(_ text: String) throws -> AreaLookup {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try AreaLookup.load(TableSource(url: url, name: "lookup.csv"), from: "old", to: "new", change: "change")
  }

  @Test("A split area is shared out by the postcodes in its parts, and by surface where there are none")
  func split() throws {
    let lookup = try lookup("old,change,new\nA,S,A1\nA,S,A2\n")
    let new = [try place("A1", from: 0, to: 100), try place("A2", from: 100, to: 400)]
    let bySurface = LookupSizes(lookup, areas: new, old: [], points: [])
    #expect(lookup.share(["A": 40], to: ["A1", "A2"], size: bySurface.size).counts == ["A1": 10, "A2": 30])
    let points = [10.0, 20, 30, 200].map { Point(x: $0, y: 50) }
    let byPoints = LookupSizes(lookup, areas: new, old: [], points: points)
    #expect(lookup.share(["A": 40], to: ["A1", "A2"], size: byPoints.size).counts == ["A1": 30, "A2": 10])
    #expect(byPoints.basis == "live residential postcodes")
  }

  @Test("An irregular area is shared out only with its polygon; a part outside the audit is nobody's here")
  func irregular() throws {
    let lookup = try lookup("old,change,new\nA,X,A1\nA,X,A2\nB,X,A2\n")
    let new = [try place("A1", from: 0, to: 100), try place("A2", from: 100, to: 400)]
    let without = LookupSizes(lookup, areas: new, old: [], points: [])
    #expect(lookup.share(["A": 40, "B": 5], to: ["A1", "A2"], size: without.size).counts.isEmpty)
    let old = [try place("A", from: 0, to: 200), try place("B", from: 200, to: 400)]
    let with = LookupSizes(lookup, areas: new, old: old, points: [])
    let counts = lookup.share(["A": 40, "B": 5], to: ["A1", "A2"], size: with.size).counts
    #expect(counts == ["A1": 20, "A2": 25])
    let cut = LookupSizes(lookup, areas: [new[0]], old: [old[0]], points: [])
    #expect(lookup.share(["A": 40, "B": 5], to: ["A1"], size: cut.size).counts == ["A1": 20])
  }
}
