import Workspace

/// The areas' numbers as columns: what is added up over a nation's areas for every place is looked up by name once.
struct AreaColumns {
  /// By denominator set: how many people each area has, nil where no number is given. A set of which no area has a number
  /// is not there.
  let given: [String: [Double?]]

  init(_ facts: CycleFacts) {
    var given: [String: [Double?]] = [:]
    for (index, area) in facts.areas.enumerated() {
      for (set, entry) in area.denominators where entry.state == .given {
        guard let value = entry.value else { continue }
        given[set, default: Array(repeating: nil, count: facts.areas.count)][index] = value
      }
    }
    self.given = given
  }
}

/// What one indicator says of each area.
struct IndicatorColumns {
  let ranks: [Double?]
  let values: [Double?]

  init(_ indicator: String, _ facts: CycleFacts) {
    let published = facts.areas.map { $0.indicators[indicator] }
    ranks = published.map { $0?.rank }
    values = published.map { $0?.value }
  }
}
