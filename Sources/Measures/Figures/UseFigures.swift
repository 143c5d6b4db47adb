import Statistics
import Tally
import Workspace

/// The plain counts that pages print beside the rates: groups, services, months, centres used, families, ages.
///
/// What a release withholds is in none of its facts, so it has no figure either.
struct UseFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  private var cycle: String { facts.cycle.label }

  func figures() -> [Figure] {
    var figures: [Figure] = []
    for (catchment, place) in zip(facts.catchments, members.catchments) {
      figures += groups(catchment.splits, place) + services(catchment, place) + stay(catchment, place)
      figures += families(catchment.people, place)
    }
    for place in members.catchments + [members.authority] { figures += ages(place) }
    figures += groups(facts.authorityGroups, members.authority) + families(facts.authority, members.authority)
    return figures + facts.centres.flatMap(visits) + facts.flows.flatMap(flow) + noFlows()
  }

  private func count(_ measure: String, _ count: Count, _ kind: Figure.Kind, _ place: String) -> Figure {
    var figure = Figure(measure: measure, kind: kind, place: place, cycle: cycle)
    figure.setCount(count)
    return figure
  }

  /// A part of a whole, which it never exceeds; nil where there is no whole.
  private func share(
    _ measure: String, _ part: Count, of whole: Count, _ kind: Figure.Kind, _ place: String, hasInterval: Bool
  ) -> Figure? {
    guard whole.value > 0 else { return nil }
    let (x, n) = (FigureNumber.counted(part).bounded, FigureNumber.counted(whole).bounded)
    return Figure(
      measure: measure, kind: kind, place: place, cycle: cycle, numerator: .counted(part),
      denominator: .counted(whole), value: min(1, part.value / whole.value),
      interval: hasInterval ? Wilson.interval(events: x, of: n) : nil)
  }

  private func groups(_ splits: [CycleFacts.Split], _ place: PlaceMembers) -> [Figure] {
    var counts: [String: [String: Count]] = [:]
    for split in splits where split.by == "group" { counts[split.key, default: [:]][split.measure] = split.count }
    return counts.keys.sorted().flatMap { key in
      ["enrolled", "reached", "sustained"].compactMap { measure in
        // A group whose enrolled are shown and that has no row of another count has nobody there.
        guard let number = counts[key]?[measure] ?? (counts[key]?["enrolled"] == nil ? nil : .zero) else { return nil }
        return count(UseMeasures.group(measure, key), number, place.kind, place.place)
      }
    }
  }

  private func services(_ catchment: CycleFacts.CatchmentFacts, _ place: PlaceMembers) -> [Figure] {
    catchment.splits.filter { $0.by == "service" && $0.measure == "sustained" }.map {
      count(UseMeasures.sustained(service: $0.key), $0.count, place.kind, place.place)
    }
      + catchment.splits.filter { $0.by == "service" && $0.measure == "reached" }.flatMap { split in
        [count(UseMeasures.reached(service: split.key), split.count, place.kind, place.place)]
          + (share(
            UseMeasures.reachedShare(service: split.key), split.count, of: catchment.people.reached, place.kind,
            place.place, hasInterval: true
          ).map { [$0] } ?? [])
      }
  }

  private func stay(_ catchment: CycleFacts.CatchmentFacts, _ place: PlaceMembers) -> [Figure] {
    var figures: [Figure] = []
    if let here = catchment.reachedHere {
      figures.append(count(UseMeasures.reachedHere, here, place.kind, place.place))
      figures +=
        share(
          UseMeasures.hereOfReached, here, of: catchment.people.reached, place.kind, place.place, hasInterval: true
        ).map { [$0] } ?? []
    }
    guard let here = catchment.visitsHere, let all = catchment.people.visits, all > 0 else { return figures }
    figures.append(count(UseMeasures.visitsElsewhere, Count(exactly: all - here), place.kind, place.place))
    figures +=
      share(
        UseMeasures.containment, Count(exactly: here), of: Count(exactly: all), place.kind, place.place,
        hasInterval: false
      ).map { [$0] } ?? []
    return figures
  }

  private func families(_ people: CycleFacts.PeopleCounts, _ place: PlaceMembers) -> [Figure] {
    guard facts.cycle.countsFamilies, let families = people.families else { return [] }
    return [count(UseMeasures.families, Count(exactly: families), place.kind, place.place)]
  }

  private func visits(_ centre: CycleFacts.CentreFacts) -> [Figure] {
    let all = centre.visits.first { $0.by == "all" }?.count
    // Where months are shown, a month without a row had no visit.
    let shown = centre.visits.filter { $0.by == "month" }.map(\.key)
    let idle = shown.isEmpty ? [] : UseMeasures.months(of: facts.cycle, and: shown).filter { !shown.contains($0) }
    let none = idle.map { count(UseMeasures.visits(by: "month", $0), .zero, .centre, centre.code) }
    return none
      + centre.visits.filter { $0.by != "all" }.flatMap { split -> [Figure] in
        let number = count(UseMeasures.visits(by: split.by, split.key), split.count, .centre, centre.code)
        guard split.by == "service", let all else { return [number] }
        let part = share(
          UseMeasures.visitsShare(service: split.key), split.count, of: all, .centre, centre.code, hasInterval: false)
        return [number] + (part.map { [$0] } ?? [])
      }
  }

  private func flow(_ flow: CycleFacts.Flow) -> [Figure] {
    let isNowhere = flow.catchment.isEmpty
    let (kind, place) = isNowhere ? (.authority, Figure.authorityPlace) : (Figure.Kind.catchment, flow.catchment)
    let children =
      isNowhere ? UseMeasures.childrenFromNowhere(at: flow.centre) : UseMeasures.children(at: flow.centre)
    let visits = isNowhere ? UseMeasures.visitsFromNowhere(at: flow.centre) : UseMeasures.visits(at: flow.centre)
    return [count(children, flow.children, kind, place)]
      + (flow.visits.map { [count(visits, Count(exactly: $0), kind, place)] } ?? [])
  }

  /// Where a catchment's flows are shown, a centre without a row was used by none of its children; not so where a part of
  /// its children is withheld.
  private func noFlows() -> [Figure] {
    let used = Dictionary(grouping: facts.flows, by: \.catchment).mapValues { Set($0.map(\.centre)) }
    let centres = Set(facts.flows.map(\.centre)).subtracting([""]).sorted()
    let whole = facts.catchments.filter { !$0.partlyWithheld.contains("centre") }.map(\.code)
    return (whole + [""]).flatMap { home -> [Figure] in
      guard let known = used[home] else { return [] }
      return centres.filter { !known.contains($0) }.map {
        home.isEmpty
          ? count(UseMeasures.childrenFromNowhere(at: $0), .zero, .authority, Figure.authorityPlace)
          : count(UseMeasures.children(at: $0), .zero, .catchment, home)
      }
    }
  }

  private func ages(_ place: PlaceMembers) -> [Figure] {
    let everybody = PlaceDenominator("children", of: place, in: facts)
    let all = everybody.number
    return UseMeasures.ages(facts).flatMap { age -> [Figure] in
      let children = PlaceDenominator("age-\(age)", of: place, in: facts)
      var number = Figure(measure: UseMeasures.age(age), place, cycle, flags: children.flags)
      number.value = children.number
      number.spread = Interval(spanning: children.byRule)
      guard let part = children.number, let all, all > 0 else { return [number] }
      var share = Figure(measure: UseMeasures.ageShare(age), place, cycle, flags: children.flags)
      share.numerator = .given(part)
      share.denominator = .given(all)
      share.value = part / all
      if children.byRule.count == everybody.byRule.count {
        let shares = zip(children.byRule, everybody.byRule).compactMap { $1 > 0 ? $0 / $1 : nil }
        share.spread = Interval(spanning: shares)
      }
      return [number, share]
    }
  }
}
