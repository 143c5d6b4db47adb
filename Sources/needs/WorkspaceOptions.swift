import ArgumentParser
import Foundation
import Workspace

/// `--workspace` and `--cycle`, which most subcommands take.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: "The workspace or the release, a .gpkg file.")
  var workspace: String

  @Option(help: "The cycle's label; the last if it is not given.")
  var cycle: String?

  /// The file.
  var url: URL { URL(fileURLWithPath: workspace) }

  /// The workspace, whichever kind of counts it holds.
  func open() throws -> AnyWorkspace { try AnyWorkspace.open(at: url) }
}
