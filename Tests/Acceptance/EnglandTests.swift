import Foundation
import Testing

/// A whole nation as one audit, by the ordinary command line.
@Suite("England", .enabled(if: NeedsCommand.shared != nil, "the shared data are not here"))
struct EnglandTests {
  @Test("32,844 areas and 317 districts run as one audit, and the summaries are near the government's own")
  func nation() throws {
    let folder = try TemporaryFolder()
    let data = try #require(NeedsCommand.shared).appendingPathComponent("england")
    let outcome = try NeedsCommand.run(
      "audit", NeedsCommand.root.appendingPathComponent("Tests/Acceptance/england/audit.yml").path, "--data", data.path,
      "--workspace", folder.path("W.gpkg"))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("32844 areas, 317 catchments"))
    let extent = try NeedsCommand.run(
      "figures", "--workspace", folder.path("W.gpkg"), "--measure", "imd.extent", "--format", "csv")
    #expect(extent.exitCode == 0, "\(extent.messages)")
    let published = try String(contentsOf: data.appendingPathComponent("iod2019-lad-summaries.csv"), encoding: .utf8)
    let rows = published.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
    let code = try #require(rows[0].firstIndex { $0.lowercased().contains("code") })
    let column = try #require(rows[0].firstIndex { $0.lowercased().contains("extent") })
    let ours = extent.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let (place, value) = (try #require(ours[0].firstIndex(of: "place")), try #require(ours[0].firstIndex(of: "value")))
    let values = Dictionary(
      ours.dropFirst().map { ($0[place], Double($0[value])) }, uniquingKeysWith: { first, _ in first })
    #expect(rows.count == 318)
    for row in rows.dropFirst() {
      let expected = try #require(Double(row[column]))
      let computed = try #require(values[row[code]] ?? nil, "\(row[code])")
      // The published extent is rounded to four places.
      #expect(abs(computed - expected) <= 0.00006, "\(row[code]): \(computed) against \(expected)")
    }
  }
}
