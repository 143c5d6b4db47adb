import Geodata
import Workspace

/// One rule for the national tenth of an area, on pages, in figures, for pockets, sites and proposals.
extension CycleFacts {
  /// The index whose national tenths are meant where none is named: the IMD, or else the first that has any.
  public var decileIndicator: CycleContent.Indicator? {
    func hasTenths(_ indicator: CycleContent.Indicator) -> Bool {
      indicator.level == "area" && areas.contains { decile(of: $0, by: indicator) != nil }
    }
    return indicators.first { $0.id == "imd" && hasTenths($0) } ?? indicators.first(where: hasTenths)
  }

  /// An area's national tenth by an index, 1 = most deprived: as published, or from the rank; nil where it has neither.
  public func decile(of area: AreaFacts, by indicator: CycleContent.Indicator) -> Int? {
    let value = area.indicators[indicator.id]
    if let decile = value?.decile { return decile }
    guard let rank = value?.rank, let count = indicator.of else { return nil }
    return DecileCheck.decile(rank: rank, of: count)
  }

  /// The national tenths of all areas that have one, by code. O(areas).
  public var deciles: [String: Int] {
    guard let index = decileIndicator else { return [:] }
    return areas.reduce(into: [:]) { $0[$1.code] = decile(of: $1, by: index) }
  }
}
