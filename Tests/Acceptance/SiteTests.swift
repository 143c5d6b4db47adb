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

  @Test("has a page with the sites, what they better and a map; internal where children were counted, in Welsh too")
  func page() throws {
    let folder = try TemporaryFolder()
    for (need, language, words) in [
      ("unreached", "english", "Where new sites would serve best"),
      ("children", "welsh", "Lle byddai safleoedd newydd yn gwasanaethu orau"),
    ] {
      let file = folder.path("\(need).html")
      let run = try NeedsCommand.run(
        "site", Self.audit, "--sites", "2", "--need", need, "--html", file, "--language", language, "--format", "json")
      try #require(run.exitCode == 0, "\(run.messages)")
      let page = try String(contentsOfFile: file, encoding: .utf8)
      #expect(page.contains(words))
      #expect(page.contains("INTERNAL – not for release") == (need == "unreached"))
      let sites =
        try #require(
          try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])["sites"] as? [[String: Any]]
      for site in sites ?? [] { #expect(page.contains(try #require(site["site"] as? String))) }
      #expect(sites?.count == 2)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect((mode == 0o600) == (need == "unreached"))
    }
  }

  @Test("takes candidates under the headings that needs init knows")
  func headings() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "halls.csv", "Hub ID,Title,OSEAST,OSNRTH\nH1,North hall,484000,562000\nH2,South hall,484500,560500\n")
    let said = try Self.answer("--sites", "1", "--candidates", folder.path("halls.csv"))
    let sites = try #require(said["sites"] as? [[String: Any]])
    #expect(["North hall", "South hall"].contains(sites.first?["name"] as? String))
  }

  @Test("Without the solver it says how to have it")
  func without() throws {
    let run = try NeedsCommand.run(["site", Self.audit, "--sites", "1"], environment: ["NEEDS_CBC": "nowhere/cbc"])
    #expect(run.exitCode == 69 && run.messages.contains("make setup installs it"))
  }
}
