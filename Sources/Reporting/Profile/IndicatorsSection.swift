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
          polarity: indicator.polarity, here: here, all: borough.whole.figure(indicator.id, at: Figure.authorityPlace))
      } + declared()
    guard !shown.isEmpty else {
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
            .init(facts.name, isNumeric: true), .init(say("Reading")),
          ], rows: ordered.map { row($0.element) })))
    blocks.append(.note(say("Values are shared out from small areas. What is not different may differ by chance.")))
    return Section("indicators", title, blocks)
  }

  private func row(_ entry: Shown) -> [Cell] {
    let interval = entry.here.interval
    return [
      Cell(
        entry.title,
        detail: [entry.theme.replacingDashes, entry.vintage].filter { !$0.isEmpty }
          .joined(separator: ", ")),
      Cell(
        value(entry.here, entry.here.value, entry.unit), number: entry.here.value, low: interval?.lower,
        high: interval?.upper,
        figure: entry.here.id),
      Cell(
        interval.map {
          say("\(value(entry.here, $0.lower, entry.unit)) and \(value(entry.here, $0.upper, entry.unit))")
        } ?? "–",
        low: interval?.lower, high: interval?.upper, figure: interval == nil ? nil : entry.here.id),
      areaSpread(entry.here.measure, isShare: entry.unit == "share") {
        value(entry.here, $0, entry.unit, isOfArea: true)
      },
      Cell(value(entry.all, entry.all?.value, entry.unit), number: entry.all?.value, figure: entry.all?.id),
      Cell(reading(entry)),
    ]
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
