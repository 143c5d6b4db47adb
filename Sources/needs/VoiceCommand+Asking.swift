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
    @OptionGroup var asking: AskingOptions
    @Flag(help: "All were told what came of it.") var toldBack = false

    func run() throws {
      guard
        let burden = AskingBurden(
          kind: .occasion, occasion: occasion, asked: asked, answered: answered,
          minutes: asking.minutes.map { $0 * Double(answered) }, askedBefore: asking.askedBefore,
          languages: asking.eachLanguage, told: toldBack ? asked : nil)
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

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.burdenTable() } }
  }
}
