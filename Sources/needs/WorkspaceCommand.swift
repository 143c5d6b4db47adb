import ArgumentParser
import Foundation
import Workspace

/// `needs workspace`: the file itself.
struct WorkspaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workspace", abstract: "Looks after the workspace's file.", subcommands: [Verify.self])

  /// `needs workspace verify`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks the file, its tables, and that sealed cycles are as they were.",
      discussion: "Example: needs workspace verify --workspace W.gpkg")

    @Option(help: "The workspace or the release, a .gpkg file.")
    var workspace: String

    func run() throws {
      let source = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace))
      let faults = try source.verify()
      guard faults.isEmpty else { throw WorkspaceError.content(reason: faults.joined(separator: "; ")) }
      Messages.say("\(workspace) is in order")
    }
  }
}
