import Tally
import Workspace

extension CycleReading {
  /// Counts children and visits by atom, families by place, and all visits by centre.
  mutating func tally() throws {
    let (sortedAtoms, order) = atoms.sorted(areas: areas.map(\.code), catchments: catchments.map(\.code))
    content.atoms = sortedAtoms
    let layout = TallyLayout(
      groups: enrolments?.groups.texts ?? [], services: serviceUse?.services.texts ?? [],
      centres: serviceUse?.centres.texts ?? [], months: serviceUse?.months ?? [])
    let run = TallyRun(
      children: counted, population: enrolments?.children.count ?? 0, visits: serviceUse?.visits ?? [], layout: layout,
      atoms: atoms.count, rule: SustainedRule(days: file.sustainedDays, within: file.sustainedWithin))
    content.totals += [
      .init("visits_of_counted_children", Double(run.visitsOfCounted)),
      .init("visits_of_enrolled_but_not_counted", Double(run.visitsOfNotCounted)),
      .init("casual_visits", Double(run.casualVisits)),
      .init("visits_of_unknown_children", Double(run.unknownVisits)),
    ]
    content.tallies = usePoints.enumerated().filter { $0.element > 0 }.map {
      .init(atom: order[$0.offset], measure: "visits-at", by: "all", key: "", count: Count(exactly: $0.element))
    }
    content.tallies += run.tally.rows.map {
      .init(
        atom: order[$0.atom], measure: $0.column.measure, by: $0.column.by, key: $0.column.key,
        count: Count(exactly: $0.count))
    }
    content.tallies.sort { ($0.atom, $0.measure, $0.by, $0.key) < ($1.atom, $1.measure, $1.by, $1.key) }
    if enrolments?.hasFamilies == true { countFamilies(run, order: order) }
    if serviceUse != nil { countCentreVisits(layout) }
  }

  /// Distinct families by area, catchment, atom and for the authority (children in an area).
  private mutating func countFamilies(_ run: TallyRun, order: [Int]) {
    var byArea = FamilyTally()
    var byCatchment = FamilyTally()
    var byAtom = FamilyTally()
    var authority = FamilyTally()
    for (index, child) in counted.enumerated() where child.atom >= 0 {
      let isReached = run.isReached[index]
      byAtom.add(place: order[Int(child.atom)], family: child.family, isReached: isReached)
      let area = atoms.area(of: child.atom)
      if area >= 0 {
        byArea.add(place: Int(area), family: child.family, isReached: isReached)
        authority.add(place: 0, family: child.family, isReached: isReached)
      }
      for catchment in atoms.catchments(of: child.atom) {
        byCatchment.add(place: Int(catchment), family: child.family, isReached: isReached)
      }
    }
    func rows(_ tally: FamilyTally, _ kind: String, _ codes: [String]) -> [CycleContent.FamilyCount] {
      zip(codes, tally.counts(places: codes.count)).map {
        .init(kind: kind, code: $0, families: $1.families, reached: $1.reached)
      }
    }
    content.families =
      rows(byArea, "area", areas.map(\.code)) + rows(byCatchment, "catchment", catchments.map(\.code))
      + rows(byAtom, "atom", content.atoms.map { ([$0.area] + $0.catchments).joined(separator: "|") })
      .filter { $0.families > 0 }
      + rows(authority, "authority", [""])
  }

  /// All visits, those without a home too: by centre, × service, × month, and by what is known of the visitor.
  private mutating func countCentreVisits(_ layout: TallyLayout) {
    guard let serviceUse else { return }
    struct Key: Hashable {
      let centre: Int32
      let by: Int
      let key: Int32
    }
    let splits = ["all", "service", "month", "visitor"]
    let visitors = ["counted", "enrolled-not-counted", "casual", "unknown"]
    var counts: [Key: Int] = [:]
    for visit in serviceUse.visits {
      let visitor: Int32 =
        switch visit.child {
        case Visit.casual: 2
        case Visit.unknown: 3
        default: if case .counted = roll?.standings[Int(visit.child)] { 0 } else { 1 }
        }
      for (by, key) in [(0, 0), (1, visit.service), (2, visit.month), (3, visitor)] {
        counts[Key(centre: visit.centre, by: by, key: key), default: 0] += 1
      }
    }
    content.centreVisits = counts.map { key, count in
      let text =
        switch key.by {
        case 0: ""
        case 1: layout.services[Int(key.key)]
        case 2: layout.months[Int(key.key)]
        default: visitors[Int(key.key)]
        }
      return .init(
        centre: layout.centres[Int(key.centre)], by: splits[key.by], key: text, count: Count(exactly: count))
    }
    .sorted { ($0.centre, $0.by, $0.key) < ($1.centre, $1.by, $1.key) }
  }
}
