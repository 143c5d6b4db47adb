import Statistics
import Workspace

/// Declared indicators: as published for areas, added up or averaged for catchments and the authority.
struct IndicatorFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private var cycle: String { facts.cycle.label }

  func figures() -> [Figure] {
    IndicatorMeasures.plain(facts).flatMap { indicator -> [Figure] in
      let areas =
        facts.areas.compactMap { area(indicator, $0.code, $0.indicators[indicator.id]) }
        + facts.elsewhere.filter { $0.indicator == indicator.id }.compactMap { area(indicator, $0.area, $0) }
      // What is published for wards or districts only is shown there, never spread over areas.
      guard indicator.level == "area" else { return areas }
      return areas + (members.catchments + [members.authority]).map { place(indicator, $0) }
    }
  }

  /// As published for an area, a ward, a district or the nation.
  private func area(
    _ indicator: CycleContent.Indicator, _ code: String, _ published: CycleContent.IndicatorValue?
  ) -> Figure? {
    guard let published else { return nil }
    var figure = Figure(measure: indicator.id, kind: .area, place: code, cycle: cycle)
    figure.numerator = published.numerator.map { .given($0) }
    figure.denominator = published.denominator.map { .given($0) }
    figure.value = published.value ?? published.rank ?? published.decile.map(Double.init)
    figure.interval = interval(indicator, published.numerator, published.denominator, value: figure.value)
    if hasShares(indicator), let above = published.numerator, let below = published.denominator {
      if below == 0 {
        // Nothing of nothing is no share, whatever was published for it.
        (figure.value, figure.flags) = (nil, [.nobodyToCount])
      } else if above > below || above < 0 || below < 0 {
        figure.flags = [.contradictsItself]
      }
    }
    if figure.value == nil, figure.flags.isEmpty { figure.flags = [.valuesMissing] }
    return figure
  }

  /// Whether its numerator is a part of its denominator.
  private func hasShares(_ indicator: CycleContent.Indicator) -> Bool { ["percent", "share"].contains(indicator.unit) }

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
    let isOfParts = indicator.unit != "count" && hasParts(indicator)
    let known = place.members.filter {
      isOfParts ? parts(of: $0, indicator) != nil : facts.areas[$0.area].indicators[indicator.id]?.value != nil
    }
    if known.count < place.members.count { figure.flags.append(.valuesMissing) }
    if place.rule == nil, place.kind == .catchment { figure.flags.append(.noWeights) }
    if place.isOtherRule { figure.flags.append(.otherRule) }
    let spread: (value: Double?, range: Interval?)
    if indicator.unit == "count" {
      spread = place.spread { sum($0, indicator) }
    } else if isOfParts {
      let sums = parts(of: place.members, indicator)
      figure.numerator = sums.map { .given($0.above) }
      figure.denominator = sums.map { .given($0.below) }
      spread = place.spread { members in
        guard let sums = parts(of: members, indicator), sums.below > 0 else { return nil }
        return factor(indicator) * sums.above / sums.below
      }
      figure.interval = interval(indicator, sums?.above, sums?.below, value: spread.value)
      if let sums, sums.below == 0 { figure.flags.append(.nobodyToCount) }
      let isContradicted = known.contains { member in
        parts(of: member, indicator).map { $0.above > $0.below } ?? false
      }
      if hasShares(indicator), isContradicted { figure.flags.append(.contradictsItself) }
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
    figure.spread = spread.range
    let isSaid = figure.flags.contains { [.valuesMissing, .nobodyToCount, .noWeights].contains($0) }
    if figure.value == nil, !isSaid || (!known.isEmpty && figure.denominator == nil) {
      figure.flags.append(.denominatorMissing)
    }
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

  /// What stands above and below the line of an area, where both are known and neither is below 0.
  private func parts(
    of member: PlaceMembers.Member, _ indicator: CycleContent.Indicator
  ) -> (above: Double, below: Double)? {
    guard let published = facts.areas[member.area].indicators[indicator.id], let above = published.numerator,
      let below = published.denominator, above >= 0, below >= 0
    else { return nil }
    return (above * member.weight, below * member.weight)
  }

  /// The same added up over areas that have both: one that has half of it would count on one side of the line only.
  private func parts(
    of members: [PlaceMembers.Member], _ indicator: CycleContent.Indicator
  ) -> (above: Double, below: Double)? {
    let known = members.compactMap { parts(of: $0, indicator) }
    return known.isEmpty ? nil : known.reduce((0, 0)) { ($0.0 + $1.above, $0.1 + $1.below) }
  }

  private func sum(_ members: [PlaceMembers.Member], _ indicator: CycleContent.Indicator) -> Double? {
    let values = members.compactMap { member in
      facts.areas[member.area].indicators[indicator.id]?.value.map { $0 * member.weight }
    }
    return values.isEmpty ? nil : values.reduce(0, +)
  }
}
