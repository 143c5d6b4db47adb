import Geometry
import Measures
import Workspace

extension ProfileSections {
  /// The map and the table beside it.
  func areasSection() -> Section {
    let title = chosen == nil ? say("The catchment and its areas") : say("The areas")
    guard !members.isEmpty else {
      return Section(
        "areas", title,
        [.notice(say("No small area lies in this catchment, or its shape was not given. So there is no map."))])
    }
    let table = Table(
      chosen == nil ? say("Small areas of the catchment") : say("Small areas chosen"),
      columns: areaColumns(), rows: members.enumerated().map { areaRow($0.offset + 1, $0.element) })
    var blocks: [Block] = []
    if let picture = map() {
      blocks.append(.besideWide([.picture(picture)], [.table(table)]))
    } else {
      blocks.append(.notice(say("The areas' shapes were not given. So there is no map.")))
      blocks.append(.table(table))
    }
    if let chosen {
      blocks.append(.note(chosen.madeOf))
      if chosen.isCut { blocks.append(.note(say("The table's numbers are for the whole of each area."))) }
    } else {
      blocks.append(
        .note(
          say("Numbers are for the whole of each area, also where only a part lies in the catchment.")
            + " " + say("The share that counts for the catchment is by \(ruleWords(rule)).")))
    }
    return Section("areas", title, blocks)
  }

  /// Whether areas may count in part.
  private var hasShares: Bool { chosen?.isCut ?? true }

  private func areaColumns() -> [Table.Column] {
    var columns: [Table.Column] = [.init(say("Area"))]
    if hasShares { columns.append(.init(say("Share in it"), isNumeric: true)) }
    if rates.children != nil { columns.append(.init(say("Children"), isNumeric: true)) }
    if hasPeople { columns.append(.init(say("Enrolled"), isNumeric: true)) }
    if hasPeople, hasUse {
      columns.append(.init(say("Reached"), isNumeric: true))
      columns.append(
        .init(say("Share reached"), isNumeric: true))
    }
    if hasDeprivation { columns.append(.init(say("Tenth"), isNumeric: true)) }
    return columns
  }

  private func areaRow(_ number: Int, _ member: Borough.Member) -> [Cell] {
    let area = facts.areas[member.area]
    let areaRates = PlaceRates(area.code, in: borough.book)
    var row = [Cell("\(number). \(area.name)", detail: area.name == area.code ? nil : area.code)]
    if hasShares { row.append(shareOfAreaCell(member)) }
    if rates.children != nil { row.append(childrenCell(area)) }
    if hasPeople { row.append(counts.cell(area.people.enrolled, figure: id("enrolled.count", at: area.code))) }
    if hasPeople, hasUse {
      row.append(counts.cell(area.people.reached, figure: id("reached.count", at: area.code)))
      row.append(rateCell(rates.children == nil ? areaRates.reachedOfEnrolled : areaRates.reached))
    }
    if hasDeprivation {
      let index = facts.decileIndicator
      let decile = index.flatMap { facts.decile(of: area, by: $0) }
      row.append(
        Cell(
          decile.map { say.number($0) } ?? "–", number: decile.map(Double.init),
          figure: decile == nil ? nil : index.map { id(RunMeasures.decile($0.id), at: area.code) }))
    }
    return row
  }

  /// How much of an area counts for the place.
  func shareOfAreaCell(_ member: Borough.Member) -> Cell {
    Cell(
      say.percent(member.weight), number: member.weight,
      figure: id(RunMeasures.shareOfArea(facts.areas[member.area].code)))
  }

  /// The number of children of an area, or why there is none.
  func childrenCell(_ area: CycleFacts.AreaFacts) -> Cell {
    guard let entry = area.denominators["children"] else { return Cell(say("not given")) }
    switch entry.state {
    case .given:
      return Cell(
        entry.value.map { say.decimal($0, places: 0) } ?? say("not given"), number: entry.value,
        figure: entry.value == nil ? nil : id("children.count", at: area.code))
    case .missing: return Cell(say("not given"))
    case .suppressed: return Cell(say("suppressed"), low: entry.low, high: entry.high)
    case .shared: return Cell(say("counted with another area"))
    }
  }

