import Evidence
import Measures
import Workspace

extension EvidenceReader {
  /// What the machine found in one cycle, by claim.
  struct CycleOfVerdicts {
    let cycle: String
    let verdicts: [String: ClaimEvaluation.Verdict]
    /// The figures in words.
    let figures: [String: String]
  }

  /// Counts by area then and now.
  func areaChanges() throws -> [AreaChange] {
    try workspace.records(of: "area_changes", columns: AreaChanges.columns, cycle: cycle.label)
      .compactMap(AreaChanges.change)
  }

  /// What areas of earlier vintages became, where that is plain.
  func successors() throws -> [String: [String]] {
    try knownCycles.reduce(into: [:]) { lineage, label in
      let links = try workspace.records(of: "area_links", columns: AreaChanges.linkColumns, cycle: label)
      // A cycle without links has the areas of the one before.
      if !links.isEmpty { lineage = AreaChanges.followed(lineage, by: AreaChanges.successors(links)) }
    }
  }

  /// What the machine finds of each claim in each cycle from that in which it was made to this one.
  func verdicts(
    of claims: [Claim], pockets: [PocketFinding]
  ) throws -> [CycleOfVerdicts] {
    guard !claims.isEmpty else { return [] }
    let cycles = knownCycles
    var result: [CycleOfVerdicts] = []
    let needsBook = claims.contains(where: ClaimFigures.needsBook)
    var previous: ClaimFigures.Previous?
    for (place, label) in cycles.enumerated() {
      let isNow = label == cycle.label
      let mine = claims.filter { claim in cycles.firstIndex(of: claim.openedIn).map { $0 <= place } ?? false }
      let reader = isNow ? self : try EvidenceReader(workspace, cycle: label)
      let figures = ClaimFigures(
        reader.facts, pockets: isNow ? pockets : reader.pockets(), previous: previous,
        areasBefore: try reader.areaChanges(), successors: try reader.successors(),
        book: needsBook ? FigureBook(facts: reader.facts) : nil)
      if !mine.isEmpty {
        result.append(
          CycleOfVerdicts(
            cycle: label, verdicts: Dictionary(mine.map { ($0.id, figures.verdict($0)) }, uniquingKeysWith: { $1 }),
            figures: Dictionary(
              mine.compactMap { claim in figures.numbers(claim).map { (claim.id, $0) } }, uniquingKeysWith: { $1 })))
      }
      previous = ClaimFigures.Previous(figures)
    }
    return result
  }

  /// This cycle's figures, for a new claim.
  func claimFigures() throws -> ClaimFigures {
    ClaimFigures(facts, pockets: pockets(), successors: try successors(), book: FigureBook(facts: facts))
  }
}
