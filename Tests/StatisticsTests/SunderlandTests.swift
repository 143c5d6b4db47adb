import Foundation
import Geodata
import SpatialJoin
import Statistics
import PublishedData
import Testing

/// Neighbours, Gi*, Moran's I and empirical Bayes rates of Sunderland's 185 areas, as GeoPandas and PySAL have them.
@Suite(
  "Sunderland in space",
  .enabled(if: SharedData.has("sunderland/expected/spatial.csv"), "needs ../shared/data/sunderland"))
struct SunderlandTests {
  struct Expected {
    var code: String
    var neighbours: Int
    var rank: Double
    var star: Double
    var smoothed: Double
  }

  static func column(_ file: String, _ key: String, _ value: String) throws -> [String: Double] {
    let table = try Table.open(TableSource(url: SharedData.url("sunderland/\(file)"), name: file))
    let (key, value) = (try table.index(of: key), try table.index(of: value))
    var result: [String: Double] = [:]
    try table.forEachRow { row in result[row.text(key)] = Double(row.text(value)) }
    return result
  }

  static func expected() throws -> [Expected] {
    let table = try Table.open(
      TableSource(url: SharedData.url("sunderland/expected/spatial.csv"), name: "spatial.csv"))
    var rows: [Expected] = []
    try table.forEachRow { row in
      func number(_ index: Int) -> Double { Double(row.text(index)) ?? .nan }
      rows.append(
        .init(
          code: row.text(0), neighbours: Int(number(1)), rank: number(2), star: number(3), smoothed: number(4)))
    }
    return rows
  }

  @Test("Neighbours within a metre, Gi* of the IMD rank, Moran's I, and seven areas that pass at q = 0.05")
  func space() throws {
    let expected = try Self.expected()
    let layer = try Layer.read(
      LayerSource(url: SharedData.url("sunderland/lsoa11.geojson"), codeColumn: "LSOA11CD"),
      gridFolders: [SharedData.url("proj").path])
    let shapes = Dictionary(layer.features.map { ($0.code, $0.shape) }) { first, _ in first }
    let neighbours = try #require(Neighbours(Contiguity.neighbours(expected.map { shapes[$0.code] ?? nil })))
    #expect(neighbours.lists.map(\.count) == expected.map(\.neighbours))
    #expect(neighbours.islands.isEmpty)
    // expected/spatial.json: links counted each way once, I, expected, variance under normality.
    #expect(neighbours.links == 1_000)
    let ranks = expected.map(\.rank)
    let stars = GetisOrd.star(ranks, neighbours)
    for (got, row) in zip(stars, expected) { #expect(isClose(got, row.star, 1e-8), "\(row.code)") }
    let moran = try #require(MoransI(ranks, neighbours))
    #expect(isClose(moran.value, 0.374152311012, 1e-9))
    #expect(isClose(moran.expected, -0.005434782609, 1e-9))
    #expect(isClose(moran.variance, 2.039985333751e-03, 1e-9))
    // measures.md: by normal p seven areas of the IMD rank pass; with 999 permutations none could.
    let discoveries = BenjaminiHochberg.discoveries(stars.map { $0.map(Normal.twoSided) })
    #expect(discoveries.count { $0 } == 7)
    let permuted = GetisOrd.permutationP(ranks, neighbours, seed: (1, 2, 3, 4))
    #expect(!BenjaminiHochberg.discoveries(permuted).contains(true))
  }

  @Test("Marshall's empirical Bayes rate of reached per child under five")
  func bayes() throws {
    let expected = try Self.expected()
    let reached = try Self.column("expected/areas.csv", "area", "reached")
    var children: [String: Double] = [:]
    for age in 0...4 {
      for (area, count) in try Self.column("under-fives.csv", "lsoa11cd", "age_\(age)") {
        children[area, default: 0] += count
      }
    }
    let places = expected.map { (events: reached[$0.code] ?? 0, people: children[$0.code] ?? 0) }
    let bayes = try #require(EmpiricalBayes(places))
    for (got, row) in zip(bayes.rates, expected) { #expect(isClose(got, row.smoothed, 1e-9), "\(row.code)") }
  }
}
