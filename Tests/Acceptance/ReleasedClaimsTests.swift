import Foundation
import Testing
import Workspace

/// A claim leaves as its text, where it stands and the day of its last test, where somebody says so; nothing else of it does.
@Suite("Claims of a release") struct ReleasedClaimsTests {
  private struct Claims {
    let folder: TemporaryFolder
    let workspace: String
    let release: String

    init() throws {
      folder = try TemporaryFolder()
      workspace = try AuditedBorough.sample.copy(to: folder)
      release = folder.path("R.gpkg")
    }

    @discardableResult
    func run(_ arguments: String..., code: Int32 = 0) throws -> NeedsCommand.Outcome {
      let outcome = try NeedsCommand.run(arguments + ["--workspace", workspace])
      #expect(outcome.exitCode == code, "\(arguments): \(outcome.messages)\(outcome.output)")
      return outcome
    }

    func add(_ arguments: String...) throws -> String {
      let outcome = try NeedsCommand.run(["claim", "add", "--workspace", workspace] + arguments)
      #expect(outcome.exitCode == 0, "\(outcome.messages)")
      return String(outcome.output.prefix { $0 != ":" })
    }

    func list() throws -> [[String]] {
      let run = try NeedsCommand.run("claim", "list", "--workspace", release, "--format", "csv")
      #expect(run.exitCode == 0, "\(run.messages)")
      return run.output.split(separator: "\n").map { CSVLine.cells(Substring($0)) }
    }
  }

  @Test("None leaves unless it is named; one that is leaves as text, state and day, without answers, grade or drafter")
  func leaves() throws {
    let claims = try Claims()
    let drafts = try claims.run("claim", "draft").output.split(separator: "\n")
    #expect(drafts.count > 2)
    let below = try claims.add(
      "--catchment", "SC04", "--measure", "reached.rate", "--predicate", "below", "--against", "0.8", "--refuted-if",
      "more than half of the enrolled come by Easter", "--owner", "centre head")
    let above = try claims.add(
      "--catchment", "SC04", "--measure", "enrolled.rate", "--predicate", "below", "--against", "0.05")
    try claims.run(
      "claim", "test", below, "--date", "2026-05-12", "--outcome", "supported", "--asked", "6173", "--agreed", "4271",
      "--told-back", "on the writing wall")
    try claims.run("release", "--to", claims.release)
    #expect(try claims.list().count == 1, "a heading and no claim")
    let none = try NeedsCommand.run("profile", "SC04", "--workspace", claims.release).output
    #expect(!none.contains("id=\"claims\""))

    try claims.run("release", "--to", claims.release, "--claim", below, "--claim", above)
    let rows = try claims.list()
    try #require(rows.count == 3)
    let head = rows[0]
    func cell(_ row: Int, _ column: String) throws -> String { rows[row][try #require(head.firstIndex(of: column))] }
    #expect(try cell(1, "claim") == "C01" && cell(2, "claim") == "C02")
    #expect(try cell(1, "state") == "supported" && cell(1, "tested_on") == "2026-05-12")
    #expect(try cell(1, "figures") == "holds" && cell(1, "refuted_if").contains("by Easter"))
    #expect(try cell(2, "state") == "open" && cell(2, "tested_on").isEmpty && cell(2, "figures") == "does-not-hold")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: claims.release))
    for secret in ["6173", "4271", "writing wall", below, above] {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) left")
    }
    let page = try NeedsCommand.run("profile", "SC04", "--workspace", claims.release).output
    #expect(page.contains("id=\"claims\"") && page.contains("tested: it held") && page.contains("12 May 2026"))
    #expect(
      page.contains("Tested, and it held: In this catchment the share of children reached is lower than 80 in 100."))
    #expect(!page.contains("6173") && !page.contains(below))
    let other = try NeedsCommand.run("profile", "SC01", "--workspace", claims.release).output
    #expect(!other.contains("id=\"claims\""), "it is about another catchment")
    for query in ["SELECT count(*) FROM claims", "SELECT count(*) FROM claim_tests"] {
      let count = try NeedsCommand.run("sql", query, "--workspace", claims.release, "--format", "csv").output
      #expect(count.split(separator: "\n").last == "0")
    }
  }

  @Test("What nobody has taken up, what names a hidden group, and what holds a number or an id stays, and says why")
  func refused() throws {
    let claims = try Claims()
    let draft = String(
      try #require(claims.run("claim", "draft").output.split(separator: "\n").first).prefix { $0 != ":" })
    func refuse(_ id: String, _ words: String) throws {
      let before = try? Data(contentsOf: URL(fileURLWithPath: claims.release))
      let outcome = try claims.run("release", "--to", claims.release, "--claim", id, code: 64)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.messages.split(separator: "\n").count == 1)
      let after = try? Data(contentsOf: URL(fileURLWithPath: claims.release))
      #expect(after == before, "nothing was written")
    }
    try refuse(draft, "nobody has taken it up")
    try refuse("K-2025-26-99", "there is no claim K-2025-26-99")
    try claims.run("claim", "edit", draft, "--state", "open")
    try claims.run("release", "--to", claims.release, "--claim", draft)
    for (text, words) in [
      ("three children of the area come", "three"), ("30 of 97 children come", "97"),
      ("child PLANT-7731 comes", "PLANT-7731"), ("27 % come", "27 %"),
    ] {
      try claims.run("claim", "edit", draft, "--refuted-if", text)
      try refuse(draft, words)
    }
    let exact = try claims.add(
      "--catchment", "SC01", "--measure", "reached.of-enrolled", "--predicate", "below", "--against", "0.2727")
    try refuse(exact, "0.2727")
    // Published data may be said to any digit; a level of audit.yml too.
    let published = try claims.add(
      "--catchment", "SC01", "--measure", "lone-parents", "--predicate", "above", "--against", "23.4")
    try claims.run("release", "--to", claims.release, "--claim", published)
    let hidden = try NeedsCommand.run(
      "claim", "add", "--workspace", claims.workspace, "--group", "other", "--theme", "debt")
    #expect(hidden.exitCode == 0, "\(hidden.messages)")
    try claims.run("release", "--to", claims.release, "--claim", "all", code: 64)
  }
}
