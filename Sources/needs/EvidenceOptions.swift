import ArgumentParser
import Audit
import Workspace

/// `--workspace`, `--cycle` and `--format` of what prints a table of the evidence.
struct EvidenceTable: ParsableArguments {
  @OptionGroup var options: WorkspaceOptions
  @Option(help: "table, csv or json.") var format = OutputFormat.table

  /// Prints a table of the cycle's evidence.
  func answer(_ table: (EvidenceReader) throws -> QueryResult) throws {
    let reader = try EvidenceReader(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
    Output.answer(format.text(try table(reader)))
  }
}

/// What asking cost people.
struct AskingOptions: ParsableArguments {
  @Option(help: "Minutes it took each who answered.") var minutes: Double?
  @Option(help: "How many of those asked had been asked before in the cycle.") var askedBefore: Int?
  @Option(help: "The languages in which one could answer: en,bn.") var languages = ""

  /// The languages, each by itself.
  var eachLanguage: [String] { languages.split { ",;|".contains($0) }.map { String($0) } }
}
