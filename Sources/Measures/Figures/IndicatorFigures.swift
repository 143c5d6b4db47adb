import Statistics
import Workspace

/// Declared indicators: as published for areas, added up or averaged for catchments and the authority.
struct IndicatorFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private var cycle: String { facts.cycle.label }

  func figures() -> [Figure] {
    IndicatorMeasures.plain(facts).flatMap { indicator -> [Figure] in
      let areas = facts.areas.compactMap { area(indicator, $0) }
      // What is published for wards or districts only is shown there, never spread over areas.
      guard indicator.level == "area" else { return areas }
      return areas + (members.catchments + [members.authority]).map { place(indicator, $0) }
    }
  }

  private func area(_ indicator: CycleContent.Indicator, _ area: CycleFacts.AreaFacts) -> Figure? {
    guard let published = area.indicators[indicator.id] else { return nil }
    var figure = Figure(measure: indicator.id, kind: .area, place: area.code, cycle: cycle)
    figure.numerator = published.numerator.map { .given($0) }
    figure.denominator = published.denominator.map { .given($0) }
    figure.value = published.value ?? published.rank ?? published.decile.map(Double.init)
    figure.interval = interval(indicator, published.numerator, published.denominator, value: figure.value)
    if figure.value == nil { figure.flags = [.valuesMissing] }
    return figure
  }

  /// The interval of a share or a rate, in the unit in which the value is published.
  private func interval(
    _ indicator: CycleContent.Indicator, _ numerator: Double?, _ denominator: Double?, value: Double?
  ) -> Interval? {
    guard let numerator, let denominator, denominator > 0 else { return nil }
    let ratio = numerator / denominator
    // 12.5 for 1/8 is a percentage, 125 a rate per 1,000: the factor is what the value itself says.
    let factor = ratio > 0 ? value.map { $0 / ratio } : (indicator.unit == "percent" ? 100 : nil)
    let known = factor ?? 1
    switch indicator.unit {
    case "percent", "share": return Wilson.interval(events: numerator, of: denominator)?.scaled(by: known)
    case "rate": return EventInterval.rate(events: numerator, of: denominator)?.scaled(by: known)
    default: return nil
    }
  }

  private func place(_ indicator: CycleContent.Indicator, _ place: PlaceMembers) -> Figure {
    var figure = Figure(measure: indicator.id, place, cycle)
    let known = place.members.filter { facts.areas[$0.area].indicators[indicator.id]?.value != nil }
    if known.count < place.members.count { figure.flags.append(.valuesMissing) }
    if place.rule == nil, place.kind == .catchment { figure.flags.append(.noWeights) }
    if place.isOtherRule { figure.flags.append(.otherRule) }
    let spread: (value: Double?, low: Double?, high: Double?)
    if indicator.unit == "count" {
      spread = place.spread { sum($0, \.value, indicator) }
    } else if hasParts(indicator) {
      let parts = (sum(place.members, \.numerator, indicator), sum(place.members, \.denominator, indicator))
      figure.numerator = parts.0.map { .given($0) }
      figure.denominator = parts.1.map { .given($0) }
      spread = place.spread { members in
        guard let above = sum(members, \.numerator, indicator), let below = sum(members, \.denominator, indicator),
          below > 0
        else { return nil }
        return factor(indicator) * above / below
      }
      figure.interval = interval(indicator, parts.0, parts.1, value: spread.value)
    } else {
      let set = indicator.denominator ?? "population"
      spread = place.spread { members in
        WeightedMean.of(
          members.compactMap { member in
            let area = facts.areas[member.area]
            guard let value = area.indicators[indicator.id]?.value, let people = area.denominators[set]?.value
            else { return nil }
            return (value, member.weight * people)
          })
      }
      figure.denominator = PlaceDenominator(set, of: place, in: facts).number.map { .given($0) }
    }
    figure.value = spread.value
    if let low = spread.low, let high = spread.high { figure.spread = Interval(low, high) }
    if figure.value == nil, figure.flags.isEmpty { figure.flags = [.denominatorMissing] }
    return figure
  }

  private func hasParts(_ indicator: CycleContent.Indicator) -> Bool {
    facts.areas.contains {
      $0.indicators[indicator.id]?.numerator != nil && $0.indicators[indicator.id]?.denominator != nil
    }
  }

  /// By what the published value exceeds numerator / denominator: 100 for a percentage, 1,000 for a rate per 1,000. The
  /// area with most people tells it best, as published values are rounded.
  private func factor(_ indicator: CycleContent.Indicator) -> Double {
    let values = facts.areas.compactMap { $0.indicators[indicator.id] }
    let best = values.filter { ($0.numerator ?? 0) > 0 && ($0.denominator ?? 0) > 0 && ($0.value ?? 0) > 0 }
      .max { ($0.denominator ?? 0) < ($1.denominator ?? 0) }
    guard let best, let value = best.value, let above = best.numerator, let below = best.denominator else {
      return indicator.unit == "percent" ? 100 : 1
    }
    let raw = value * below / above
    let powers = [1.0, 10, 100, 1_000, 10_000, 100_000]
    return powers.min { abs($0 / raw - 1) < abs($1 / raw - 1) } ?? 1
  }

  private func sum(
    _ members: [PlaceMembers.Member], _ part: KeyPath<CycleContent.IndicatorValue, Double?>,
    _ indicator: CycleContent.Indicator
  ) -> Double? {
    let values = members.compactMap { member in
      facts.areas[member.area].indicators[indicator.id]?[keyPath: part].map { $0 * member.weight }
    }
    return values.isEmpty ? nil : values.reduce(0, +)
  }
}
