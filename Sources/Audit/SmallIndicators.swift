import Workspace

extension CycleContent {
  /// Which indicators have small numbers, in one line; nil where none has. A release gives indicators as they came in, for
  /// they are published data; where they are not, only who keeps them can know.
  var smallIndicators: String? {
    let hide = Double(cycle.profileHide)
    let counts = Set(indicators.filter { $0.unit == "count" }.map(\.id))
    var areas: [String: Int] = [:]
    for row in indicatorValues {
      let number = row.numerator ?? (counts.contains(row.indicator) ? row.value : nil)
      guard let number, number >= 1, number <= hide else { continue }
      areas[row.indicator, default: 0] += 1
    }
    guard !areas.isEmpty else { return nil }
    let names = areas.sorted { $0.key < $1.key }.map { "\($0.key) in \(RowList.agreeing($0.value, "area", "areas"))" }
    return
      "note: indicators of \(cycle.label) with numbers of 1 to \(cycle.profileHide): \(names.joined(separator: ", ")); "
      + "a release gives indicators as they came in, so make sure that these are published"
  }
}
