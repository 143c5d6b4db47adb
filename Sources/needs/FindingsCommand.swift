import ArgumentParser
import Audit
import Evidence
import Foundation
import Workspace

/// `needs findings`: pockets, unheard groups, loud voices, and change in four parts.
struct FindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "What the evidence of a cycle found: hidden pockets, who is unheard, who is loud, what changed and why.",
    discussion:
      "Internal: it is made of exact counts.\nExample: needs findings --workspace out/sample.gpkg --format json")

  @Option(help: "The workspace.")
  var workspace: String

  @Option(help: "The cycle (default: the last).")
  var cycle: String?

  @Option(help: "text or json.")
  var format: FindingsFormat = .text

  func run() throws {
    let store = try Workspace<Exact>.open(at: URL(fileURLWithPath: workspace))
    let picture = try EvidenceReader(store, cycle: cycle).picture()
    print(format == .json ? picture.findings.json : EvidenceWords.findings(picture))
  }
}

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
