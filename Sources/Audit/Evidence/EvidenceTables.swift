import Evidence
import Workspace

extension EvidenceReader {
  /// The cycle's voices as a table.
  public func voiceTable() throws -> QueryResult {
    let mine = try intelligence().filter { $0.cycle == cycle.label }
    let outcomes = Dictionary(mine.map { ($0.voice.id, $0.outcome?.rawValue) }, uniquingKeysWith: { _, last in last })
    let voices = try voices()
    return QueryResult(
      columns: VoiceRows.columns + ["catchments", "came_true"],
      rows: zip(VoiceRows.rows(voices).rows, voices).map { row, voice in
        row + [.text(voice.catchments.joined(separator: "|")), .optional(outcomes[voice.id] ?? nil)]
      })
  }

  /// Claims as a table, each with its grade, what agrees, what is against, and what the machine finds.
  public func claimTable() throws -> QueryResult {
    let picture = try picture()
    return QueryResult(
      columns: [
        "claim", "in_cycle", "place_kind", "place", "group", "theme", "measure", "predicate", "comparator", "state",
        "grade",
        "agree", "against", "needs", "evidence", "verdict", "verdicts", "refuted_if", "ask_whom", "ask_where", "due",
        "owner_role", "asked",
        "origin",
      ],
      rows: picture.claims.map { graded in
        let claim = graded.claim
        let asked = picture.tests.filter { $0.claim == claim.id }.reduce(0) { $0 + $1.asked }
        let needs = ClaimGrade.Need.allCases.filter { need in graded.grade.evidence.contains { $0.need == need } }
        return [
          claim.id, claim.openedIn, claim.place.kind, claim.place.code, claim.group, claim.theme, claim.measure,
          claim.predicate.rawValue, claim.comparator.text, claim.state.rawValue, graded.grade.grade.rawValue,
          graded.grade.agreeing.map(\.rawValue).joined(separator: "|"),
          graded.grade.against.map(\.rawValue).joined(separator: "|"),
          needs.map(\.rawValue).joined(separator: "|"),
          graded.grade.evidence.map { "\($0.kind.rawValue) (\($0.need.rawValue)): \($0.reason)" }
            .joined(separator: "; "), graded.verdict.rawValue,
          graded.history.map { "\($0.cycle) \($0.verdict.rawValue)" }.joined(separator: "|"), claim.refutedIf,
          claim.plan.whom,
          claim.plan.whereToAsk, claim.plan.due?.description ?? "", claim.owner, String(asked), claim.origin,
        ].map(SQLValue.text)
      })
  }

  /// Claims as a table that a person reads: what each says, how sure, who is for and against, what its tests found.
  public func claimSummary() throws -> QueryResult {
    let picture = try picture()
    return QueryResult(
      columns: [
        "claim", "what_it_says", "state", "grade", "agree", "against", "figures", "tested", "due", "owner_role",
      ],
      rows: picture.claims.map { graded in
        let claim = graded.claim
        let tests = picture.tests.filter { $0.claim == claim.id }.map { test in
          "\(test.outcome.rawValue) \(test.date): \(test.asked) asked" + (test.agreed.map { ", \($0) agreed" } ?? "")
        }
        return [
          claim.id, EvidenceWords.claim(claim), claim.state.rawValue, graded.grade.grade.rawValue,
          graded.grade.agreeing.map(\.rawValue).joined(separator: ", "),
          graded.grade.against.map(\.rawValue).joined(separator: ", "),
          graded.verdict == .notNumeric ? "" : graded.verdict.rawValue, tests.joined(separator: "; "),
          claim.plan.due?.description ?? "", claim.owner,
        ].map(SQLValue.text)
      })
  }

  /// What is given in each flow, without a total: flows are different things.
  public func ledgerTable() throws -> QueryResult {
    QueryResult(
      columns: [
        "flow", "meaning", "offers", "services", "providers", "funders", "hours_per_week", "volunteer_hours_per_week",
        "cost_per_year", "visits", "money_ended", "first_fund_end",
      ],
      rows: try picture().ledger.entries.map { entry in
        [
          .text(entry.flow), .text(entry.meaning), .integer(entry.offers.count),
          .text(entry.services.joined(separator: "|")), .text(entry.providers.joined(separator: "|")),
          .text(entry.funders.joined(separator: "|")), .optional(entry.hours), .optional(entry.volunteerHours),
          .optional(entry.cost), .optional(entry.visits), .integer(entry.ending(by: cycle.to).count),
          .optional(entry.firstEnd?.description),
        ]
      })
  }

  /// How often claims of each grade have held.
  public func calibrationTable() throws -> QueryResult {
    QueryResult(
      columns: ["grade", "tested", "held", "low", "high"],
      rows: try picture().calibration.rows.map {
        [
          .text($0.grade.rawValue), .integer($0.tested), .integer($0.held), .optional($0.interval?.lower),
          .optional($0.interval?.upper),
        ]
      })
  }
}
