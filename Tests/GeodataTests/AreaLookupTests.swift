import Foundation
import Testing

@testable import Geodata

@Suite("Lookups between vintages")
struct AreaLookupTests {
  private func lookup(_ text: String, change: String? = "change", weight: String? = nil) throws -> AreaLookup {
    let file = try TemporaryFile(text, "lookup.csv")
    return try AreaLookup.load(file.source, from: "old", to: "new", change: change, weight: weight)
  }

  private static let case11 = """
    old,change,new
    E1,U,E1
    E2,U,E2
    E3,S,E11
    E3,S,E12
    E4,M,E13
    E5,M,E13
    E6,X,E14
    E6,X,E15
    E7,X,E15

    """

  @Test("Ranks pass for U and S and are missing for M and X")
  func ranks() throws {
    let lookup = try lookup(Self.case11)
    let ranks = ["E1": 1000, "E2": 5000, "E3": 12_000, "E4": 20_000, "E5": 30_000, "E6": 1, "E7": 2]
    let (values, gaps) = lookup.pass(ranks, to: ["E1", "E2", "E11", "E12", "E13", "E14", "E15", "E99"])
    #expect(values == ["E1": 1000, "E2": 5000, "E11": 12_000, "E12": 12_000])
    #expect(gaps.map(\.area) == ["E13", "E14", "E15", "E99"])
    #expect(gaps[0].why == "comes from E4, E5 (M)")
  }

  @Test("Counts are added for M and shared out by size for S and X; the total stays")
  func counts() throws {
    let lookup = try lookup(Self.case11)
    let counts = ["E1": 10.0, "E2": 20, "E3": 40, "E4": 5, "E5": 6, "E6": 8, "E7": 9]
    let areas = ["E1", "E2", "E11", "E12", "E13", "E14", "E15"]
    let sizes = ["E11": 30.0, "E12": 10, "E14": 1, "E15": 3]
    let (moved, gaps) = lookup.share(counts, to: areas) { sizes[$0.to] }
    #expect(moved == ["E1": 10, "E2": 20, "E11": 30, "E12": 10, "E13": 11, "E14": 2, "E15": 15])
    #expect(gaps.isEmpty)
    #expect(moved.values.reduce(0, +) == counts.values.reduce(0, +))
    let without = lookup.share(counts, to: areas)
    #expect(without.counts == ["E1": 10, "E2": 20, "E13": 11])
    #expect(without.gaps.first?.why == "how E3 is shared out is not known (S)")
  }

  @Test("Without change codes the links' shape tells; a code that the links contradict is said and not followed")
  func shape() throws {
    let text = Self.case11.split(separator: "\n").map { $0.split(separator: ",") }
    let plain = text.map { "\($0[0]),\($0[2])" }.joined(separator: "\n") + "\n"
    let byShape = try lookup(plain, change: nil)
    #expect(byShape.complaints.isEmpty)
    #expect(byShape.parents(of: "E11").map(\.change) == [.split])
    #expect(byShape.parents(of: "E13").map(\.change) == [.merged, .merged])
    let wrong = try lookup("old,change,new\nE1,U,E9\nE2,U,E9\n")
    #expect(wrong.parents(of: "E9").map(\.change) == [.merged, .merged])
    #expect(wrong.complaints.count == 1)
    #expect(wrong.pass(["E1": 1, "E2": 2], to: ["E9"]).values.isEmpty)
  }

  @Test("A lookup's own weights are used; an unknown code and a link with two meanings are refused")
  func weights() throws {
    let weighted = try lookup("old,new,w\nE3,E11,0.25\nE3,E12,0.75\n", change: nil, weight: "w")
    #expect(weighted.share(["E3": 40], to: ["E11", "E12"]).counts == ["E11": 10, "E12": 30])
    #expect(
      refusal { _ = try lookup("old,change,new\nE1,Q,E1\n") }?.contains("row 2, column change: the change code") == true
    )
    #expect(refusal { _ = try lookup("old,change,new\nE1,U,E1\nE1,S,E1\n") }?.contains("stands there twice") == true)
  }

  @Test(
    "England's lookup: 33,755 areas of 2021, the published number of each change; no person is lost or doubled",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func england() throws {
    let url = try SharedData.url("england/lsoa11-lsoa21-lookup.csv")
    let lookup = try AreaLookup.load(
      TableSource(url: url, name: "lookup.csv"), from: "lsoa11_code", to: "lsoa21_code", change: "change_code")
    let kinds = Dictionary(grouping: lookup.links, by: \.change).mapValues(\.count)
    #expect(kinds == [.unchanged: 31_810, .split: 1842, .merged: 194, .irregular: 9])
    #expect(Set(lookup.links.map(\.from)).count == 32_844)
    let areas = Set(lookup.links.map(\.to)).sorted()
    #expect(areas.count == 33_755)
    let ones = Dictionary(lookup.links.map { ($0.from, 1.0) }, uniquingKeysWith: { first, _ in first })
    let (moved, gaps) = lookup.share(ones, to: areas) { _ in 1 }
    #expect(gaps.isEmpty)
    #expect(abs(moved.values.reduce(0, +) - 32_844) < 1e-6)
  }

  @Test(
    "Case 11: IoD 2019 moved to LSOA 2021 by the lookup", .enabled(if: SharedData.isPresent, "../shared/data is absent")
  )
  func case11() throws {
    let folder = "cases/11-iod2019-on-lsoa-2021/"
    let url = try SharedData.url(folder + "lsoa11-lsoa21-lookup.csv")
    let lookup = try AreaLookup.load(
      TableSource(url: url, name: "lookup.csv"), from: "lsoa11_code", to: "lsoa21_code", change: "change_code")
    let file = try SharedData.url(folder + "iod2019.csv")
    let result = try PublishedRecipe.read("iod2019-file1", from: TableSource(url: file, name: "iod2019.csv"))
    let areas = ["E01900001", "E01900002", "E01900011", "E01900012", "E01900013"]
    let moved = result.moved(by: lookup, to: areas, vintage: "LSOA 2021", file: "iod2019.csv")
    #expect(moved.values.map(\.area) == Array(areas.prefix(4)))
    #expect(moved.values.map(\.rank) == [1000, 5000, 12_000, 12_000])
    #expect(moved.complaints.count == 1)
    #expect(
      moved.complaints[0].line.contains("1 of 5 areas have no value after the lookup from LSOA 2011 to LSOA 2021"))
    #expect(moved.complaints[0].line.contains("E01900013 comes from E01900004, E01900005 (M)"))
  }
}
