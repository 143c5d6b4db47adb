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
    subcommands: [Add.self, Import.self, List.self, Score.self, Asked.self, Told.self, Burden.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds one voice to an open cycle.",
      discussion: """
        Example: needs voice add --workspace W.gpkg --date 2026-03-02 --source parent --channel open-house \
        --theme debt --area X01000001 --contributor V91 --consent --minutes 10 --language en
        A postcode is looked up in the audit file's directory and forgotten: --postcode "…" --audit geodata/audit.yml
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
    @Option(help: "The theme as a second coder has it.") var second: String?
    @Option(help: "Minutes that the person gave.") var minutes: Double?
    @Option(help: "The language in which it was said.") var language = ""
    @Flag(help: "The person was told what came of it.") var toldBack = false
    @OptionGroup var postcodes: PostcodeOptions
    @Option(help: "A postcode, instead of area or catchment; it is not kept. Needs --audit.") var postcode: String?

    func run() throws {
      let desk = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      var place: Voice.Place = area.map { .area($0) } ?? catchment.map { .catchment($0) } ?? .authority
      var catchments: [String] = []
      if let postcode, area == nil, catchment == nil {
        guard let file = try postcodes.file() else {
          throw EvidenceError.impossible("--postcode needs --audit: the audit file that names the postcode directory")
        }
        (place, catchments) = try desk.place(postcode: postcode, in: file)
      }
      let id = try desk.add(
        Voice(
          id: "", date: date, source: source, channel: channel, group: group, theme: theme, second: second,
          stance: stance, place: place, catchments: catchments, contributor: contributor, hasConsent: consent,
          expires: expires), minutes: minutes, language: language, isTold: toldBack ? true : nil)
      if !consent { Messages.say("\(id) is kept without consent: it counts nowhere (--consent: the person agreed)") }
      Output.answer("\(id)\n")
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds the voices of a table whose columns bear the names of their roles.",
      discussion: """
        Example: needs voice import more-voices.csv --workspace W.gpkg
        With --audit the columns may also be named as that file names its own voices'; what the table has beyond them is
        not taken.
        """)

    @Argument(
      help: "The table: id, date, source, channel, group, theme, stance, area or postcode, contributor, consent…")
    var file: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var postcodes: PostcodeOptions

    func run() throws {
      let store = try Workspace<Exact>.open(at: options.url)
      let result = try EvidenceDesk(store, cycle: options.cycle).add(
        table: URL(fileURLWithPath: file), with: try postcodes.file())
      for complaint in result.complaints { Messages.say(complaint) }
      Output.answer("\(result.added) \(result.added == 1 ? "voice" : "voices") added\n")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the cycle's voices.")

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.voiceTable() } }
  }

  struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes down whether intelligence came true.")

    @Argument(help: "The voice's id.") var voice: String
    @OptionGroup var options: WorkspaceOptions
    @Option(help: "hit or miss.") var outcome: IntelligenceRecord.Outcome
    @Option(help: "The cycle in which it was said, where that is an earlier one.") var saidIn: String?
    @Option(help: "The day on which it was scored.") var date: Day

    func run() throws {
      try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
        .score(voice, saidIn: saidIn, outcome: outcome, on: date)
    }
  }
}

/// The audit file whose postcode directory is looked into.
struct PostcodeOptions: ParsableArguments {
  @Option(help: "The audit file that names the postcode directory, for voices that are placed by postcode.")
  var audit: String?
  @Option(help: "The root of that file's relative paths (default: its folder).") var data: String?

  func file() throws -> AuditFile? {
    try audit.map {
      try AuditFile.read(URL(fileURLWithPath: $0), data: data.map { URL(fileURLWithPath: $0) })
    }
  }
}

extension IntelligenceRecord.Outcome: ExpressibleByArgument {}

extension Voice.Stance: ExpressibleByArgument {}
extension Claim.State: ExpressibleByArgument {}
extension Claim.Predicate: ExpressibleByArgument {}
extension ClaimTest.Outcome: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// Reads `yyyy-mm-dd`.
  public init?(argument: String) { self.init(iso: argument) }
}
