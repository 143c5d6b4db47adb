import Statistics
import Tally
import Workspace

/// The figures of the measures that audit.yml declares under `measures:`.
struct DeclaredFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces
  let within: CycleFacts.PeopleCounts
  private let areas: [String: Int]

  init(facts: CycleFacts, members: MembersOfPlaces, within: CycleFacts.PeopleCounts) {
    (self.facts, self.members, self.within) = (facts, members, within)
    areas = Dictionary(facts.areas.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
  }

  func figures() -> [Figure] {
    facts.declaredMeasures.flatMap { declared -> [Figure] in
      guard let above = try? MeasureTerm(declared.numerator) else { return [] }
      let below = declared.denominator.isEmpty ? nil : try? MeasureTerm(declared.denominator)
      return DeclaredMeasures.kinds([above, below].compactMap { $0 }, facts).flatMap { kind in
        places(kind).map { figure(declared, above, below, $0) }
      }
    }
  }

  private func places(_ kind: Figure.Kind) -> [PlaceMembers] {
    switch kind {
    case .area: members.areas
    case .catchment: members.catchments
    case .authority: [members.authority]
    case .centre: []
    }
  }

  private func figure(
    _ declared: DeclaredMeasure, _ above: MeasureTerm, _ below: MeasureTerm?, _ place: PlaceMembers
  ) -> Figure {
    let (top, bottom) = (number(above, place), below.map { number($0, place) })
    let isApportioned = top.byRule != nil || bottom?.byRule != nil
    var figure = Figure(
      measure: declared.id, place, facts.cycle.label, rule: isApportioned ? place.rule : nil,
      flags: (top.flags + (bottom?.flags ?? [])).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    figure.numerator = top.number
    figure.denominator = bottom?.number
    guard let x = top.number?.bounded else { return figure }
    guard let bottom else {
      figure.value = x.value
      if case .counted? = top.number { figure.isCount = true }
      if !x.isExact { figure.interval = Interval(x.low, x.high) }
      figure.spread = spread(top.byRule)
      return figure
    }
    guard let n = bottom.number?.bounded else { return figure }
    guard n.value > 0 else {
      if figure.flags.isEmpty { figure.flags = [below?.counted.isEmpty == true ? .denominatorZero : .nobodyToCount] }
      return figure
    }
    figure.value = declared.per * x.value / n.value
    switch declared.unit {
    case "share":
      figure.interval = Wilson.interval(events: x, of: n)?.scaled(by: declared.per)
      if x.value > n.value, below?.counted.isEmpty == true { figure.flags.insert(.estimateTooSmall, at: 0) }
    case "rate": figure.interval = EventInterval.rate(events: x, of: n)?.scaled(by: declared.per)
    default: break
    }
    let tops = top.byRule ?? [x.value]
    let bottoms = bottom.byRule ?? [n.value]
    let pairs = tops.count == bottoms.count ? Array(zip(tops, bottoms)) : tops.flatMap { t in bottoms.map { (t, $0) } }
    if isApportioned { figure.spread = spread(pairs.filter { $0.1 > 0 }.map { declared.per * $0.0 / $0.1 }) }
    return figure
  }

  private func spread(_ values: [Double]?) -> Interval? {
    values.flatMap { Interval(spanning: $0) }
  }

  private typealias Number = (number: FigureNumber?, byRule: [Double]?, flags: [FigureFlag])

  private func number(_ term: MeasureTerm, _ place: PlaceMembers) -> Number {
    switch term {
    case .people(let set):
      let people = PlaceDenominator(set, of: place, in: facts)
      return (people.number.map { .given($0) }, place.rule == nil ? nil : people.byRule, people.flags)
    case .count(let one):
      guard let count = count(one, place) else { return (nil, nil, [.withheld]) }
      return (.counted(count), nil, [])
    case .difference(let whole, let part):
      guard let all = count(whole, place), let some = count(part, place) else { return (nil, nil, [.withheld]) }
      let low = max(0, all.low - some.high)
      return (
        .counted(Count(value: max(0, all.value - some.value), low: low, high: max(low, all.high - some.low))), nil, []
      )
    }
  }

  /// A count at a place; nil where a release does not show it.
  private func count(_ one: MeasureTerm.Counted, _ place: PlaceMembers) -> Count? {
    let catchment =
      place.kind == .catchment ? facts.catchments.first { $0.code == place.place } : nil
    if one.by == "all" {
      let people: CycleFacts.PeopleCounts? =
        switch place.kind {
        case .area: areas[place.place].map { facts.areas[$0].people }
        case .catchment: catchment?.people
        default: within
        }
      switch one.measure {
      case "enrolled": return people?.enrolled
      case "reached": return people?.reached
      case "sustained": return people?.sustained
      case "visits": return people?.visits.map { Count(exactly: $0) }
      default: return catchment?.reachedHere
      }
    }
    let splits =
      catchment?.splits ?? (one.by == "group" ? facts.authorityGroups : facts.authoritySplits)
    if let found = splits.first(where: { $0.by == one.by && $0.key == one.key && $0.measure == one.measure }) {
      return found.count
    }
    // What has no row was counted and is nobody, unless the release keeps the split back.
    let isWithheld = catchment.map { $0.withheld.contains(one.by) || $0.partlyWithheld.contains(one.by) } ?? false
    return isWithheld ? nil : .zero
  }
}
