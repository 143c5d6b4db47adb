import Evidence
import Measures
import Workspace

extension CycleFacts {
  /// The areas as the detector of pockets sees them: counts of a release are their middle, to a whole child.
  var pocketAreas: [PocketDetector.Area] {
    var catchments: [String: [String]] = [:]
    for (catchment, areas) in areasOfCatchment { for area in areas { catchments[area, default: []].append(catchment) } }
    let deciles = deciles
    let hasChildren = areas.contains { $0.denominators["children"]?.value != nil }
    return areas.compactMap { area in
      let people = hasChildren ? area.denominators["children"]?.value : area.people.enrolled.value
      guard let people else { return nil }
      return PocketDetector.Area(
        code: area.code, reached: Int(area.people.reached.value), children: Int(people.rounded()),
        decile: deciles[area.code], catchments: (catchments[area.code] ?? []).sorted())
    }
  }

  /// The areas that a catchment holds by at least half, by the cycle's rule, or by surface where that cannot be had.
  public var areasOfCatchment: [String: [String]] {
    let rules = Set(weights.map(\.rule))
    let rule = rules.contains(cycle.rule) ? cycle.rule : .area
    var members: [String: [String]] = [:]
    for weight in weights where weight.rule == rule && weight.weight >= 0.5 {
      members[weight.catchment, default: []].append(weight.area)
    }
    return members.mapValues { $0.sorted() }
  }
}
