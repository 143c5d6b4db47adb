import ArgumentParser
import Audit

/// `needs offer`: what is given, and how it meets what is raised.
struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "What is given, by whom, for how long funded; and need × offer by theme.",
    subcommands: [List.self, Match.self, Ledger.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the cycle's offers.")

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.offerTable() } }
  }

  struct Ledger: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints what is given in each flow of value, one beside the other: flows are never added up.",
      discussion: "Example: needs offer ledger --workspace W.gpkg")

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.ledgerTable() } }
  }

  struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints each theme with how often it was raised and what is offered on it. Internal only.",
      discussion: "Example: needs offer match --workspace W.gpkg")

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.needOfferTable() } }
  }
}
