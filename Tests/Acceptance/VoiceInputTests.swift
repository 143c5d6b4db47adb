import Foundation
import Testing

/// Voices and claims as people get them wrong, by the command line.
@Suite("What people type and import") struct VoiceInputTests {
  private static func added(_ workspace: String) throws -> [[String: String]] {
    let answer = try NeedsCommand.run("voice", "list", "--workspace", workspace, "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]]
    return try #require(rows).map { $0.mapValues { $0 is NSNull ? "" : "\($0)" } }
      .filter { $0["voice"]?.hasPrefix("H") == true }
  }

  @Test(
    "A table with a BOM, semicolons, capitals, names, notes and repeats gives coded voices, and says what it left out")
  func importing() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    try folder.write(
      "ugly.csv",
      """
      \u{FEFF}id;Date;source;channel;group;theme;stance;area;contributor;consent;note
      Anna Kowalska;20/04/2026;parent;open-house;eal;debt;Disputes;X01000040;V91;Yes;ring Mrs Patel 0191 496 0123
      2;21/04/2026;parent;open-house;eal;isolation;raises;X01000040;V92;ja;lives at 14 Acacia Road
      3;31/13/2026;parent;open-house;eal;isolation;raises;X01000040;V92;yes;
      4;22/04/2026;parent;open-house;eal;isolation;raises;X01000040;Fatima Begum;yes;
      5;22/04/2026;parent;open-house;eal;isolation;raises;X99;V93;;fatima@example.org
      6;22/04/2026;parent;open-house;eal;isolation;raises;X01000040;V93;y;
      6;22/04/2026;parent;open-house;eal;isolation;raises;X01000040;V93;y;
      7;22/04/2020;parent;open-house;eal;isolation;raises;X01000040;V93;y;
      8;22/04/2026;parent;open-house;eal;isolation;perhaps;X01000040;V94;y;
      9;22/04/2026;parent;open-house;eal;;raises;X01000040;V94;y;
      10;22/04/2026;parent;open-house;eal;isolation;raises;X01000040;Kowalska;y;

      """)
    let first = try NeedsCommand.run("voice", "import", folder.path("ugly.csv"), "--workspace", workspace)
    #expect(first.exitCode == 0 && first.output == "5 voices added\n", "\(first.messages)")
    for part in [
      "row 4 with a date that is not a day", "row 5 with words where a code belongs",
      "row 10 with a stance that is neither", "row 11 without a theme",
      "row 12 with a contributor that looks like a name",
      "row 6 about a place that is no area or catchment", "row 3 whose consent is neither yes nor no",
      "1 voice said outside cycle 2025-26", "row 8 said again word for word",
      "not taken, as voices have no such part: note",
      "row 2 with something in another column that looks like a telephone number",
      "row 3 with something in another column that looks like an address", "looks like an e-mail address",
    ] { #expect(first.messages.contains(part), "\(part)") }
    let voices = try Self.added(workspace)
    #expect(voices.map { $0["stance"] } == ["disputes", "raises", "raises", "raises", "raises"])
    #expect(voices.map { $0["consent"] } == ["1", "0", "0", "1", "1"])

    let again = try NeedsCommand.run("voice", "import", folder.path("ugly.csv"), "--workspace", workspace)
    #expect(again.output == "0 voices added\n" && again.messages.contains("5 voices there already"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: workspace))
    for word in ["Kowalska", "Patel", "496 0123", "Acacia", "Begum", "fatima", "perhaps"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is in the workspace")
      #expect(!(first.messages + again.messages).contains(word), "\(word) is said")
    }
  }

  @Test("The columns of an audit's own voices are known again with --audit")
  func ownColumns() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    let file = NeedsCommand.root.appendingPathComponent("geodata/voices.csv").path
    let all = try NeedsCommand.run(
      "voice", "import", file, "--workspace", workspace, "--audit", AuditedBorough.sample.audit)
    #expect(all.exitCode == 0 && all.output == "0 voices added\n" && all.messages.contains("there already"))
  }

