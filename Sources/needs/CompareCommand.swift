import ArgumentParser
import Foundation
import Measures
import Reporting
import Workspace

/// `needs compare`: places beside each other, with their doubt.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Compares the places of an authority: rates, intervals, which differ by more than chance, how sure ranks are.",
    discussion: """
      Examples:
        needs compare --workspace W.gpkg
        needs compare --workspace W.gpkg --kind area --format html --out comparison.html
      """)

  /// What is compared.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case catchment, area
  }

  /// How the answer is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, html
  }

  @Option(help: "The workspace, or a release.")
  var workspace: String

  @Option(help: "catchment or area.")
  var kind = Kind.catchment

  @Option(help: "A measure with an interval, as needs figures names it.")
  var measure = "reached.rate"

  @Option(help: "The cycle; the last one if not given.")
  var cycle: String?

  @Option(help: "table, csv, json or html.")
  var format = Format.table

  @Option(help: "The file to write to; standard output if not given.")
  var out: String?

  func run() throws {
    let compared = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace)).comparison(
      kind: kind == .area ? .area : .catchment, measure: measure, cycle: cycle)
    let page: RenderedPage
    switch format {
    case .html: page = compared.page
    case .table: page = compared.page.replaced(by: compared.answer.table())
    case .csv: page = compared.page.replaced(by: compared.answer.csv())
    case .json: page = compared.page.replaced(by: compared.answer.json())
    }
    if let out {
      try page.write(to: URL(fileURLWithPath: out))
    } else {
      FileHandle.standardOutput.write(page.data)
    }
  }
}
