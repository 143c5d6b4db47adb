import Foundation
import Testing

/// Real boundaries, postcodes and populations; made-up children; an independent engine's results (GeoPandas, PySAL).
@Suite("Sunderland", .enabled(if: NeedsCommand.shared != nil, "the shared data are not here"))
struct SunderlandTests {
  static func expected(_ name: String) throws -> String {
    try String(contentsOf: AuditedBorough.sunderland.data.appendingPathComponent("expected/\(name)"), encoding: .utf8)
  }

  static func query(
    _ name: String, _ workspace: String? = nil, cycle: String = "2025-26", format: String = "csv"
  ) throws -> String {
    let outcome = try NeedsCommand.run(
      "query", name, "--workspace", workspace ?? AuditedBorough.sunderland.workspace(), "--cycle", cycle, "--format",
      format)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return outcome.output.replacing("\r\n", with: "\n")
  }

  @Test(
    "every cell of the tallies equals the independent engine's",
    arguments: [
      ("tally-by-area", "2025-26", "areas.csv"), ("tally-by-catchment", "2025-26", "catchments.csv"),
      ("tally-by-atom", "2025-26", "atoms.csv"), ("tally-by-area", "2024-25", "areas-2024-25.csv"),
      ("tally-by-catchment", "2024-25", "catchments-2024-25.csv"),
    ])
  func tallies(query: String, cycle: String, file: String) throws {
    #expect(try Self.query(query, cycle: cycle) == Self.expected(file))
  }

  @Test("the shares of areas in catchments are within 1e-5 of GEOS's overlay")
  func weights() throws {
    func read(_ text: String) -> [String: Double] {
      var weights: [String: Double] = [:]
      for line in text.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",")
        weights["\(cells[0]),\(cells[1])"] = Double(cells[2])
      }
      return weights
    }
    let ours = read(try Self.query("area-weights"))
    let theirs = read(try Self.expected("area-weights.csv"))
    #expect(theirs.count == 288)
    #expect(Set(ours.keys) == Set(theirs.keys))
    for (pair, weight) in theirs { #expect(abs((ours[pair] ?? 0) - weight) <= 1e-5, "\(pair)") }
  }

  @Test("the audit reports every number of totals.json but the planted truths")
  func totals() throws {
    let ours = try object(try Self.query("totals", format: "json"))
    let theirs = try object(try Self.expected("totals.json"))
    var compared = 0
    func compare(_ path: String, _ theirs: Any, _ ours: Any?) {
      if let nested = theirs as? [String: Any] {
        for (key, value) in nested where !(path.isEmpty && key == "planted") {
          compare("\(path)/\(key)", value, (ours as? [String: Any])?[key])
        }
      } else if let number = theirs as? NSNumber {
        compared += 1
        let other = (ours as? NSNumber)?.doubleValue ?? .nan
        #expect(abs(other - number.doubleValue) <= 1e-9 * max(1, abs(number.doubleValue)), "\(path)")
      }
    }
    compare("", theirs, ours)
    #expect(compared == 39)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(
    "every cell of the release equals the independent engine's",
    arguments: [
      ("reach-by-area", "released-areas.csv"), ("reach-by-catchment", "released-catchments.csv"),
      ("reach-by-atom", "released-atoms.csv"),
    ])
  func released(query: String, file: String) throws {
    #expect(try Self.query(query, AuditedBorough.sunderland.release()) == Self.expected(file))
  }

  @Test("each catchment has its page, marked as internal")
  func pages() throws {
    let pages = try AuditedBorough.sunderland.pages()
    let names = try FileManager.default.contentsOfDirectory(atPath: pages.path).sorted()
    #expect(names.count == 12, "11 catchments and the check of the files")
    for name in names {
      #expect(name.hasPrefix("internal-profile-") || name == "internal-check.html")
      let page = try String(contentsOf: pages.appendingPathComponent(name), encoding: .utf8)
      #expect(page.contains("INTERNAL – not for release"))
    }
  }

  @Test("the reports on every catchment are the audit's own profiles, with what people said")
  func reports() throws {
    let folder = try TemporaryFolder()
    let outcome = try NeedsCommand.run(
      "report", "--workspace", AuditedBorough.sunderland.workspace(), "--every", "catchment", "--out",
      folder.path("again"))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("again"))
    #expect(names.count == 11)
    for name in names {
      let first = try Data(contentsOf: AuditedBorough.sunderland.pages().appendingPathComponent(name))
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("again/\(name)"))) == first, "\(name)")
    }
  }

  @Test("the same inputs give the same bytes")
  func deterministic() throws {
    let first = try Self.run(), second = try Self.run()
    #expect(first == second)
  }

  private static func run() throws -> Data {
    let folder = try TemporaryFolder()
    let outcome = try NeedsCommand.run(
      "audit", AuditedBorough.sunderland.audit, "--data", AuditedBorough.sunderland.data.path, "--workspace",
      folder.path("W.gpkg"))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return try Data(contentsOf: URL(fileURLWithPath: folder.path("W.gpkg")))
  }
}
