import Statistics
import Workspace

/// MHCLG's summaries for catchments and the authority. An area's own rank is the published one, in `indicator_values`.
struct DeprivationFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private var cycle: String { facts.cycle.label }

  func figures() -> [Figure] {
    let places = members.catchments + [members.authority]
    return DeprivationMeasures.ranked(facts).flatMap { indicator in
      let hasScores = DeprivationMeasures.hasScores(indicator, facts)
      return places.flatMap { summaries(indicator, $0, hasScores: hasScores) }
    } + places.flatMap(deciles)
  }

  private func summaries(
    _ indicator: CycleContent.Indicator, _ place: PlaceMembers, hasScores: Bool
  ) -> [Figure] {
    let set = DeprivationMeasures.people(of: indicator)
    func summary(_ members: [PlaceMembers.Member]) -> DeprivationSummary {
      DeprivationSummary(
        members.map { member in
          let area = facts.areas[member.area]
          let people = area.denominators[set]
          return .init(
            rank: area.indicators[indicator.id]?.rank, score: area.indicators[indicator.id]?.value,
            people: people?.state == .given ? people?.value : nil, weight: member.weight)
        }, of: indicator.of ?? 0)
    }
    let byRule = place.byRule.map { ($0.rule, summary($0.members)) }
    let printed = byRule.first { $0.0 == place.rule }?.1
    let people = PlaceDenominator(set, of: place, in: facts)
    func hasRank(_ member: PlaceMembers.Member) -> Bool {
      facts.areas[member.area].indicators[indicator.id]?.rank != nil
    }
    return DeprivationMeasures.Summary.allCases.compactMap { kind in
      guard kind != .averageScore || hasScores else { return nil }
      func value(_ summary: DeprivationSummary) -> Double? {
        switch kind {
        case .averageScore: summary.averageScore
        case .averageRank: summary.averageRank
        case .proportion: summary.proportion
        case .extent: summary.extent
        case .localConcentration: summary.localConcentration
        }
      }
      var figure = Figure(measure: "\(indicator.id).\(kind.rawValue)", place, cycle)
      figure.value = printed.flatMap(value)
      if kind != .proportion { figure.denominator = people.number.map { .given($0) } }
      if place.rule != nil {
        let all = byRule.compactMap { value($0.1) }
        if let low = all.min(), let high = all.max() { figure.spread = Interval(low, high) }
      }
      if figure.value == nil, people.number == nil {
        figure.flags += people.flags.filter { $0 != .noWeights && $0 != .otherRule }
      } else if (printed?.missing ?? 0) > 0, kind != .proportion || place.members.contains(where: { !hasRank($0) }) {
        figure.flags.append(.valuesMissing)
      }
      if place.rule == nil, place.kind == .catchment { figure.flags.append(.noWeights) }
      if place.isOtherRule { figure.flags.append(.otherRule) }
      return figure
    }
  }

  /// Shares of children by national decile.
  private func deciles(_ place: PlaceMembers) -> [Figure] {
    guard let deciles = NationalDeciles(facts) else { return [] }
    let children = PlaceDenominator("children", of: place, in: facts)
    func decile(_ area: Int) -> Int? { deciles.decile(of: facts.areas[area]) }
    func number(_ members: [PlaceMembers.Member], _ wanted: Int) -> Double {
      members.reduce(0) { sum, member in
        guard decile(member.area) == wanted else { return sum }
        return sum + member.weight * (facts.areas[member.area].denominators["children"]?.value ?? 0)
      }
    }
    let unknown = place.members.contains { decile($0.area) == nil }
    return (1...10).map { wanted in
      var figure = Figure(measure: "children.decile-\(wanted)", place, cycle, flags: children.flags)
      figure.denominator = children.number.map { .given($0) }
      if unknown { figure.flags.append(.valuesMissing) }
      guard let all = children.number, all > 0 else { return figure }
      let here = number(place.members, wanted)
      figure.numerator = .given(here)
      figure.value = here / all
      if place.rule != nil {
        let shares = place.byRule.compactMap { entry -> Double? in
          let people = entry.members.reduce(0) {
            $0 + $1.weight * (facts.areas[$1.area].denominators["children"]?.value ?? 0)
          }
          return people > 0 ? number(entry.members, wanted) / people : nil
        }
        if let low = shares.min(), let high = shares.max() { figure.spread = Interval(low, high) }
      }
      return figure
    }
  }
}
