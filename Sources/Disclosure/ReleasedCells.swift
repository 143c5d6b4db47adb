import Tally

/// All cells of one cycle's release: (a) people by atom, (b) groups, services and centres used by catchment set, (c)
/// visits by centre; coarsened, gated and audited.
///
/// ```swift
/// let cells = ReleasedCells(exact, coarsening: .small)
/// cells.sets[0].withheld        // what is not shown of the first set
/// ```
///
/// Everything follows from the coarsened cells: two tallies whose coarsened cells are equal give equal releases.
public struct ReleasedCells: Hashable, Sendable {
  /// Cells (a), in the order of area and catchments.
  public private(set) var atoms: [AtomCells]
  /// Cells (b), in the order of the catchments.
  public private(set) var sets: [SetCells]
  /// Cells (c), in the order of the centres.
  public private(set) var centres: [CentreCells]

  /// Coarsens the cells, then withholds what the gate, the auditor and the ties across sets ask for.
  public init(_ exact: ExactCells, coarsening: Coarsening) {
    let cells = CoarseCells(exact, coarsening)
    atoms = cells.atoms
    let setAuditor = SetAuditor(coarsening: coarsening)
    sets = cells.sets.map { cells in
      var cells = cells
      if cells.passesGate(base: coarsening.base) {
        cells = setAuditor.audited(cells)
      } else {
        cells.withheld = [.service, .centre, .group]
      }
      return cells.shown
    }
    let centreAuditor = CentreAuditor(coarsening: coarsening)
    centres = cells.centres.map { cells in
      var cells = cells
      if cells.passesGate(base: coarsening.base) {
        cells = centreAuditor.audited(cells)
      } else {
        cells.withheld = [.service, .month]
      }
      return cells.shown
    }
    withholdAcrossSets(sustainedDays: exact.sustainedDays)
    centres = centres.map(\.shown)
  }

  /// Every child reached somewhere has a visit there, so that few visits could say something of the children.
  private mutating func withholdAcrossSets(sustainedDays: Int) {
    // A centre's visits against the children reached there.
    for index in centres.indices {
      let reached = sets.reduce(0) { $0 + ($1.centres[centres[index].centre]?.high ?? 0) }
      let cells = centres[index]
      let lows = [
        cells.visits?.low, cells.services.isEmpty ? nil : cells.services.values.reduce(0) { $0 + $1.low },
        cells.months.isEmpty ? nil : cells.months.values.reduce(0) { $0 + $1.low },
      ]
      if lows.compactMap({ $0 }).contains(where: { $0 < reached }) { centres[index].withholdAll() }
    }
    // A service's visits at all centres against the children whom it reached.
    var reachedBy: [String: Int] = [:]
    for set in sets { for (service, count) in set.services { reachedBy[service, default: 0] += count.high } }
    var visitsBy: [String: Int] = [:]
    for centre in centres where !centre.withheld.contains(.service) {
      for (service, count) in centre.services { visitsBy[service, default: 0] += count.low }
    }
    if reachedBy.contains(where: { visitsBy[$0.key, default: 0] < $0.value }) {
      for index in centres.indices { centres[index].withheld.insert(.service) }
    }
    // All visits against all children.
    let visits = centres.reduce(0) { $0 + ($1.visits?.low ?? 0) }
    let reached = atoms.reduce(0) { $0 + $1.reached.high }
    let sustained = atoms.reduce(0) { $0 + $1.sustained.high }
    if visits < reached + (sustainedDays - 1) * sustained {
      for index in centres.indices { centres[index].withholdAll() }
    }
  }
}
