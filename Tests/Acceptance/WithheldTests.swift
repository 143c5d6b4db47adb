import Foundation
import Testing

@testable import Disclosure

/// What a release does not show is said to be withheld, and nothing else is.
@Suite("What is withheld shows as withheld")
struct WithheldTests {
  /// The sample with other visits, audited and released.
  private static func release(
    in folder: TemporaryFolder, visits: (Substring) -> Bool, audit change: (String) -> String = { $0 }
  ) throws -> String {
    let input = folder.url.appendingPathComponent("in")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: input)
    let table = input.appendingPathComponent("service-use.csv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(whereSeparator: \.isNewline)
    let kept = [lines[0]] + lines.dropFirst().filter(visits)
    try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: table)
    let file = input.appendingPathComponent("audit.yml")
    try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
    for arguments in [
      ["audit", file.path, "--workspace", folder.path("W.gpkg")],
      ["release", "--workspace", folder.path("W.gpkg"), "--to", folder.path("R.gpkg")],
    ] {
      let outcome = try NeedsCommand.run(arguments)
      #expect(outcome.exitCode == 0, "\(outcome.messages)")
    }
    return folder.path("R.gpkg")
  }

  @Test("Indicators with small numbers are named before a release leaves, for they leave as they came in")
  func smallIndicators() throws {
    let folder = try TemporaryFolder()
    _ = try Self.release(in: folder, visits: { _ in true })
    let again = try NeedsCommand.run(
      "release", "--workspace", folder.path("W.gpkg"), "--to", folder.path("R.gpkg"))
    let lines = try String(contentsOfFile: folder.path("in/indicators.csv"), encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for id in ["in_need", "low_birth_weight"] {
      let column = try #require(lines[0].firstIndex(of: Substring("\(id)_n")))
      let small = lines.dropFirst().filter { (1...4).contains(Int($0[column]) ?? 0) }.count
      #expect(small > 0)
      #expect(
        again.messages.contains("\(id.replacing("_", with: "-")) in \(small) areas"), "\(small): \(again.messages)")
    }
    #expect(!again.messages.contains("imd in"))
  }

  private static func said(_ arguments: String...) throws -> String {
    let outcome = try NeedsCommand.run(arguments)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    return outcome.output.replacing("\r\n", with: "\n")
  }

  @Test("A centre with few visits has a row w for its services and its months; one without any visits has none")
  func centres() throws {
    let folder = try TemporaryFolder()
    var few = 0
    let release = try Self.release(in: folder) { line in
      if line.contains("SC02") { return false }
      guard line.contains("SC01") else { return true }
      few += line.contains("/2026,") ? 1 : 0
      return line.contains("/2026,") && few <= 6
    }
    for query in ["visits-by-service", "visits-by-month"] {
      let answer = try Self.said("query", query, "--workspace", release, "--format", "csv")
      #expect(answer.split(separator: "\n").filter { $0.hasPrefix("SC01,") } == ["SC01,,w,,"], "\(answer)")
      #expect(!answer.contains("SC02,") && answer.contains("SC03,"))
      let exact = try Self.said("query", query, "--workspace", folder.path("W.gpkg"), "--format", "csv")
      #expect(!exact.contains(",w,"), "nothing is withheld in the house")
    }
    let (one, two) = (
      try Self.said("profile", "SC01", "--workspace", release), try Self.said("profile", "SC02", "--workspace", release)
    )
    #expect(one.contains("withheld to protect privacy"))
    #expect(two.contains("No visit to this centre was recorded in the cycle."))
    _ = try Self.said("export", "--workspace", release, "--format", "csv", "--out", folder.path("x"))
    let centres = try String(contentsOfFile: folder.path("x/centres.csv"), encoding: .utf8)
    #expect(
      centres.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("SC02,") && $0.contains(",0,0,0") },
      "\(centres)")
  }

  @Test("A value is printed by name in the column for which audit.yml names it, and in no other")
  func names() throws {
    let names = Names(groups: ["language=eal", "send=send"])
    #expect(names.group("language=eal") == "language=eal")
    #expect(names.group("household=eal") == "household=other")
    #expect(names.groups(of: "language") == ["language=eal", "language=other"])
    #expect(names.groups(of: "lang") == ["lang=other"])
    let folder = try TemporaryFolder()
    // The sample's surveys name eal, but a survey's group has no column.
    let release = try Self.release(in: folder, visits: { _ in true }) {
      $0.replacing("  groups: {language: [eal], household: [lone-parent, young-parent], send: [send]}\n", with: "")
    }
    let groups = try Self.said("query", "groups", "--workspace", release, "--format", "csv")
    #expect(
      groups.contains("language=other") && !groups.contains("=eal") && !groups.contains("=lone-parent"), "\(groups)")
  }
}
