import Tally

/// The cells (c) of a release: all visits to one centre, by service and by month.
public struct CentreCells: Hashable, Sendable {
  /// The centre's id; empty: the rows named none; `other`: an id that audit.yml's centres do not have.
  public var centre: String
  /// All visits; nil where they are withheld.
  public var visits: Count?
  /// By service.
  public var services: [String: Count] = [:]
  /// By month, `yyyy-mm`.
  public var months: [String: Count] = [:]
  /// The kinds that are not shown.
  public var withheld: Set<Kind> = []

  /// The gate: services and months are shown only if there are at least 2b visits, as far as the release tells.
  func passesGate(base: Int) -> Bool { (visits?.low ?? 0) >= 2 * base }

  /// The same without the kinds that are withheld.
  var shown: CentreCells {
    var shown = self
    if withheld.contains(.service) { shown.services = [:] }
    if withheld.contains(.month) { shown.months = [:] }
    return shown
  }

  /// Withholds all visits.
  mutating func withholdAll() {
    visits = nil
    withheld.formUnion([.service, .month])
  }
}

/// Finds out whether every hidden count of a centre's visits could still hold each number that it may hide, knowing that
/// services and months each add up to all visits. Where one is pinned down, months are withheld, then services.
struct CentreAuditor {
  let coarsening: Coarsening

  /// The cells with as many kinds withheld as it takes.
  func audited(_ cells: CentreCells) -> CentreCells {
    var cells = cells
    for kind in [Kind.month, .service] {
      if isSafe(cells.shown) { break }
      cells.withheld.insert(kind)
    }
    return cells
  }

  /// Whether each hidden cell could hold each of its numbers.
  func isSafe(_ cells: CentreCells) -> Bool {
    let whole = cells.visits.map(\.range)
    let services = sum(cells.services)
    let months = sum(cells.months)
    let kinds = [(cells.services, services, months), (cells.months, months, services)]
    for (counts, own, other) in kinds {
      for count in counts.values where count.high == coarsening.hide {
        for number in count.range {
          guard let own else { continue }
          let fixed = (own.lowerBound - count.low + number)...(own.upperBound - count.high + number)
          guard meet([whole, fixed, other]) else { return false }
        }
      }
    }
    guard let visits = cells.visits, visits.high == coarsening.hide else { return true }
    return visits.range.allSatisfy { meet([$0...$0, services, months]) }
  }

  /// The least and the most of a kind's sum; nil where it is not shown.
  private func sum(_ counts: [String: Count]) -> ClosedRange<Int>? {
    guard !counts.isEmpty else { return nil }
    let sum = counts.values.reduce(Count.zero, +)
    return sum.range
  }

  /// Whether some number lies in all of the ranges that are known.
  private func meet(_ ranges: [ClosedRange<Int>?]) -> Bool {
    let known = ranges.compactMap { $0 }
    return (known.map(\.lowerBound).max() ?? 0) <= (known.map(\.upperBound).min() ?? .max)
  }
}
