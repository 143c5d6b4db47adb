import Workspace

/// The national decile of each area, 1 = most deprived: as published, or from the rank.
public struct NationalDeciles: Sendable {
  /// The index whose deciles they are: the IMD, or else the first that has ranks.
  public let indicator: CycleContent.Indicator

  /// Nil where no indicator has national ranks.
  public init?(_ facts: CycleFacts) {
    guard let indicator = DeprivationMeasures.forDeciles(facts) else { return nil }
    self.indicator = indicator
  }

  /// The decile of an area; nil where it has neither decile nor rank.
  public func decile(of area: CycleFacts.AreaFacts) -> Int? {
    let value = area.indicators[indicator.id]
    if let decile = value?.decile { return decile }
    guard let rank = value?.rank, let count = indicator.of, count > 0 else { return nil }
    return min(10, Int((10 * rank / Double(count)).rounded(.up)))
  }
}

extension CycleFacts {
  /// The index whose national tenths pages show: the IMD, or else the first that has tenths.
  public var decileIndicator: CycleContent.Indicator? {
    func hasTenths(_ indicator: CycleContent.Indicator) -> Bool {
      areas.contains { $0.indicators[indicator.id]?.decile != nil }
    }
    return indicators.first { $0.id == "imd" && hasTenths($0) } ?? indicators.first(where: hasTenths)
  }

  /// The national tenths of all areas that have one, by code; for who asks of many. O(areas).
  public var deciles: [String: Int] {
    guard let index = decileIndicator else { return [:] }
    return areas.reduce(into: [:]) { $0[$1.code] = $1.indicators[index.id]?.decile }
  }

  /// An area's national tenth, 1 = most deprived.
  public func decile(of area: AreaFacts) -> Int? { decileIndicator.flatMap { area.indicators[$0.id]?.decile } }
}
