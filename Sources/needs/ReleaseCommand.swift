import ArgumentParser
import Audit
import Foundation
import Workspace

/// `needs release`: the workspace that may leave the house.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Writes a release: a workspace whose counts are coarsened by the audit's disclosure profile.",
    discussion: "Example: needs release --workspace W.gpkg --to R.gpkg")

  @Option(help: "The workspace with exact counts, a .gpkg file.")
  var workspace: String

  @Option(help: "The file to write; an earlier release there is replaced.")
  var to: String

  @Option(help: "The cycle's label; may be given several times. The last cycle if it is not given.")
  var cycle: [String] = []

  func run() throws {
    let exact = try Workspace<Exact>.open(at: URL(fileURLWithPath: workspace))
    try ReleaseRun(exact).write(to: URL(fileURLWithPath: to), cycles: cycle, noting: Messages.say)
    Messages.say("\(to) is written; whoever holds it may read it")
  }
}
