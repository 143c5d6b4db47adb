import Workspace

/// How many people of one kind a place has, apportioned from its areas, or why that is not known.
struct PlaceDenominator {
  /// By the printed rule; nil where an area lacks a number.
  var number: Double?
  /// By each rule that gives a number.
  var byRule: [Double]
  /// What must be known beside it.
  var flags: [FigureFlag]

  init(_ set: String, of place: PlaceMembers, in facts: CycleFacts) {
    func sum(_ members: [PlaceMembers.Member]) -> Double? {
      var sum = 0.0
      let column = place.columns.given[set]
      for member in members {
        guard let value = column?[member.area] else { return nil }
        sum += member.weight * value
      }
      return sum
    }
    flags = []
    if place.rule == nil, place.kind == .catchment {
      number = nil
      byRule = []
      flags = [.noWeights]
      return
    }
    number = sum(place.members)
    byRule = place.rule == nil ? [] : place.byRule.compactMap { sum($0.members) }
    if number == nil { flags += Self.lacking(set, place.members, facts) }
    if number == 0 { flags.append(.denominatorZero) }
    if number != nil, facts.denominatorSets.contains(where: { $0.id == set && $0.isStale }) {
      flags.append(.denominatorStale)
    }
    if place.isOtherRule { flags.append(.otherRule) }
  }

  /// Why the areas' numbers do not add up to one.
  private static func lacking(_ set: String, _ members: [PlaceMembers.Member], _ facts: CycleFacts) -> [FigureFlag] {
    var flags: Set<FigureFlag> = []
    for member in members {
      switch facts.areas[member.area].denominators[set]?.state {
      case .given where facts.areas[member.area].denominators[set]?.value != nil: break
      case .suppressed: flags.insert(.denominatorSuppressed)
      case .shared: flags.insert(.denominatorShared)
      case .missing, .given, nil: flags.insert(.denominatorMissing)
      }
    }
    return FigureFlag.allCases.filter(flags.contains)
  }
}