  @Test(
    "A voice that holds a name, a number to call or a contradiction is refused, and nothing of it is kept or said",
    arguments: [
      (["--contributor", "Anna-Kowalska"], "pseudonym"), (["--contributor", "07700900123"], "pseudonym"),
      (["--contributor", "SR53EA"], "pseudonym"), (["--contributor", "V9", "--second", "Anna said so"], "--second"),
      (["--contributor", "V9", "--second", "dept"], "did you mean debt?"),
      (["--contributor", "V9", "--expires", "2020-01-01"], "--expires"),
      (["--contributor", "V9", "--area", "X99"], "X99"),
      (["--contributor", "V9", "--minutes=-1"], "--minutes"),
      (["--contributor", "V9", "--language", "Anna"], "--language"),
      (["--contributor", "V9", "--date", "2020-01-01"], "outside cycle"),
    ])
  func refusing(words: [String], reason: String) throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    var arguments = [
      "voice", "add", "--workspace", workspace, "--source", "parent", "--channel", "open-house", "--theme", "debt",
      "--consent",
    ]
    if !words.contains("--date") { arguments += ["--date", "2026-04-20"] }
    let run = try NeedsCommand.run(arguments + words)
    #expect(run.exitCode == 64 && run.messages.contains(reason), "\(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1)
    for word in ["Kowalska", "07700900123", "SR53EA", "Anna"] { #expect(!run.messages.contains(word)) }
    #expect(try Self.added(workspace).isEmpty)
  }

