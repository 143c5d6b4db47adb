import Geodata
import Tally
import Testing
import Workspace

/// Facts made up for tests: a few areas and catchments, no file.
struct MadeUpFacts {
  var areas: [CycleFacts.AreaFacts] = []
  var catchments: [CycleFacts.CatchmentFacts] = []
  var centres: [CycleFacts.CentreFacts] = []
  var weights: [CycleContent.Weight] = []
  var sets: [CycleContent.DenominatorSet] = [
    .init(id: "children", title: "Children aged 0 to 4", date: "2025-06-30", source: "under-fives.csv", isStale: false)
  ]
  var indicators: [CycleContent.Indicator] = []
  var totals: [String: Double] = [:]
  var sources: [CycleContent.InputFile] = []
  var rejects: [CycleContent.Reject] = []
  var hide = 0
  var base = 1
  var rule = ApportionmentRule.population

  mutating func area(
    _ code: String, _ counts: (Int, Int, Int), children: Double?, state: CycleContent.Denominator.State = .given,
    more: [String: Double] = [:], values: [CycleContent.IndicatorValue] = []
  ) {
    var denominators = more.mapValues { CycleContent.Denominator(area: code, set: "", value: $0) }
    denominators["children"] = .init(area: code, set: "children", value: children, state: state)
    areas.append(
      .init(
        code: code, name: code, surface: 1, people: Self.people(counts), denominators: denominators,
        indicators: Dictionary(values.map { ($0.indicator, $0) }) { first, _ in first }))
  }

  mutating func catchment(
    _ code: String, _ counts: (Int, Int, Int), here: Int? = 0, splits: [CycleFacts.Split] = [],
    of areas: [String: Double], rules: [ApportionmentRule] = [.area, .population]
  ) {
    catchments.append(
      .init(
        code: code, name: code, surface: 1, people: Self.people(counts),
        reachedHere: here.map { Count(exactly: $0) }, visitsHere: nil, splits: splits))
    for (area, weight) in areas.sorted(by: { $0.key < $1.key }) {
      for rule in rules { weights.append(.init(catchment: code, area: area, rule: rule, weight: weight)) }
    }
  }

  static func people(_ counts: (Int, Int, Int)) -> CycleFacts.PeopleCounts {
    .init(enrolled: Count(exactly: counts.0), reached: Count(exactly: counts.1), sustained: Count(exactly: counts.2))
  }

  func facts() throws -> CycleFacts {
    let from = try #require(Day(iso: "2025-09-01"))
    let to = try #require(Day(iso: "2026-08-31"))
    return CycleFacts(
      name: "Made up", cycle: CycleRecord(label: "2025-26", from: from, to: to, rule: rule), hide: hide, base: base,
      areas: areas, catchments: catchments, centres: centres,
      authority: areas.reduce(into: Self.people((0, 0, 0))) { sum, area in
        sum.enrolled += area.people.enrolled
        sum.reached += area.people.reached
        sum.sustained += area.people.sustained
      }, weights: weights, denominatorSets: sets, indicators: indicators, flows: [], sources: sources,
      totals: totals, complaints: [], rejects: rejects, cycleLabels: ["2025-26"])
  }
}
