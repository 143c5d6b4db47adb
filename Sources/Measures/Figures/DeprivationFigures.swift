import Statistics
import Workspace

/// MHCLG's summaries for catchments, the authority and, where asked for, single areas.
struct DeprivationFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private var cycle: String { facts.cycle.label }

  /// An area's own summaries (of one area: its score, its turned rank, whether it is in the first tenth) only where they
  /// are asked for: in England they would be over a million.
  func figures(ofAreas isAsked: (String) -> Bool = { _ in false }) -> [Figure] {
    let places = members.catchments + [members.authority]
    return DeprivationMeasures.ranked(facts).flatMap { indicator in
      let columns = IndicatorColumns(indicator.id, facts)
      let hasScores = columns.values.contains { $0 != nil }
      let own = DeprivationMeasures.Summary.allCases.map { "\(indicator.id).\($0.rawValue)" }.filter(isAsked)
      let areas = own.isEmpty ? [] : members.areas.flatMap { summaries(indicator, columns, $0, hasScores: hasScores) }
      return places.flatMap { summaries(indicator, columns, $0, hasScores: hasScores) }
        + areas.filter { own.contains($0.measure) }
    } + deciles(places)
  }

  private func summaries(
    _ indicator: CycleContent.Indicator, _ columns: IndicatorColumns, _ place: PlaceMembers, hasScores: Bool
  ) -> [Figure] {
    let set = DeprivationMeasures.people(of: indicator)
    let given = members.columns.given[set]
    func summary(_ members: [PlaceMembers.Member]) -> DeprivationSummary {
      DeprivationSummary(
        members.map { member in
          .init(
            rank: columns.ranks[member.area], score: columns.values[member.area], people: given?[member.area],
            weight: member.weight)
        }, of: indicator.of ?? 0)
    }
    let byRule = place.byRule.map { ($0.rule, summary($0.members)) }
    let printed = byRule.first { $0.0 == place.rule }?.1
    let people = PlaceDenominator(set, of: place, in: facts)
    func hasRank(_ member: PlaceMembers.Member) -> Bool { columns.ranks[member.area] != nil }
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
        figure.spread = Interval(spanning: all)
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
  private func deciles(_ places: [PlaceMembers]) -> [Figure] {
    guard let index = facts.decileIndicator else { return [] }
    let deciles = facts.areas.map { facts.decile(of: $0, by: index) }
    let children = facts.areas.map { $0.denominators["children"]?.value ?? 0 }
    return places.flatMap { self.deciles($0, deciles, children) }
  }

  private func deciles(_ place: PlaceMembers, _ deciles: [Int?], _ number: [Double]) -> [Figure] {
    let children = PlaceDenominator("children", of: place, in: facts)
    func byDecile(_ members: [PlaceMembers.Member]) -> (numbers: [Double], all: Double) {
      var numbers = Array(repeating: 0.0, count: 11)
      var all = 0.0
      for member in members {
        let here = member.weight * number[member.area]
        all += here
        if let decile = deciles[member.area], (1...10).contains(decile) { numbers[decile] += here }
      }
      return (numbers, all)
    }
    let unknown = place.members.contains { deciles[$0.area] == nil }
    let printed = byDecile(place.members).numbers
    let byRule = place.rule == nil ? [] : place.byRule.map { byDecile($0.members) }
    return (1...10).map { wanted in
      var figure = Figure(measure: "children.decile-\(wanted)", place, cycle, flags: children.flags)
      figure.denominator = children.number.map { .given($0) }
      if unknown { figure.flags.append(.valuesMissing) }
      guard let all = children.number, all > 0 else { return figure }
      figure.numerator = .given(printed[wanted])
      figure.value = printed[wanted] / all
      let shares = byRule.compactMap { $0.all > 0 ? $0.numbers[wanted] / $0.all : nil }
      figure.spread = Interval(spanning: shares)
      return figure
    }
  }
}
