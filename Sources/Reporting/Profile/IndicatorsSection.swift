import Measures
import Workspace

extension ProfileSections {
  private struct Shown {
    var title: String
    var theme: String
    var vintage: String
    var unit: String
    var polarity: String
    var here: Figure
    var all: Figure?
    var nation: Figure?

    /// −1 better than the borough by more than chance, 1 worse, 0 neither.
    var side: Int {
      guard let interval = here.interval, let reference = all?.value, polarity != "neither" else { return 0 }
      let sign = polarity == "higher-is-better" ? -1 : 1
      if interval.lower > reference { return sign }
      if interval.upper < reference { return -sign }
      return 0
    }
  }

  /// Declared indicators under their themes, beside the borough; what stands out first.
  func indicatorsSection() -> Section {
    let title = say("Other indicators")
    let shown =
      facts.indicators.compactMap { indicator -> Shown? in
        guard let here = borough.book.figure(indicator.id, at: catchment.code) else { return nil }
        return Shown(
          title: say.name(indicator.title), theme: indicator.theme, vintage: indicator.vintage, unit: indicator.unit,
          polarity: indicator.polarity, here: here, all: borough.whole.figure(indicator.id, at: Figure.authorityPlace),
          nation: borough.whole.figure(indicator.id, at: IndicatorMeasures.nation))
      } + declared()
    let others = ofOtherPlaces()
    guard !shown.isEmpty else {
      if !others.isEmpty { return Section("indicators", title, others) }
      return Section("indicators", title, [.paragraph(say("The audit declares no other indicators."))])
    }
    let worse = shown.filter { $0.side > 0 }.map(\.title)
    let better = shown.filter { $0.side < 0 }.map(\.title)
    var blocks: [Block] = []
    if !worse.isEmpty { blocks.append(.paragraph(say("Worse here than in \(facts.name): \(say.list(worse))."))) }
    if !better.isEmpty { blocks.append(.paragraph(say("Better here than in \(facts.name): \(say.list(better))."))) }
    if worse.isEmpty, better.isEmpty {
      blocks.append(.paragraph(say("Nothing here differs from \(facts.name) by more than chance.")))
    }
    // Highlights first, then theme by theme in the order of audit.yml.
    let hasNation = shown.contains { $0.nation != nil }
    var themes: [String] = []
    for entry in shown where !themes.contains(entry.theme) { themes.append(entry.theme) }
    let ordered = shown.enumerated().sorted { a, b in
      let (x, y) = (abs(a.element.side), abs(b.element.side))
      if x != y { return x > y }
      let (s, t) = (
        themes.firstIndex(of: a.element.theme) ?? 0, themes.firstIndex(of: b.element.theme) ?? 0
      )
      return s == t ? a.offset < b.offset : s < t
    }
    blocks.append(
      .table(
        Table(
          say("Indicators, what stands out first"),
          columns: [
            .init(say("Indicator")), .init(say("Here"), isNumeric: true),
            .init(say("Likely between"), isNumeric: true), .init(say("Areas, least to most"), isNumeric: true),
            .init(facts.name, isNumeric: true),
          ] + (hasNation ? [.init(say("Nation"), isNumeric: true)] : []) + [.init(say("Reading"))],
          rows: ordered.map { row($0.element, hasNation: hasNation) })))
    blocks.append(
      .note(say("Values are shared out from small areas. Not different: what difference there is may be chance.")))
    return Section("indicators", title, blocks + others)
  }

