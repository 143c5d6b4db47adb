import Measures
import Tally
import Workspace

extension ProfileSections {
  /// The centre's visits by service and month, and the services that the catchment's children used.
  func servicesSection() -> Section {
    let title = say("Services and months")
    guard hasUse else {
      return Section("services", title, [.notice(say("No record of visits was given. So this part is empty."))])
    }
    var blocks: [Block] = []
    if let centre {
      blocks += visits(of: centre)
    } else {
      blocks.append(.paragraph(say("No centre has this catchment's code. So there are no visits of an own centre.")))
    }
    blocks += reachedByService()
    return Section("services", title, blocks)
  }

  private func visits(of centre: CycleFacts.CentreFacts) -> [Block] {
    guard let all = centre.visits.first(where: { $0.by == "all" }) else {
      return [
        .notice(
          centre.withheld.contains("all")
            ? say("The number of visits to this centre is withheld to protect privacy.")
            : say("No visit to this centre was recorded in the cycle."))
      ]
    }
    var blocks: [Block] = [
      .paragraph(
        say(
          "Visits to this centre in the cycle: \(counts.long(all.count).ofFigure(id("visits.count", at: centre.code))). These are all visits, whoever came."
        ))
    ]
    let visitors = centre.visits.filter { $0.by == "visitor" }
    if !visitors.isEmpty {
      blocks.append(
        .table(
          Table(
            say("Visits by who came"),
            columns: [.init(say("Who")), .init(say("Visits"), isNumeric: true)],
            rows: visitors.map {
              [
                Cell(visitorWords($0.key)),
                counts.cell($0.count, figure: id(UseMeasures.visits(by: "visitor", $0.key), at: centre.code)),
              ]
            })))
    }
    let services = centre.visits.filter { $0.by == "service" }.sorted { a, b in
      a.count.value == b.count.value ? a.key < b.key : a.count.value > b.count.value
    }
    let months = centre.visits.filter { $0.by == "month" }
    if services.isEmpty, centre.withheld.contains("service") {
      blocks.append(.notice(say("Visits by service are withheld to protect privacy.")))
    }
    if months.isEmpty, centre.withheld.contains("month") {
      blocks.append(.notice(say("Visits by month are withheld to protect privacy.")))
    }
    let table = services.isEmpty ? nil : Block.table(serviceTable(services, of: all.count, centre.code))
    let chart = months.isEmpty ? nil : Block.picture(monthChart(months, centre.code))
    switch (chart, table) {
    case (let chart?, let table?): blocks.append(.beside([chart], [table]))
    case (let chart?, nil): blocks.append(chart)
    case (nil, let table?): blocks.append(table)
    case (nil, nil): break
    }
    return blocks
  }

  private func serviceTable(_ services: [CycleFacts.Split], of all: Count, _ centre: String) -> Table {
    Table(
      say("Visits to this centre by service"),
      columns: [
        .init(say("Service")), .init(say("Visits"), isNumeric: true), .init(say("Share"), isNumeric: true),
      ],
      rows: services.map { split in
        [
          Cell(serviceWords(split.key)),
          counts.cell(split.count, figure: id(UseMeasures.visits(by: "service", split.key), at: centre)),
          shareCell(split.count, of: all, figure: id(UseMeasures.visitsShare(service: split.key), at: centre)),
        ]
      })
  }

  private func monthChart(_ months: [CycleFacts.Split], _ centre: String) -> Picture {
    var byKey: [String: Count] = [:]
    for month in months { byKey[month.key] = month.count }
    let columns = UseMeasures.months(of: cycle, and: Array(byKey.keys)).map { key -> ColumnChart.Column in
      let count = byKey[key] ?? .zero
      let isHidden = counts.isHidden(count)
      return .init(
        label: String(say.month(key: key).prefix(3)), value: isHidden ? nil : counts.shown(count).map(Double.init),
        text: counts.text(count).ofFigure(id(UseMeasures.visits(by: "month", key), at: centre)))
    }
    let chart = ColumnChart(
      columns: columns, say: say,
      axis: say("\(say.month(key: cycle.from.monthKey)) to \(say.month(key: cycle.to.monthKey))"),
      ownName: say("visits to this centre"))
    let top = months.max { a, b in a.count.value == b.count.value ? a.key > b.key : a.count.value < b.count.value }
    let description =
      top.map {
        say(
          "Column chart. Most visits in \(say.month(key: $0.key)): \(counts.text($0.count).ofFigure(id(UseMeasures.visits(by: "month", $0.key), at: centre)))."
        )
      }
      ?? say("Column chart without columns.")
    return chart.draw(title: say("Visits to this centre by month"), description: description)
  }

  private func reachedByService() -> [Block] {
    let splits = catchment.splits.filter { $0.by == "service" && $0.measure == "reached" }
    guard !splits.isEmpty else {
      return counts.isCoarse
        ? [.notice(say("Children reached by service are withheld to protect privacy, or none were."))] : []
    }
    let sorted = splits.sorted { a, b in a.count.value == b.count.value ? a.key < b.key : a.count.value > b.count.value
    }
    return [
      .table(
        Table(
          say("Children who live here, by service used at any centre"),
          columns: [
            .init(say("Service")), .init(say("Children"), isNumeric: true),
            .init(say("Of those reached"), isNumeric: true),
          ],
          rows: sorted.map { split in
            [
              Cell(serviceWords(split.key)),
              counts.cell(split.count, figure: id(UseMeasures.reached(service: split.key))),
              shareCell(
                split.count, of: catchment.people.reached, figure: id(UseMeasures.reachedShare(service: split.key))),
            ]
          })),
      .note(say("A child may use several services. So these numbers do not add up.")),
    ]
  }

  /// A part as a share of a whole, which it never exceeds in print; "–" where either is hidden.
  func shareCell(_ part: Count, of whole: Count, figure: String?) -> Cell {
    guard whole.value > 0, !counts.isHidden(part), !counts.isHidden(whole) else { return Cell("–") }
    let share = min(1, part.value / whole.value)
    return Cell(say.percent(share), number: share, figure: figure)
  }

  /// A service's key as words: stay-and-play → Stay and play.
  func serviceWords(_ key: String) -> String {
    key.isEmpty ? say("service not given") : key.split(separator: "-").joined(separator: " ").capitalisedFirst
  }

  private func visitorWords(_ key: String) -> String {
    switch key {
    case "counted": say("Children on the list who count")
    case "enrolled-not-counted": say("Children on the list who do not count (too old, or left)")
    case "casual": say("No child named (casual)")
    case "unknown": say("A child not on the list")
    default: key
    }
  }
}
