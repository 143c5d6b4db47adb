import ArgumentParser
import Audit
import Foundation
import Measures
import Workspace

/// `needs explain FIGURE`: from a printed number back to formula, sources and hashes.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Traces a figure back to its formula, the numbers in it, the query, the files and the rule.",
    discussion: """
      Example: needs explain reached.rate@CC01@2025-26 --workspace W.gpkg
      Each number on a page stands in an element whose attribute data-figure is its id.
      """)

  /// How the explanation is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The figures' ids, as they stand in data-figure beside the numbers: measure@place@cycle.")
  var figures: [String]

  @Option(help: "The workspace or the release, a .gpkg file.")
  var workspace: String

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let source = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace))
    let explanations = try source.explanations(of: figures)
    switch format {
    case .text: Output.answer(explanations.map(\.text).joined(separator: "\n"))
    case .json: Output.answer(try Explanation.json(explanations) + "\n")
    }
  }
}
