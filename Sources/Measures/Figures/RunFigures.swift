import Geodata
import Statistics
import Tally
import Workspace

/// Figures that are worked out only when they are asked for: what a run says of itself, and the parts of places.
///
/// A release has no numbers of the run that children or visits are in, so it has no figures of them either.
struct RunFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private typealias Entry = (figure: Figure, entry: MeasureEntry)

  private var cycle: String { facts.cycle.label }

  /// The figures of a measure, or of all that begin with what stands before a `*`; with the entries that they need.
  func figures(asked: String) -> (figures: [Figure], entries: [MeasureEntry]) {
    var all = totals() + grades() + files() + rejects() + complaints() + notLocated()
    if asked == "*" || asked.hasPrefix("share-of-area") { all += sharesOfAreas() }
    if asked == "*" || asked.hasSuffix(".decile") { all += deciles() }
    all = all.filter { FigureBook.matches($0.figure.measure, asked) }
    return (all.map(\.figure), all.map(\.entry))
  }

  private func authority(_ measure: String, _ value: Double, isCount: Bool = false) -> Figure {
    var figure = Figure(
      measure: measure, kind: .authority, place: Figure.authorityPlace, cycle: cycle, value: value)
    if isCount {
      figure.numerator = .given(value)
      figure.isCount = true
    }
    return figure
  }

  private func totals() -> [Entry] {
    facts.totals.sorted { $0.key < $1.key }.map { path, value in
      let measure = RunMeasures.total(path)
      let isShare = path.hasPrefix("agreement")
      return (
        authority(measure, value, isCount: !isShare),
        RunMeasures.entry(
          measure, path, "What does the run say of \(path)?", path, unit: isShare ? "share" : "children or rows",
          source: "the authority's own files",
          method: isShare
            ? "Of counted children located by postcode and inside an area, the share whose area is the directory's."
            : "Counted by the run.", facts)
      )
    }
  }

  private func grades() -> [Entry] {
    let known = RunMeasures.grades.compactMap { path in facts.totals[path].map { (path, $0) } }
    let all = known.reduce(0) { $0 + $1.1 }
    guard all > 0 else { return [] }
    return known.map { path, number in
      let measure = RunMeasures.share(path)
      var figure = authority(measure, number / all)
      figure.numerator = .given(number)
      figure.denominator = .given(all)
      return (
        figure,
        RunMeasures.entry(
          measure, "Share placed: \(path)", "What share of the children was placed so?", path,
          over: "all children who count", unit: "share", source: "the authority's own files",
          method: "numerator / denominator.", facts)
      )
    }
  }

  /// A number that the run counted of the whole, with its entry.
  private func counted(
    _ measure: String, _ value: Double, _ title: String, _ question: String, _ what: String, unit: String,
    source: String
  ) -> Entry {
    (
      authority(measure, value, isCount: true),
      RunMeasures.entry(measure, title, question, what, unit: unit, source: source, facts)
    )
  }

  private func files() -> [Entry] {
    facts.sources.filter { facts.hide == 0 || !$0.isPersonal }.map { file in
      counted(
        RunMeasures.rowsUsed(file), Double(file.used), "Rows used of \(file.file) (\(file.role))",
        "How many rows or features of the file were used?", "rows or features of \(file.file) used", unit: "rows",
        source: file.file)
    }
  }

  private func rejects() -> [Entry] {
    facts.rejects.map { reject in
      counted(
        RunMeasures.rowsLeftOut(reject), Double(reject.rows), "Rows left out of \(reject.file)",
        "How many rows were left out, and why?", "rows of \(reject.file) left out: \(reject.reason)", unit: "rows",
        source: reject.file)
    }
  }

  private func complaints() -> [Entry] {
    let complaints = facts.complaints.filter { $0.severity != .note }
    let more = Double(max(0, complaints.count - RunMeasures.complaintsShown))
    let notShown = counted(
      RunMeasures.complaintsNotShown, more, "What was doubted and is not on the page",
      "How many doubts are not listed?",
      "complaints past the first \(RunMeasures.complaintsShown)", unit: "complaints", source: "the run")
    return [notShown]
      + complaints.enumerated().map { index, complaint in
        let measure = RunMeasures.complaint(index)
        return (
          Figure(measure: measure, kind: .authority, place: Figure.authorityPlace, cycle: cycle),
          RunMeasures.entry(
            measure, "What was doubted in the files", "What was doubted, where, and what is to be done?",
            complaint.line,
            unit: "words", source: complaint.file ?? "", method: "Noted while the files were read.", facts)
        )
      }
  }

  /// Between the children enrolled in a catchment, and those with everybody whose home could not be located.
  private func notLocated() -> [Entry] {
    guard facts.hide == 0, let lost = facts.totals["grades/not-located"] else { return [] }
    return facts.catchments.map { catchment in
      let enrolled = catchment.people.enrolled
      return (
        Figure(
          measure: RunMeasures.withNotLocated, kind: .catchment, place: catchment.code, cycle: cycle,
          numerator: .counted(enrolled), value: enrolled.value,
          interval: Interval(enrolled.value, enrolled.value + lost), isCount: true),
        RunMeasures.entry(
          RunMeasures.withNotLocated, "Children enrolled, those not located included",
          "How many could be enrolled here, if those without a place lived here?",
          "children enrolled here, and all whose home could not be located", unit: "children",
          source: "the authority's enrolments", method: "A bound: the truth lies between low and high. Internal only.",
          theme: "reach", kinds: [.catchment, .authority], facts)
      )
    }
  }

  private func sharesOfAreas() -> [Entry] {
    members.catchments.flatMap { place in
      place.members.map { member in
        let code = facts.areas[member.area].code
        var figure = Figure(measure: RunMeasures.shareOfArea(code), place, cycle)
        figure.value = member.weight
        let all = place.byRule.map { rule in rule.members.first { $0.area == member.area }?.weight ?? 0 }
        figure.spread = Interval(spanning: all)
        return (
          figure,
          RunMeasures.entry(
            RunMeasures.shareOfArea(code), "Share of \(code) that counts", "How much of this area counts here?",
            "what of \(code) lies in the catchment", unit: "share", source: "areas and catchments",
            method: "By the rule; the row of the table weights of this catchment, area and rule.", theme: "place",
            kinds: [.catchment], facts)
        )
      }
    }
  }

  private func deciles() -> [Entry] {
    facts.indicators.filter { $0.level == "area" }.flatMap { indicator in
      facts.areas.compactMap { area -> Entry? in
        guard let decile = facts.decile(of: area, by: indicator) else { return nil }
        let measure = RunMeasures.decile(indicator.id)
        return (
          Figure(
            measure: measure, kind: .area, place: area.code, cycle: cycle, numerator: .given(Double(decile)),
            value: Double(decile), isCount: true),
          MeasureEntry(
            id: measure, title: "\(indicator.title): national tenth", question: "In which tenth of the nation's areas?",
            numerator: "national tenth, 1 = most deprived", polarity: "higher-is-better", unit: "rank",
            period: indicator.vintage, source: indicator.source, licence: indicator.licence,
            method: "As published, or from the rank.", theme: indicator.theme, kinds: [.area])
        )
      }
    }
  }
}
