import Foundation
import Testing

/// Three cycles of the sample borough: what was sealed stays as it was, whatever later cycles say of its claims.
@Suite("Sealed evidence") struct SealedEvidenceTests {
  /// The sample with a third cycle, whose files are those of the second.
  private static func borough(_ folder: TemporaryFolder) throws -> String {
    let geodata = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: geodata)
    let url = geodata.appendingPathComponent("audit.yml")
    var text = try String(contentsOf: url, encoding: .utf8)
    let last = try #require(text.range(of: "    to: 2026-08-31\n"))
    text.insert(contentsOf: "  - {label: 2026-27, from: 2026-09-01, to: 2027-08-31}\n", at: last.upperBound)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  @Test(
    "A sealed cycle's page, claims and findings are the same bytes after a second and a third cycle tested its claims")
  func threeCycles() throws {
    let folder = try TemporaryFolder()
    let audit = try Self.borough(folder)
    let workspace = folder.path("w.gpkg")
    @discardableResult
    func needs(_ arguments: String..., exit: Int32 = 0) throws -> NeedsCommand.Outcome {
      let run = try NeedsCommand.run(arguments + ["--workspace", workspace])
      #expect(run.exitCode == exit, "\(arguments): \(run.messages)")
      return run
    }
    func pages(_ cycle: String) throws -> [String] {
      try [
        needs("profile", "SC01", "--cycle", cycle), needs("profile", "SC05", "--cycle", cycle, "--format", "json"),
        needs("claim", "list", "--cycle", cycle, "--format", "csv"), needs("response", "list", "--cycle", cycle),
        needs("claim", "calibration", "--cycle", cycle), needs("findings", "--cycle", cycle),
        needs("voice", "burden", "--cycle", cycle), needs("findings", "--cycle", cycle, "--format", "json"),
      ].map(\.output)
    }
    try needs("audit", audit, "--cycle", "2024-25")
    try needs(
      "claim", "add", "--catchment", "SC05", "--measure", "reached.of-enrolled", "--predicate", "above", "--against",
      "0.4")
    try needs("claim", "add", "--theme", "debt")
    try needs("response", "add", "--claim", "K-2024-25-02", "--what", "advice two days a week", "--status", "running")
    let test = ["--outcome", "supported", "--asked", "20", "--agreed", "15"]
    let tested = try NeedsCommand.run(
      ["claim", "test", "K-2024-25-01", "--workspace", workspace, "--date", "2025-05-12"] + test)
    #expect(tested.exitCode == 0, "\(tested.messages)")
    try needs("cycle", "seal", "--cycle", "2024-25", "--on", "2025-09-30")
    let sealed = try pages("2024-25")

    try needs("audit", audit, "--cycle", "2025-26")
    #expect(
      try needs("claim", "list", "--format", "csv").output.contains("K-2024-25-02"), "a new cycle opens with them")
    try needs("claim", "edit", "K-2024-25-02", "--state", "draft", "--owner", "centre head")
    try needs("claim", "test", "K-2024-25-01", "--date", "2026-05-12", "--outcome", "refuted", "--asked", "30")
    try needs("response", "set", "R-2024-25-01", "--status", "met")
    // The first cycle takes nothing more, and says nothing else.
    try needs("claim", "edit", "K-2024-25-02", "--cycle", "2024-25", "--owner", "somebody else", exit: 65)
    try needs("response", "set", "R-2024-25-01", "--cycle", "2024-25", "--status", "missed", exit: 65)
    #expect(try pages("2024-25") == sealed)
    let refuted = try needs("claim", "list").output.split(separator: "\n").first { $0.hasPrefix("K-2024-25-01") }
    #expect(
      refuted?.contains("refuted 2026-05-12: 30 asked") == true && refuted?.contains("supported 2025-05-12") == true)
    try needs("cycle", "seal", "--cycle", "2025-26", "--on", "2026-09-30")
    let second = try pages("2025-26")

    try needs("audit", audit, "--cycle", "2026-27")
    let opened = try needs("claim", "list", "--format", "csv").output
    #expect(opened.contains("2024-25 cannot-tell|2025-26 ") && opened.contains("|2026-27 "))
    #expect(opened.split(separator: "\n").contains { $0.hasPrefix("K-2024-25-01") && $0.contains(",refuted,") })
    try needs("claim", "edit", "K-2024-25-01", "--state", "open", "--due", "2027-05-31")
    try needs("claim", "test", "K-2024-25-02", "--date", "2027-03-01", "--outcome", "revised", "--asked", "12")
    #expect(try needs("claim", "calibration", "--format", "csv").output != second[4])
    try needs("response", "add", "--claim", "K-2024-25-02", "--what", "debt advice at the nursery")
    #expect(try pages("2024-25") == sealed)
    #expect(try pages("2025-26") == second)
    #expect(try needs("workspace", "verify").exitCode == 0)
    try needs("cycle", "seal", "--on", "2027-09-30")
    try needs("claim", "edit", "K-2024-25-01", "--owner", "nobody", exit: 65)
    try needs("response", "set", "R-2026-27-01", "--status", "met", exit: 65)
    #expect(try needs("workspace", "verify").exitCode == 0)
  }
}