  @Test("The same voice twice is refused; one without consent is kept, counts nowhere, and this is said")
  func twice() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    func add(_ more: String...) throws -> NeedsCommand.Outcome {
      try NeedsCommand.run(
        [
          "voice", "add", "--workspace", workspace, "--date", "2026-04-20", "--source", "parent", "--channel",
          "open-house", "--theme", "debt", "--contributor", "V91",
        ] + more)
    }
    let before = try NeedsCommand.run("findings", "--workspace", workspace).output
    let silent = try add()
    #expect(silent.output == "H1\n" && silent.messages.contains("counts nowhere"))
    #expect(try NeedsCommand.run("findings", "--workspace", workspace).output == before)
    #expect(try add().messages.contains("there already, as H1"))
    #expect(try add("--consent").output == "H2\n")
    #expect(try NeedsCommand.run("findings", "--workspace", workspace).output != before)
  }

  @Test("Surveys and offers that contradict themselves are left out or left blank, row by row, and this is said")
  func surveysAndOffers() throws {
    let folder = try TemporaryFolder()
    let geodata = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: geodata)
    func append(_ text: String, to name: String) throws {
      let url = geodata.appendingPathComponent(name)
      try (String(contentsOf: url, encoding: .utf8) + text).write(to: url, atomically: true, encoding: .utf8)
    }
    try append(
      """
      parents-spring,2026-03-15,eal,debt,90,11,5,6,4,en,no
      summer,2026-31-13,eal,debt,90,11,5,,,,
      summer,2026-06-15,eel,dept,90,11,5,,,,
      summer,2026-06-15,eal,debt,10,11,5,,,,
      summer,2026-06-15,eal,housing,"1,090",11,5,,,,
      summer,2026-06-15,eal,told by Mrs Patel,90,11,5,,,,

      """, to: "surveys.csv")
    try append(
      """
      X1,SC01,advice,debt,law-centre,two,en,0,5,core,"£18,200",31/03/2027,,3
      X2,SC01,advice,debt,law-centre,2,en,0,5,core,100,soon,,3

      """, to: "offers.csv")
    let run = try NeedsCommand.run(
      "audit", geodata.appendingPathComponent("audit.yml").path, "--workspace", folder.path("w.gpkg"))
    try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    for part in [
      "row 12 that ask again", "row 13 with a date that is not a day",
      "row 14 with a theme that is not in the codebook",
      "row 14 with a group that is neither", "row 15 where asked, answered and agree cannot be",
      "row 17 with words where a code belongs", "row 12 with a number that is none",
      "row 13 with an end of money that is no day",
    ] { #expect(run.messages.contains(part), "\(part)") }
    #expect(!run.messages.contains("Patel"))
    let offers = try NeedsCommand.run(
      "sql",
      "SELECT hours_per_week, cost_per_year, fund_ends_on FROM offers WHERE offer IN ('X1', 'X2') ORDER BY offer",
      "--workspace", folder.path("w.gpkg"), "--format", "csv"
    ).output.split(separator: "\n").dropFirst()
    #expect(offers.map { String($0) } == [",18200,2027-03-31", "2,100,"])
    let survey = try NeedsCommand.run(
      "sql", "SELECT theme, asked FROM surveys WHERE survey = 'summer' ORDER BY id", "--workspace",
      folder.path("w.gpkg"),
      "--format", "csv"
    ).output.split(separator: "\n").dropFirst()
    #expect(survey.map { String($0) } == ["dept,90", "housing,1090"])
  }

  @Test("A claim of which nobody could say whether it holds is refused with what to say instead")
  func claims() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    func claim(_ arguments: String...) throws -> NeedsCommand.Outcome {
      try NeedsCommand.run(["claim"] + arguments + ["--workspace", workspace])
    }
    let refused: [([String], String)] = [
      ([], "--theme, --group or --measure"),
      (["--measure", "reached.rates", "--predicate", "below", "--against", "0.5"], "did you mean reached.rate?"),
      (["--measure", "reached.rate", "--predicate", "below", "--against", "65"], "65 % is 0.65"),
      (["--measure", "reached.rate", "--against", "0.65"], "--predicate"),
      (["--measure", "reached.rate", "--predicate", "below"], "--against"),
      (["--theme", "debt", "--predicate", "below"], "--measure"), (["--theme", "dept"], "did you mean debt?"),
      (["--group", "eel", "--theme", "debt"], "did you mean eal?"), (["--theme", "debt", "--area", "X99"], "X99"),
      (["--theme", "debt", "--refuted-if", "Anna Kowalska"], "looks like a name"),
      (["--theme", "debt", "--whom", "ring 0191 496 0123"], "telephone"),
      (
        [
          "--measure", "reached.of-enrolled", "--predicate", "below", "--against", "complement", "--group", "eal",
          "--area", "X01000040",
        ], "of a catchment or the authority"
      ),
    ]
    for (words, reason) in refused {
      let run = try NeedsCommand.run(["claim", "add", "--workspace", workspace] + words)
      #expect(run.exitCode == 64 && run.messages.contains(reason), "\(words): \(run.messages)")
    }
    #expect(try claim("add", "--theme", "debt").output.hasPrefix("K-2025-26-01: debt is a need"))
    #expect(try claim("add", "--theme", "debt").messages.contains("K-2025-26-01 claims this already"))
    // A catchment's rate of the children who live there, apportioned, and a group in the whole authority.
    for words in [
      ["--measure", "reached.rate", "--catchment", "SC05", "--predicate", "below", "--against", "0.65"],
      ["--measure", "reached.of-enrolled", "--group", "eal", "--predicate", "below", "--against", "complement"],
    ] {
      let run = try NeedsCommand.run(["claim", "add", "--workspace", workspace] + words)
      #expect(run.exitCode == 0, "\(words): \(run.messages)")
    }
    #expect(try claim("edit", "K-2025-26-01", "--state", "supported").messages.contains("needs claim test"))
    #expect(try claim("edit", "K-2025-26-01").exitCode == 64)
    let early = try claim("test", "K-2025-26-01", "--date", "1999-01-01", "--outcome", "open", "--asked", "5")
    #expect(early.exitCode == 64 && early.messages.contains("outside cycle"))
    let odd = try claim(
      "test", "K-2025-26-01", "--date", "2026-05-01", "--outcome", "supported", "--asked", "20", "--agreed", "2")
    #expect(odd.exitCode == 0 && odd.messages.contains("2 of 20 agreed"))
    let listed = try NeedsCommand.run("claim", "list", "--workspace", workspace).output
    #expect(listed.contains("supported 2026-05-01: 20 asked, 2 agreed"))
  }
}
