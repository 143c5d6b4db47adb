import Geometry
import Measures
import Workspace

/// The page of a proposal: what would change for whom, and the catchments before and after beside each other.
struct WhatIfPage {
  let outcome: WhatIfOutcome
  let say: Words

  init(_ outcome: WhatIfOutcome, language: Language = .english) {
    self.outcome = outcome
    say = Words(language)
  }

  /// What is proposed, as a heading.
  var title: String {
    let closed = outcome.closed.isEmpty ? nil : say("closing \(outcome.closed.joined(separator: ", "))")
    let opened = outcome.opened.isEmpty ? nil : say("opening \(outcome.opened.joined(separator: ", "))")
    let parts = [closed, opened].compactMap { $0 }
    return say("What if: \(parts.isEmpty ? say("other catchments") : say.list(parts))")
  }

  func document() -> Document {
    Document(
      kind: "what-if", title: title,
      subtitle: say(
        "\(outcome.name), cycle \(outcome.before.cycle.label). Worked out from the audit's inputs; nothing was stored."),
      place: nil, borough: outcome.name, cycle: outcome.before.cycle.label, language: say.language,
      headline: headline(),
      sections: [rulesSection(), peopleSection(), catchmentsSection(), mapsSection(), sources, methodSection()])
  }

  private var sources: Section {
    SourcesList(facts: outcome.bookBefore.facts, counts: CountWords(say: say, hide: 0, base: 1), say: say).section()
  }

  private func headline() -> [String] {
    guard let all = outcome.travel.all(.enrolled) else { return [say("No enrolled child is located.")] }
    func count(_ number: Double) -> String { say.decimal(number, places: 0) }
    var lines = [
      say(
        "\(count(all.nearer)) enrolled children would live nearer to their centre, \(count(all.further)) further away."),
      say("On average \(count(all.mean.before)) m now, \(count(all.mean.after)) m then."),
    ]
    if let lost = all.losesCentre, lost > 0 {
      lines.append(
        say("\(count(lost)) came to a centre that closes, \(count(all.losesOnlyCentre ?? 0)) of them to no other."))
    }
    return lines
  }

  private func rulesSection() -> Section {
    Section("rule", say("What is proposed"), [.list(outcome.rules.map { say.sentence($0) })])
  }

  private func peopleSection() -> Section {
    var blocks: [Block] = []
    let titles: [(TravelChange.Who, String)] = [
      (.enrolled, say("Enrolled children")), (.reached, say("Children who came")),
      (.children, say("All children, by the population estimate")),
    ]
    for (who, title) in titles {
      let rows = outcome.travel.rows.filter { $0.who == who }
      guard !rows.isEmpty else { continue }
      var columns: [Table.Column] = [
        .init(say("Who")), .init(say("Children"), isNumeric: true), .init(say("Nearer"), isNumeric: true),
        .init(say("Further"), isNumeric: true), .init(say("Mean now, m"), isNumeric: true),
        .init(say("Mean then, m"), isNumeric: true), .init(say("Median now, m"), isNumeric: true),
        .init(say("Median then, m"), isNumeric: true),
      ]
      let closes = who != .children && !outcome.closed.isEmpty
      if closes { columns.append(.init(say("Came to a centre that closes"), isNumeric: true)) }
      blocks.append(.table(Table(title, columns: columns, rows: rows.map { row($0, closes: closes) })))
    }
    blocks.append(
      .note(
        say(
          "Nearer and further: by more than a metre, in a straight line, to the centre of the catchment that holds the home. A child may be in several groups."
        )))
    return Section("people", say("Who would live nearer, who further"), blocks)
  }

  private func row(_ row: TravelChange.Row, closes: Bool) -> [Cell] {
    func cell(_ number: Double) -> Cell { Cell(say.decimal(number, places: 0), number: number) }
    let name =
      switch row.by {
      case "all": say("all")
      case "decile" where row.key.isEmpty: say("no national tenth")
      case "decile": row.key == "1" ? say("tenth 1, the most deprived") : say("tenth \(row.key)")
      default: row.key.asGroup
      }
    return [
      Cell(name), cell(row.children), cell(row.nearer), cell(row.further), cell(row.mean.before), cell(row.mean.after),
      cell(row.median.before), cell(row.median.after),
    ] + (closes ? [cell(row.losesCentre ?? 0)] : [])
  }

