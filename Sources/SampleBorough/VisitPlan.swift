import Geodata
import Geometry

/// Who came where and when, with what was planted: a pocket that is hardly reached, and a catchment whose reach fell.
struct VisitPlan: Sendable {
  struct Row: Sendable {
    var child: String
    var day: Day
    var centre: String
    var service: String
  }

  /// All rows, in no order, identical ones among them.
  let rows: [Row]
  /// Rows without a child.
  let casual: Int
  /// Rows that are equal to an earlier one.
  let identical: Int

  static let services = ["stay-and-play", "health-visitor", "speech-and-language", "parenting", "debt-advice"]

  init(
    _ land: Land, _ traits: AreaTraits, _ households: Households, fallen: Int, options: SampleOptions
  ) {
    let seed = options.seed
    let centres = land.centres.indices.map { land.centrePoint($0) }
    let fallenAreas = Set(land.catchmentsBefore[fallen].map { land.areaOfCell[$0] })
    // Visits a reached child makes, so that all of them come to what was asked for: some half of them, in each of two cycles.
    let perChild = max(1, Double(options.visits) / (Double(options.children) * 0.86))
    var rows: [Row] = []
    for (number, child) in households.children.enumerated() {
      var random = SampleRandom(seed, .visit, number)
      for (index, cycle) in SampleCycle.all.enumerated() {
        let p = VisitPlan.chance(child, cycle: index, traits, fallen: fallenAreas)
        guard random.chance(p) else { continue }
        let first = max(cycle.from, child.registered)
        let last = min(cycle.to, child.left ?? cycle.to)
        let days = Int(last.daysSince1970 - first.daysSince1970)
        guard days >= 0 else { continue }
        let near = VisitPlan.nearest(child.home, centres, &random)
        // Some come once, most come again: 1 to nearly twice the mean.
        let count = 1 + Int((2 * (perChild - 1) * random.unit() * (random.chance(0.2) ? 0.2 : 1.1)).rounded())
        for _ in 0..<count {
          let centre = near[random.chance(0.82) ? 0 : random.below(near.count)]
          rows.append(
            Row(
              child: child.id, day: first.adding(days: random.below(days + 1)), centre: land.centres[centre],
              service: VisitPlan.services[random.pick([0.42, 0.24, 0.12, 0.14, 0.08])]))
        }
      }
    }
    var random = SampleRandom(seed, .casual)
    let span = Int(SampleCycle.all[1].to.daysSince1970 - SampleCycle.all[0].from.daysSince1970)
    func stranger(_ id: String) -> Row {
      Row(
        child: id, day: SampleCycle.all[0].from.adding(days: random.below(span + 1)),
        centre: land.centres[random.below(land.centres.count)], service: VisitPlan.services[random.below(3)])
    }
    casual = max(10, options.visits / 150)
    for _ in 0..<casual { rows.append(stranger("")) }
    for unknown in 0..<max(5, options.visits / 500) { rows.append(stranger("NB-9" + Digits.padded(unknown, 5))) }
    identical = max(8, options.visits / 400)
    for _ in 0..<identical { rows.append(rows[random.below(rows.count)]) }
    var order = SampleRandom(seed, .order, 2)
    self.rows = order.shuffled(rows)
  }

  /// The chance that a child is reached in a cycle.
  private static func chance(_ child: SampleChild, cycle: Int, _ traits: AreaTraits, fallen: Set<Int>) -> Double {
    guard let area = child.area else { return 0.15 }
    var p = traits.reach[area]
    if area == traits.pocket { p *= 0.16 }
    if cycle == 1 && fallen.contains(area) { p *= 0.60 }
    if child.send == "send" { p *= 1.15 }
    return p
  }

  /// The centres from the nearest on, three at most; any for somebody without a known home.
  private static func nearest(_ home: Point?, _ centres: [Point], _ random: inout SampleRandom) -> [Int] {
    guard let home else { return [random.below(centres.count)] }
    return Array(
      centres.indices.sorted { (home.distance(to: centres[$0]), $0) < (home.distance(to: centres[$1]), $1) }.prefix(3))
  }
}
