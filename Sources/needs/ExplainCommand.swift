import ArgumentParser
import Audit
import Foundation
import Measures
import Reporting
import Workspace

/// `needs explain FIGURE`: from a printed number back to formula, sources and hashes.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Traces a figure back to its formula, the numbers in it, the query, the files and the rule.",
    discussion: """
      Examples:
        needs explain reached.rate@CC01@2025-26 --workspace W.gpkg
        needs explain reached.rate@chosen-3fa9c2d1e0b4.N1@2025-26 --workspace W.gpkg --within wards.geojson --code N
      A figure of a place that was named or drawn is explained where the same place is chosen again. Each number on a page stands in an element whose attribute data-figure is its id.
      """)

  /// How the explanation is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The figures' ids, as they stand in data-figure beside the numbers: measure@place@cycle.")
  var figures: [String]

  @Option(help: "The workspace or the release, a .gpkg file.")
  var workspace: String

  @OptionGroup var choice: ChoiceOptions

  @Option(help: "text or json.")
  var format = Format.text

  func run() throws {
    let source = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace))
    let explanations = try explanations(source)
    switch format {
    case .text: Output.answer(explanations.map(\.text).joined(separator: "\n"))
    case .json: Output.answer(try Explanation.json(explanations) + "\n")
    }
  }

  /// Those of chosen places, cycle by cycle, then all others, in the order of the ids.
  private func explanations(_ source: AnyWorkspace) throws -> [Explanation] {
    let ofChoice = figures.filter { ChosenMark.place(ofFigure: $0).map(ChosenMark.isOfChoice) ?? false }
    var known: [String: Explanation] = [:]
    for (cycle, ids) in Dictionary(grouping: ofChoice, by: { $0.split(separator: "@").last.map(String.init) ?? "" }) {
      switch source {
      case .exact(let workspace):
        let evidence = try EvidenceReader(workspace, cycle: cycle).picture()
        let pages = try BoroughPages(of: workspace, cycle: cycle, evidence: evidence)
        known.merge(try explained(ids, pages, workspace, cycle)) { $1 }
      case .released(let workspace):
        let pages = try BoroughPages(of: workspace, cycle: cycle)
        known.merge(try explained(ids, pages, workspace, cycle)) { $1 }
      }
    }
    if let missing = ofChoice.first(where: { known[$0] == nil }) { throw FigureRefusal.chosenOtherwise(missing) }
    let rest = figures.filter { known[$0] == nil }
    for (id, explanation) in zip(rest, try source.explanations(of: rest)) { known[id] = explanation }
    return figures.compactMap { known[$0] }
  }

  private func explained<State>(
    _ ids: [String], _ pages: BoroughPages<State>, _ workspace: Workspace<State>, _ cycle: String
  ) throws -> [String: Explanation] {
    guard let chosen = try choice.places(of: workspace, cycle: cycle) else { return [:] }
    return pages.explanations(of: ids, in: chosen)
  }
}
