import Geodata
import Workspace

extension CycleReading {
  /// Adds an indicator, or to one that an earlier file gave the parts that it lacks: scores beside ranks.
  ///
  /// Of two files that give the same part the first that audit.yml names counts; of two releases too, as their scores are
  /// not of one scale.
  mutating func add(
    _ indicator: CycleContent.Indicator, _ values: [CycleContent.IndicatorValue], file: String
  ) {
    guard let position = content.indicators.firstIndex(where: { $0.id == indicator.id }) else {
      content.indicators.append(indicator)
      content.indicatorValues += values
      return
    }
    let known = content.indicators[position]
    func say(_ what: String) {
      content.complaints.append(Complaint(.warning, "\(indicator.id): \(what)", file: file))
    }
    guard known.vintage == indicator.vintage || indicator.vintage.isEmpty || known.vintage.isEmpty else {
      say("an earlier file gives it of \(known.vintage), this one of \(indicator.vintage); the earlier counts")
      return
    }
    guard known.level == indicator.level else {
      say("an earlier file gives it by \(known.level), this one by \(indicator.level); the earlier counts")
      return
    }
    let rows = content.indicatorValues.indices.filter { content.indicatorValues[$0].indicator == indicator.id }
    let given = rows.map { content.indicatorValues[$0] }
    let lacksValue = !given.contains { $0.value != nil } && values.contains { $0.value != nil }
    let lacksRank = !given.contains { $0.rank != nil } && values.contains { $0.rank != nil }
    let lacksDecile = !given.contains { $0.decile != nil } && values.contains { $0.decile != nil }
    let places = Dictionary(rows.map { (content.indicatorValues[$0].area, $0) }) { first, _ in first }
    let differing = values.count { value in
      guard let row = places[value.area] else { return false }
      let before = content.indicatorValues[row]
      return [(before.value, value.value), (before.rank, value.rank)].contains { one, other in
        if let one, let other { one != other } else { false }
      }
    }
    if differing > 0 { say("an earlier file gives other numbers for \(differing) areas; the earlier counts") }
    guard lacksValue || lacksRank || lacksDecile else { return }
    for value in values {
      guard let row = places[value.area] else {
        content.indicatorValues.append(
          .init(
            indicator: indicator.id, area: value.area, value: lacksValue ? value.value : nil,
            rank: lacksRank ? value.rank : nil, decile: lacksDecile ? value.decile : nil,
            numerator: lacksValue ? value.numerator : nil, denominator: lacksValue ? value.denominator : nil))
        continue
      }
      if lacksValue {
        content.indicatorValues[row].value = value.value
        content.indicatorValues[row].numerator = value.numerator
        content.indicatorValues[row].denominator = value.denominator
      }
      if lacksRank { content.indicatorValues[row].rank = value.rank }
      if lacksDecile { content.indicatorValues[row].decile = value.decile }
    }
    if lacksRank { content.indicators[position].of = known.of ?? indicator.of }
    content.indicators[position].denominator = known.denominator ?? indicator.denominator
    if !indicator.source.isEmpty, !known.source.contains(indicator.source) {
      content.indicators[position].source =
        known.source.isEmpty ? indicator.source : "\(known.source); \(indicator.source)"
    }
  }
}
