import Evidence
import Measures
import Statistics
import Tally
import Workspace

/// The figures that numeric claims ask for, from a cycle's counts.
///
/// A figure is held against the other's value: the interval is that of the claim's own figure. Of coarsened counts both hold
/// whatever the exact ones are. `reached.of-enrolled`,
/// `sustained.of-enrolled` are of enrolled children, for areas, catchments, the authority, and groups in the latter two;
/// `enrolled.rate`, `reached.rate`, `sustained.rate` of the children who live there. Any other measure, and the rates of
/// catchments, are those of the figure book, where how an area figure reached a catchment widens the interval.
struct ClaimFigures {
  private let facts: CycleFacts
  private let pockets: [PocketFinding]
  private let previous: Previous?
  private let areasBefore: [AreaChange]
  private let successors: [String: [String]]
  private let book: FigureBook?

  /// The cycle before, in a box: a claim's figures hold those of the cycle before.
  final class Previous: Sendable {
    let figures: ClaimFigures
    init(_ figures: ClaimFigures) { self.figures = figures }
  }

  private static let ofEnrolled = ["reached.of-enrolled", "sustained.of-enrolled"]
  private static let rates = ["enrolled.rate", "reached.rate", "sustained.rate"]

  /// - Parameters:
  ///   - previous: the figures of the cycle before, for claims that are held against it.
  ///   - areasBefore: counts of the cycle before in this cycle's areas, for areas that it did not have.
  ///   - successors: what areas of an earlier vintage became, where that is plain.
  ///   - book: all figures of the cycle, where some claim asks for one that is not made of counts alone.
  init(
    _ facts: CycleFacts, pockets: [PocketFinding], previous: Previous? = nil, areasBefore: [AreaChange] = [],
    successors: [String: [String]] = [:], book: FigureBook? = nil
  ) {
    self.facts = facts
    self.pockets = pockets
    self.previous = previous
    self.areasBefore = areasBefore
    self.successors = successors
    self.book = book
  }

  /// Whether a claim asks for a figure of the book.
  static func needsBook(_ claim: Claim) -> Bool {
    guard !claim.measure.isEmpty, claim.comparator != .restOfCatchment, !ofEnrolled.contains(claim.measure) else {
      return false
    }
    return claim.place.kind == "catchment" || !rates.contains(claim.measure)
  }

  /// Whether there is the figure that a claim speaks of.
  func knows(_ claim: Claim) -> Bool {
    guard claim.comparator == .restOfCatchment else { return figure(claim) != nil }
    return claim.measure == "reached" && pockets.contains { $0.area == claim.place.code }
  }

  /// Whether the figure is a share, from 0 to 1.
  func isShare(_ claim: Claim) -> Bool {
    Self.needsBook(claim) ? book?.dictionary[claim.measure]?.unit == "share" : claim.comparator != .restOfCatchment
  }

  /// The measures of which there is a figure of a place.
  func measures(of place: Voice.Place) -> [String] {
    let ours = (Self.ofEnrolled + Self.rates).filter { measure in
      knows(Claim(id: "", openedIn: "", place: place, measure: measure))
    }
    let others = (book?.figures(place: code(place)) ?? []).filter { $0.value != nil && $0.kind.rawValue == place.kind }
    return ours + Set(others.map(\.measure)).subtracting(ours).sorted()
  }

  /// The figure and what it is held against, in numbers; nil where the claim has none.
  func numbers(_ claim: Claim) -> String? {
    guard claim.comparator != .restOfCatchment, let figure = figure(claim), let against = comparator(claim) else {
      return nil
    }
    return ClaimEvaluation.words(
      figure, against: against.value, claim.comparator,
      unit: isShare(claim) ? nil : book?.dictionary[claim.measure]?.unit ?? "")
  }

  func verdict(_ claim: Claim) -> ClaimEvaluation.Verdict {
    if claim.comparator == .restOfCatchment {
      guard let finding = pockets.first(where: { $0.area == claim.place.code }), claim.predicate != .stated else {
        return .notNumeric
      }
      guard finding.isDifferent else { return .cannotTell }
      return finding.isPocket == (claim.predicate == .below) ? .holds : .doesNotHold
    }
    return ClaimEvaluation.verdict(figure(claim), claim.predicate, against: comparator(claim))
  }

  private func comparator(_ claim: Claim) -> BoundedNumber? {
    switch claim.comparator {
    case .value(let number): return BoundedNumber(number)
    case .authority: return value(claim, at: .authority)
    case .complement: return complement(claim).flatMap { share(claim.measure, of: $0) }
    case .lastCycle:
      guard let previous = previous?.figures else { return nil }
      return previous.value(claim, at: claim.place) ?? before(claim).flatMap { share(claim.measure, of: $0) }
    case .restOfCatchment, .none: return nil
    }
  }

  /// The value of a claim's figure somewhere.
  private func value(_ claim: Claim, at place: Voice.Place) -> BoundedNumber? {
    if !Self.needsBook(claim) { return share(claim.measure, of: counts(place, group: claim.group)) }
    guard claim.group.isEmpty, let figure = printed(claim.measure, at: place), let value = figure.value else {
      return nil
    }
    guard let above = figure.numerator?.bounded, let below = figure.denominator?.bounded, above.value > 0,
      below.value > 0, !(above.isExact && below.isExact)
    else { return BoundedNumber(value) }
    let unit = value / (above.value / below.value)
    let range = Self.ratio(above, below)
    return BoundedNumber(value, low: unit * range.low, high: unit * range.high)
  }

