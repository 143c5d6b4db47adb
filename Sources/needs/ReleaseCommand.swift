import ArgumentParser
import Audit
import Foundation
import Workspace

/// `needs release`: the workspace that may leave the house.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Writes a release: a workspace whose counts are coarsened by the audit's disclosure profile.",
    discussion: """
      Examples:
        needs release --workspace W.gpkg --to R.gpkg
        needs release --workspace W.gpkg --to R.gpkg --claim K-2025-26-03

      No claim leaves unless it is named. One that is leaves as its text, where it stands and the day of its last test: not
      how many were asked, nor its grade. A text with a name, an id or a number that could be a count is refused.
      """)

  @Option(help: "The workspace with exact counts, a .gpkg file.")
  var workspace: String

  @Option(help: "The file to write; an earlier release there is replaced.")
  var to: String

  @Option(help: "The cycle's label; may be given several times. The last cycle if it is not given.")
  var cycle: [String] = []

  @Option(help: "A claim that leaves with it, by its id; may be given several times. all: those somebody has taken up.")
  var claim: [String] = []

  func run() throws {
    let exact = try Workspace<Exact>.open(at: URL(fileURLWithPath: workspace))
    try ReleaseRun(exact).write(to: URL(fileURLWithPath: to), cycles: cycle, claims: claim, noting: Messages.say)
    Messages.say("\(to) is written; whoever holds it may read it")
  }
}
