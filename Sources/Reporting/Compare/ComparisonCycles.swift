import Geometry
import Measures
import Workspace

extension Comparison {
  /// The places cycle by cycle, as a table and as small maps; nothing where there is one cycle and nothing to map.
  func cyclesSection() -> [Section] {
    var blocks: [Block] = []
    if !others.isEmpty {
      blocks.append(.table(cyclesTable()))
      blocks.append(
        .note(
          say("Many children are in both cycles. So a change from one cycle to the next has no interval here.")
            + (drawn == nil ? " " + say("A catchment may have had other borders in another cycle.") : "")))
    }
    if let picture = multiples() { blocks.append(.picture(picture)) }
    guard !blocks.isEmpty else { return [] }
    return [
      Section("cycles", others.isEmpty ? say("Measure by measure") : say("Cycle by cycle, measure by measure"), blocks)
    ]
  }

  private func cyclesTable() -> Table {
    let cycles = others.map { ($0.cycle, $0.compared) } + [(facts.cycle.label, compared)]
    let codes = compared.ranked + compared.places.filter { $0.rate.value == nil }
    return Table(
      say("\(measureTitle) in 100, by place and cycle"),
      columns: [.init(noun)] + cycles.map { .init($0.0, isNumeric: true) },
      rows: codes.map { place in
        [Cell(place.name, detail: place.name == place.code ? nil : place.code)]
          + cycles.map { _, compared -> Cell in
            guard let rate = compared.places.first(where: { $0.code == place.code })?.rate else { return "–" }
            if counts.isHidden(rate.numerator) { return Cell("c", figure: rate.id) }
            return Cell(
              rate.value.map(hundred) ?? "–", number: rate.value, low: rate.interval?.lower, high: rate.interval?.upper,
              figure: rate.id,
              detail: rate.interval.map { say("\(hundred($0.lower)) to \(hundred($0.upper))") })
          }
      })
  }

  /// A small map for each cycle and measure, on which only what differs by more than chance is coloured.
  private func multiples() -> Picture? {
    guard kind == .catchment || drawn != nil else { return nil }
    let boroughs = others.map { ($0.cycle, $0.borough) } + [(facts.cycle.label, borough)]
    let rates: [String] = ["enrolled.rate", "reached.rate", "sustained.rate", "reached.of-enrolled"]
    let measures = rates.filter { measure in
      borough.book.figures(measure: measure, kind: .catchment).contains { $0.value != nil }
    }
    var panels: [SmallMultiples.Panel] = []
    var frame = Envelope.empty
    for (_, borough) in boroughs {
      for shape in borough.areaShapes.values { frame.expand(to: shape.envelope) }
    }
    // A measure's cycles stand beside each other.
    for measure in measures { panels += boroughs.map { panel(measure, $0.0, in: $0.1) } }
    guard !frame.isEmpty, frame.width + frame.height > 0, panels.contains(where: { !$0.outlines.isEmpty }) else {
      return nil
    }
    let keys: [AreaMap.Key] = [
      .init(fill: .colour(Self.lowColour), text: say("lower by more than chance") + " (\u{2212})"),
      .init(fill: .colour(Self.highColour), text: say("higher by more than chance") + " (+)"),
      .init(fill: .colour(Self.sameColour), text: say("not different")),
      .init(fill: .unknown, text: counts.isCoarse ? say("hidden or not known") : say("not known")),
    ]
    let notes =
      [say("Each place against the whole of \(facts.name). Where places overlap, the later code lies on top.")] + credit
    let legend = MapLegend(
      title: say("Against the whole"), keys: keys, classes: ShadeClasses(breaks: []),
      outline: drawn == nil ? say("edges of catchments") : say("edges of places"), notes: notes, say: say)
    return SmallMultiples(panels: panels, legend: legend, say: say).draw(
      frame: frame, title: say("Which places differ, by cycle and measure"),
      description: say(
        "\(say.number(panels.count)) small maps. Only places that differ from the whole by more than chance are coloured; the tables have the numbers."
      ))
  }

  // Light and dark, so that they differ in print without colour; the sign on the place says it too.
  static let lowColour = "#f1a340"
  static let highColour = "#1f5f8f"
  static let sameColour = "#dfe4e5"

  private func panel(_ measure: String, _ cycle: String, in borough: Borough) -> SmallMultiples.Panel {
    var areas: [AreaMap.Area] = borough.facts.areas.compactMap { area in
      borough.areaShapes[area.code].map { .init(shape: $0, fill: .context, label: nil) }
    }
    let places = borough.facts.catchments
    for place in places {
      guard let shape = borough.catchmentShapes[place.code] else { continue }
      var fill = AreaMap.Fill.unknown
      var sign: String?
      if let figure = borough.book.figure(measure, at: place.code), let value = figure.value,
        let comparison = figure.comparison
      {
        let isLow = value < comparison.rate
        fill = .colour(!comparison.isDifferent ? Self.sameColour : isLow ? Self.lowColour : Self.highColour)
        if comparison.isDifferent { sign = isLow ? "\u{2212}" : "+" }
      }
      areas.append(.init(shape: shape, fill: fill, label: sign))
    }
    let title = borough.book.dictionary[measure].map { say.title(of: $0) } ?? measure
    return SmallMultiples.Panel(
      title: others.isEmpty ? title : "\(cycle): \(title)", areas: areas,
      outlines: places.compactMap { borough.catchmentShapes[$0.code] })
  }
}
