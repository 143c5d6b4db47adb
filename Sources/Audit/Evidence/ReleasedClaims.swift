import Evidence
import Geodata
import Measures
import Workspace

/// A claim of a release: what people say, where they say that it stands, and what the release's own figures say to it.
public struct ReleasedClaim: Sendable {
  /// The claim, under the name that it has in the release.
  public var claim: Claim
  /// The day of its last test; nil: not tested.
  public var testedOn: Day?
  /// What the coarsened figures say: it holds only if it does whatever the exact counts are.
  public var verdict: ClaimEvaluation.Verdict

  /// Makes a released claim.
  public init(claim: Claim, testedOn: Day?, verdict: ClaimEvaluation.Verdict) {
    (self.claim, self.testedOn, self.verdict) = (claim, testedOn, verdict)
  }
}

/// The claims of a release's cycle, evaluated from its own cells: what is computed here anybody who holds the release can
/// compute, so it tells nothing more.
public enum ReleasedClaims {
  /// Reads and evaluates them; the last cycle where none is named. An earlier cycle is held against where the release has
  /// it.
  public static func read(
    _ release: Workspace<Released>, facts: CycleFacts
  ) throws(WorkspaceError) -> [ReleasedClaim] {
    let rows = try release.records(of: ClaimRelease.table, columns: ClaimRelease.columns, cycle: facts.cycle.label)
    let claims = rows.compactMap { row -> (claim: Claim, testedOn: Day?)? in
      let stored: [SQLValue] = [row[0]] + Array(row[2..<(row.count - 1)]) + [.text("person"), row[1]]
      return ClaimRows.claim(stored).map { ($0, row.last.flatMap { Day(iso: $0.text) }) }
    }
    guard !claims.isEmpty else { return [] }
    var previous: ClaimFigures.Previous?
    if let label = facts.cycleLabels.prefix(while: { $0 != facts.cycle.label }).last,
      claims.contains(where: { $0.claim.comparator == .lastCycle })
    {
      let before = try release.facts(cycle: label)
      previous = ClaimFigures.Previous(ClaimFigures(before, pockets: [], book: FigureBook(facts: before)))
    }
    let needsBook = claims.contains { ClaimFigures.needsBook($0.claim) }
    let figures = ClaimFigures(
      facts, pockets: ReleasedFindings.certainPockets(of: facts), previous: previous,
      book: needsBook ? FigureBook(facts: facts) : nil)
    return claims.map { claim, day in
      let verdict =
        claim.comparator == .restOfCatchment ? pocketVerdict(claim, figures) : figures.verdict(claim)
      return ReleasedClaim(claim: claim, testedOn: day, verdict: verdict)
    }
  }

  /// Only a pocket that is one whichever of its possible counts the area has is called one; that none is, nobody can tell.
  private static func pocketVerdict(_ claim: Claim, _ figures: ClaimFigures) -> ClaimEvaluation.Verdict {
    figures.verdict(claim) == .holds ? .holds : .cannotTell
  }
}

extension AnyWorkspace {
  /// The claims of a release as a table; what the figures say is worked out from its cells.
  static func table(_ claims: [ReleasedClaim]) -> QueryResult {
    QueryResult(
      columns: [
        "claim", "what_it_says", "state", "tested_on", "figures", "refuted_if", "ask_whom", "ask_where", "due",
        "owner_role",
      ],
      rows: claims.map { released in
        let claim = released.claim
        return [
          claim.id, EvidenceWords.claim(claim), claim.state.rawValue, released.testedOn?.description ?? "",
          released.verdict == .notNumeric ? "" : released.verdict.rawValue, claim.refutedIf, claim.plan.whom,
          claim.plan.whereToAsk, claim.plan.due?.description ?? "", claim.owner,
        ].map(SQLValue.text)
      })
  }

  /// The claims of a release's cycle as a table that a person reads.
  public static func claimTable(of release: Workspace<Released>, cycle: String?) throws -> QueryResult {
    table(try ReleasedClaims.read(release, facts: release.facts(cycle: cycle)))
  }
}
