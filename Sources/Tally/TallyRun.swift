/// Counts children and their visits by atom, one child at a time.
public struct TallyRun: Sendable {
  /// The counts by atom.
  public private(set) var tally: Tally
  /// Visits of counted children, of all visits in the cycle.
  public private(set) var visitsOfCounted = 0
  /// Visits by children who are enrolled but not counted.
  public private(set) var visitsOfNotCounted = 0
  /// Visits without a child id.
  public private(set) var casualVisits = 0
  /// Visits by child ids that are not enrolled.
  public private(set) var unknownVisits = 0
  /// By the position of the child in `children`: whether any visit was seen.
  public private(set) var isReached: [Bool]

  /// Counts.
  ///
  /// - Parameters:
  ///   - children: those who count, each once.
  ///   - population: how many children the code book holds.
  ///   - visits: those in the cycle.
  ///   - atoms: how many atoms there are.
  /// - Complexity: O(visits + children), and a sort of each child's days.
  public init(
    children: [CountedChild], population: Int, visits: [Visit], layout: TallyLayout, atoms: Int, rule: SustainedRule
  ) {
    tally = Tally(layout: layout, atoms: atoms)
    isReached = Array(repeating: false, count: children.count)
    let grouped = group(visits, population: population)
    var position = [Int32](repeating: -1, count: population)
    for (index, child) in children.enumerated() { position[Int(child.child)] = Int32(index) }
    for child in 0..<population where position[child] < 0 {
      visitsOfNotCounted += grouped.starts[child + 1] - grouped.starts[child]
    }
    var scratch = Scratch(layout: layout)
    for (index, child) in children.enumerated() {
      let range = grouped.starts[Int(child.child)]..<grouped.starts[Int(child.child) + 1]
      visitsOfCounted += range.count
      isReached[index] = !range.isEmpty
      guard child.atom >= 0 else { continue }
      count(child, grouped.visits[range], rule: rule, scratch: &scratch)
    }
  }

  /// Sorts visits by child without comparing: a counting sort. Visits without an enrolled child are only counted.
  private mutating func group(_ visits: [Visit], population: Int) -> (visits: [Visit], starts: [Int]) {
    var starts = [Int](repeating: 0, count: population + 1)
    for visit in visits {
      switch visit.child {
      case Visit.casual: casualVisits += 1
      case Visit.unknown: unknownVisits += 1
      default: starts[Int(visit.child) + 1] += 1
      }
    }
    for child in 0..<population { starts[child + 1] += starts[child] }
    var next = starts
    var sorted = [Visit](
      repeating: Visit(child: 0, day: 0, month: 0, centre: 0, service: 0), count: starts[population])
    for visit in visits where visit.child >= 0 {
      sorted[next[Int(visit.child)]] = visit
      next[Int(visit.child)] += 1
    }
    return (sorted, starts)
  }

  private mutating func count(
    _ child: CountedChild, _ visits: ArraySlice<Visit>, rule: SustainedRule, scratch: inout Scratch
  ) {
    let atom = Int(child.atom)
    let layout = tally.layout
    tally.add(atom: atom, column: TallyLayout.enrolled)
    for group in child.groups { tally.add(atom: atom, column: layout.group(group, TallyLayout.enrolled)) }
    guard !visits.isEmpty else { return }
    scratch.fill(visits)
    let isSustained = rule.holds(scratch.days)
    let rows = Int32(visits.count)
    tally.add(atom: atom, column: TallyLayout.reached)
    tally.add(rows, atom: atom, column: TallyLayout.visits)
    if isSustained { tally.add(atom: atom, column: TallyLayout.sustained) }
    for group in child.groups {
      tally.add(atom: atom, column: layout.group(group, TallyLayout.reached))
      tally.add(rows, atom: atom, column: layout.group(group, TallyLayout.visits))
      if isSustained { tally.add(atom: atom, column: layout.group(group, TallyLayout.sustained)) }
    }
    for service in scratch.services.used {
      let days = scratch.services.days[Int(service)]
      tally.add(atom: atom, column: layout.service(service, 0))
      if rule.holds(days) { tally.add(atom: atom, column: layout.service(service, 1)) }
      tally.add(Int32(days.count), atom: atom, column: layout.service(service, 2))
    }
    for centre in scratch.centres.used {
      let days = scratch.centres.days[Int(centre)]
      tally.add(atom: atom, column: layout.centre(centre, 0))
      if rule.holds(days) { tally.add(atom: atom, column: layout.centre(centre, 1)) }
      tally.add(Int32(days.count), atom: atom, column: layout.centre(centre, 2))
    }
    for month in scratch.months.used {
      tally.add(atom: atom, column: layout.month(month, 0))
      tally.add(Int32(scratch.months.days[Int(month)].count), atom: atom, column: layout.month(month, 1))
    }
  }

  /// One child's days, split each way; reused from child to child.
  private struct Scratch {
    var days: [Int32] = []
    var services: Split
    var centres: Split
    var months: Split

    init(layout: TallyLayout) {
      services = Split(count: layout.services.count)
      centres = Split(count: layout.centres.count)
      months = Split(count: layout.months.count)
    }

    mutating func fill(_ visits: ArraySlice<Visit>) {
      days.removeAll(keepingCapacity: true)
      services.clear()
      centres.clear()
      months.clear()
      for visit in visits.sorted(by: { $0.day < $1.day }) {
        days.append(visit.day)
        services.add(visit.service, day: visit.day)
        centres.add(visit.centre, day: visit.day)
        months.add(visit.month, day: visit.day)
      }
    }
  }

  /// Days by key, with the keys that were used.
  private struct Split {
    var days: [[Int32]]
    var used: [Int32] = []

    init(count: Int) { days = Array(repeating: [], count: count) }

    mutating func clear() {
      for key in used { days[Int(key)].removeAll(keepingCapacity: true) }
      used.removeAll(keepingCapacity: true)
    }

    mutating func add(_ key: Int32, day: Int32) {
      if days[Int(key)].isEmpty { used.append(key) }
      days[Int(key)].append(day)
    }
  }
}
