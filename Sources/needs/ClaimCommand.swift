import ArgumentParser
import Audit
import Evidence
import Foundation
import Geodata
import Workspace

/// `needs claim`: statements of need that somebody goes out and tests.
struct ClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Claims: drafted from figures and voices, edited by people, tested in the locality.",
    subcommands: [Draft.self, Add.self, Edit.self, Test.self, List.self, Calibration.self])

  struct Draft: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Drafts claims from the cycle's figures and voices; what is a claim already is not drafted again.",
      discussion: "Example: needs claim draft --workspace W.gpkg")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let drafts = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle).draft()
      for claim in drafts { Output.answer("\(claim.id): \(EvidenceWords.claim(claim))\n") }
      if drafts.isEmpty { Messages.say("nothing new to claim") }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds a claim of one's own.",
      discussion: """
        Example: needs claim add --workspace W.gpkg --catchment SC01 --measure reached.of-enrolled --predicate below \
        --against 0.65 --refuted-if "two thirds of the enrolled come by Easter"
        """)

    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var fields: ClaimFields
    @Option(help: "The small area.") var area: String?
    @Option(help: "The catchment.") var catchment: String?
    @Option(help: "A declared group's value.") var group = ""
    @Option(help: "A theme of the codebook.") var theme = ""
    @Option(help: "A figure's measure as needs figures has it: reached.of-enrolled, reached.rate, idaci.average-score…")
    var measure = ""
    @Option(help: "below, above or stated.") var predicate: Claim.Predicate = .stated
    @Option(help: "authority, complement (of a group), last-cycle, rest-of-catchment (of an area), or a number: 0.65.")
    var against = ""

    func run() throws {
      guard let comparator = Claim.Comparator(text: against) else {
        throw EvidenceError.impossible(
          "--against is authority, complement, last-cycle, rest-of-catchment or a number such as 0.65, not \"\(against)\""
        )
      }
      let place: Voice.Place = area.map { .area($0) } ?? catchment.map { .catchment($0) } ?? .authority
      var claim = Claim(
        id: "", openedIn: "", place: place, group: group, theme: theme, measure: measure, comparator: comparator,
        predicate: predicate, state: .open)
      fields.apply(to: &claim)
      claim = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle).add(claim)
      Output.answer("\(claim.id): \(EvidenceWords.claim(claim))\n")
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a claim up: who answers for it, whom to ask, what would refute it.",
      discussion: "Example: needs claim edit K-2025-26-01 --workspace W.gpkg --state open --owner \"outreach lead\"")

    @Argument(help: "The claim's id.") var claim: String
    @OptionGroup var options: WorkspaceOptions
    @OptionGroup var fields: ClaimFields
    @Option(help: "draft or open; what a test found is written down by needs claim test.") var state: Claim.State?

    func run() throws {
      let desk = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      let edited = try desk.edit(claim) { claim in
        fields.apply(to: &claim)
        if let state { claim.state = state }
      }
      Output.answer("\(edited.id): \(edited.state.rawValue)\n")
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes down what came of a test in the locality.",
      discussion: """
        Example: needs claim test K-2025-26-01 --workspace W.gpkg --date 2026-05-12 --outcome supported --asked 24 \
        --agreed 19 --told-back "at the open house"
        """)

    @Argument(help: "The claim's id.") var claim: String
    @OptionGroup var options: WorkspaceOptions
    @Option(help: "The day of the test.") var date: Day
    @Option(help: "supported, revised, refuted or open.") var outcome: ClaimTest.Outcome
    @Option(help: "How many people were asked.") var asked: Int
    @Option(help: "How many of them agreed with the claim.") var agreed: Int?
    @Option(help: "How those who were asked were told what came of it.") var toldBack = ""
    @OptionGroup var asking: AskingOptions

    func run() throws {
      let desk = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      let test = try desk.test(
        claim, on: date, outcome: outcome, asked: asked, agreed: agreed, toldBack: toldBack,
        minutes: asking.minutes, askedBefore: asking.askedBefore, languages: asking.eachLanguage)
      Output.answer("\(test.claim): \(test.outcome.rawValue); \(test.asked) asked; grade \(test.grade.rawValue)\n")
      if let doubt = test.doubt { Messages.say(doubt) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints the claims with their grade, what agrees and what is against; csv and json have every field.",
      discussion: "Of a release: the claims that left with it, and what its own figures say to them.")

    @OptionGroup var options: WorkspaceOptions
    @Option(help: "table, csv or json.") var format = OutputFormat.table

    func run() throws {
      switch try options.open() {
      case .exact(let workspace):
        let reader = try EvidenceReader(workspace, cycle: options.cycle)
        Output.answer(format.text(format == .table ? try reader.claimSummary() : try reader.claimTable()))
      case .released(let release):
        Output.answer(format.text(try AnyWorkspace.claimTable(of: release, cycle: options.cycle)))
      }
    }
  }

  struct Calibration: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints how often claims of each grade have held when they were tested.")

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.calibrationTable() } }
  }
}

/// What people may say of a claim.
struct ClaimFields: ParsableArguments {
  @Option(help: "What would refute it.") var refutedIf: String?
  @Option(help: "Whom to ask, in roles.") var whom: String?
  @Option(help: "Where to ask.") var `where`: String?
  @Option(help: "By when.") var due: Day?
  @Option(help: "The role that answers for it.") var owner: String?

  /// Puts what was given into a claim.
  func apply(to claim: inout Claim) {
    if let refutedIf { claim.refutedIf = refutedIf }
    if let whom { claim.plan.whom = whom }
    if let `where` { claim.plan.whereToAsk = `where` }
    if let due { claim.plan.due = due }
    if let owner { claim.owner = owner }
  }
}
