import Statistics
import Tally
import Workspace

/// The figures of people: rates of the children who live at a place, and of those enrolled.
struct PeopleFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private var cycle: String { facts.cycle.label }

  /// All figures of people, place by place.
  func figures() -> [Figure] {
    // Without enrolments a rate of 0 would say that nobody is reached. Only the children are known, and an area's own
    // are its denominator.
    guard hasPeople else {
      return (members.catchments + [members.authority]).map {
        childrenCount(PlaceDenominator("children", of: $0, in: facts), $0)
      }
    }
    var figures: [Figure] = []
    for (area, place) in zip(facts.areas, members.areas) { figures += rates(area.people, nil, place) }
    for (catchment, place) in zip(facts.catchments, members.catchments) {
      figures += rates(catchment.people, catchment, place)
      figures += groups(catchment.splits, catchment.people, place)
    }
    figures += rates(withinAreas, nil, members.authority)
    figures += groups(facts.authorityGroups, facts.authority, members.authority)
    figures += smoothed()
    figures += facts.centres.compactMap(visits) + facts.centres.compactMap(children)
    figures += CentreFigures(facts: facts).figures()
    return figures
  }

  /// Whether anybody is enrolled at all.
  var hasPeople: Bool {
    facts.authority.enrolled.high > 0 || facts.areas.contains { $0.people.enrolled.high > 0 }
  }

  /// Everybody counted who lives in an area: those outside have no denominator.
  var withinAreas: CycleFacts.PeopleCounts {
    facts.areas.reduce(into: CycleFacts.PeopleCounts(enrolled: .zero, reached: .zero, sustained: .zero)) { sum, area in
      sum.enrolled += area.people.enrolled
      sum.reached += area.people.reached
      sum.sustained += area.people.sustained
    }
  }

  private func rates(
    _ people: CycleFacts.PeopleCounts, _ catchment: CycleFacts.CatchmentFacts?, _ place: PlaceMembers
  ) -> [Figure] {
    let children = PlaceDenominator("children", of: place, in: facts)
    var figures = [
      rate("enrolled.rate", people.enrolled, children, place), rate("reached.rate", people.reached, children, place),
      rate("sustained.rate", people.sustained, children, place),
    ]
    if let catchment {
      if let here = catchment.reachedHere {
        figures.append(rate("reached-here.rate", here, children, place))
      } else {
        figures.append(Figure(measure: "reached-here.rate", place, cycle, flags: [.withheld]))
      }
    }
    figures += [
      ofEnrolled("reached.of-enrolled", people.reached, people.enrolled, place),
      unreached(people.reached, children, place),
      childrenCount(children, place), count("enrolled.count", people.enrolled, place),
      count("reached.count", people.reached, place), count("sustained.count", people.sustained, place),
    ]
    return figures
  }

  private func rate(
    _ measure: String, _ count: Count, _ children: PlaceDenominator, _ place: PlaceMembers
  ) -> Figure {
    var figure = Figure(measure: measure, place, cycle, flags: children.flags)
    figure.numerator = .counted(count)
    figure.denominator = children.number.map { .given($0) }
    guard let number = children.number, number > 0 else { return figure }
    let events = FigureNumber.counted(count).bounded
    figure.value = events.value / number
    figure.interval = Wilson.interval(events: events, of: BoundedNumber(number))
    if events.value > number { figure.flags.insert(.estimateTooSmall, at: 0) }
    let spread = children.byRule.filter { $0 > 0 }.map { events.value / $0 }
    figure.spread = Interval(spanning: spread)
    return figure
  }

  private func ofEnrolled(_ measure: String, _ count: Count, _ enrolled: Count, _ place: PlaceMembers) -> Figure {
    var figure = Figure(measure: measure, place, cycle, rule: nil)
    figure.setShare(count, of: enrolled, orFlag: .nobodyEnrolled)
    return figure
  }

  private func unreached(_ reached: Count, _ children: PlaceDenominator, _ place: PlaceMembers) -> Figure {
    var figure = rate("unreached", reached, children, place)
    guard let number = children.number, figure.value != nil else { return figure }
    figure.value = number - reached.value
    figure.interval = figure.interval.map { Interval(number * (1 - $0.upper), number * (1 - $0.lower)) }
    let spread = children.byRule.map { $0 - reached.value }
    figure.spread = Interval(spanning: spread)
    return figure
  }

  private func childrenCount(_ children: PlaceDenominator, _ place: PlaceMembers) -> Figure {
    var figure = Figure(measure: "children.count", place, cycle, flags: children.flags)
    figure.value = children.number
    figure.spread = Interval(spanning: children.byRule)
    return figure
  }

  private func count(_ measure: String, _ count: Count, _ place: PlaceMembers) -> Figure {
    var figure = Figure(measure: measure, place, cycle, rule: nil)
    figure.numerator = .counted(count)
    figure.isCount = true
    figure.value = count.value
    if !count.isExact { figure.interval = Interval(Double(count.low), Double(count.high)) }
    return figure
  }

  private func visits(_ centre: CycleFacts.CentreFacts) -> Figure? {
    let isWithheld = centre.withheld.contains("all")
    let none: Count? = facts.hide > 0 && !isWithheld ? .zero : nil
    guard let all = centre.visits.first(where: { $0.by == "all" })?.count ?? none else {
      return isWithheld
        ? Figure(measure: "visits.count", kind: .centre, place: centre.code, cycle: cycle, flags: [.withheld]) : nil
    }
    return Figure(
      measure: "visits.count", kind: .centre, place: centre.code, cycle: cycle, numerator: .counted(all),
      value: all.value, interval: all.isExact ? nil : Interval(Double(all.low), Double(all.high)),
      isCount: true)
  }

  /// Marshall's estimate over the areas whose children are known.
  private func smoothed() -> [Figure] {
    let known = facts.areas.indices.filter { index in
      facts.areas[index].denominators["children"]?.state == .given
        && facts.areas[index].denominators["children"]?.value != nil
    }
    let places = known.map { index in
      (events: facts.areas[index].people.reached.value, people: facts.areas[index].denominators["children"]?.value ?? 0)
    }
    guard let bayes = EmpiricalBayes(places) else { return [] }
    return zip(known, bayes.rates).map { index, rate in
      Figure(
        measure: "reached.smoothed", kind: .area, place: facts.areas[index].code, cycle: cycle,
        numerator: .counted(facts.areas[index].people.reached),
        denominator: .given(facts.areas[index].denominators["children"]?.value ?? 0), value: rate,
        flags: bayes.explainsNothing ? [.chanceExplainsAll] : [])
    }
  }

  /// Between the counted children who came to a centre, and those with each casual visit another child's.
  private func children(_ centre: CycleFacts.CentreFacts) -> Figure? {
    guard let children = centre.children else { return nil }
    let casual = centre.visits.filter { $0.by == "visitor" && $0.key == "casual" }.reduce(0) { $0 + $1.count.value }
    return Figure(
      measure: "reached.at-centre", kind: .centre, place: centre.code, cycle: cycle, numerator: .counted(children),
      value: children.value, interval: Interval(children.value, children.value + casual), isCount: true)
  }

  private func groups(
    _ splits: [CycleFacts.Split], _ people: CycleFacts.PeopleCounts, _ place: PlaceMembers
  ) -> [Figure] {
    func count(_ measure: String, _ key: String) -> Count? {
      splits.first { $0.by == "group" && $0.key == key && $0.measure == measure }?.count
    }
    let keys = Set(splits.filter { $0.by == "group" }.map(\.key)).sorted()
    return keys.flatMap { key -> [Figure] in
      guard let enrolled = count("enrolled", key) else { return [] }
      // A group whose enrolled are shown and that has no row of reached has reached nobody.
      let reached = count("reached", key) ?? .zero
      var rate = ofEnrolled(GroupMeasures.reachedID(key), reached, enrolled, place)
      if facts.denominatorSets.contains(where: { $0.id == key }) {
        rate = self.rate(
          GroupMeasures.reachedID(key), reached, PlaceDenominator(key, of: place, in: facts), place)
      }
      var gap = Figure(measure: GroupMeasures.gapID(key), place, cycle, rule: nil)
      gap.numerator = .counted(reached)
      gap.denominator = .counted(enrolled)
      let (x, n) = (FigureNumber.counted(reached).bounded, FigureNumber.counted(enrolled).bounded)
      let others = FigureNumber.counted(people.enrolled).bounded.less(n)
      let theirs = FigureNumber.counted(people.reached).bounded.less(x)
      if let difference = ProportionDifference(x, of: n, less: theirs, of: others) {
        gap.value = difference.value
        gap.interval = difference.interval
      }
      return [rate, gap]
    }
  }
}

extension Figure {
  /// A figure of a place, under the place's rule.
  init(measure: String, _ place: PlaceMembers, _ cycle: String, flags: [FigureFlag] = []) {
    self.init(measure: measure, place, cycle, rule: place.rule, flags: flags)
  }

  /// A figure of a place under a rule, or none for figures from points.
  init(measure: String, _ place: PlaceMembers, _ cycle: String, rule: ApportionmentRule?, flags: [FigureFlag] = []) {
    self.init(
      measure: measure, kind: place.kind, place: place.place, cycle: cycle, rule: rule, flags: flags)
  }
}