  /// "64%" with its interval below; "–" where there is none.
  func rateCell(_ rate: Rate?) -> Cell {
    guard let rate else { return "–" }
    if counts.isHidden(rate.numerator) { return Cell("c", figure: rate.id) }
    guard let value = rate.value else { return Cell("–", figure: rate.id) }
    if value > 1 { return Cell(say("over 100%"), number: value, figure: rate.id, detail: say("estimate too small")) }
    let detail = rate.interval.map { interval in
      say("\(say.decimal(interval.lower * 100, places: 0)) to \(say.decimal(interval.upper * 100, places: 0))")
    }
    return Cell(
      say.percent(value), number: value, low: rate.interval?.lower, high: rate.interval?.upper, figure: rate.id,
      detail: detail)
  }

  /// The map of the catchment; nil without shapes.
  func map() -> Picture? {
    let outline = borough.catchmentShapes[catchment.code]
    var frame = outline?.envelope ?? .empty
    var inside: [Int: Int] = [:]
    for (offset, member) in members.enumerated() {
      inside[member.area] = offset + 1
      if outline == nil || outline?.isEmpty == true, let shape = borough.areaShapes[facts.areas[member.area].code] {
        frame.expand(to: shape.envelope)
      }
    }
    guard !frame.isEmpty, frame.width > 0 || frame.height > 0 else { return nil }
    var areas: [AreaMap.Area] = []
    var hasUnknown = false
    for (index, area) in facts.areas.enumerated() {
      guard let shape = borough.areaShapes[area.code] else { continue }
      var fill = AreaMap.Fill.context
      if inside[index] != nil {
        if let value = borough.theme.values[index] {
          fill = .shade(borough.theme.classes.index(of: value))
        } else {
          fill = .unknown
          hasUnknown = true
        }
      }
      areas.append(AreaMap.Area(shape: shape, fill: fill, label: inside[index].map(String.init)))
    }
    guard !areas.isEmpty else { return nil }
    var keys = borough.theme.keys(say).map { AreaMap.Key(fill: .shade($0.index), text: $0.text) }
    if hasUnknown {
      keys.append(AreaMap.Key(fill: .unknown, text: counts.isCoarse ? say("hidden or not known") : say("not known")))
    }
    keys.append(AreaMap.Key(fill: .context, text: say("other areas")))
    let centres = facts.centres.compactMap { centre in
      centre.point.map { AreaMap.Centre(point: $0, isOwn: centre.code == catchment.code) }
    }
    let notes =
      [say("Numbers are those of the table. Shades have the same meaning on every map of this borough.")]
      + borough.theme.doubt(of: members.map(\.area), say) + say.boundaries(of: facts.sources)
    var map = AreaMap(
      areas: areas, outlines: outline.map { [$0] } ?? [], centres: centres, classes: borough.theme.classes, keys: keys,
      legendTitle: borough.theme.title(say, ages: ages), notes: notes, say: say)
    if chosen != nil { map.names.outline = say("edge of the place") }
    return map.draw(
      frame: frame, title: say("Map of \(facts.name(of: catchment))"), description: mapDescription())
  }

  private func mapDescription() -> String {
    let areaCount = say.plural(
      members.count, one: "Map of the place with 1 small area.",
      many: "Map of the place with \(say.number(members.count)) small areas.")
    let values = members.compactMap { member in
      borough.theme.values[member.area].map { (facts.areas[member.area], $0) }
    }
    guard borough.theme.subject != .deprivation, borough.theme.subject != .nothing,
      let least = values.min(by: { $0.1 < $1.1 }), let most = values.max(by: { $0.1 < $1.1 }), least.1 < most.1
    else { return areaCount + " " + say("The table beside it has the numbers.") }
    let measure = borough.theme.subject == .reachPerChild ? "reached.rate" : "reached.of-enrolled"
    func share(_ entry: (CycleFacts.AreaFacts, Double)) -> String {
      say.percent(entry.1).ofFigure(id(measure, at: entry.0.code))
    }
    return areaCount + " "
      + say(
        "Reach is lowest in \(least.0.name), at \(share(least)), and highest in \(most.0.name), at \(share(most))."
      )
      + " " + say("The table beside it has the numbers.")
  }

  /// A rule in words.
  func ruleWords(_ rule: ApportionmentRule) -> String {
    switch rule {
    case .area: say("surface")
    case .population: say("homes (postcodes that people live at)")
    case .bestFit: say("best fit (all or nothing, by where the middle of its people lies)")
    case .half: say("half (all or nothing, by where most of its homes lie)")
    }
  }
}
