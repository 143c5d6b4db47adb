import ArgumentParser
import Audit
import Evidence
import Workspace

/// `needs findings`: pockets, unheard groups, loud voices, and change in four parts.
struct FindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "What the evidence of a cycle found: hidden pockets, who is unheard, who is loud, what changed and why.",
    discussion: """
      Internal, as it is made of exact counts. Of a release it says what coarsened counts let say: pockets, and the whole
      change between cycles that the release holds.
      Example: needs findings --workspace out/sample.gpkg --format json
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "text or json.")
  var format: FindingsFormat = .text

  @Flag(help: "With --format json: also counts before and after, columns that nobody coded, and advice.")
  var full = false

  func run() throws {
    switch try options.open() {
    case .exact(let store):
      let picture = try EvidenceReader(store, cycle: options.cycle).picture()
      let findings = picture.findings
      let json = full ? findings.fullJSON : findings.json
      Output.answer((format == .json ? json : EvidenceWords.findings(picture)) + "\n")
    case .released(let release):
      let findings = try ReleasedFindings(release, cycle: options.cycle)
      Output.answer((format == .json ? findings.json : findings.words) + "\n")
    }
  }
}

/// How findings are printed.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
