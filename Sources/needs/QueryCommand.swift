import ArgumentParser
import Foundation
import Workspace

/// `needs query`: one of the audit's questions.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answers one of the audit's questions; without a name it lists them.",
    discussion: "Example: needs query reach-by-catchment --workspace W.gpkg --format csv")

  @Argument(help: "The question's name.")
  var name: String?

  @Option(help: "The workspace or the release, a .gpkg file.")
  var workspace: String?

  @Option(help: "The cycle's label; the last if it is not given.")
  var cycle: String?

  @Option(help: "One catchment's code, where the question can be asked of one.")
  var catchment: String?

  @Option(help: "table, csv or json.")
  var format = OutputFormat.table

  func run() throws {
    guard let name else {
      Output.answer(format.text(NamedQuery.list))
      return
    }
    let query = try NamedQuery.named(name)
    guard let workspace else { throw ValidationError("Missing expected argument '--workspace <workspace>'") }
    let source = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace))
    let result = try source.ask(query, cycle: cycle, catchment: catchment)
    if query.answersWithPaths, format == .json {
      Output.answer(result.nestedJSON(labels: try source.cycleLabels()))
    } else {
      Output.answer(format.text(result))
    }
    Messages.sayInternal(if: source.isExact)
  }
}
