import Audit
import Measures
import Statistics

extension Comparison {
  /// The authority beside others and the nation; nothing where no list of others was given.
  func othersSection() -> [Section] {
    guard !compared.others.isEmpty else { return [] }
    let whole = compared.whole
    var rows: [[Cell]] = []
    if let whole, let value = whole.value {
      rows.append([
        Cell(facts.name), Cell(say("this authority")), counts.cell(whole.numerator, figure: whole.id),
        Cell(
          whole.denominator.map { say.decimal($0, places: 0) } ?? "–", number: whole.denominator, figure: whole.id),
        Cell(hundred(value), number: value, figure: whole.id), between(whole.interval, figure: whole.id), Cell("–"),
        Cell("–"),
      ])
    }
    for other in compared.others.sorted(by: { $0.value > $1.value }) {
      let difference = difference(from: other)
      rows.append([
        Cell(other.name), Cell(other.kind == .nation ? say("nation") : say("neighbour")),
        Cell(other.numerator.map { say.decimal($0, places: 0) } ?? "–", number: other.numerator),
        Cell(other.denominator.map { say.decimal($0, places: 0) } ?? "–", number: other.denominator),
        Cell(hundred(other.value), number: other.value), between(other.interval),
        difference.map { difference in
          Cell(
            say("\(points(difference.interval.lower)) to \(points(difference.interval.upper))"),
            number: difference.value, low: difference.interval.lower, high: difference.interval.upper)
        } ?? "–", Cell(other.source.isEmpty ? "–" : other.source),
      ])
    }
    let table = Table(
      say("\(measureTitle): this authority and others"),
      columns: [
        .init(say("Authority")), .init(say("What it is")), .init(say("Children"), isNumeric: true),
        .init(say("Of how many"), isNumeric: true), .init(say("In 100"), isNumeric: true),
        .init(say("Likely between"), isNumeric: true), .init(say("This authority less it, in 100"), isNumeric: true),
        .init(say("Source")),
      ], rows: rows)
    var notes = [
      say("Other authorities' figures are from a list that was imported. Whether they count alike is not known here.")
    ]
    if compared.yardsticks.contains(where: { !$0.isPooled && $0.count > 1 }) {
      notes.append(say("Not all of them gave counts. So places are held against the mean of their rates."))
    }
    return [Section("others", say("Beside other authorities"), [.table(table), .note(notes.joined(separator: " "))])]
  }

  private func points(_ difference: Double) -> String { say.decimal(difference * 100, places: 1) }

  private func between(_ interval: Interval?, figure: String? = nil) -> Cell {
    interval.map {
      Cell(say("\(hundred($0.lower)) and \(hundred($0.upper))"), low: $0.lower, high: $0.upper, figure: figure)
    } ?? "–"
  }

  private func difference(from other: OtherAuthority) -> ProportionDifference? {
    guard let whole = compared.whole, let people = whole.denominator, (whole.value ?? 2) <= 1,
      let events = other.numerator, let others = other.denominator
    else { return nil }
    let own = whole.numerator
    return ProportionDifference(
      BoundedNumber(own.value, low: Double(own.low), high: Double(own.high)), of: BoundedNumber(people),
      less: BoundedNumber(events), of: BoundedNumber(others))
  }

  /// The places most like each, with how far apart they are; nothing for small areas.
  func likeSection() -> [Section] {
    guard kind != .area else { return [] }
    let title = say("Places like each other")
    guard !compared.indicators.isEmpty, compared.places.contains(where: { !$0.like.isEmpty }) else {
      return [
        Section("like", title, [.paragraph(say("No indicator was declared by which places could be like each other."))])
      ]
    }
    let rows = compared.places.map { place -> [Cell] in
      func id(_ measure: String) -> String? {
        drawn == nil ? compared.id(measure, of: place, facts.cycle.label) : nil
      }
      let names = place.like.map { other, distance in
        let figure = id(ComparedMeasures.likeness(to: other, by: compared.chosen))
        return "\(compared.name(of: other)) \(say.decimal(distance, places: 2).ofFigure(figure))"
      }
      let beside = place.beside
      let isHidden = counts.isHidden(place.rate.numerator)
      return [
        Cell(place.name, detail: place.name == place.code ? nil : place.code),
        Cell(names.isEmpty ? say("a value is missing") : names.joined(separator: "; ")),
        Cell(
          isHidden ? "c" : place.rate.value.map(hundred) ?? "–", number: isHidden ? nil : place.rate.value,
          figure: place.rate.id),
        Cell(
          beside.map { hundred($0.rate) } ?? "–", number: beside?.rate,
          figure: beside == nil ? nil : id(ComparedMeasures.alike(compared.measureID, by: compared.chosen))),
        beside?.difference.map { difference in
          Cell(
            say("\(points(difference.interval.lower)) to \(points(difference.interval.upper))"),
            low: difference.interval.lower, high: difference.interval.upper,
            figure: id(ComparedMeasures.alikeDifference(compared.measureID, by: compared.chosen)),
            detail: difference.isDifferent
              ? (difference.value < 0 ? say("lower") : say("higher")) : say("not different"))
        } ?? "–",
      ]
    }
    let table = Table(
      say("The three most like each place, with their distance"),
      columns: [
        .init(noun), .init(say("Most like it")), .init(say("In 100"), isNumeric: true),
        .init(say("Those together, in 100"), isNumeric: true),
        .init(say("Difference likely between, in 100"), isNumeric: true),
      ], rows: rows)
    return [
      Section(
        "like", title,
        [
          .paragraph(say("Declared indicators: \(say.list(compared.indicators.map { say.name($0.title) })).")),
          .table(table),
          .note(
            say(
              "Distance 1: one standard deviation apart in each indicator. These differences are not judged together, so 1 in 20 is by chance."
            )),
        ])
    ]
  }
}

extension OtherAuthority {
  /// The 95 % interval, where the counts are known.
  var interval: Interval? {
    guard let numerator, let denominator else { return nil }
    return Wilson.interval(events: numerator, of: denominator)
  }
}
