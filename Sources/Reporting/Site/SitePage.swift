import Audit
import Geometry
import Measures
import Workspace

/// The page of new sites for a declared need: what was asked, the sites, what they better, and a map.
public struct SitePage {
  let answer: SitingAnswer
  let say: Words

  /// Prepares the page of an answer.
  public init(_ answer: SitingAnswer, language: Language = .english) {
    self.answer = answer
    say = Words(language)
  }

  /// The page's bytes; with the INTERNAL banner where the need was counted from the authority's own children.
  public func rendered() throws(ReportingError) -> RenderedPage {
    answer.isInternal
      ? try RenderedPage(Page<Exact>(document: document()), "html")
      : try RenderedPage(Page<Released>(document: document()), "html")
  }

  func document() -> Document {
    Document(
      kind: "site", title: say("Where new sites would serve best"),
      subtitle: say(
        "\(answer.name), cycle \(answer.cycle). \(say.number(answer.question.sites)) sites; need: \(need)."),
      place: nil, borough: answer.name, cycle: answer.cycle, language: say.language, headline: headline(),
      sections: [sitesSection(), effectSection(), mapSection(), methodSection()])
  }

  private var need: String {
    switch answer.question.need {
    case .children: say("children by the population estimate")
    case .unreached: say("children who were not reached in the cycle")
    case .deprived: say("children of areas in the nation's most deprived two tenths")
    case .indicator(let id): say("the count of \(id)")
    }
  }

  private func whole(_ number: Double) -> String { say.decimal(number, places: 0) }

  private func share(_ number: Double) -> String { say.percent(number / answer.problem.weight) }

  private func headline() -> [String] {
    var lines = [say("Best sites: \(say.list(answer.chosen.map(\.name))).")]
    let mean = answer.mean
    if let before = mean.before {
      lines.append(
        say(
          "In a straight line, the mean way to the nearest site is \(whole(before)) m now, \(whole(mean.after)) m then."
        ))
    } else {
      lines.append(say("In a straight line, the mean way to the nearest site would be \(whole(mean.after)) m."))
    }
    lines.append(proof)
    if answer.chosen.count < answer.question.sites {
      lines.append(say("\(say.number(answer.chosen.count)) are enough: a further site would better nothing."))
    }
    return lines
  }

  /// How sure it is that nothing is better.
  private var proof: String {
    if answer.solution.isProven { return say("Proven: no other choice is better.") }
    let seconds = say.decimal(answer.question.seconds, places: 0)
    guard let gap = answer.solution.gap, gap.isFinite else {
      return say("Stopped after \(seconds) s: it is not known how much better another choice could be.")
    }
    return say(
      "Stopped after \(seconds) s: another choice could be better by at most \(say.decimal(gap * 100, places: 2)) in 100."
    )
  }

  private func sitesSection() -> Section {
    let table = Table(
      say("The sites, and whose nearest each would be"),
      columns: [
        .init(say("Site")), .init(say("Serves"), isNumeric: true), .init(say("Mean way, m"), isNumeric: true),
        .init(say("Easting"), isNumeric: true), .init(say("Northing"), isNumeric: true),
      ],
      rows: answer.chosen.enumerated().map { index, site in
        [
          Cell("\(index + 1). \(site.name)", detail: site.name == site.code ? nil : site.code),
          Cell(whole(site.serves), number: site.serves), Cell(whole(site.metres), number: site.metres),
          Cell(whole(site.point.x), number: site.point.x), Cell(whole(site.point.y), number: site.point.y),
        ]
      })
    return Section("sites", say("The sites"), [.table(table)])
  }

