import Foundation
import Siting
import Testing

@Suite("needs site", .enabled(if: (try? CBC()) != nil, "CBC is not installed: make setup")) struct SiteTests {
  private static let audit = NeedsCommand.root.appendingPathComponent("geodata/audit.yml").path

  private static func answer(_ arguments: String...) throws -> [String: Any] {
    let run = try NeedsCommand.run(["site", audit] + arguments + ["--format", "json"])
    try #require(run.exitCode == 0, "\(run.messages)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("More sites are never worse, and what is chosen for the distance is nearer than what is chosen to cover")
  func more() throws {
    var last = Double.infinity
    for sites in ["1", "2", "4"] {
      let said = try Self.answer("--sites", sites, "--need", "unreached")
      #expect(said["proven"] as? Bool == true)
      #expect(said["audience"] as? String == "internal")
      let (before, after) = (
        try #require(said["mean_metres_before"] as? Double), try #require(said["mean_metres_after"] as? Double)
      )
      #expect(after <= min(before, last))
      last = after
      let covering = try Self.answer(
        "--sites", sites, "--need", "unreached", "--goal", "coverage", "--within", "800")
      let distance = try Self.answer("--sites", sites, "--need", "unreached", "--within", "800")
      #expect(
        try #require(covering["within_after"] as? Double) >= (try #require(distance["within_after"] as? Double)))
      #expect(
        try #require(covering["mean_metres_after"] as? Double)
          >= (try #require(distance["mean_metres_after"] as? Double)))
    }
  }

  @Test(
    "What cannot be is refused in one line",
    arguments: [
      (["--sites", "90"], 64, "60 candidates for 90 sites"),
      (["--sites", "1", "--need", "lone-parent"], 64, "lone-parents?"),
      (["--sites", "1", "--candidates", "nowhere.csv"], 66, "nowhere.csv"),
      (["--sites", "1", "--goal", "coverage", "--within", "0"], 64, "more than 0 metres"),
    ])
  func refused(_ arguments: [String], _ code: Int, _ words: String) throws {
    let run = try NeedsCommand.run(["site", Self.audit] + arguments)
    #expect(run.exitCode == Int32(code))
    #expect(run.messages.contains(words))
    #expect(run.messages.split(separator: "\n").count == 1)
  }

  @Test("Without the solver it says how to have it")
  func without() throws {
    let run = try NeedsCommand.run(["site", Self.audit, "--sites", "1"], environment: ["NEEDS_CBC": "nowhere/cbc"])
    #expect(run.exitCode == 69 && run.messages.contains("make setup installs it"))
  }
}
