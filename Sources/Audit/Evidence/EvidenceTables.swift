import Evidence
import Workspace

extension EvidenceReader {
  /// The cycle's voices as a table.
  public func voiceTable() throws -> QueryResult {
    let scores = try workspace.records(of: "intelligence_scores", columns: ["voice", "outcome"], cycle: cycle.label)
    let outcomes = Dictionary(scores.map { ($0[0].text, $0[1]) }, uniquingKeysWith: { _, last in last })
    return QueryResult(
      columns: VoiceRows.columns + ["came_true"],
      rows: VoiceRows.rows(try voices()).rows.map { $0 + [outcomes[$0[0].text] ?? .null] })
  }

  /// Claims as a table, each with its grade, what agrees, what is against, and what the machine finds.
  public func claimTable() throws -> QueryResult {
    let picture = try picture()
    return QueryResult(
      columns: [
        "claim", "in_cycle", "place_kind", "place", "group", "theme", "measure", "predicate", "comparator", "state",
        "grade",
        "agree", "against", "needs", "verdict", "refuted_if", "ask_whom", "ask_where", "due", "owner_role", "asked",
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
          needs.map(\.rawValue).joined(separator: "|"), graded.verdict.rawValue, claim.refutedIf, claim.plan.whom,
          claim.plan.whereToAsk, claim.plan.due?.description ?? "", claim.owner, String(asked), claim.origin,
        ].map(SQLValue.text)
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
