import Geometry
import Measures
import Workspace

extension Comparison {
  /// Maps of the whole borough: reach, deprivation, and both at once.
  func mapsSection() -> Section {
    let title = say("Maps of the borough")
    guard let frame = frame else {
      return Section("maps", title, [.notice(say("The areas' shapes were not given. So there is no map."))])
    }
    var blocks: [Block] = []
    var pictures: [Block] = []
    let theme = borough.theme
    if theme.subject != .nothing {
      let keys = theme.keys(say).map { AreaMap.Key(fill: .shade($0.index), text: $0.text) }
      pictures.append(
        .picture(
          map(
            fills: theme.values.map { $0.map { .shade(theme.classes.index(of: $0)) } ?? .unknown }, keys: keys,
            classes: theme.classes, legend: theme.title(say, ages: say("children")),
            notes: theme.doubt(of: Array(facts.areas.indices), say)
          ).draw(
            frame: frame, title: theme.title(say, ages: say("children")),
            description: say("Map of all small areas in five shades. The page of each catchment has the numbers."))))
    }
    if facts.decileIndicator != nil, theme.subject != .deprivation {
      let classes = ShadeClasses(breaks: [2, 4, 6, 8])
      let keys = (0..<5).map { index in
        AreaMap.Key(fill: .shade(index), text: say("tenths \(String(9 - 2 * index)) to \(String(10 - 2 * index))"))
      }
      let deciles = facts.deciles
      let fills = facts.areas.map { area -> AreaMap.Fill in
        deciles[area.code].map { .shade(classes.index(of: Double(10 - $0))) } ?? .unknown
      }
      pictures.append(
        .picture(
          map(fills: fills, keys: keys, classes: classes, legend: say("National tenth of deprivation")).draw(
            frame: frame, title: say("National tenth of deprivation"),
            description: say("Map of all small areas; dark areas are among the most deprived."))))
    }
    if pictures.count == 2 {
      blocks.append(.beside([pictures[0]], [pictures[1]]))
      if let both = bivariate(frame) { blocks += both }
    } else {
      blocks += pictures
    }
    if blocks.isEmpty { blocks.append(.notice(say("There is nothing to map."))) }
    return Section("maps", title, blocks)
  }

  /// Where the borders come from.
  var credit: [String] { say.boundaries(of: facts.sources) }

  var frame: Envelope? {
    var frame = Envelope.empty
    for shape in borough.areaShapes.values { frame.expand(to: shape.envelope) }
    return frame.isEmpty || frame.width + frame.height <= 0 ? nil : frame
  }

  func map(
    fills: [AreaMap.Fill], keys: [AreaMap.Key], classes: ShadeClasses, legend: String, notes: [String] = []
  ) -> AreaMap {
    var areas: [AreaMap.Area] = []
    var hasUnknown = false
    for (index, area) in facts.areas.enumerated() {
      guard let shape = borough.areaShapes[area.code] else { continue }
      if case .unknown = fills[index] { hasUnknown = true }
      areas.append(AreaMap.Area(shape: shape, fill: fills[index], label: nil, code: area.code))
    }
    var keys = keys
    if hasUnknown {
      keys.append(AreaMap.Key(fill: .unknown, text: counts.isCoarse ? say("hidden or not known") : say("not known")))
    }
    return AreaMap(
      areas: areas, outlines: facts.catchments.compactMap { borough.catchmentShapes[$0.code] },
      centres: facts.centres.compactMap { centre in centre.point.map { AreaMap.Centre(point: $0, isOwn: false) } },
      classes: classes, keys: keys, legendTitle: legend, notes: notes + credit, say: say,
      outlineWidth: 5)
  }

  /// Deprivation against reach in three classes each, and the areas where need is high and reach is low.
  private func bivariate(_ frame: Envelope) -> [Block]? {
    guard borough.theme.subject == .reachPerChild || borough.theme.subject == .reachPerEnrolled else { return nil }
    let reach = borough.theme.values
    let known = reach.compactMap { $0 }.sorted()
    guard known.count >= 9 else { return nil }
    let (third, twoThirds) = (known[known.count / 3], known[known.count * 2 / 3])
    // Low reach and high deprivation are the darkest: need that is not met.
    let colours = [
      ["#e8e8e8", "#b8d6be", "#73ae80"], ["#b5c0da", "#90b2b3", "#5a9178"], ["#6c83b5", "#567994", "#1d3d52"],
    ]
    let deciles = facts.deciles
    func cell(_ index: Int) -> (need: Int, gap: Int)? {
      guard let decile = deciles[facts.areas[index].code], let value = reach[index] else { return nil }
      return (decile <= 3 ? 2 : decile <= 6 ? 1 : 0, value < third ? 2 : value < twoThirds ? 1 : 0)
    }
    let cells = facts.areas.indices.map(cell)
    let fills = cells.map { $0.map { AreaMap.Fill.colour(colours[$0.need][$0.gap]) } ?? .unknown }
    let needs = [say("tenths 7 to 10"), say("tenths 4 to 6"), say("tenths 1 to 3")]
    let gaps = [say("high reach"), say("middle reach"), say("low reach")]
    let keys = [(2, 2), (2, 1), (2, 0), (1, 2), (1, 1), (1, 0), (0, 2), (0, 1), (0, 0)].map { need, gap in
      AreaMap.Key(fill: .colour(colours[need][gap]), text: "\(needs[need]), \(gaps[gap])")
    }
    let worst = facts.areas.indices.filter { cells[$0].map { $0.need == 2 && $0.gap == 2 } ?? false }
    let picture = map(
      fills: fills, keys: keys, classes: ShadeClasses(breaks: []), legend: say("Deprivation and reach together"),
      notes: [
        say("Reach is low under \(say.percent(third)) and high from \(say.percent(twoThirds)): a third of areas each.")
      ]
    ).draw(
      frame: frame, title: say("Deprivation and reach together"),
      description: say(
        "Map in nine colours. \(say.number(worst.count)) areas are both among the most deprived and the least reached.")
    )
    let table = Table(
      say("Most deprived and least reached"),
      columns: [
        .init(say("Area")), .init(say("Tenth"), isNumeric: true), .init(say("Share reached"), isNumeric: true),
      ],
      rows: worst.prefix(20).map { index in
        let area = facts.areas[index]
        return [
          Cell(area.name, detail: area.name == area.code ? nil : area.code),
          decileCell(deciles[area.code], area),
          Cell(
            reach[index].map { say.percent($0) } ?? "–", number: reach[index],
            figure: borough.theme.measure.map { facts.figureID($0, at: area.code) }),
        ]
      })
    return [.beside([.picture(picture)], worst.isEmpty ? [.paragraph(say("No area is both."))] : [.table(table)])]
  }
}
