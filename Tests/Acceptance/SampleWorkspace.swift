import Foundation
import Testing

/// The sample borough audited once in both its cycles, for tests that take it up from there.
enum SampleWorkspace {
  /// Its audit file.
  static let audit = NeedsCommand.root.appendingPathComponent("geodata/audit.yml").path

  private static let made: (folder: TemporaryFolder?, messages: String) = {
    do {
      let folder = try TemporaryFolder()
      for cycle in ["2024-25", "2025-26"] {
        let run = try NeedsCommand.run("audit", audit, "--workspace", folder.path("w.gpkg"), "--cycle", cycle)
        guard run.exitCode == 0 else { return (nil, run.messages) }
      }
      return (folder, "")
    } catch { return (nil, "\(error)") }
  }()

  /// A copy of it in a folder.
  static func copy(to folder: TemporaryFolder) throws -> String {
    let source = try #require(made.folder, "\(made.messages.suffix(400))")
    try FileManager.default.copyItem(atPath: source.path("w.gpkg"), toPath: folder.path("w.gpkg"))
    return folder.path("w.gpkg")
  }
}
