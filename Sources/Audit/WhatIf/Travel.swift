import Geometry
import Measures
import SpatialJoin
import Tally
import Workspace

/// Measures how far each home is from its centre before and after, and adds it up. A single home never leaves it.
struct Travel {
  let before: CycleReading
  let after: CycleReading
  let closed: Set<String>

  init(before: CycleReading, after: CycleReading, closed: [String]) {
    self.before = before
    self.after = after
    self.closed = Set(closed)
  }

  /// The rows: of the enrolled and the reached all, by group and by decile; of the estimated children all and by decile.
  func change(facts: CycleFacts) -> TravelChange {
    let deciles = facts.deciles
    let decileOfArea = facts.areas.map { deciles[$0.code] }
    // Facts and reading have the areas in the same order of codes.
    let people = homes()
    var rows: [TravelChange.Row?] = []
    for who in [TravelChange.Who.enrolled, .reached] {
      let homes = who == .enrolled ? people : people.filter(\.isReached)
      rows.append(.init(who, by: "all", key: "", homes.map(\.home)))
      var groups: [String: [TravelChange.Home]] = [:]
      for person in homes { for group in person.groups { groups[group, default: []].append(person.home) } }
      rows += groups.keys.sorted().map { .init(who, by: "group", key: $0, groups[$0] ?? []) }
      rows += byDecile(who, homes.map { ($0.area, $0.home) }, decileOfArea)
    }
    let estimated = estimate(facts)
    rows.append(.init(.children, by: "all", key: "", estimated.map(\.1)))
    rows += byDecile(.children, estimated, decileOfArea)
    return TravelChange(rows.compactMap { $0 })
  }

  private func byDecile(
    _ who: TravelChange.Who, _ homes: [(Int, TravelChange.Home)], _ decileOfArea: [Int?]
  ) -> [TravelChange.Row?] {
    guard decileOfArea.contains(where: { $0 != nil }) else { return [] }
    var lists: [Int: [TravelChange.Home]] = [:]
    for (area, home) in homes {
      // 11 stands for homes outside the areas, and in areas without a decile.
      lists[decileOfArea.indices.contains(area) ? decileOfArea[area] ?? 11 : 11, default: []].append(home)
    }
    return (1...11).map { .init(who, by: "decile", key: $0 == 11 ? "" : String($0), lists[$0] ?? []) }
  }

  // MARK: Homes

  private struct Person {
    var area: Int
    var groups: [String]
    var isReached: Bool
    var home: TravelChange.Home
  }

  private func homes() -> [Person] {
    let texts = before.enrolments?.groups.texts ?? []
    let used = use()
    let (now, then) = (Nearness(before), Nearness(after))
    return before.counted.indices.compactMap { index in
      let (child, moved) = (before.counted[index], after.counted[index])
      guard child.atom >= 0, let point = before.located[Int(child.child)]?.point,
        let old = now.metres(from: point, in: before.atoms.catchments(of: child.atom)),
        let new = then.metres(from: point, in: after.atoms.catchments(of: moved.atom))
      else { return nil }
      var home = TravelChange.Home(
        children: 1, before: old.metres, after: new.metres, isInCatchment: (old.isInCatchment, new.isInCatchment))
      let visits = used[Int(child.child)]
      home.losesCentre = visits.closing
      home.losesOnlyCentre = visits.closing && !visits.staying
      return Person(
        area: Int(before.atoms.area(of: child.atom)), groups: child.groups.map { texts[Int($0)] },
        isReached: visits.closing || visits.staying, home: home)
    }
  }

  /// By the child's number: whether it came to a centre that closes, and whether to another or an unnamed one.
  private func use() -> [(closing: Bool, staying: Bool)] {
    var used = [(closing: Bool, staying: Bool)](
      repeating: (false, false), count: before.enrolments?.children.count ?? 0)
    guard let use = before.serviceUse else { return used }
    let closes = use.centres.texts.map(closed.contains)
    for visit in use.visits where visit.child >= 0 {
      if closes[Int(visit.centre)] {
        used[Int(visit.child)].closing = true
      } else {
        used[Int(visit.child)].staying = true
      }
    }
    return used
  }

  /// Each area's children, spread evenly over its population points; where it has none, at a point inside it.
  private func estimate(_ facts: CycleFacts) -> [(Int, TravelChange.Home)] {
    guard let ground = before.ground else { return [] }
    var total = [Double](repeating: 0, count: before.areas.count)
    for (area, weight) in zip(ground.areaOfPoint, ground.weights) where total.indices.contains(area) {
      total[area] += weight
    }
    var spots: [(point: Point, area: Int, children: Double)] = []
    for (index, point) in ground.points.enumerated() {
      let area = ground.areaOfPoint[index]
      guard total.indices.contains(area), ground.weights[index] > 0,
        let children = facts.areas[area].denominators["children"]?.value
      else { continue }
      spots.append((point, area, children * ground.weights[index] / total[area]))
    }
    for (area, sum) in total.enumerated() where sum <= 0 {
      guard let children = facts.areas[area].denominators["children"]?.value, let shape = before.areas[area].shape,
        let point = try? Shape(shape).pointOnSurface()
      else { continue }
      spots.append((point, area, children))
    }
    let (now, then) = (Nearness(before), Nearness(after))
    let (old, new) = (AreaIndex(before.catchments.map(\.shape)), AreaIndex(after.catchments.map(\.shape)))
    var holders: [Int32] = []
    return spots.compactMap { spot in
      holders.removeAll(keepingCapacity: true)
      old.all(covering: spot.point, into: &holders)
      let from = now.metres(from: spot.point, in: holders)
      holders.removeAll(keepingCapacity: true)
      new.all(covering: spot.point, into: &holders)
      guard let from, let to = then.metres(from: spot.point, in: holders) else { return nil }
      return (
        spot.area,
        TravelChange.Home(
          children: spot.children, before: from.metres, after: to.metres,
          isInCatchment: (from.isInCatchment, to.isInCatchment))
      )
    }
  }
}

/// How far a place is from its centre: that of its catchment, the nearest of several, or the nearest open one.
private struct Nearness {
  private let ownSite: [Point?]
  private let sites: [Point]

  init(_ reading: CycleReading) {
    sites = reading.content.centres.compactMap(\.point)
    let places = Dictionary(reading.content.centres.map { ($0.code, $0.point) }) { first, _ in first }
    ownSite = reading.catchments.map { places[$0.code] ?? nil }
  }

  /// Nil where no centre has a place.
  func metres(from point: Point, in catchments: [Int32]) -> (metres: Double, isInCatchment: Bool)? {
    let own = catchments.compactMap { ownSite[Int($0)]?.distance(to: point) }.min()
    if let own { return (own, true) }
    return sites.map { $0.distance(to: point) }.min().map { ($0, false) }
  }
}
