import Foundation
import Testing

/// The sample audited in a CRS of its own.
@Suite("The CRS of the analysis") struct AnalysisCRSTests {
  /// The sample's audit.yml with another `crs:`, each file's own said beside it.
  private static func audit(_ folder: TemporaryFolder, crs: String) throws -> String {
    let geodata = folder.url.appendingPathComponent("in")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: geodata)
    let url = geodata.appendingPathComponent("other.yml")
    let text = try String(contentsOf: geodata.appendingPathComponent("audit.yml"), encoding: .utf8)
      .replacingOccurrences(of: "\ncrs: EPSG:27700\n", with: "\ncrs: \(crs)\n")
      .replacingOccurrences(of: "  file: centres.csv\n", with: "  file: centres.csv\n  crs: EPSG:27700\n")
      .replacingOccurrences(of: "  file: enrolments.csv\n", with: "  file: enrolments.csv\n  crs: EPSG:27700\n")
    #expect(text.components(separatedBy: "EPSG:27700").count == 6)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  private static func counts(_ workspace: String) throws -> [[String]] {
    try NeedsCommand.run("query", "reach-by-catchment", "--workspace", workspace, "--format", "csv").output
      .split(separator: "\n").dropFirst().map { $0.split(separator: ",").map { String($0) } }
  }

  @Test("Homes by coordinates and by postcode lie in the same catchments whatever metres the analysis is in")
  func utm() throws {
    let folder = try TemporaryFolder()
    let sample = NeedsCommand.root.appendingPathComponent("geodata/audit.yml").path
    let (grid, utm) = (folder.path("grid.gpkg"), folder.path("utm.gpkg"))
    for (audit, workspace) in [(sample, grid), (try Self.audit(folder, crs: "EPSG:32630"), utm)] {
      let run = try NeedsCommand.run("audit", audit, "--workspace", workspace, "--cycle", "2025-26")
      try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    }
    let (one, other) = (try Self.counts(grid), try Self.counts(utm))
    #expect(one.count == 5 && one.map(\.first) == other.map(\.first))
    for (left, right) in zip(one, other) {
      let numbers = zip(left, right).compactMap { pair in Double(pair.0).flatMap { a in Double(pair.1).map { (a, $0) } }
      }
      #expect(numbers.count >= 3)
      // Straight borders bend a little: a child on one may change sides.
      for (a, b) in numbers { #expect(abs(a - b) <= max(2, a / 100), "\(left) and \(right)") }
    }
  }

  @Test("A cycle in another CRS than those beside it is refused, and nothing is changed")
  func mixed() throws {
    let folder = try TemporaryFolder()
    let sample = NeedsCommand.root.appendingPathComponent("geodata/audit.yml").path
    let workspace = folder.path("w.gpkg")
    let first = try NeedsCommand.run("audit", sample, "--workspace", workspace, "--cycle", "2024-25")
    try #require(first.exitCode == 0, "\(first.messages.suffix(400))")
    let before = try Data(contentsOf: URL(fileURLWithPath: workspace))
    let other = try Self.audit(folder, crs: "EPSG:32630")
    let second = try NeedsCommand.run("audit", other, "--workspace", workspace, "--cycle", "2025-26")
    #expect(second.exitCode == 65)
    let said = second.messages.split(separator: "\n").last.map(String.init) ?? ""
    #expect(said.contains("EPSG:27700") && said.contains("EPSG:32630"), "\(said)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: workspace)) == before)
    // The only cycle may be run again in another.
    #expect(try NeedsCommand.run("audit", other, "--workspace", workspace, "--cycle", "2024-25").exitCode == 0)
  }
}
