import Evidence
import Statistics
import Workspace

/// The figures that numeric claims ask for, from a cycle's counts.
///
/// A figure is held against the other's value: the interval is that of the claim's own figure. `enrolled.rate`, `reached.rate`, `sustained.rate` are of children who live there (areas only);
/// `reached.of-enrolled`, `sustained.of-enrolled` of enrolled children, for areas, catchments, the authority, and groups.
struct ClaimFigures {
  private let facts: CycleFacts
  private let pockets: [PocketFinding]
  private let previous: CycleFacts?
  private let areasBefore: [AreaChange]
  private let successors: [String: [String]]

  /// - Parameters:
  ///   - previous: the facts of the cycle before, for claims that are held against it.
  ///   - areasBefore: counts of the cycle before in this cycle's areas, for areas that it did not have.
  ///   - successors: what areas of an earlier vintage became, where that is plain.
  init(
    _ facts: CycleFacts, pockets: [PocketFinding], previous: CycleFacts? = nil, areasBefore: [AreaChange] = [],
    successors: [String: [String]] = [:]
  ) {
    self.facts = facts
    self.pockets = pockets
    self.previous = previous
    self.areasBefore = areasBefore
    self.successors = successors
  }

  /// The figure and what it is held against, in numbers; nil where the claim has none.
  func numbers(_ claim: Claim) -> String? {
    guard claim.comparator != .restOfCatchment, let figure = figure(claim), let against = comparator(claim) else {
      return nil
    }
    return ClaimEvaluation.words(figure, against: against, claim.comparator)
  }

  func verdict(_ claim: Claim) -> ClaimEvaluation.Verdict {
    if claim.comparator == .restOfCatchment {
      guard let finding = pockets.first(where: { $0.area == claim.place.code }), claim.predicate != .stated else {
        return .notNumeric
      }
      guard finding.isDifferent else { return .cannotTell }
      return finding.isPocket == (claim.predicate == .below) ? .holds : .doesNotHold
    }
    return ClaimEvaluation.verdict(figure(claim), claim.predicate, comparator(claim))
  }

  private func comparator(_ claim: Claim) -> Double? {
    switch claim.comparator {
    case .value(let number): number
    case .authority: share(claim.measure, of: counts(.authority, group: claim.group))
    case .complement: complement(claim).flatMap { share(claim.measure, of: $0) }
    case .lastCycle:
      (previous.flatMap { ClaimFigures($0, pockets: []).counts(claim.place, group: claim.group) } ?? before(claim))
        .flatMap { share(claim.measure, of: $0) }
    case .restOfCatchment, .none: nil
    }
  }

  /// Last cycle's counts of an area that it did not have, as they were counted again or shared out.
  private func before(_ claim: Claim) -> Counts? {
    guard case .area(let code) = claim.place, claim.group.isEmpty else { return nil }
    func count(_ measure: String) -> Double? {
      areasBefore.first { $0.area == code && $0.measure == measure }?.before
    }
    guard let enrolled = count("enrolled"), let reached = count("reached"), let sustained = count("sustained") else {
      return nil
    }
    return (enrolled, reached, sustained, count("children"))
  }

  private typealias Counts = (enrolled: Double, reached: Double, sustained: Double, children: Double?)

  private func figure(_ claim: Claim) -> ClaimEvaluation.Figure? {
    guard let counts = counts(claim.place, group: claim.group), let (x, n) = fraction(claim.measure, counts),
      let interval = Wilson.interval(events: x, of: n)
    else { return nil }
    return .init(value: x / n, low: interval.lower, high: interval.upper)
  }

  private func share(_ measure: String, of counts: Counts?) -> Double? {
    counts.flatMap { fraction(measure, $0) }.map { $0.0 / $0.1 }
  }

  private func fraction(_ measure: String, _ counts: Counts) -> (Double, Double)? {
    let pair: (Double, Double?)? =
      switch measure {
      case "enrolled.rate": (counts.enrolled, counts.children)
      case "reached.rate": (counts.reached, counts.children)
      case "sustained.rate": (counts.sustained, counts.children)
      case "reached.of-enrolled": (counts.reached, counts.enrolled)
      case "sustained.of-enrolled": (counts.sustained, counts.enrolled)
      default: nil
      }
    guard let pair, let below = pair.1, below > 0, pair.0 <= below else { return nil }
    return (pair.0, below)
  }

  private func counts(_ place: Voice.Place, group: String) -> Counts? {
    switch place {
    case .area(let code):
      guard group.isEmpty else { return nil }
      // An area of an earlier vintage is what it became, where each part came from it alone.
      let codes = facts.areas.contains { $0.code == code } ? [code] : successors[code] ?? []
      let mine = codes.compactMap { code in facts.areas.first { $0.code == code } }
      guard !mine.isEmpty, mine.count == codes.count else { return nil }
      let children = mine.compactMap { $0.denominators["children"]?.value }
      return (
        mine.reduce(0) { $0 + $1.people.enrolled.value }, mine.reduce(0) { $0 + $1.people.reached.value },
        mine.reduce(0) { $0 + $1.people.sustained.value },
        children.count == mine.count ? children.reduce(0, +) : nil
      )
    case .catchment(let code):
      guard let catchment = facts.catchments.first(where: { $0.code == code }) else { return nil }
      if group.isEmpty { return counts(catchment.people, children: nil) }
      func count(_ measure: String) -> Double {
        catchment.splits.filter { $0.by == "group" && $0.measure == measure && $0.key.hasSuffix("=\(group)") }
          .reduce(0) { $0 + $1.count.value }
      }
      return (count("enrolled"), count("reached"), count("sustained"), nil)
    case .authority:
      guard group.isEmpty else { return nil }
      let children = facts.areas.compactMap { $0.denominators["children"]?.value }
      return counts(facts.authority, children: children.count == facts.areas.count ? children.reduce(0, +) : nil)
    }
  }

  private func complement(_ claim: Claim) -> Counts? {
    guard !claim.group.isEmpty, let all = counts(claim.place, group: ""),
      let group = counts(claim.place, group: claim.group)
    else { return nil }
    return (all.enrolled - group.enrolled, all.reached - group.reached, all.sustained - group.sustained, nil)
  }

  private func counts(_ people: CycleFacts.PeopleCounts, children: Double?) -> Counts {
    (people.enrolled.value, people.reached.value, people.sustained.value, children)
  }
}
