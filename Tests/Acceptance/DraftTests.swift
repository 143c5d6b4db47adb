import Foundation
import Testing

/// `needs init` and `needs check`.
@Suite("Draft and check")
struct DraftTests {
  static func copy(_ source: URL, to folder: TemporaryFolder) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path)
    where name != "expected" && name != "audit.yml" {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent(name), withDestinationURL: source.appendingPathComponent(name))
    }
  }

  @Test(
    "the draft of Sunderland's folder runs as it stands and counts the same children",
    .enabled(if: NeedsCommand.shared != nil, "the shared data are not here"))
  func sunderland() throws {
    let folder = try TemporaryFolder()
    let data = try #require(NeedsCommand.shared).appendingPathComponent("sunderland")
    let drafted = try NeedsCommand.run("init", data.path, "--out", folder.path("draft.yml"))
    #expect(drafted.exitCode == 0, "\(drafted.messages)")
    #expect(drafted.messages.contains("population: date"))
    // Without the grid of PROJ the borders would move by metres; its folder is the one thing that no file can say.
    let proj = data.deletingLastPathComponent().appendingPathComponent("proj").path
    let text = try String(contentsOfFile: folder.path("draft.yml"), encoding: .utf8)
    for part in [
      "recipe: nspl", "recipe: iod2019-file1", "recipe: iod2019-file2", "recipe: iod2019-file3",
      "recipe: iod2019-file6", "{label: 2024-25",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    try folder.write("draft.yml", text + "proj: [\"\(proj)\"]\n")
    let checked = try NeedsCommand.run("check", folder.path("draft.yml"), "--data", data.path)
    #expect(checked.exitCode == 0, "\(checked.messages)")
    let outcome = try NeedsCommand.run(
      "audit", folder.path("draft.yml"), "--data", data.path, "--workspace", folder.path("W.gpkg"))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let tally = try NeedsCommand.run("query", "tally-by-area", "--workspace", folder.path("W.gpkg"), "--format", "csv")
    #expect(
      tally.output.replacing("\r\n", with: "\n")
        == (try String(contentsOf: data.appendingPathComponent("expected/areas.csv"), encoding: .utf8)))
  }

  @Test("the draft of the sample borough's folder can be checked")
  func sample() throws {
    let folder = try TemporaryFolder()
    let data = NeedsCommand.root.appendingPathComponent("geodata")
    let drafted = try NeedsCommand.run("init", data.path, "--out", folder.path("draft.yml"))
    #expect(drafted.exitCode == 0, "\(drafted.messages)")
    let checked = try NeedsCommand.run("check", folder.path("draft.yml"), "--data", data.path, "--format", "json")
    #expect(checked.exitCode == 0, "\(checked.messages) \(checked.output)")
    let again = try NeedsCommand.run("init", data.path, "--out", folder.path("draft.yml"))
    #expect(again.exitCode == 73)
  }

  @Test("a check finds every fault in one pass and changes nothing")
  func everyFault() throws {
    let folder = try WrongInputTests.folder()
    try folder.write("areas.geojson", String(WrongInputTests.files["areas.geojson"]!.dropLast(40)))
    try folder.write(
      "enrolments.csv", WrongInputTests.files["enrolments.csv"]!.replacing("child,born", with: "kid,born"))
    try folder.write("visits.csv", "child,date,centre\nsecret-1,05/10/2025,C1\nsecret-3,06/11/2025,C1\n")
    let checked = try NeedsCommand.run("check", folder.path("audit.yml"), "--format", "csv")
    #expect(checked.exitCode == 65)
    for words in ["areas.geojson", "enrolments.csv", "visits.csv", "dd/mm/yyyy"] {
      #expect(checked.output.contains(words))
    }
    #expect(checked.output.split(separator: "\n").count { $0.hasPrefix("refusal") } == 3)
    #expect(!checked.output.contains("secret-"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("W.gpkg")))
  }
}
