import Measures
import Statistics
import Workspace

extension ProfileSections {
  /// Enrolled, reached, reached here and sustained, with intervals, spread and verdicts.
  func reachSection() -> Section {
    let title = say("Who is enrolled and who was reached")
    guard hasPeople else {
      return Section("reach", title, [.notice(say("No list of enrolled children was given. So this part is empty."))])
    }
    let rows = reachRows()
    var blocks: [Block] = []
    if !hasUse {
      blocks.append(.notice(say("No record of visits was given. So we cannot say who was reached.")))
    } else if centre != nil, rates.reachedHere == nil {
      blocks.append(.notice(say("How many this centre itself reached is withheld to protect privacy.")))
    }
    if rates.children == nil {
      blocks.append(.notice(say("The number of children is not known. Shares are of enrolled children.")))
    } else if let interval = rates.reached?.interval, let value = rates.reached?.value, hasUse {
      blocks.append(
        .paragraph(
          say(
            "Of every 100 \(ages) who live here, about \(say.decimal(value * 100, places: 0).ofFigure(rates.reached?.id)) were reached."
          ) + " "
            + say("The true figure is likely \(between(interval.lower, interval.upper).ofFigure(rates.reached?.id)).")))
    }
    let chart = DotChart(
      rows: rows.map { row in
        .init(
          label: row.label, value: row.rate.value, low: row.rate.interval?.lower, high: row.rate.interval?.upper,
          spreadLow: row.rate.spread?.lower, spreadHigh: row.rate.spread?.upper, reference: row.reference,
          figure: row.rate.id)
      }, thresholds: cycle.thresholds, say: say, referenceName: say("all of \(facts.name)"))
    let picture = chart.draw(
      title: rates.children == nil ? say("Share of enrolled children") : say("Share of all children who live here"),
      description: rows.map { row in
        guard let value = row.rate.value else { return say("\(row.label): no figure.") }
        guard let interval = row.rate.interval else {
          return say("\(row.label): \(inHundred(value).ofFigure(row.rate.id)).")
        }
        return say(
          "\(row.label): \(inHundred(value).ofFigure(row.rate.id)), likely \(between(interval.lower, interval.upper).ofFigure(row.rate.id))."
        )
      }.joined(separator: " "))
    let table = Table(
      say("Reach in figures"),
      columns: [
        .init(say("Measure")), .init(say("Children"), isNumeric: true), .init(say("In 100"), isNumeric: true),
        .init(say("Likely between"), isNumeric: true), .init(say("Areas, least to most"), isNumeric: true),
      ],
      rows: rows.map { row in
        [
          Cell(row.label, detail: row.meaning), counts.cell(row.rate.numerator, figure: id(row.count)),
          shareCell(row.rate), intervalCell(row.rate),
          areaSpread(String(row.rate.id.prefix { $0 != "@" }), isShare: true) { say.decimal($0 * 100, places: 0) },
        ]
      })
    blocks.append(.beside([.picture(picture)], [.table(table)]))
    if hasUse, rates.children != nil { blocks += verdictBlocks() }
    if let spread = rates.reached?.spread, spread.width > 0.005 {
      blocks.append(
        .paragraph(
          say(
            "How areas are shared out matters: by other rules reach is \(between(spread.lower, spread.upper).ofFigure(rates.reached?.id))."
          )))
    }
    blocks.append(
      .note(
        say("The interval treats this cycle as one of many alike; error in the population estimate is not in it.")))
    return Section("reach", title, blocks)
  }

  private struct ReachRow {
    var label: String
    var meaning: String
    var rate: Rate
    /// The measure of its count.
    var count: String
    var reference: Double?
  }

  private func reachRows() -> [ReachRow] {
    let whole = borough.authority
    func row(_ label: String, _ meaning: String, _ rate: Rate?, _ count: String, _ reference: Rate?) -> [ReachRow] {
      rate.map { [ReachRow(label: label, meaning: meaning, rate: $0, count: count, reference: reference?.value)] } ?? []
    }
    let anyCentre = say("at least one visit to any centre")
    if rates.children == nil {
      return hasUse
        ? row(
          say("Reached, of enrolled"), anyCentre, rates.reachedOfEnrolled, "reached.count",
          whole.reachedOfEnrolled) : []
    }
    var rows = row(say("Enrolled"), say("on the list in this cycle"), rates.enrolled, "enrolled.count", whole.enrolled)
    guard hasUse else { return rows }
    rows += row(say("Reached"), anyCentre, rates.reached, "reached.count", whole.reached)
    if centre != nil {
      rows += row(
        say("Reached here"), say("at least one visit to this centre"), rates.reachedHere, UseMeasures.reachedHere, nil)
    }
    return rows + row(say("Sustained"), sustainedMeaning, rates.sustained, "sustained.count", whole.sustained)
  }

  /// "came on 3 or more days".
  var sustainedMeaning: String {
    let days = say.number(cycle.sustainedDays)
    guard let within = cycle.sustainedWithin else { return say("came on \(days) or more days") }
    return say("came on \(days) or more days within \(say.number(within)) days")
  }

  private func shareCell(_ rate: Rate) -> Cell {
    guard let value = rate.value else { return Cell("–", figure: rate.id) }
    if counts.isHidden(rate.numerator) { return Cell("c", figure: rate.id) }
    return Cell(say.decimal(value * 100, places: 0), number: value, figure: rate.id)
  }

  private func intervalCell(_ rate: Rate) -> Cell {
    guard let interval = rate.interval else {
      return Cell(rate.exceedsEstimate ? say("estimate too small") : "–")
    }
    return Cell(
      say("\(say.decimal(interval.lower * 100, places: 0)) and \(say.decimal(interval.upper * 100, places: 0))"),
      low: interval.lower, high: interval.upper, figure: rate.id)
  }

  private func verdictBlocks() -> [Block] {
    let lines =
      verdicts(of: rates.reached).map { say("Reached: \($0)") }
      + verdicts(of: rates.enrolled).map { say("Enrolled: \($0)") }
    return lines.isEmpty ? [] : [.heading(say("Against the levels to reach")), .list(lines)]
  }
}
