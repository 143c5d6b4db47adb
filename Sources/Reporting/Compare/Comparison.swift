import Geometry
import Measures
import Statistics
import Workspace

/// The page on which an authority compares its places: a table, dots with intervals, a funnel, ranks with their doubt,
/// maps, and what the catchments cover.
///
/// ```swift
/// let document = Comparison(in: borough, kind: .catchment, coverage: CatchmentCoverage(content)).document()
/// ```
public struct Comparison: Sendable {
  let borough: Borough
  let kind: Figure.Kind
  let coverage: CatchmentCoverage
  let compared: ComparedPlaces
  let before: FigureBook?
  let say: Words
  let counts: CountWords

  /// Prepares a comparison of catchments or areas by one measure; `before` is the book of the cycle before, if there is one.
  public init(
    in borough: Borough, kind: Figure.Kind = .catchment, measure: String = "reached.rate", coverage: CatchmentCoverage,
    before: FigureBook? = nil, language: Language = .english
  ) {
    self.borough = borough
    self.kind = kind
    self.coverage = coverage
    self.before = before
    compared = ComparedPlaces(measure, kind: kind, in: borough, before: before)
    say = Words(language)
    counts = CountWords(say: say, hide: borough.facts.hide, base: borough.facts.base)
  }

  var facts: CycleFacts { borough.facts }

  /// The page.
  public func document() -> Document {
    let title =
      kind == .area ? say("Small areas of \(facts.name) compared") : say("Catchments of \(facts.name) compared")
    return Document(
      kind: "comparison", title: title,
      subtitle: say(
        "Cycle \(facts.cycle.label): \(say.day(facts.cycle.from)) to \(say.day(facts.cycle.to)). \(measureTitle)."),
      place: nil, borough: facts.name, cycle: facts.cycle.label, language: say.language, headline: headline(),
      sections: [
        tableSection(), dotsSection(), funnelSection(), ranksSection(), mapsSection(), coverageSection(),
        flowsSection(),
        methodSection(),
      ])
  }

  var measureTitle: String { compared.measure?.title ?? compared.measureID }

  private func headline() -> [String] {
    guard let whole = compared.whole?.value, !compared.ranked.isEmpty else {
      return [say("There is no figure to compare.")]
    }
    let different = compared.places.filter { $0.rate.differs == true }
    var lines = [
      say("In the whole of \(facts.name) it is \(say.decimal(whole * 100, places: 0)) in 100."),
      different.isEmpty
        ? say("No place differs from that by more than chance.")
        : say(
          "\(say.number(different.count)) of \(say.number(compared.places.count)) places differ by more than chance."),
    ]
    let low = different.filter { ($0.rate.value ?? 0) < whole }.map(\.name)
    let high = different.filter { ($0.rate.value ?? 0) > whole }.map(\.name)
    if !low.isEmpty { lines.append(say("Lower: \(some(low)).")) }
    if !high.isEmpty { lines.append(say("Higher: \(some(high)).")) }
    if let gap = coverage.sets.first(where: { $0.catchments.isEmpty }), gap.people.enrolled.high > 0 {
      lines.append(say("Enrolled children who live in no catchment: \(counts.long(gap.people.enrolled))."))
    }
    return lines
  }

  /// The first few names, and how many more.
  private func some(_ names: [String]) -> String {
    guard names.count > 6 else { return say.list(names) }
    return say("\(names.prefix(5).joined(separator: ", ")) and \(say.number(names.count - 5)) more")
  }

  private func tableSection() -> Section {
    var columns: [Table.Column] = [
      .init(kind == .area ? say("Area") : say("Catchment")), .init(say("Of how many"), isNumeric: true),
      .init(say("Children"), isNumeric: true), .init(say("In 100"), isNumeric: true),
      .init(say("Likely between"), isNumeric: true), .init(say("Against the whole")),
    ]
    if kind != .area { columns.append(.init(say("Rank likely between"), isNumeric: true)) }
    if before != nil { columns.append(.init(say("One cycle before"), isNumeric: true)) }
    let rows = (compared.ranked + compared.places.filter { $0.rate.value == nil }).map(row)
    var blocks: [Block] = [.table(Table(say("\(measureTitle), by place"), columns: columns, rows: rows))]
    if let before {
      blocks.append(
        .note(
          say("Many children are in both cycles. So the change from \(before.facts.cycle.label) has no interval here."))
      )
    }
    return Section("places", say("All places"), blocks)
  }

  private func row(_ place: ComparedPlaces.Place) -> [Cell] {
    let rate = place.rate
    let isHidden = counts.isHidden(rate.numerator)
    func hundred(_ share: Double) -> String { say.decimal(share * 100, places: 0) }
    var cells = [
      Cell(place.name, detail: place.name == place.code ? nil : place.code),
      Cell(rate.denominator.map { say.decimal($0, places: 0) } ?? "–", number: rate.denominator),
      counts.cell(rate.numerator),
      isHidden ? Cell("c", figure: rate.id) : Cell(rate.value.map(hundred) ?? "–", number: rate.value, figure: rate.id),
      rate.interval.map {
        Cell(say("\(hundred($0.lower)) and \(hundred($0.upper))"), low: $0.lower, high: $0.upper)
      } ?? Cell(rate.exceedsEstimate ? say("estimate too small") : "–"),
      Cell(verdict(place)),
    ]
    if kind != .area { cells.append(rankCell(place.rank)) }
    if before != nil {
      cells.append(Cell(place.before?.value.map(hundred) ?? "–", number: place.before?.value, figure: place.before?.id))
    }
    return cells
  }

  private func verdict(_ place: ComparedPlaces.Place) -> String {
    guard let differs = place.rate.differs, let value = place.rate.value, let whole = compared.whole?.value else {
      return "–"
    }
    if !differs { return say("not different") }
    return value < whole ? say("lower") : say("higher")
  }

  private func rankCell(_ rank: RankInterval?) -> Cell {
    guard let rank else { return "–" }
    let (low, high) = (say.decimal(rank.interval.lower, places: 0), say.decimal(rank.interval.upper, places: 0))
    return Cell(
      low == high ? low : say("\(low) and \(high)"), number: rank.mean, low: rank.interval.lower,
      high: rank.interval.upper, detail: say("top three in \(say.percent(rank.shareInTop)) of draws"))
  }

  private func methodSection() -> Section {
    var lines = [
      say("Intervals: 95%, by Wilson's method."),
      say(
        "Different: an exact test against the whole, with all places of this kind judged together so that at most 1 in 20 findings is by chance."
      ),
      say("Funnel: limits for places of each size if all had the rate of the whole, at 95% and 99.8%."),
      say("Ranks: 1,000 draws of what each rate may be; the middle 95% of its ranks."),
      say("A place that is not different is drawn pale. Its order in the list means little."),
    ]
    if counts.isCoarse {
      lines.append(say("Counts were rounded first. Every rate, interval and map is worked out from rounded counts."))
    }
    return Section("method", say("How the figures were made"), [.list(lines)])
  }
}
