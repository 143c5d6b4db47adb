import Tally
import Workspace

/// The children counted in one cycle, each with place and use: what a paired comparison of two cycles needs of them.
///
/// It lives in memory while two cycles are held against each other. Only numbers of children come out of it.
struct Roster {
  /// A child's place and use in the cycle.
  struct Child {
    /// The area's code; empty outside every area.
    var area: String
    /// The catchments' codes.
    var catchments: [String]
    var isReached = false
    var isSustained = false
    /// The centres used.
    var centres: Set<String> = []
  }

  /// By the child's id.
  private(set) var children: [String: Child] = [:]

  /// Nobody.
  init() {}

  /// Those whom a run counted and located.
  init(_ reading: CycleReading) {
    guard let enrolments = reading.enrolments else { return }
    let rule = SustainedRule(days: reading.file.sustainedDays, within: reading.file.sustainedWithin)
    var visits = [[Visit]](repeating: [], count: enrolments.children.count)
    for visit in reading.serviceUse?.visits ?? [] where visit.child >= 0 { visits[Int(visit.child)].append(visit) }
    let centres = reading.serviceUse?.centres.texts ?? []
    for child in reading.counted where child.atom >= 0 {
      let area = reading.atoms.area(of: child.atom)
      var entry = Child(
        area: area >= 0 ? reading.areas[Int(area)].code : "",
        catchments: reading.atoms.catchments(of: child.atom).map { reading.catchments[Int($0)].code })
      let own = visits[Int(child.child)]
      entry.isReached = !own.isEmpty
      entry.isSustained = rule.holds(own.map(\.day).sorted())
      entry.centres = Set(own.map { centres[Int($0.centre)] })
      children[enrolments.children.text(of: child.child)] = entry
    }
  }

  /// The same children then and now, by place in which they lived both times: numbers only.
  func pairs(since label: String, then: Roster) -> [CycleContent.PairedCount] {
    struct Key: Hashable { var kind, place, measure: String }
    var counts: [Key: CycleContent.PairedCount] = [:]
    func count(_ kind: String, _ place: String, _ measure: String, _ before: Bool, _ after: Bool) {
      let key = Key(kind: kind, place: place, measure: measure)
      var row =
        counts[key]
        ?? .init(
          since: label, kind: kind, place: place, measure: measure, both: 0, thenOnly: 0, nowOnly: 0, neither: 0)
      switch (before, after) {
      case (true, true): row.both += 1
      case (true, false): row.thenOnly += 1
      case (false, true): row.nowOnly += 1
      case (false, false): row.neither += 1
      }
      counts[key] = row
    }
    for (id, now) in children {
      guard let before = then.children[id] else { continue }
      func add(_ kind: String, _ place: String) {
        count(kind, place, "reached", before.isReached, now.isReached)
        count(kind, place, "sustained", before.isSustained, now.isSustained)
      }
      if !now.area.isEmpty, !before.area.isEmpty { add("authority", "") }
      if !now.area.isEmpty, now.area == before.area { add("area", now.area) }
      for catchment in now.catchments where before.catchments.contains(catchment) {
        add("catchment", catchment)
        count(
          "catchment", catchment, "reached-here", before.centres.contains(catchment), now.centres.contains(catchment))
      }
    }
    return counts.values.sorted { ($0.kind, $0.place, $0.measure) < ($1.kind, $1.place, $1.measure) }
  }
}
