import ArgumentParser
import Foundation
import Measures
import Workspace

/// `needs explain FIGURE`: from a printed number back to formula, sources and hashes.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Traces a figure back to its formula, the numbers in it, the query, the files and the rule.",
    discussion: "Example: needs explain reached.rate@CC01@2025-26 --workspace W.gpkg")

  /// How the explanation is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The figure's id, as it stands beside the number: measure@place@cycle.")
  var figure: String

  @Option(help: "The workspace or the release, a .gpkg file.")
  var workspace: String

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let source = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace))
    let explanation = try source.explanation(of: figure)
    Output.answer(format == .text ? explanation.text : try explanation.json() + "\n")
  }
}
