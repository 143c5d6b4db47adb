import ArgumentParser
import Audit
import Evidence
import Foundation
import Geodata
import Workspace

/// `needs voice`: coded things that people said.
struct VoiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voice",
    abstract: "Coded voices: no names, no stories. Internal only.",
    subcommands: [Add.self, Import.self, List.self, Score.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds one voice to an open cycle.",
      discussion: """
        Example: needs voice add --workspace W.gpkg --date 2026-03-02 --source parent --channel open-house \
        --theme debt --area X01000001 --contributor V91 --consent
        """)

    @OptionGroup var options: WorkspaceOptions
    @Option(help: "The day on which it was said.") var date: Day
    @Option(help: "Who passed it on: parent, home-liaison-worker, local-authority, partner…") var source: String
    @Option(help: "How: home-visit, writing-wall, open-house, survey, meeting…") var channel: String
    @Option(help: "A declared group's value, or other.") var group = "other"
    @Option(help: "A theme of the codebook.") var theme: String
    @Option(help: "raises or disputes.") var stance: Voice.Stance = .raises
    @Option(help: "The small area that it is about.") var area: String?
    @Option(help: "The catchment that it is about.") var catchment: String?
    @Option(help: "A pseudonym.") var contributor: String
    @Flag(help: "The person agreed that it is counted.") var consent = false
    @Option(help: "The last day on which intelligence is current.") var expires: Day?

    func run() throws {
      let desk = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      let place: Voice.Place = area.map { .area($0) } ?? catchment.map { .catchment($0) } ?? .authority
      let id = try desk.add(
        Voice(
          id: "", date: date, source: source, channel: channel, group: group, theme: theme, stance: stance,
          place: place, contributor: contributor, hasConsent: consent, expires: expires))
      Output.answer("\(id)\n")
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds the voices of a table whose columns bear the names of their roles.",
      discussion: "Example: needs voice import more-voices.csv --workspace W.gpkg")

    @Argument(help: "The table: id, date, source, channel, group, theme, stance, area, contributor, consent…") var file:
      String
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let store = try Workspace<Exact>.open(at: options.url)
      let result = try EvidenceDesk(store, cycle: options.cycle).add(table: URL(fileURLWithPath: file))
      for complaint in result.complaints { Messages.say(complaint) }
      Output.answer("\(result.added) voices added\n")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the cycle's voices.")

    @OptionGroup var options: WorkspaceOptions
    @Option(help: "table, csv or json.") var format = OutputFormat.table

    func run() throws {
      let reader = try EvidenceReader(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      Output.answer(format.text(try reader.voiceTable()))
    }
  }

  struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes down whether intelligence came true.")

    @Argument(help: "The voice's id.") var voice: String
    @OptionGroup var options: WorkspaceOptions
    @Option(help: "hit or miss.") var outcome: IntelligenceOutcome
    @Option(help: "The day on which it was scored.") var date: Day

    func run() throws {
      try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
        .score(voice, hit: outcome == .hit, on: date)
    }
  }
}

/// Whether intelligence came true.
enum IntelligenceOutcome: String, ExpressibleByArgument, CaseIterable {
  case hit, miss
}

extension Voice.Stance: ExpressibleByArgument {}
extension Claim.State: ExpressibleByArgument {}
extension Claim.Predicate: ExpressibleByArgument {}
extension ClaimTest.Outcome: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// Reads `yyyy-mm-dd`.
  public init?(argument: String) { self.init(iso: argument) }
}
