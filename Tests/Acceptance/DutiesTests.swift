import Foundation
import Testing

/// Erasure, retention, and the drafts for the officer.
@Suite("Duties")
struct DutiesTests {
  @Test("An erasure names the rows that are left, and without any runs open cycles again and names what left")
  func erase() throws {
    let folder = try TemporaryFolder()
    let input = folder.url.appendingPathComponent("in")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: input)
    let audit = input.appendingPathComponent("audit.yml").path
    let workspace = folder.path("W.gpkg")
    for cycle in ["2024-25", "2025-26"] {
      #expect(try NeedsCommand.run("audit", audit, "--workspace", workspace, "--cycle", cycle).exitCode == 0)
    }
    #expect(try NeedsCommand.run("cycle", "seal", "--workspace", workspace, "--cycle", "2024-25").exitCode == 0)
    #expect(try NeedsCommand.run("release", "--workspace", workspace, "--to", folder.path("R.gpkg")).exitCode == 0)
    let before = try children(workspace)

    let table = input.appendingPathComponent("enrolments.csv")
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let id = try #require(lines[1].split(separator: ",").first.map(String.init))
    let refused = try NeedsCommand.run("erase", audit, "--workspace", workspace, "--child", id)
    #expect(refused.exitCode == 65)
    #expect(refused.messages.contains("enrolments.csv: rows 2"), "\(refused.messages)")
    #expect(!refused.messages.contains(id))