  /// A ratio and the least and most that it can be.
  private static func ratio(_ above: BoundedNumber, _ below: BoundedNumber) -> BoundedNumber {
    BoundedNumber(
      above.value / below.value, low: below.high > 0 ? above.low / below.high : 0,
      high: below.low > 0 ? above.high / below.low : .infinity)
  }

  private func code(_ place: Voice.Place) -> String { place == .authority ? Figure.authorityPlace : place.code }

  private func printed(_ measure: String, at place: Voice.Place) -> Figure? {
    book?.figure(measure, at: code(place)).flatMap { $0.kind.rawValue == place.kind ? $0 : nil }
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
    return (
      BoundedNumber(enrolled), BoundedNumber(reached), BoundedNumber(sustained),
      count("children").map { BoundedNumber($0) }
    )
  }

  private typealias Counts = (
    enrolled: BoundedNumber, reached: BoundedNumber, sustained: BoundedNumber, children: BoundedNumber?
  )

  private func figure(_ claim: Claim) -> ClaimEvaluation.Figure? {
    if Self.needsBook(claim) {
      guard claim.group.isEmpty, let figure = printed(claim.measure, at: claim.place), let value = figure.value else {
        return nil
      }
      let limits = [figure.interval, figure.spread].compactMap { $0 }
      return .init(
        value: value, low: limits.map(\.lower).min().map { min($0, value) },
        high: limits.map(\.upper).max().map { max($0, value) })
    }
    guard let counts = counts(claim.place, group: claim.group), let (x, n) = fraction(claim.measure, counts),
      let interval = Wilson.interval(events: x, of: n)
    else { return nil }
    return .init(value: x.value / n.value, low: interval.lower, high: interval.upper)
  }

  private func share(_ measure: String, of counts: Counts?) -> BoundedNumber? {
    counts.flatMap { fraction(measure, $0) }.map { above, below in
      let range = Self.ratio(above, below)
      return BoundedNumber(range.value, low: min(1, range.low), high: min(1, range.high))
    }
  }

  private func fraction(_ measure: String, _ counts: Counts) -> (BoundedNumber, BoundedNumber)? {
    let pair: (BoundedNumber, BoundedNumber?)? =
      switch measure {
      case "enrolled.rate": (counts.enrolled, counts.children)
      case "reached.rate": (counts.reached, counts.children)
      case "sustained.rate": (counts.sustained, counts.children)
      case "reached.of-enrolled": (counts.reached, counts.enrolled)
      case "sustained.of-enrolled": (counts.sustained, counts.enrolled)
      default: nil
      }
    guard let pair, let below = pair.1, below.value > 0, pair.0.value <= below.value else { return nil }
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
      func sum(_ count: KeyPath<CycleFacts.PeopleCounts, Count>) -> Count {
        mine.reduce(.zero) { $0 + $1.people[keyPath: count] }
      }
      return (
        sum(\.enrolled).bounded, sum(\.reached).bounded, sum(\.sustained).bounded,
        children.count == mine.count ? BoundedNumber(children.reduce(0, +)) : nil
      )
    case .catchment(let code):
      guard let catchment = facts.catchments.first(where: { $0.code == code }) else { return nil }
      return group.isEmpty ? counts(catchment.people, children: nil) : counts(of: group, in: catchment.splits)
    case .authority:
      guard group.isEmpty else { return counts(of: group, in: facts.authorityGroups) }
      let children = facts.areas.compactMap { $0.denominators["children"]?.value }
      return counts(facts.authority, children: children.count == facts.areas.count ? children.reduce(0, +) : nil)
    }
  }

  /// A group's counts; nil where no child of it was counted.
  private func counts(of group: String, in splits: [CycleFacts.Split]) -> Counts? {
    let mine = splits.filter { $0.by == "group" && $0.key.hasSuffix("=\(group)") }
    func count(_ measure: String) -> BoundedNumber {
      mine.filter { $0.measure == measure }.reduce(Count.zero) { $0 + $1.count }.bounded
    }
    return mine.isEmpty ? nil : (count("enrolled"), count("reached"), count("sustained"), nil)
  }

  private func complement(_ claim: Claim) -> Counts? {
    guard !claim.group.isEmpty, let all = counts(claim.place, group: ""),
      let group = counts(claim.place, group: claim.group)
    else { return nil }
    return (
      all.enrolled.less(group.enrolled), all.reached.less(group.reached), all.sustained.less(group.sustained), nil
    )
  }

  private func counts(_ people: CycleFacts.PeopleCounts, children: Double?) -> Counts {
    (
      people.enrolled.bounded, people.reached.bounded, people.sustained.bounded, children.map { BoundedNumber($0) }
    )
  }
}

extension Count {
  fileprivate var bounded: BoundedNumber { BoundedNumber(value, low: Double(low), high: Double(high)) }
}
