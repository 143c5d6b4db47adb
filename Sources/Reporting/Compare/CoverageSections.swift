import Geometry
import Measures
import Tally
import Workspace

extension Comparison {
  /// Children in no catchment, in one and in several, and how deprived the areas are in which they live.
  func coverageSection() -> Section {
    let title = say("What the catchments cover")
    let sets = coverage.sets
    guard !sets.isEmpty else {
      return Section("coverage", title, [.notice(say("Nothing is known of the catchments."))])
    }
    let figures = CoverageFigures(coverage, facts)
    func enrolled(_ key: String) -> String {
      let sum = (figures.rows.first { $0.key == key }?.sets ?? []).reduce(Count.zero) { $0 + $1.people.enrolled }
      return counts.long(sum).ofFigure(livingIn(key, .enrolled))
    }
    let lines: Block = .list([
      say("Enrolled children who live in no catchment: \(enrolled(ComparedMeasures.none))."),
      say("Enrolled children who live in several: \(enrolled(ComparedMeasures.several))."),
    ])
    let titles = [
      ComparedMeasures.none: say("no catchment"), ComparedMeasures.one: say("one catchment"),
      ComparedMeasures.several: say("several catchments"),
    ]
    let rows = figures.rows.map { key, sets in
      coverageRow(titles[key] ?? (sets.first?.catchments ?? []).map(name).joined(separator: " + "), key, sets, figures)
    }
    let hasDeprivation = facts.decileIndicator != nil
    let table = Table(
      say("Gaps and overlaps"),
      columns: [.init(say("Lives in")), .init(say("Areas touched"), isNumeric: true)]
        + [.init(say("Children"), isNumeric: true)]
        + (hasDeprivation ? [.init(say("In the most deprived tenth"), isNumeric: true)] : [])
        + [
          .init(say("Enrolled"), isNumeric: true), .init(say("Reached"), isNumeric: true),
          .init(say("Sustained"), isNumeric: true),
        ], rows: rows)
    var blocks: [Block] = []
    if let map = coverageMap() {
      blocks.append(.beside([.picture(map)], [lines]))
    } else {
      blocks.append(lines)
    }
    blocks.append(.table(table))
    blocks += [
      areasTable(
        say("Small areas in no catchment"), ComparedMeasures.outsideShare, ComparedMeasures.outsideChildren, { $0 == 0 }
      ),
      areasTable(
        say("Small areas in several catchments"), ComparedMeasures.sharedShare, ComparedMeasures.sharedChildren,
        { $0 > 1 }),
    ].compactMap { $0 }
    blocks.append(
      .note(
        say(
          "Each child is in one row. Children outside of all small areas are in no catchment's row only if no catchment holds their home."
        ) + " "
          + say(
            "Children and their deprivation are shared out by surface; enrolled, reached and sustained are counted by home."
          )
      ))
    return Section("coverage", title, blocks)
  }

  private func coverageRow(
    _ title: String, _ key: String, _ sets: [CatchmentCoverage.SetOfCatchments], _ figures: CoverageFigures
  ) -> [Cell] {
    let (children, deprived) = figures.children(sets)
    func sum(_ part: KeyPath<CycleFacts.PeopleCounts, Count>, _ id: ComparedMeasures.Part) -> Cell {
      counts.cell(sets.reduce(.zero) { $0 + $1.people[keyPath: part] }, figure: livingIn(key, id))
    }
    func given(_ number: Double?, _ part: ComparedMeasures.Part, detail: String? = nil) -> Cell {
      guard let number else { return "–" }
      return Cell(
        say.decimal(number, places: 0).ofFigure(livingIn(key, part)), number: number, detail: detail)
    }
    let areas = figures.areas(sets)
    var cells = [
      Cell(title), Cell(say.number(areas).ofFigure(livingIn(key, .areas)), number: Double(areas)),
      given(children, .children),
    ]
    if facts.decileIndicator != nil {
      let share = children.flatMap { children in deprived.map { children > 0 ? $0 / children : 0 } }
      let detail = share.flatMap {
        (children ?? 0) >= 0.5 ? say.percent($0).ofFigure(livingIn(key, .mostDeprivedShare)) : nil
      }
      cells.append(given(deprived, .mostDeprived, detail: detail))
    }
    return cells + [sum(\.enrolled, .enrolled), sum(\.reached, .reached), sum(\.sustained, .sustained)]
  }

