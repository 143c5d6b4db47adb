import Geodata
import Geometry
import SpatialJoin
import Statistics
import Tally

/// Looks for what cannot be, or is far outside the rest, in the tables of children and visits.
struct PeopleOutliers {
  let reading: CycleReading
  private(set) var found: [Outlier] = []

  init(_ reading: CycleReading) {
    self.reading = reading
    guard let enrolments = reading.enrolments else { return }
    lookAtDates(enrolments.rows)
    lookAtBirthdays(enrolments.rows)
    lookAtHomes(enrolments.rows)
    lookAtRepetition(enrolments)
    if let use = reading.serviceUse { lookAtVisits(use, enrolments) }
  }

  private mutating func add(
    _ what: String, file: String? = nil, rule: String, rows: [Int], of count: Int, isForLedger: Bool = true
  ) {
    guard !rows.isEmpty else { return }
    found.append(
      Outlier(
        what: what, file: file ?? reading.enrolmentsName, rule: rule, count: rows.count, of: count, rows: rows.sorted(),
        isForLedger: isForLedger))
  }

  /// Dates that contradict each other or cannot be of a young child.
  private mutating func lookAtDates(_ rows: [EnrolmentRow]) {
    let cycle = reading.content.cycle
    let dated = rows.filter { $0.born != nil }
    func born(_ matches: (EnrolmentRow, Day) -> Bool) -> [Int] {
      dated.filter { row in row.born.map { matches(row, $0) } ?? false }.map(\.row)
    }
    add(
      "dates of birth in the future", rule: "over a year after the cycle's last day",
      rows: born { $1 > cycle.to.adding(days: 365) }, of: dated.count)
    add(
      "dates of birth of adults", rule: "18 or more on the reference date",
      rows: born { $1 < cycle.referenceDate && cycle.referenceDate.completedYears(since: $1) >= 18 }, of: dated.count)
    add(
      "births long after the registration", rule: "over 280 days after it",
      rows: born { row, day in row.registered.map { day > $0.adding(days: 280) } ?? false }, of: dated.count)
    let both = rows.filter { $0.left != nil && $0.registered != nil }
    add(
      "left before they were registered", rule: "left < registered",
      rows: both.filter { row in row.left.flatMap { left in row.registered.map { left < $0 } } ?? false }.map(\.row),
      of: both.count)
  }

  /// One date of birth for many children: a default that somebody's system fills in.
  private mutating func lookAtBirthdays(_ rows: [EnrolmentRow]) {
    var children = Set<Int32>()
    let days = rows.compactMap { row in
      children.insert(row.child).inserted ? row.born.map { (day: $0.daysSince1970, row: row.row) } : nil
    }
    guard days.count >= 50 else { return }
    let sorted = days.map { Double($0.day) }.sorted()
    guard let low = Percentile.of(sorted: sorted, 0.05), let high = Percentile.of(sorted: sorted, 0.95) else { return }
    let mean = 0.9 * Double(days.count) / max(high - low, 1)
    let byDay = Dictionary(grouping: days, by: \.day)
    guard let chance = PoissonDistribution(mean: mean) else { return }
    let limit = 0.001 / Double(byDay.count)
    let heaped = byDay.values.filter { $0.count >= 5 && chance.upperTail($0.count) < limit }
    add(
      "children with one date of birth",
      rule: "more on one day than chance gives in 1 of 1,000 such files (Poisson, mean \(Self.short(mean)) a day)",
      rows: heaped.flatMap { $0 }.map(\.row), of: days.count, isForLedger: false)
  }

  /// Homes far from the others, and many homes at one place.
  private mutating func lookAtHomes(_ rows: [EnrolmentRow]) {
    let homes = reading.counted.compactMap { child -> (point: Point, isOutside: Bool, row: Int)? in
      guard let point = reading.located[Int(child.child)]?.point, child.atom >= 0,
        case .counted(let index) = reading.roll?.standings[Int(child.child)]
      else { return nil }
      return (point, reading.atoms.area(of: child.atom) < 0, rows[index].row)
    }
    if let x = OuterFences(homes.map(\.point.x)), let y = OuterFences(homes.map(\.point.y)) {
      add(
        "homes far from all others",
        rule: "in no area and beyond Tukey's outer fences of easting or northing",
        rows: homes.filter { $0.isOutside && (x.isBeyond($0.point.x) || y.isBeyond($0.point.y)) }.map(\.row),
        of: homes.count)
    }
    let shared = Dictionary(grouping: homes) { [$0.point.x, $0.point.y] }.values
    guard let fences = OuterFences(counts: shared.map(\.count)) else { return }
    let crowded = shared.filter { Double($0.count) > fences.high }
    add(
      "children at one place",
      rule: "more than \(Int(fences.high)) at one place, Tukey's outer fence of square roots; "
        + "\(crowded.count) place\(crowded.count == 1 ? "" : "s")",
      rows: crowded.flatMap { $0 }.map(\.row), of: homes.count, isForLedger: false)
  }

