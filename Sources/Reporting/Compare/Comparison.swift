import Audit
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
  /// The same places in another cycle.
  struct Earlier: Sendable {
    var cycle: String
    var borough: Borough
    var compared: ComparedPlaces
  }

  let borough: Borough
  let kind: Figure.Kind
  let coverage: CatchmentCoverage
  let compared: ComparedPlaces
  /// The other cycles, in the order of time.
  let others: [Earlier]
  /// Whether the rows of `answer` are of all cycles.
  let isOfCycles: Bool
  /// Places that were drawn, in the catchments' stead.
  let drawn: DrawnBorough?
  let say: Words
  let counts: CountWords

  /// Prepares a comparison of places by one measure.
  ///
  /// `borough` is the cycle's; with `drawn` its catchments are the drawn places. `earlier` are the boroughs of other cycles,
  /// prepared the same way.
  init(
    in borough: Borough, kind: Figure.Kind = .catchment, measure: String = "reached.rate", coverage: CatchmentCoverage,
    earlier: [Borough] = [], isOfCycles: Bool = false, drawn: DrawnBorough? = nil, others: [OtherAuthority] = [],
    indicators: [String]? = nil, language: Language = .english
  ) {
    self.borough = borough
    self.kind = kind
    self.coverage = coverage
    self.isOfCycles = isOfCycles
    self.drawn = drawn
    compared = ComparedPlaces(measure, kind: kind, in: borough, others: others, indicators: indicators)
    self.others = earlier.map {
      Earlier(cycle: $0.facts.cycle.label, borough: $0, compared: ComparedPlaces(measure, kind: kind, in: $0))
    }
    say = Words(language)
    counts = CountWords(say: say, hide: borough.facts.hide, base: borough.facts.base)
  }

  var facts: CycleFacts { borough.facts }

  /// The page.
  public func document() -> Document {
    let about = drawn == nil ? [coverageSection(), flowsSection()] : [madeOfSection()]
    return Document(
      kind: "comparison", title: title,
      subtitle: say(
        "Cycle \(facts.cycle.label): \(say.day(facts.cycle.from)) to \(say.day(facts.cycle.to)). \(measureTitle)."),
      place: nil, borough: facts.name, cycle: facts.cycle.label, language: say.language, headline: headline(),
      sections: [tableSection()] + othersSection() + [dotsSection(), funnelSection(), ranksSection()] + likeSection()
        + cyclesSection() + [mapsSection()] + about
        + [SourcesList(facts: facts, counts: counts, say: say).section(), methodSection()])
  }

  private var title: String {
    if let drawn { return say("Places of \(drawn.file) in \(facts.name) compared") }
    switch kind {
    case .area: return say("Small areas of \(facts.name) compared")
    case .centre: return say("Centres of \(facts.name) compared")
    default: return say("Catchments of \(facts.name) compared")
    }
  }

  /// What a row of a table is.
  var noun: String {
    if drawn != nil { return say("Place") }
    switch kind {
    case .area: return say("Area")
    case .centre: return say("Centre")
    default: return say("Catchment")
    }
  }

  var measureTitle: String { compared.measure.map { say.title(of: $0) } ?? compared.measureID }

  /// The id of a figure of the whole authority in this cycle.
  func ofAll(_ measure: String) -> String {
    facts.figureID(measure)
  }

  /// The id of a number of those who live in a set of catchments.
  func livingIn(_ set: String, _ part: ComparedMeasures.Part) -> String { ofAll(ComparedMeasures.livingIn(set, part)) }

  private var wholeID: String? { drawn == nil ? compared.wholeID : nil }
  private var differentID: String? { drawn == nil ? compared.differentID : nil }

  /// 0.42 → 42.
  func hundred(_ share: Double) -> String { say.decimal(share * 100, places: 0) }

  private func headline() -> [String] {
    guard let whole = compared.wholeRate, !compared.ranked.isEmpty else {
      return [say("There is no figure to compare.")]
    }
    let different = compared.places.filter { $0.rate.differs == true }
    var lines = [
      kind == .centre
        ? say("\(measureTitle): \(hundred(whole).ofFigure(wholeID)) in 100 over all centres together.")
        : say("\(measureTitle): \(hundred(whole).ofFigure(wholeID)) in 100 in the whole of \(facts.name)."),
      different.isEmpty
        ? say("No place differs from that by more than chance.")
        : differing(
          say.number(different.count).ofFigure(differentID), say.number(compared.places.count).ofFigure(differentID),
          isOne: different.count == 1),
    ]
    let low = different.filter { ($0.rate.value ?? 0) < whole }.map(\.name)
    let high = different.filter { ($0.rate.value ?? 0) > whole }.map(\.name)
    if !low.isEmpty { lines.append(say("Lower: \(some(low)).")) }
    if !high.isEmpty { lines.append(say("Higher: \(some(high)).")) }
    for yardstick in compared.yardsticks {
      let rate = hundred(yardstick.rate)
      lines.append(
        yardstick.kind == .nation
          ? say("In the nation it is \(rate) in 100.")
          : say.plural(
            yardstick.count, one: "In a neighbouring authority it is \(rate) in 100.",
            many: "In \(say.number(yardstick.count)) neighbouring authorities it is \(rate) in 100."))
    }
    if drawn == nil, kind != .centre, let gap = coverage.sets.first(where: { $0.catchments.isEmpty }),
      gap.people.enrolled.high > 0
    {
      let number = counts.long(gap.people.enrolled).ofFigure(livingIn(ComparedMeasures.none, .enrolled))
      lines.append(say("Enrolled children who live in no catchment: \(number)."))
    }
    return lines
  }

  private func differing(_ number: String, _ all: String, isOne: Bool) -> String {
    isOne
      ? say("\(number) of \(all) places differs by more than chance.")
      : say("\(number) of \(all) places differ by more than chance.")
  }

  /// The first few names, and how many more.
  private func some(_ names: [String]) -> String {
    guard names.count > 6 else { return say.list(names) }
    return say("\(names.prefix(5).joined(separator: ", ")) and \(say.number(names.count - 5)) more")
  }

  private func tableSection() -> Section {
    var columns: [Table.Column] = [
      .init(noun), .init(say("Of how many"), isNumeric: true),
      .init(say("Children"), isNumeric: true), .init(say("In 100"), isNumeric: true),
      .init(say("Likely between"), isNumeric: true), .init(say("Against the whole")),
    ]
    for yardstick in compared.yardsticks { columns.append(.init(against(yardstick.kind))) }
    if kind != .area { columns.append(.init(say("Rank likely between"), isNumeric: true)) }
    let rows = (compared.ranked + compared.places.filter { $0.rate.value == nil }).map(row)
    return Section(
      "places", say("All places"), [.table(Table(say("\(measureTitle), by place"), columns: columns, rows: rows))])
  }

  func against(_ kind: OtherAuthority.Kind) -> String {
    kind == .nation ? say("Against the nation") : say("Against neighbours")
  }

  private func row(_ place: ComparedPlaces.Place) -> [Cell] {
    let rate = place.rate
    let isHidden = counts.isHidden(rate.numerator)
    var cells = [
      Cell(place.name, detail: place.name == place.code ? nil : place.code),
      rate.counted.map { counts.cell($0, figure: rate.id) }
        ?? Cell(
          rate.denominator.map { say.decimal($0, places: 0) } ?? "–", number: rate.denominator, figure: rate.id),
      counts.cell(rate.numerator, figure: rate.id),
      isHidden ? Cell("c", figure: rate.id) : Cell(rate.value.map(hundred) ?? "–", number: rate.value, figure: rate.id),
      rate.interval.map {
        Cell(say("\(hundred($0.lower)) and \(hundred($0.upper))"), low: $0.lower, high: $0.upper, figure: rate.id)
      } ?? Cell(rate.exceedsEstimate ? say("estimate too small") : "–"),
      Cell(verdict(place.rate.differs, place, compared.wholeRate)),
    ]
    for (differs, yardstick) in zip(place.differs, compared.yardsticks) {
      cells.append(Cell(verdict(differs, place, yardstick.rate)))
    }
    if kind != .area { cells.append(rankCell(place)) }
    return cells
  }

  /// "lower", "higher" or "not different", than the rate that was tested against.
  func verdict(_ differs: Bool?, _ place: ComparedPlaces.Place, _ rate: Double?) -> String {
    guard let differs, let value = place.rate.value, let rate else { return "–" }
    if !differs { return say("not different") }
    return value < rate ? say("lower") : say("higher")
  }

  private func rankCell(_ place: ComparedPlaces.Place) -> Cell {
    guard let rank = place.rank else { return "–" }
    let (low, high) = (say.decimal(rank.interval.lower, places: 0), say.decimal(rank.interval.upper, places: 0))
    let text = low == high ? low : say("\(low) and \(high)")
    return Cell(
      text.ofFigure(rankID(ComparedMeasures.rank, place)), number: rank.mean, low: rank.interval.lower,
      high: rank.interval.upper, detail: say("top three in \(topThree(place)) of draws"))
  }

  /// The id of a place's rank or of how often it is among the first.
  func rankID(_ measure: (String) -> String, _ place: ComparedPlaces.Place) -> String? {
    drawn == nil ? compared.id(measure(compared.measureID), of: place, facts.cycle.label) : nil
  }

  /// In what share of the draws the place is in the top three.
  func topThree(_ place: ComparedPlaces.Place) -> String {
    say.percent(place.rank?.shareInTop ?? 0).ofFigure(rankID(ComparedMeasures.topThree, place))
  }

  private func methodSection() -> Section {
    var lines = [
      say("Intervals: 95%, by Wilson's method."),
      say(
        "Different: an exact test against the whole, with all places of this kind judged together so that at most 1 in 20 findings is by chance."
      ),
      say("Funnel: limits for places of each size if all had the rate of the whole, at 95% and 99.8%."),
      say("Ranks: 1,000 draws of what each rate may be; the middle 95% of its ranks."),
      say(
        "Places like each other: each indicator counts in standard deviations over the places; the distance is the root of the mean square. It says that places are alike, not why they differ."
      ),
      say("A place that is not different is drawn pale. Its order in the list means little."),
    ]
    if counts.isCoarse {
      lines.append(say("Counts were rounded first. Every rate, interval and map is worked out from rounded counts."))
    }
    return Section("method", say("How the figures were made"), [.list(lines)])
  }
}