  /// The areas with a twentieth of their surface or more in so many catchments, those with most children first.
  private func areasTable(
    _ title: String, _ shareID: String, _ childrenID: String, _ isMeant: (Int) -> Bool
  ) -> Block? {
    let shares = coverage.shares(inCatchments: isMeant)
    let sets = coverage.sets.filter { isMeant($0.catchments.count) }
    let found = facts.areas.compactMap { area -> (area: CycleFacts.AreaFacts, share: Double, children: Double?)? in
      guard let share = shares[area.code], share >= 0.05 else { return nil }
      return (area, share, area.denominators["children"]?.value.map { $0 * share })
    }.sorted { a, b in
      a.children == b.children ? a.area.code < b.area.code : (a.children ?? 0) > (b.children ?? 0)
    }
    guard !found.isEmpty else { return nil }
    let most = 25
    let deciles = facts.deciles
    let table = Table(
      found.count > most
        ? say("\(title): the \(say.number(most)) of \(say.number(found.count)) with most children there") : title,
      columns: [
        .init(say("Area")), .init(say("Share of its surface"), isNumeric: true),
        .init(say("Children there"), isNumeric: true), .init(say("Tenth"), isNumeric: true), .init(say("Catchments")),
      ],
      rows: found.prefix(most).map { entry in
        let names = Set(sets.filter { ($0.shares[entry.area.code] ?? 0) >= 0.05 }.flatMap(\.catchments)).sorted()
        func id(_ measure: String) -> String {
          facts.figureID(measure, at: entry.area.code)
        }
        return [
          Cell(entry.area.name, detail: entry.area.name == entry.area.code ? nil : entry.area.code),
          Cell(say.percent(entry.share), number: entry.share, figure: id(shareID)),
          Cell(
            entry.children.map { say.decimal($0, places: 0) } ?? "–", number: entry.children,
            figure: entry.children.map { _ in id(childrenID) }),
          decileCell(deciles[entry.area.code], entry.area),
          Cell(names.isEmpty ? say("none") : names.joined(separator: ", ")),
        ]
      })
    return .table(table)
  }

  /// An area's national tenth.
  func decileCell(_ decile: Int?, _ area: CycleFacts.AreaFacts) -> Cell {
    guard let decile, let index = facts.decileIndicator else { return "–" }
    return Cell(
      say.number(decile), number: Double(decile),
      figure: facts.figureID(RunMeasures.decile(index.id), at: area.code))
  }

  /// Areas by whether most of their surface lies in no catchment, in one or in several.
  private func coverageMap() -> Picture? {
    guard let frame else { return nil }
    let (none, several) = (coverage.shares { $0 == 0 }, coverage.shares { $0 > 1 })
    let (gap, overlap, covered) = ("#f1a340", "#5e4fa2", "#eef2f2")
    let fills = facts.areas.map { area -> AreaMap.Fill in
      if (none[area.code] ?? 0) >= 0.5 { return .colour(gap) }
      return .colour((several[area.code] ?? 0) >= 0.5 ? overlap : covered)
    }
    let map = map(
      fills: fills,
      keys: [
        .init(fill: .colour(gap), text: say("in no catchment")),
        .init(fill: .colour(overlap), text: say("in several catchments")),
        .init(fill: .colour(covered), text: say("in one catchment")),
      ], classes: ShadeClasses(breaks: []), legend: say("Where most of an area's surface lies"))
    let gaps = facts.areas.count { (none[$0.code] ?? 0) >= 0.5 }
    let overlaps = facts.areas.count { (several[$0.code] ?? 0) >= 0.5 }
    return map.draw(
      frame: frame, title: say("Gaps and overlaps of the catchments"),
      description: say(
        "Map of all small areas: \(say.number(gaps)) lie mostly in no catchment and \(say.number(overlaps)) mostly in several. The tables have the numbers."
      ))
  }

  func name(_ code: String) -> String { facts.catchmentName(code) }
}