    for name in ["enrolments.csv", "service-use.csv"] {
      let file = input.appendingPathComponent(name)
      let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.contains("\(id),") }
      try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
    let nobody = try NeedsCommand.run("erase", audit, "--workspace", workspace, "--child", "-")
    #expect(nobody.exitCode == 64)
    let done = try NeedsCommand.run(
      ["erase", audit, "--workspace", workspace, "--child", "-"], input: "  \(id)\n")
    #expect(done.exitCode == 0, "\(done.messages)")
    #expect(done.messages.contains("cycle 2025-26 was run again"))
    #expect(done.messages.contains("cycle 2024-25 is sealed"))
    #expect(done.messages.contains("a release of cycle 2025-26 left before: R.gpkg"))
    #expect(!done.messages.contains(id))
    #expect(try children(workspace) == before - 1)
  }

  private func children(_ workspace: String) throws -> Int {
    let outcome = try NeedsCommand.run(
      "sql", "SELECT value FROM totals WHERE cycle = '2025-26' AND path = 'children'", "--workspace", workspace,
      "--format",
      "csv")
    return try #require(Int(outcome.output.split(separator: "\n").last ?? ""))
  }

  @Test("A cycle that was released is not run with another profile, nor with other borders, after undo neither")
  func freeze() throws {
    let folder = try TemporaryFolder()
    let input = folder.url.appendingPathComponent("in")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: input)
    let file = input.appendingPathComponent("audit.yml")
    let workspace = folder.path("W.gpkg")
    func audit() throws -> NeedsCommand.Outcome { try NeedsCommand.run("audit", file.path, "--workspace", workspace) }
    #expect(try audit().exitCode == 0)
    #expect(try NeedsCommand.run("release", "--workspace", workspace, "--to", folder.path("R.gpkg")).exitCode == 0)
    let first = try Data(contentsOf: folder.url.appendingPathComponent("R.gpkg"))
    #expect(try audit().exitCode == 0)
    #expect(try NeedsCommand.run("release", "--workspace", workspace, "--to", folder.path("R.gpkg")).exitCode == 0)
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("R.gpkg")) == first, "the same again, the same bytes")
    let text = try String(contentsOf: file, encoding: .utf8)
    for (from, to, part) in [
      ("profile: small", "profile: ten", "disclosure profile"), ("ages: [0, 4]", "ages: [0, 3]", "ages"),
      ("sustained: {days: 3}", "sustained: {days: 4}", "sustained rule"),
      ("file: areas.geojson", "file: other.geojson", "areas"),
    ] {
      if part == "areas" {
        let areas = try String(contentsOf: input.appendingPathComponent("areas.geojson"), encoding: .utf8)
        let start = try #require(areas.range(of: "\"coordinates\""))
        let digit = try #require(areas[start.upperBound...].firstIndex { $0.isNumber })
        let moved = areas.replacingCharacters(in: digit...digit, with: areas[digit] == "4" ? "5" : "4")
        try Data(moved.utf8).write(to: input.appendingPathComponent("other.geojson"))
      }
      try Data(text.replacing(from, with: to).utf8).write(to: file)
      let refused = try audit()
      #expect(refused.exitCode == 65, "\(part): \(refused.messages)")
      #expect(
        refused.messages.contains("was released with another") && refused.messages.contains(part), "\(refused.messages)"
      )
      #expect(try NeedsCommand.run("workspace", "verify", "--workspace", workspace).exitCode == 0)
    }
    try Data(text.utf8).write(to: file)
    #expect(try NeedsCommand.run("cycle", "undo", "--workspace", workspace).exitCode == 0)
    try Data(text.replacing("profile: small", with: "profile: ten").utf8).write(to: file)
    #expect(try audit().exitCode == 65)
  }

  @Test("Two cycles with days in common are not both released, be it at once or one after the other, nor after undo")
  func overlappingCycles() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOf: NeedsCommand.root.appendingPathComponent("geodata/audit.yml"), encoding: .utf8)
    let (workspace, data) = (folder.path("W.gpkg"), NeedsCommand.root.appendingPathComponent("geodata").path)
    // The same year under another name, in last year's borders: two releases of one cycle.
    let last = "    to: 2026-08-31\n"
    #expect(text.contains(last))
    let again = "  - label: again\n    from: 2026-08-31\n    to: 2027-08-30\n"
    try folder.write("audit.yml", text.replacing(last, with: last + again))
    for cycle in ["2025-26", "again"] {
      let outcome = try NeedsCommand.run(
        "audit", folder.path("audit.yml"), "--data", data, "--workspace", workspace, "--cycle", cycle)
      #expect(outcome.exitCode == 0, "\(outcome.messages)")
    }
    func release(_ cycles: String...) throws -> NeedsCommand.Outcome {
      try NeedsCommand.run(
        ["release", "--workspace", workspace, "--to", folder.path("R.gpkg")] + cycles.flatMap { ["--cycle", $0] })
    }
    let both = try release("2025-26", "again")
    #expect(both.exitCode == 65 && both.messages.contains("have days in common"), "\(both.messages)")
    #expect(try release("2025-26").exitCode == 0)
    for isUndone in [false, true] {
      if isUndone {
        let undo = try NeedsCommand.run("cycle", "undo", "--workspace", workspace, "--cycle", "2025-26")
        #expect(undo.exitCode == 0, "\(undo.messages)")
      }
      let second = try release("again")
      #expect(second.exitCode == 65 && second.messages.contains("have days in common"), "\(second.messages)")
    }
  }

  @Test("The drafts say what audit.yml says, and escape what it says")
  func drafts() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOf: NeedsCommand.root.appendingPathComponent("geodata/audit.yml"), encoding: .utf8)
    let named = text.replacing(
      "name: Sandmere (made up)",
      with: "name: \"<script>alert(1)</script> | [x](y)\"\nretention: {workspace: 2020-01-01}"
    ).replacing("file: service-use.csv", with: "file: \"[x](javascript:1)\"")
    try folder.write("audit.yml", named)
    let draft = try NeedsCommand.run("duties", folder.path("audit.yml"))
    #expect(draft.exitCode == 0, "\(draft.messages)")
    for word in ["enrolments.csv", "1 to 4 hidden", "send", "2020-01-01", "needs erase", "mode 0600"] {
      #expect(draft.output.contains(word), "\(word)")
    }
    #expect(!draft.output.contains("<script>"))
    #expect(draft.output.contains("\\[x\\]\\(javascript:1\\)"))
    let notice = try NeedsCommand.run("duties", folder.path("audit.yml"), "--privacy-notice")
    #expect(notice.output.contains("the date of birth") && notice.output.contains("until 2020-01-01"))
  }

  @Test("What should have been deleted by now, and a folder that others can open, are warned about")
  func warnings() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    let text = try String(contentsOf: NeedsCommand.root.appendingPathComponent("geodata/audit.yml"), encoding: .utf8)
    try folder.write("audit.yml", text + "retention: {registers: 2020-01-01, releases: 2999-01-01}\n")
    let outcome = try NeedsCommand.run(
      "audit", folder.path("audit.yml"), "--data", NeedsCommand.root.appendingPathComponent("geodata").path,
      "--workspace",
      folder.path("W.gpkg"))
    #expect(outcome.exitCode == 0)
    #expect(outcome.messages.contains("files of children and visits should have been deleted after 2020-01-01"))
    #expect(!outcome.messages.contains("releases should"))
    #expect(outcome.messages.contains("everybody on this machine can look into the folder"))
  }
}
