import Statistics
import Workspace

/// Whether reach follows deprivation, over the areas of the authority.
struct EquityFigures {
  let facts: CycleFacts
  let seed: String

  func figures() -> [Figure] {
    let ranked = DeprivationMeasures.ranked(facts)
    let index = ["idaci", "imd"].lazy.compactMap { id in ranked.first { $0.id == id } }.first ?? ranked.first
    guard let index else { return [] }
    // Where nobody was reached there is nothing to share out, and a nation without enrolments has 33,000 areas to draw.
    guard facts.areas.contains(where: { $0.people.reached.high > 0 }) else { return [] }
    let cycle = facts.cycle.label
    let places = facts.areas.map { area -> Equity.Place in
      let children = area.denominators["children"]
      let people = children?.state == .given ? children?.value ?? 0 : 0
      let id = facts.figureID("reached.rate", at: area.code)
      return Equity.Place(
        rank: area.indicators[index.id]?.rank, events: area.people.reached.value, people: people,
        draws: RateDraws.of(
          events: area.people.reached.value, people: people, seed: FigureSeed.of(figure: id, seed: seed)))
    }
    guard let equity = Equity(places) else { return [] }
    func figure(_ measure: String, _ value: Double?, _ interval: Interval?) -> Figure? {
      guard value != nil else { return nil }
      return Figure(
        measure: measure, kind: .authority, place: Figure.authorityPlace, cycle: cycle, value: value,
        interval: interval, flags: equity.places < facts.areas.count ? [.valuesMissing] : [])
    }
    return [
      figure("equity.concentration", equity.concentration, equity.concentrationInterval),
      figure("equity.slope", equity.slope, equity.slopeInterval),
      figure("equity.relative", equity.relative, equity.relativeInterval),
    ].compactMap { $0 }
  }
}
