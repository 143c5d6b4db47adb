import Foundation
import Testing

/// What people do with evidence by the command line, on the sample borough.
@Suite struct EvidenceTests {
  /// An answer as rows by column; nothing is empty.
  private static func rows(_ arguments: String...) throws -> [[String: String]] {
    let answer = try NeedsCommand.run(arguments + ["--format", "json"])
    try #require(answer.exitCode == 0, "\(answer.messages)")
    let rows = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]]
    return try #require(rows).map { $0.mapValues { $0 is NSNull ? "" : "\($0)" } }
  }

  /// The area of each live postcode of the sample's directory, as its maker put it.
  private static func directory() throws -> [String: String] {
    let text = try String(
      contentsOf: NeedsCommand.root.appendingPathComponent("geodata/postcodes.csv"), encoding: .utf8)
    var areas: [String: String] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.replacingOccurrences(of: "\"", with: "") }
      areas[cells[2]] = cells[25]
    }
    return areas
  }

  @Test("Voices placed by postcode stand in the area that the directory knows, and no postcode is in the workspace")
  func postcodes() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    let source = try String(
      contentsOf: NeedsCommand.root.appendingPathComponent("geodata/voices.csv"), encoding: .utf8)
    let areas = try Self.directory()
    let voices = try Self.rows("voice", "list", "--workspace", workspace)
    var compared = 0
    var agreeing = 0
    var codes: Set<String> = []
    for line in source.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      guard !cells[9].isEmpty else { continue }
      codes.insert(cells[9])
      let voice = try #require(voices.first { $0["voice"] == cells[0] })
      #expect(voice["place_kind"] == "area" && voice["catchments"] != nil)
      compared += 1
      if voice["place"] == areas[cells[9]] { agreeing += 1 }
    }
    // The directory's own area is not always the polygon's: on purpose, of about one in two hundred.
    #expect(compared > 20 && agreeing >= compared - 1)

    let postcode = try #require(codes.sorted().first)
    let added = try NeedsCommand.run(
      "voice", "add", "--workspace", workspace, "--date", "2026-04-20", "--source", "parent", "--channel", "open-house",
      "--theme", "housing", "--contributor", "V95", "--consent", "--postcode", postcode, "--audit",
      AuditedBorough.sample.audit)
    #expect(added.exitCode == 0 && added.output == "H1\n", "\(added.messages)")
    let mine = try #require(try Self.rows("voice", "list", "--workspace", workspace).first { $0["voice"] == "H1" })
    #expect(mine["place"] == areas[postcode])

    try folder.write(
      "more.csv",
      "date,source,channel,group,theme,postcode,contributor,consent,minutes,language\n"
        + "2026-05-02,parent,home-visit,eal,debt,\(postcode),V96,yes,15,bn\n"
        + "2026-05-03,parent,home-visit,eal,debt,ZX99 9ZZ,V96,yes,15,bn\n")
    let imported = try NeedsCommand.run(
      "voice", "import", folder.path("more.csv"), "--workspace", workspace, "--audit", AuditedBorough.sample.audit)
    #expect(imported.exitCode == 0 && imported.output == "2 voices added\n")
    #expect(imported.messages.contains("cannot be looked up") && !imported.messages.contains("ZX99"))

    let unknown = try NeedsCommand.run(
      "voice", "add", "--workspace", workspace, "--date", "2026-04-20", "--source", "parent", "--channel", "open-house",
      "--theme", "housing", "--contributor", "V95", "--postcode", "ZX99 9ZZ", "--audit", AuditedBorough.sample.audit)
    #expect(unknown.exitCode == 64 && !unknown.messages.contains("ZX99"))

    let bytes = try Data(contentsOf: URL(fileURLWithPath: workspace))
    for code in codes.union(["ZX99 9ZZ"]) {
      for spelling in [code, code.replacingOccurrences(of: " ", with: "")] {
        #expect(bytes.range(of: Data(spelling.utf8)) == nil, "\(spelling)")
      }
    }
  }

  @Test("A word that the codebook lacks is refused with the nearest one, and so is a group that nobody is of")
  func codebook() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    func add(_ theme: String, _ group: String) throws -> NeedsCommand.Outcome {
      try NeedsCommand.run(
        "voice", "add", "--workspace", workspace, "--date", "2026-04-20", "--source", "parent", "--channel",
        "open-house", "--theme", theme, "--group", group, "--contributor", "V95", "--consent")
    }
    let theme = try add("isolaton", "eal")
    #expect(theme.exitCode == 64 && theme.messages.contains("did you mean isolation?"))
    let group = try add("isolation", "eel")
    #expect(group.exitCode == 64 && group.messages.contains("did you mean eal?"))
    #expect(try add("isolation", "eal").exitCode == 0)
    #expect(try add("isolation", "other").exitCode == 0)
  }

  @Test("The burden of asking is kept with surveys, voices and tests, and who was told back is written down later")
  func burden() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    func needs(_ arguments: String...) throws {
      let run = try NeedsCommand.run(arguments + ["--workspace", workspace])
      try #require(run.exitCode == 0, "\(arguments) \(run.messages)")
    }
    try needs("claim", "draft")
    try needs(
      "claim", "test", "K-2025-26-03", "--date", "2026-05-12", "--outcome", "supported", "--asked", "24", "--agreed",
      "19",
      "--minutes", "5", "--asked-before", "3", "--languages", "en,bn")
    try needs(
      "voice", "asked", "summer-fair", "--asked", "40", "--answered", "30", "--minutes", "4", "--languages", "en")
    try needs("voice", "told", "parents-spring")
    let rows = try Self.rows("voice", "burden", "--workspace", workspace)
    func row(_ occasion: String) throws -> [String: String] { try #require(rows.first { $0["occasion"] == occasion }) }
    // 90 and 410 asked, 11 and 168 answered, 6 minutes each: 17.9 hours.
    let survey = try row("parents-spring")
    #expect(survey["asked"] == "500" && survey["answered"] == "179" && survey["hours"] == "17.9")
    #expect(survey["asked_before"] == "61" && survey["told_back"] == "500")
    let test = try row("K-2025-26-03-2026-05-12")
    #expect(test["hours"] == "2" && test["asked_before"] == "3" && test["languages"] == "bn|en")
    #expect(test["told_back"]?.isEmpty == true)
    #expect(try row("summer-fair")["hours"] == "2")
    let more = try NeedsCommand.run(
      "claim", "test", "K-2025-26-03", "--workspace", workspace, "--date", "2026-05-13", "--outcome", "open", "--asked",
      "2",
      "--asked-before", "3")
    #expect(more.exitCode == 64)
  }

  @Test("Intelligence of a sealed cycle is scored in the next; what can still come true is no miss")
  func intelligence() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    func needs(_ arguments: String...) throws -> NeedsCommand.Outcome {
      try NeedsCommand.run(arguments + ["--workspace", workspace])
    }
    let said = try needs(
      "voice", "add", "--cycle", "2024-25", "--date", "2025-05-01", "--source", "local-authority", "--channel",
      "meeting",
      "--theme", "housing", "--contributor", "V97", "--consent", "--expires", "2026-02-28")
    #expect(said.output == "H1\n")
    #expect(try needs("cycle", "seal", "--cycle", "2024-25").exitCode == 0)
    let early = try needs("voice", "score", "H1", "--said-in", "2024-25", "--outcome", "miss", "--date", "2026-02-28")
    #expect(early.exitCode == 64 && early.messages.contains("can still come true"))
    let scored = try needs("voice", "score", "H1", "--said-in", "2024-25", "--outcome", "hit", "--date", "2026-01-15")
    #expect(scored.exitCode == 0, "\(scored.messages)")
    #expect(try needs("voice", "score", "1", "--outcome", "hit", "--date", "2026-08-01").exitCode == 64)
    let profile = try needs("profile", "SC01", "--format", "html")
    #expect(profile.output.contains("Of what local authority foretold"))
  }

  @Test("The ledger of flows has a row a flow and no total")
  func ledger() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    let rows = try Self.rows("offer", "ledger", "--workspace", workspace)
    #expect(rows.map { $0["flow"] } == ["2", "3", "4"])
    // Three parenting and health offers of 4, 12, 5, 4, 12 hours; debt advice and play of 2, 10, 2, 10.
    #expect(rows.map { $0["hours_per_week"] } == ["37", "24", "3"])
    #expect(rows.map { $0["cost_per_year"] } == ["18200", "45400", "2600"])
    #expect(rows.map { $0["money_ended"] } == ["0", "0", "1"])
  }

  @Test(
    "A claim is evaluated again by machine in each cycle, keeps what contradicts it, and says which kind of need it is")
  func claims() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    let added = try NeedsCommand.run(
      "claim", "add", "--workspace", workspace, "--cycle", "2024-25", "--catchment", "SC05", "--measure",
      "reached.of-enrolled", "--predicate", "above", "--against", "0.4", "--theme", "debt", "--owner", "centre head")
    #expect(added.output.hasPrefix("K-2024-25-01: "), "\(added.messages)")
    let claim = try #require(
      try Self.rows("claim", "list", "--workspace", workspace).first { $0["claim"] == "K-2024-25-01" })
    // 56 of 115 enrolled reached in 2024-25: Wilson 0.397 to 0.577 holds 0.4; 101 of 283 after: 0.303 to 0.414 does too.
    #expect(claim["verdicts"] == "2024-25 cannot-tell|2025-26 cannot-tell")
    #expect(claim["verdict"] == "cannot-tell" && claim["in_cycle"] == "2024-25")
    #expect(claim["evidence"]?.contains("numbers (normative)") == true)
    let profile = try NeedsCommand.run("profile", "SC05", "--workspace", workspace)
    #expect(profile.output.contains("carried over from 2024-25"))
  }

  @Test(
    "A release has findings of its own: pockets and whole changes that hold the exact ones, nothing of what people said"
  )
  func released() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    let release = folder.path("r.gpkg")
    let made = try NeedsCommand.run(
      "release", "--workspace", workspace, "--to", release, "--cycle", "2024-25", "--cycle", "2025-26")
    try #require(made.exitCode == 0, "\(made.messages)")
    func findings(_ file: String, _ more: String...) throws -> [String: Any] {
      let said = try NeedsCommand.run(["findings", "--workspace", file, "--format", "json"] + more)
      return try #require(try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
    }
    let (open, exact) = (try findings(release), try findings(workspace, "--full"))
    #expect(Set(open.keys) == ["pockets", "changes"])
    let pockets = try #require(open["pockets"] as? [String])
    let hidden = try #require(exact["pockets"] as? [String])
    #expect(!pockets.isEmpty && Set(pockets).isSubset(of: hidden))
    let changes = try #require(open["changes"] as? [[String: Any]])
    #expect(changes.count == 15)
    for change in changes {
      #expect(Set(change.keys) == ["catchment", "measure", "before", "after", "change"])
      let same = try #require(
        (exact["changes"] as? [[String: Any]])?.first {
          $0["catchment"] as? String == change["catchment"] as? String
            && $0["measure"] as? String == change["measure"] as? String
        })
      let (before, after) = (try #require(same["before"] as? Int), try #require(same["after"] as? Int))
      for (part, count) in [("before", before), ("after", after), ("change", after - before)] {
        let bounds = try #require(change[part] as? [String: Any])
        let (low, high) = (try #require(bounds["low"] as? Int), try #require(bounds["high"] as? Int))
        #expect(low <= count && count <= high && low < high, "\(change)")
      }
    }
    let words = try NeedsCommand.run("findings", "--workspace", release).output
    #expect(words.contains("a change between") && !words.contains("V00") && !words.contains("eal"))
  }
}