  private func effectSection() -> Section {
    let (mean, covered) = (answer.mean, answer.covered)
    let hasBefore = mean.before != nil
    let within = whole(answer.question.within)
    func row(_ title: String, _ before: String?, _ after: String) -> [Cell] {
      [Cell(title)] + (hasBefore ? [Cell(before ?? "–")] : []) + [Cell(after)]
    }
    let table = Table(
      say("What the sites would better"),
      columns: [.init(say("Measure"))] + (hasBefore ? [.init(say("Now"), isNumeric: true)] : [])
        + [.init(say("Then"), isNumeric: true)],
      rows: [
        row(say("Mean way to the nearest site, m"), mean.before.map(whole), whole(mean.after)),
        row(say("Have a site within \(within) m"), whole(covered.before), whole(covered.after)),
        row(say("Share of all who need one"), share(covered.before), share(covered.after)),
      ])
    return Section("effect", say("What changes"), [.table(table)])
  }

  private func mapSection() -> Section {
    let title = say("The sites on the map")
    var frame = Envelope.empty
    for area in answer.areas { if let shape = area.shape { frame.expand(to: shape.envelope) } }
    guard !frame.isEmpty else {
      return Section("map", title, [.notice(say("The areas' shapes were not given. So there is no map."))])
    }
    let weights = Dictionary(answer.problem.demand.map { ($0.code, $0.weight) }) { first, _ in first }
    let classes = ShadeClasses(quantilesOf: Array(weights.values).sorted(), step: 1)
    let areas = answer.areas.compactMap { area -> AreaMap.Area? in
      guard let shape = area.shape else { return nil }
      let fill = weights[area.code].map { AreaMap.Fill.shade(classes.index(of: $0)) }
      return .init(shape: shape, fill: fill ?? (answer.leftOut.contains(area.code) ? .unknown : .context), label: nil)
    }
    var keys = classes.ranges(say, whole).enumerated().map { AreaMap.Key(fill: .shade($0.offset), text: $0.element) }
    keys.append(.init(fill: .context, text: say("nobody needs one")))
    if !answer.leftOut.isEmpty { keys.append(.init(fill: .unknown, text: say("not known"))) }
    let sites =
      answer.problem.kept.map { AreaMap.Centre(point: $0.point, isOwn: false) }
      + answer.chosen.map { AreaMap.Centre(point: $0.point, isOwn: true) }
    var map = AreaMap(
      areas: areas, outlines: [], centres: sites, classes: classes, keys: keys,
      legendTitle: say("How many need a site, by small area"), notes: say.boundaries(of: answer.sources), say: say)
    map.names = .init(own: say("new site"), others: say("centres that stay"))
    let picture = map.draw(
      frame: frame, title: title,
      description: say(
        "Map of all small areas by how many need a site, with \(say.number(answer.chosen.count)) new sites and \(say.number(answer.problem.kept.count)) centres that stay. The table has the sites."
      ))
    return Section("map", title, [.picture(picture)])
  }

  private func methodSection() -> Section {
    let within = whole(answer.question.within)
    let existing: String =
      switch answer.question.existing {
      case .keep: say("Existing centres stay: \(say.number(answer.problem.kept.count)).")
      case .offer: say("Existing centres are candidates like the others.")
      case .ignore: say("It is as if there were no centre yet.")
      }
    var lines = [
      answer.question.isCoverage
        ? say("Goal: as many as possible within \(within) m (maximal covering; Church and ReVelle 1974).")
        : say("Goal: the least distance for all (p-median; Hakimi 1964, ReVelle and Swain 1970)."),
      say("Candidates: \(say.number(answer.problem.candidates.count))."), existing,
      say(
        "Each area's need stands where the middle of its people is: \(whole(answer.problem.weight)) in \(say.number(answer.problem.demand.count)) areas."
      ),
      say("Distances are straight lines: roads, rivers and buses are not in them."),
      say("Solved by CBC, an integer-programming solver. \(proof)"),
      say("Whether a building can be had there is not known here."),
    ]
    if !answer.leftOut.isEmpty {
      lines.append(
        say(
          "Areas without a number or a place, left out: \(say.number(answer.leftOut.count)) (\(answer.leftOut.prefix(5).joined(separator: ", ")))."
        ))
    }
    return Section("method", say("How this was worked out"), [.list(lines)])
  }
}
