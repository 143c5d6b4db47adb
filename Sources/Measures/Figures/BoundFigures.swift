import Statistics
import Tally
import Workspace

/// Between what and what the truth lies, when some children could not be located and some visits have no child.
///
/// Internal only: a release does not know how many.
struct BoundFigures {
  let facts: CycleFacts
  let within: CycleFacts.PeopleCounts

  func figures() -> [Figure] {
    guard facts.hide == 0 else { return [] }
    var figures: [Figure] = []
    if let notLocated = facts.totals["grades/not-located"] {
      figures.append(bound("enrolled.with-not-located", within.enrolled, notLocated))
    }
    let visits = facts.centres.flatMap(\.visits).filter { $0.by == "visitor" }
    guard !visits.isEmpty else { return figures }
    for (key, measure) in [("casual", "reached.with-casual"), ("unknown", "reached.with-unknown")] {
      let more = visits.filter { $0.key == key }.reduce(0) { $0 + $1.count.value }
      figures.append(bound(measure, facts.authority.reached, more))
    }
    return figures
  }

  private func bound(_ measure: String, _ count: Count, _ more: Double) -> Figure {
    Figure(
      measure: measure, kind: .authority, place: Figure.authorityPlace, cycle: facts.cycle.label,
      numerator: .counted(count), value: count.value, interval: Interval(count.value, count.value + more),
      isCount: true)
  }
}
