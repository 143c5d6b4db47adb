import Foundation
import Testing

/// P2 of measures.md, and the release computed a second time: Python with a solver that we did not write (HiGHS).
///
/// `make attacker` makes the environment; `make attack` attacks 300 boroughs.
@Suite("The attacker", .enabled(if: Attacker.python != nil, "make attacker was not run"))
struct AttackTests {
  @Test(
    "An independent script computes all of Sunderland's released cells from the input files",
    .enabled(if: NeedsCommand.shared != nil))
  func independentCells() throws {
    let shared = try #require(NeedsCommand.shared)
    func compare(_ release: String, cells: Int) throws {
      let outcome = try Attacker.run(
        "sunderland.py", shared.appendingPathComponent("sunderland").path, release,
        shared.appendingPathComponent("proj").path)
      #expect(outcome.exitCode == 0, "\(outcome.output)")
      #expect(outcome.output.contains("\(cells) cells agree, 0 differ"), "\(outcome.output)")
    }
    try compare(AuditedBorough.sunderland.release(), cells: 1141)
    // A council's own profile, with two columns of which nobody is to know that a place has none.
    let own = try SunderlandRelease.make("hide: 6, base: 4, sensitive: [send, language]")
    try compare(own.path("R.gpkg"), cells: 1218)
    let attack = try Attacker.run("attack.py", own.path("R.gpkg"))
    #expect(attack.exitCode == 0 && attack.output.contains(" 0 broken"), "\(attack.output)")
  }

  @Test(
    "For each number that a hidden cell of Sunderland may be, HiGHS finds a tally with the same release",
    .enabled(if: NeedsCommand.shared != nil))
  func sunderland() throws {
    let outcome = try Attacker.run("attack.py", AuditedBorough.sunderland.release())
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.output.contains(" 0 broken"), "\(outcome.output)")
  }

  @Test("Of the sample and of made-up boroughs no cell is broken; without gate and auditor some are")
  func boroughs() throws {
    let folder = try TemporaryFolder()
    let sample = try Attacker.run("attack.py", AuditedBorough.sample.release())
    #expect(sample.exitCode == 0, "\(sample.output)")
    let outcome = try Attacker.run("boroughs.py", NeedsCommand.binary.path, "3", folder.path("boroughs"))
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }

  @Test(
    "A second computation has the release's cells; totals rounded by themselves, and no protection at all, break some")
  func ablation() throws {
    let folder = try TemporaryFolder()
    let outcome = try Attacker.run("ablation.py", NeedsCommand.binary.path, "3", "4", folder.path("boroughs"))
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.output.contains("differs from the release in 0 boroughs"), "\(outcome.output)")
  }
}

/// Sunderland by another profile.
private enum SunderlandRelease {
  /// Its workspace and release.
  static func make(_ profile: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let data = try #require(NeedsCommand.shared).appendingPathComponent("sunderland").path
    let file = NeedsCommand.root.appendingPathComponent("Tests/Acceptance/sunderland/audit.yml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try folder.write("audit.yml", text.replacing("disclosure: {profile: small", with: "disclosure: {\(profile)"))
    let audit = folder.path("audit.yml")
    #expect(
      try NeedsCommand.run("audit", audit, "--data", data, "--workspace", folder.path("W.gpkg"), "--cycle", "2025-26")
        .exitCode == 0)
    #expect(
      try NeedsCommand.run("release", "--workspace", folder.path("W.gpkg"), "--to", folder.path("R.gpkg")).exitCode == 0
    )
    return folder
  }
}

/// Python with the packages of Tests/Attacker/requirements.txt.
enum Attacker {
  static let python: URL? = {
    let python = NeedsCommand.root.appendingPathComponent(".venv/attacker/bin/python")
    return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
  }()

  static func run(_ script: String, _ arguments: String...) throws -> (exitCode: Int32, output: String) {
    let process = Process()
    process.executableURL = python
    process.arguments =
      ["-W", "ignore", NeedsCommand.root.appendingPathComponent("Tests/Attacker/\(script)").path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
