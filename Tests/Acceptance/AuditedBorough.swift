import Foundation
import Testing

/// A borough audited in both its cycles, and its release: made once, for all tests that only read it. Whoever changes a
/// workspace takes a copy.
enum AuditedBorough: String, CaseIterable, CustomTestStringConvertible {
  case sample
  case sunderland = "Sunderland"

  /// Those whose files are here.
  static let here = allCases.filter { $0 == .sample || NeedsCommand.shared != nil }

  var testDescription: String { rawValue }

  /// Its audit file.
  var audit: String {
    let file = self == .sample ? "geodata/audit.yml" : "Tests/Acceptance/sunderland/audit.yml"
    return NeedsCommand.root.appendingPathComponent(file).path
  }

  /// The folder of the files that the audit file names.
  var data: URL {
    self == .sample
      ? NeedsCommand.root.appendingPathComponent("geodata") : NeedsCommand.shared!.appendingPathComponent("sunderland")
  }

  /// The workspace of both cycles.
  func workspace() throws -> String { try made().path("W.gpkg") }

  /// The profiles that the audit of its last cycle wrote.
  func pages() throws -> URL { try made().url.appendingPathComponent("reports") }

  /// The release of its last cycle.
  func release() throws -> String { try released().path("R.gpkg") }

  /// The profiles of the release.
  func releasedPages() throws -> URL { try released().url.appendingPathComponent("reports") }

  /// A copy of the workspace in a folder.
  func copy(to folder: TemporaryFolder) throws -> String {
    try FileManager.default.copyItem(atPath: workspace(), toPath: folder.path("w.gpkg"))
    return folder.path("w.gpkg")
  }

  private static let sampleMade = Result { try sample.make() }
  private static let sunderlandMade = Result { try sunderland.make() }
  private static let sampleReleased = Result { try sample.makeRelease() }
  private static let sunderlandReleased = Result { try sunderland.makeRelease() }

  private func made() throws -> TemporaryFolder {
    try (self == .sample ? Self.sampleMade : Self.sunderlandMade).get()
  }

  private func released() throws -> TemporaryFolder {
    try (self == .sample ? Self.sampleReleased : Self.sunderlandReleased).get()
  }

  private func make() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for cycle in ["2024-25", "2025-26"] {
      let run = try NeedsCommand.run(
        "audit", audit, "--data", data.path, "--workspace", folder.path("W.gpkg"), "--reports", folder.path("reports"),
        "--cycle", cycle)
      try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    }
    return folder
  }

  private func makeRelease() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    // A release is noted in its workspace.
    let exact = try copy(to: folder)
    for command in [
      ["release", "--workspace", exact, "--to", folder.path("R.gpkg")],
      ["report", "--workspace", folder.path("R.gpkg"), "--every", "catchment", "--out", folder.path("reports")],
    ] {
      let run = try NeedsCommand.run(command)
      try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    }
    return folder
  }
}