  /// What is published for wards or districts only, as it stands there: it is not of this catchment.
  private func ofOtherPlaces() -> [Block] {
    let mostRows = 60
    return facts.indicators.filter { $0.level != "area" }.flatMap { indicator -> [Block] in
      let figures = facts.elsewhere.filter { $0.indicator == indicator.id && $0.area != IndicatorMeasures.nation }
        .compactMap { borough.whole.figure(indicator.id, at: $0.area) }
      guard !figures.isEmpty else { return [] }
      let nation = borough.whole.figure(indicator.id, at: IndicatorMeasures.nation)
      let table = Table(
        indicator.level == "ward"
          ? say("\(say.name(indicator.title)), published for wards only")
          : say("\(say.name(indicator.title)), published for districts only"),
        columns: [
          .init(indicator.level == "ward" ? say("Ward") : say("District")), .init(say("Value"), isNumeric: true),
          .init(say("Likely between"), isNumeric: true),
        ],
        rows: figures.prefix(mostRows).map { figure in
          [
            Cell(figure.place),
            Cell(value(figure, figure.value, indicator.unit), number: figure.value, figure: figure.id),
            between(figure, indicator.unit),
          ]
        }
          + (nation.map {
            [[Cell(say("Nation")), Cell(value($0, $0.value, indicator.unit), number: $0.value, figure: $0.id), "–"]]
          } ?? []))
      var blocks: [Block] = [
        .table(table),
        .note(say("It is not known what of this is of the catchment. So it is not shared out.")),
      ]
      if figures.count > mostRows { blocks.append(.note(say("needs figures lists the others."))) }
      return blocks
    }
  }

  private func between(_ figure: Figure, _ unit: String) -> Cell {
    guard let interval = figure.interval else { return "–" }
    return Cell(
      say("\(value(figure, interval.lower, unit)) and \(value(figure, interval.upper, unit))"), low: interval.lower,
      high: interval.upper, figure: figure.id)
  }

  private func row(_ entry: Shown, hasNation: Bool) -> [Cell] {
    let interval = entry.here.interval
    let nation =
      hasNation
      ? [
        Cell(
          value(entry.nation, entry.nation?.value, entry.unit), number: entry.nation?.value, figure: entry.nation?.id)
      ] : []
    return [
      Cell(
        entry.title,
        detail: [entry.theme.replacingDashes, entry.vintage].filter { !$0.isEmpty }
          .joined(separator: ", ")),
      Cell(
        value(entry.here, entry.here.value, entry.unit), number: entry.here.value, low: interval?.lower,
        high: interval?.upper,
        figure: entry.here.id),
      between(entry.here, entry.unit),
      areaSpread(entry.here.measure, isShare: entry.unit == "share") {
        value(entry.here, $0, entry.unit, isOfArea: true)
      },
      Cell(value(entry.all, entry.all?.value, entry.unit), number: entry.all?.value, figure: entry.all?.id),
    ] + nation + [Cell(reading(entry))]
  }

  /// The audit's own measures, of what it counts itself.
  private func declared() -> [Shown] {
    facts.declaredMeasures.compactMap { measure in
      guard let here = borough.book.figure(measure.id, at: catchment.code) else { return nil }
      return Shown(
        title: measure.title, theme: measure.theme, vintage: "", unit: measure.unit, polarity: measure.polarity,
        here: here, all: borough.whole.figure(measure.id, at: Figure.authorityPlace))
    }
  }

  private func value(_ figure: Figure?, _ number: Double?, _ unit: String, isOfArea: Bool = false) -> String {
    guard let figure, let number else { return "–" }
    // A count of the audit's own is printed as counts are; what is made of one that a release hides is not printed.
    if !isOfArea, case .counted(let count)? = figure.numerator {
      if figure.isCount { return counts.text(count) }
      if counts.isHidden(count) { return "c" }
    }
    switch unit {
    case "percent": return say.decimal(number, places: 0) + "%"
    case "share": return say.percent(number)
    case "count": return say.decimal(number, places: 0)
    default: return say.decimal(number, places: 1)
    }
  }

  private func reading(_ entry: Shown) -> String {
    switch entry.side {
    case 1: return say("worse than the borough")
    case -1: return say("better than the borough")
    default: return entry.here.interval == nil ? "–" : say("not different")
    }
  }
}
