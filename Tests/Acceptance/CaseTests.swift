import Foundation
import Testing
import Yams

/// Trouble that real people reported, rebuilt small (shared data, cases/): each with its audit file and right outcome.
@Suite("Cases", .enabled(if: NeedsCommand.shared != nil, "the shared data are not here"))
struct CaseTests {
  /// A case's audit file, and what is right.
  struct Run: CustomTestStringConvertible {
    let folder: String
    let file: String
    /// Where case.yml has the tallies by area; nil: the run is refused.
    var areas: [String]?
    /// Where case.yml has the tallies by catchment.
    var catchments: [String]?
    /// What the messages must say.
    var words: [String] = []
    var testDescription: String { "\(folder)/\(file)" }
  }

  static let plainAreas = ["expected", "tally_by_area"]
  static let plainCatchments = ["expected", "tally_by_catchment"]

  static let runs: [Run] = [
    Run(
      folder: "01-lat-lon-swapped", file: "audit.yml",
      words: ["enrolments.csv", "longitude and latitude", "exchanged", "axis order", "12 rows", "row 2"]),
    Run(folder: "01-lat-lon-swapped", file: "audit-told.yml", areas: plainAreas, catchments: plainCatchments),
    Run(
      folder: "03-no-crs", file: "audit-shp.yml",
      words: ["areas-no-prj.shp", "CRS", "missing", ".prj", "EPSG:27700", "audit.yml"]),
    Run(
      folder: "03-no-crs", file: "audit-srs0.yml",
      words: ["areas-srs0.gpkg", "CRS", "missing", "srs_id", "EPSG:27700", "audit.yml"]),
    Run(
      folder: "03-no-crs", file: "audit-metres.yml",
      words: ["areas-metres.geojson", "CRS", "missing", "RFC 7946", "EPSG:27700", "audit.yml"]),
    Run(folder: "03-no-crs", file: "audit-told-shp.yml", areas: plainAreas, catchments: plainCatchments),
    Run(folder: "03-no-crs", file: "audit-told-srs0.yml", areas: plainAreas, catchments: plainCatchments),
    Run(folder: "03-no-crs", file: "audit-told-metres.yml", areas: plainAreas, catchments: plainCatchments),
    Run(
      folder: "05-bow-tie-catchment", file: "audit.yml", areas: plainAreas, catchments: plainCatchments,
      words: [
        "catchments.gpkg, CC01", "self-intersection", "(431000, 551000)", "0 m² as drawn", "2000000 m² after repair",
      ]),
    Run(
      folder: "07-one-code-in-several-features", file: "audit.yml", areas: plainAreas,
      words: ["E01900002 in 2 features", "E01900005", "has no geometry"]),
    Run(folder: "09-kml-code-in-extended-data", file: "audit.yml", catchments: plainCatchments),
    Run(
      folder: "11-iod2019-on-lsoa-2021", file: "audit.yml", areas: plainAreas,
      words: [
        "iod2019.csv", "LSOA 2011", "LSOA 2021", "2 of 5 areas have a rank", "E01900011, E01900012, E01900013",
        "3 of 5 rows (E01900003, E01900004, E01900005) match no area", "a lookup 2011 to 2021",
      ]),
    Run(folder: "11-iod2019-on-lsoa-2021", file: "audit-lookup.yml", areas: plainAreas),
    Run(
      folder: "13-decile-turned-round", file: "audit.yml",
      words: [
        "indicators.csv", "imd_decile", "contradicts imd_rank in 4 of 4 rows", "direction", "10 = most deprived?",
      ]),
    Run(folder: "13-decile-turned-round", file: "audit-decile-only.yml", words: ["polarity"]),
    Run(
      folder: "15-postcode-spellings", file: "audit.yml", areas: plainAreas,
      words: ["enrolments.csv", "rows 9, 10 and 12 are not located", "rows 9 and 10", "letter O or I", "hint"]),
    Run(folder: "17-utf16-and-cp1252", file: "audit.yml", areas: plainAreas, catchments: plainCatchments),
    Run(
      folder: "21-day-or-month-first", file: "audit-ambiguous.yml",
      words: ["service-use-ambiguous.csv", "date", "dd/mm/yyyy or mm/dd/yyyy", "row 2", "audit.yml"]),
    Run(
      folder: "21-day-or-month-first", file: "audit-contradictory.yml",
      words: ["service-use-contradictory.csv", "row 2 and row 3", "no one format fits"]),
    Run(folder: "21-day-or-month-first", file: "audit-dd-mm.yml", areas: ["expected", "a", "stated_dd_mm_yyyy"]),
    Run(folder: "21-day-or-month-first", file: "audit-mm-dd.yml", areas: ["expected", "a", "stated_mm_dd_yyyy"]),
    Run(
      folder: "19-thousands-suppressed-total-row", file: "audit-csv.yml", areas: [],
      words: [
        "under-fives.csv", "E01900002", "row 3", "c is not a number, taken as missing", "row 6",
        "E92000001 is no area of areas.gpkg", "2 rows without an area code",
      ]),
    Run(
      folder: "19-thousands-suppressed-total-row", file: "audit-xlsx.yml", areas: [],
      words: ["under-fives.xlsx", "E01900002", "c is not a number, taken as missing", "E92000001 is no area"]),
    Run(
      folder: "23-no-children-and-a-shared-row", file: "audit.yml", areas: [],
      words: ["under-fives.csv, row 6", "E01900005, E01900006", "one figure (30) for 2 areas"]),
  ]

  @Test("each fault has the outcome that its case calls right", arguments: runs)
  func outcome(run: Run) throws {
    let folder = try #require(NeedsCommand.shared).appendingPathComponent("cases/\(run.folder)")
    let place = try TemporaryFolder()
    let outcome = try NeedsCommand.run(
      "audit", folder.appendingPathComponent(run.file).path, "--workspace", place.path("W.gpkg"))
    for word in run.words { #expect(outcome.messages.contains(word), "\(word) is not in: \(outcome.messages)") }
    for forbidden in ["NaN", "nan ", "inf "] { #expect(!outcome.messages.contains(forbidden)) }
    guard run.areas != nil || run.catchments != nil else {
      #expect(outcome.exitCode == 65 || outcome.exitCode == 78, "\(outcome.messages)")
      #expect(outcome.messages.split(separator: "\n").count == 1)
      #expect(!FileManager.default.fileExists(atPath: place.path("W.gpkg")))
      return
    }
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    for (query, path) in [("tally-by-area", run.areas), ("tally-by-catchment", run.catchments)] {
      guard let path, !path.isEmpty else { continue }
      let expected = try #require(try Self.text(in: folder.appendingPathComponent("case.yml"), at: path))
      #expect(try Self.firstFive(query, place) == expected)
    }
  }

  /// A text of case.yml.
  static func text(in file: URL, at path: [String]) throws -> String? {
    var node = try Yams.compose(yaml: String(contentsOf: file, encoding: .utf8))
    for key in path { node = node?[key] }
    return node?.string
  }

  /// The first five columns of a tally.
  static func firstFive(_ query: String, _ place: TemporaryFolder) throws -> String {
    let outcome = try NeedsCommand.run("query", query, "--workspace", place.path("W.gpkg"), "--format", "csv")
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return outcome.output.replacing("\r\n", with: "\n").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(separator: ",") + "\n" }
      .joined()
  }
}
