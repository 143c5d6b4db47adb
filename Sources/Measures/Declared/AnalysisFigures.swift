import Statistics
import Tally
import Workspace

/// The figures of a declared composite index, of access and of clusters: made of other figures of the same book.
struct AnalysisFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces
  let seed: String
  /// Figures of areas by measure and area.
  private let byArea: [String: [String: Figure]]
  private let nearest: [String: Double]

  init(facts: CycleFacts, members: MembersOfPlaces, figures: [Figure], seed: String) {
    (self.facts, self.members, self.seed) = (facts, members, seed)
    let wanted = Set(facts.analyses.clusters + (facts.analyses.index?.components.map(\.measure) ?? []))
    var byArea: [String: [String: Figure]] = [:]
    for figure in figures where figure.kind == .area && wanted.contains(figure.measure) {
      byArea[figure.measure, default: [:]][figure.place] = figure
    }
    self.byArea = byArea
    nearest = facts.distances.reduce(into: [:]) { nearest, row in
      nearest[row.area] = min(nearest[row.area] ?? .infinity, row.metres)
    }
  }

  func figures() -> [Figure] {
    guard !facts.analyses.isEmpty else { return [] }
    return index() + metres() + access() + facts.analyses.clusters.flatMap(clusters)
  }

  private var cycle: String { facts.cycle.label }

  private var children: [Double] {
    (members.columns.given["children"] ?? []).map { $0 ?? 0 }
  }

  private func area(_ measure: String, _ position: Int, _ value: Double?, flags: [FigureFlag] = []) -> Figure {
    Figure(
      measure: measure, kind: .area, place: facts.areas[position].code, cycle: cycle, value: value, flags: flags)
  }

  func means(_ measure: String, _ values: [Double?], over set: String) -> [Figure] {
    members.means(measure, of: values, over: set, in: facts)
  }

  // MARK: Index

  /// The values of a component by area, and which end means need; of rates also the draws.
  func component(_ declared: NeedIndexDeclaration.Component, isDrawn: Bool = true) -> NeedIndex.Component {
    let id = declared.measure
    let indicator = facts.indicators.first { $0.id == id }
    var values: [Double?]
    var draws: [[Double]?] = []
    var isHigh = true
    if id == "distance" {
      values = facts.areas.map { nearest[$0.code] }
    } else if let indicator, (indicator.of ?? 0) > 0 {
      values = facts.areas.map { $0.indicators[id]?.rank }
      isHigh = false  // rank 1 is the most deprived
    } else {
      values = facts.areas.map { byArea[id]?[$0.code]?.value }
      let polarity =
        indicator?.polarity ?? facts.declaredMeasures.first { $0.id == id }?.polarity
        ?? (AnalysisMeasures.ofPeople.contains(id) ? "higher-is-better" : "higher-is-worse")
      isHigh = polarity != "higher-is-better"
      if isDrawn, AnalysisMeasures.ofPeople.contains(id) {
        draws = facts.areas.map { area in
          guard let figure = byArea[id]?[area.code], let x = figure.numerator?.value, let n = figure.denominator?.value
          else { return nil }
          return RateDraws.of(events: min(x, n), people: n, seed: FigureSeed.of(figure: figure.id, seed: seed))
        }
      }
    }
    return NeedIndex.Component(
      id: id, weight: declared.weight, values: values, higherIsMoreNeed: declared.higherIsMoreNeed ?? isHigh,
      draws: draws)
  }

  private func index() -> [Figure] {
    guard let declared = facts.analyses.index, let index = NeedIndex(declared.components.map { component($0) }) else {
      return []
    }
    let chance = index.rankIntervals()
    let weights = index.sensitivity(seed: FigureSeed.of(figure: "\(AnalysisMeasures.rank)@\(cycle)", seed: seed))
    var figures: [Figure] = []
    for position in facts.areas.indices {
      let flags: [FigureFlag] = index.scores[position] == nil ? [.valuesMissing] : []
      figures.append(area(AnalysisMeasures.score, position, index.scores[position], flags: flags))
      var rank = area(AnalysisMeasures.rank, position, index.ranks[position], flags: flags)
      rank.interval = chance[position]?.interval
      rank.spread = weights[position]?.interval
      figures.append(rank)
    }
    figures += means(AnalysisMeasures.score, index.scores, over: "children")
    for place in members.catchments + [members.authority] {
      let parts: [(measure: String, of: (Overlap) -> Double?)] = [
        (AnalysisMeasures.headcount, { $0.headcount }), (AnalysisMeasures.intensity, { $0.intensity }),
        (AnalysisMeasures.overlap, { $0.adjusted }),
      ]
      for (measure, part) in parts {
        var figure = Figure(measure: measure, place, cycle)
        let spread = place.spread { overlap(index, declared, $0).flatMap(part) }
        figure.value = spread.value
        figure.spread = spread.range
        if spread.value == nil { figure.flags = [.valuesMissing] }
        figures.append(figure)
      }
    }
    return figures
  }

  /// In how many components the areas of a place are deprived, over its children.
  private func overlap(_ index: NeedIndex, _ declared: NeedIndexDeclaration, _ members: [PlaceMembers.Member])
    -> Overlap?
  {
    var shares = [Double](repeating: 0, count: facts.areas.count)
    for member in members where children.indices.contains(member.area) {
      shares[member.area] = member.weight * children[member.area]
    }
    return Overlap(index, children: shares, atLeast: declared.cutOff)
  }

  // MARK: Access

  private func metres() -> [Figure] {
    guard !facts.distances.isEmpty else { return [] }
    let values = facts.areas.map { nearest[$0.code] }
    return facts.areas.indices.map {
      area(AnalysisMeasures.metres, $0, values[$0], flags: values[$0] == nil ? [.valuesMissing] : [])
    } + means(AnalysisMeasures.metres, values, over: "children")
  }

  private func access() -> [Figure] {
    guard let declared = facts.analyses.access, !facts.supply.isEmpty else { return [] }
    let people = (members.columns.given[declared.people] ?? []).map { $0 ?? 0 }
    let position = Dictionary(facts.areas.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
    let centre = Dictionary(facts.supply.enumerated().map { ($0.element.centre, $0.offset) }) { first, _ in first }
    var distances = [[Double?]](
      repeating: [Double?](repeating: nil, count: facts.supply.count), count: facts.areas.count)
    for row in facts.distances {
      if let area = position[row.area], let column = centre[row.centre] { distances[area][column] = row.metres }
    }
    guard people.count == facts.areas.count,
      let floating = FloatingCatchment(
        people: people, supply: facts.supply.map(\.hours), distances: distances,
        zones: declared.zones.map { .init(upTo: $0.within, weight: $0.weight) })
    else { return [] }
    let values = floating.access.map { Optional($0 * 100) }
    let areas = facts.areas.indices.map { area(AnalysisMeasures.hours, $0, values[$0]) }
    let centres = zip(facts.supply, floating.ratios).map { supply, ratio in
      Figure(
        measure: AnalysisMeasures.ratio, kind: .centre, place: supply.centre, cycle: cycle,
        numerator: .given(supply.hours), value: ratio.map { $0 * 100 }, flags: ratio == nil ? [.nobodyInReach] : [])
    }
    return areas + means(AnalysisMeasures.hours, values, over: declared.people) + centres
  }

  // MARK: Clusters

  private func clusters(_ id: String) -> [Figure] {
    let isRank = facts.indicators.contains { $0.id == id && ($0.of ?? 0) > 0 }
    let all = facts.areas.map { isRank ? $0.indicators[id]?.rank : byArea[id]?[$0.code]?.value }
    if !isRank, !AnalysisMeasures.countsAllow(facts.areas.compactMap { byArea[id]?[$0.code] }) { return [] }
    let kept = facts.areas.indices.filter { all[$0] != nil }
    let place = Dictionary(kept.enumerated().map { (facts.areas[$0.element].code, $0.offset) }) { first, _ in first }
    var lists = [[Int]](repeating: [], count: kept.count)
    for pair in facts.neighbours {
      if let one = place[pair.area], let other = place[pair.other] { lists[one].append(other) }
    }
    guard kept.count > 2, let neighbours = Neighbours(lists) else { return [] }
    let values = kept.map { all[$0] ?? 0 }
    let z = GetisOrd.star(values, neighbours)
    let p = z.map { $0.map(Normal.twoSided) }
    let q = BenjaminiHochberg.adjusted(p)
    let drawn = GetisOrd.permutationP(
      values, neighbours, seed: FigureSeed.of(figure: "\(AnalysisMeasures.cluster(id))@\(cycle)", seed: seed))
    return kept.enumerated().flatMap { offset, position -> [Figure] in
      var figure = area(AnalysisMeasures.cluster(id), position, z[offset])
      if neighbours.lists[offset].isEmpty { figure.flags = [.island] }
      if let p = p[offset], let q = q[offset] { figure.comparison = .init(rate: 0, p: p, q: q) }
      return [figure, area(AnalysisMeasures.permutation(id), position, drawn[offset])]
    }
  }
}

extension AnalysisMeasures {
  /// Rates of people, whose draws give the ranks their doubt.
  static let ofPeople: Set<String> = ["enrolled.rate", "reached.rate", "sustained.rate", "reached.of-enrolled"]

  /// Whether the median area has at least five counted and five not counted; figures that are no counts always.
  static func countsAllow(_ figures: [Figure]) -> Bool {
    let least = figures.compactMap { figure -> Double? in
      guard case .counted? = figure.numerator, let x = figure.numerator?.value, let n = figure.denominator?.value
      else { return nil }
      return min(x, n - x)
    }.sorted()
    return least.isEmpty || least[least.count / 2] >= 5
  }
}
