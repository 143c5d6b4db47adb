import ArgumentParser
import Audit
import Evidence
import Foundation
import Workspace

/// The part of `needs voice` that keeps the burden of asking.
extension VoiceCommand {
  struct Asked: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes down what an occasion of asking cost those who were asked.",
      discussion: """
        Example: needs voice asked open-house-april --workspace W.gpkg --asked 40 --answered 31 --minutes 10 \
        --asked-before 12 --languages en,bn
        """)

    @Argument(help: "A word for the occasion.") var occasion: String
    @OptionGroup var options: WorkspaceOptions
    @Option(help: "How many people were asked.") var asked: Int
    @Option(help: "How many of them answered.") var answered: Int
    @Option(help: "Minutes it took each who answered.") var minutes: Double?
    @Option(help: "How many of those asked had been asked before in the cycle.") var askedBefore: Int?
    @Option(help: "The languages in which one could answer: en,bn.") var languages = ""
    @Flag(help: "All were told what came of it.") var toldBack = false

    func run() throws {
      guard
        let burden = AskingBurden(
          kind: .occasion, occasion: occasion, asked: asked, answered: answered,
          minutes: minutes.map { $0 * Double(answered) }, askedBefore: askedBefore,
          languages: languages.split { ",;|".contains($0) }.map { String($0) }, told: toldBack ? asked : nil)
      else { throw EvidenceError.impossible("no more can answer, or have been asked before, than were asked") }
      try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle).add(burden)
    }
  }

  struct Told: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes down that all who were asked on an occasion were told what came of it.",
      discussion: "Example: needs voice told parents-spring --workspace W.gpkg")

    @Argument(help: "The occasion, as needs voice burden prints it.") var occasion: String
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let told = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle).tell(occasion)
      Output.answer("\(occasion): \(told) told\n")
    }
  }

  struct Burden: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prints what asking cost people: how many, how long, how often again, in which languages, told back or not.")

    @OptionGroup var options: WorkspaceOptions
    @Option(help: "table, csv or json.") var format = OutputFormat.table

    func run() throws {
      let reader = try EvidenceReader(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      Output.answer(format.text(try reader.burdenTable()))
    }
  }
}