  /// Many rows of one child, many children of one family.
  private mutating func lookAtRepetition(_ enrolments: EnrolmentReading) {
    var seen = Set<RowFingerprint>()
    var rowsOfChild = [Int](repeating: 0, count: enrolments.children.count)
    var firstRow = rowsOfChild
    var childrenOfFamily = [Int](repeating: 0, count: enrolments.families.count)
    var familyRow = childrenOfFamily
    for row in enrolments.rows where seen.insert(row.fingerprint).inserted {
      let child = Int(row.child)
      if rowsOfChild[child] == 0 {
        firstRow[child] = row.row
        if row.family >= 0 {
          if childrenOfFamily[Int(row.family)] == 0 { familyRow[Int(row.family)] = row.row }
          childrenOfFamily[Int(row.family)] += 1
        }
      }
      rowsOfChild[child] += 1
    }
    addCounts("different rows of one child", rowsOfChild, firstRow)
    addCounts("children of one family", childrenOfFamily, familyRow)
  }

  private mutating func addCounts(_ what: String, _ counts: [Int], _ rows: [Int]) {
    guard let fences = OuterFences(counts: counts.filter { $0 > 0 }) else { return }
    add(
      what, rule: "more than \(Int(fences.high)), Tukey's outer fence of square roots",
      rows: zip(counts, rows).filter { Double($0.0) > fences.high }.map(\.1), of: counts.count { $0 > 0 })
  }

  /// Visits outside every cycle, before birth, and far more than others have.
  private mutating func lookAtVisits(_ use: ServiceUseReading, _ enrolments: EnrolmentReading) {
    let name = reading.inputs.serviceUse?.file ?? ""
    if use.outsideEveryCycle.count > 0 {
      found.append(
        Outlier(
          what: "visits outside every cycle", file: name, rule: "before the first cycle or after the last of the audit",
          count: use.outsideEveryCycle.count, of: use.rowCount, rows: use.outsideEveryCycle.first))
    }
    var visits = [Int](repeating: 0, count: enrolments.children.count)
    var days: [Int64: Int] = [:]
    var beforeBirth = Set<Int32>()
    var born = [Int32](repeating: .min, count: enrolments.children.count)
    var firstRow = [Int](repeating: 0, count: enrolments.children.count)
    for row in enrolments.rows where firstRow[Int(row.child)] == 0 {
      firstRow[Int(row.child)] = row.row
      if let day = row.born { born[Int(row.child)] = day.daysSince1970 }
    }
    for visit in use.visits where visit.child >= 0 {
      visits[Int(visit.child)] += 1
      days[Int64(visit.child) << 32 | Int64(visit.day), default: 0] += 1
      if visit.day < born[Int(visit.child)] { beforeBirth.insert(visit.child) }
    }
    add(
      "children who came before they were born", rule: "a visit before the date of birth",
      rows: beforeBirth.map { firstRow[Int($0)] }, of: visits.count { $0 > 0 })
    addCounts("visits of one child in the cycle", visits, firstRow)
    guard let fences = OuterFences(counts: Array(days.values)) else { return }
    let crowded = Set(days.filter { Double($0.value) > fences.high }.keys.map { Int32(truncatingIfNeeded: $0 >> 32) })
    add(
      "children with many visits on one day",
      rule: "more than \(Int(fences.high)) on a day, Tukey's outer fence of square roots",
      rows: crowded.map { firstRow[Int($0)] }, of: visits.count { $0 > 0 })
  }

  private static func short(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}

/// How many rows, and the first few of them.
struct RowSample: Sendable {
  /// How many.
  private(set) var count = 0
  /// The first five.
  private(set) var first: [Int] = []

  /// Adds a row.
  mutating func add(_ row: Int) {
    count += 1
    if first.count < 5 { first.append(row) }
  }
}