  private func catchmentsSection() -> Section {
    let measures = [
      ("children.count", say("Children")), ("enrolled.count", say("Enrolled")), ("reached.count", say("Reached")),
      ("reached.rate", say("In 100 reached")),
    ]
    let codes = Set(outcome.before.catchments.map(\.code)).union(outcome.after.catchments.map(\.code)).sorted()
    func text(_ figure: Figure?) -> String {
      guard let value = figure?.value, let measure = figure?.measure else { return "–" }
      return say.decimal(measure.hasSuffix(".rate") ? value * 100 : value, places: 0)
    }
    let rows = codes.map { code -> [Cell] in
      let name = outcome.changes.names[code] ?? code
      return [Cell(name, detail: name == code ? nil : code)]
        + measures.flatMap { measure, _ -> [Cell] in
          let (old, new) = (
            outcome.bookBefore.figure(measure, at: code), outcome.bookAfter.figure(measure, at: code)
          )
          return [
            Cell(text(old), number: old?.value, figure: old?.id), Cell(text(new), number: new?.value),
          ]
        }
    }
    let columns =
      [Table.Column(say("Catchment"))]
      + measures.flatMap { _, title in
        [Table.Column(say("\(title) now"), isNumeric: true), Table.Column(say("then"), isNumeric: true)]
      }
    return Section(
      "catchments", say("Catchments before and after"),
      [.table(Table(say("Catchments, now and then"), columns: columns, rows: rows))])
  }

  private func mapsSection() -> Section {
    let title = say("The catchments on the map")
    var frame = Envelope.empty
    for area in outcome.before.areas { if let shape = area.shape { frame.expand(to: shape.envelope) } }
    guard !frame.isEmpty else {
      return Section("maps", title, [.notice(say("The areas' shapes were not given. So there is no map."))])
    }
    let theme = MapTheme(book: outcome.bookBefore)
    func map(_ content: CycleContent, _ title: String) -> Block {
      let shapes = Dictionary(content.areas.map { ($0.code, $0.shape) }) { first, _ in first }
      let areas = zip(outcome.bookBefore.facts.areas, theme.values).compactMap { area, value -> AreaMap.Area? in
        guard let shape = shapes[area.code] ?? nil else { return nil }
        return .init(shape: shape, fill: value.map { .shade(theme.classes.index(of: $0)) } ?? .unknown, label: nil)
      }
      var keys = theme.keys(say).map { AreaMap.Key(fill: .shade($0.index), text: $0.text) }
      if theme.values.contains(nil) { keys.append(.init(fill: .unknown, text: say("not known"))) }
      var drawn = AreaMap(
        areas: areas, outlines: content.catchments.compactMap(\.shape),
        centres: content.centres.compactMap { centre in
          centre.point.map { .init(point: $0, isOwn: outcome.opened.contains(centre.code)) }
        },
        classes: theme.classes, keys: keys,
        legendTitle: theme.title(say, ages: say("children")),
        notes: say.boundaries(of: outcome.bookBefore.facts.sources), say: say,
        outlineWidth: 5)
      drawn.names = .init(own: say("new site"), others: say("centres"))
      let picture = drawn.draw(
        frame: frame, title: title,
        description: say(
          "Map of all small areas with the outlines of \(say.number(content.catchments.count)) catchments and their centres."
        ))
      return .picture(picture)
    }
    return Section(
      "maps", title, [.beside([map(outcome.before, say("Now"))], [map(outcome.after, say("Then"))])])
  }

  private func methodSection() -> Section {
    Section(
      "method", say("How this was worked out"),
      [
        .list([
          say("The audit was run twice over the same inputs, once with its own catchments and once with these."),
          say("Every figure is what a full audit with these centres and catchments would give."),
          say("A child whom several catchments hold is measured to the nearest of their centres."),
          say("Where no catchment with a centre holds the home, the nearest open centre is taken."),
          say("The estimate spreads each area's children evenly over its population points."),
        ])
      ])
  }
}
