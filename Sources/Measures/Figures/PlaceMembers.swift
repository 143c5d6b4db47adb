import Statistics
import Workspace

/// The areas that make up a place, each with its weight, by each rule that can be computed.
struct PlaceMembers {
  /// Index into the facts' areas, and weight.
  typealias Member = (area: Int, weight: Double)

  /// What sort of place.
  let kind: Figure.Kind
  /// The place's code.
  let place: String
  /// The rule whose figures are printed; nil where no rule is needed.
  let rule: ApportionmentRule?
  /// The members by rule; for the authority and areas under no rule.
  let byRule: [(rule: ApportionmentRule?, members: [Member])]
  /// Whether another rule than the cycle's was taken.
  let isOtherRule: Bool
  /// The areas' numbers.
  let columns: AreaColumns

  /// The members by the rule that is printed.
  var members: [Member] { byRule.first { $0.rule == rule }?.members ?? [] }

  /// A value by the printed rule, and the least and the most over all rules that give one.
  func spread(_ value: ([Member]) -> Double?) -> (value: Double?, range: Interval?) {
    let own = value(members)
    guard rule != nil else { return (own, nil) }
    return (own, Interval(spanning: byRule.compactMap { value($0.members) }))
  }
}

/// The members of every place of a cycle.
struct MembersOfPlaces {
  let areas: [PlaceMembers]
  let catchments: [PlaceMembers]
  let authority: PlaceMembers
  let columns: AreaColumns

  /// A sliver that borders leave is no share of an area; measures.md's oracle stops there too.
  static let leastWeight = 1e-6

  init(_ facts: CycleFacts) {
    let columns = AreaColumns(facts)
    self.columns = columns
    areas = facts.areas.indices.map { index in
      PlaceMembers(
        kind: .area, place: facts.areas[index].code, rule: nil, byRule: [(nil, [(index, 1)])], isOtherRule: false,
        columns: columns)
    }
    authority = PlaceMembers(
      kind: .authority, place: Figure.authorityPlace, rule: nil,
      byRule: [(nil, facts.areas.indices.map { ($0, 1) })], isOtherRule: false, columns: columns)
    let position = Dictionary(facts.areas.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
    var lists: [String: [ApportionmentRule: [PlaceMembers.Member]]] = [:]
    var rules: Set<ApportionmentRule> = []
    for weight in facts.weights where weight.weight > Self.leastWeight {
      guard let area = position[weight.area] else { continue }
      rules.insert(weight.rule)
      lists[weight.catchment, default: [:]][weight.rule, default: []].append((area, weight.weight))
    }
    // A rule that could be computed for the authority holds everywhere: where it gives a catchment nothing, that is its
    // answer.
    let known = ApportionmentRule.allCases.filter(rules.contains)
    let printed = known.contains(facts.cycle.rule) ? facts.cycle.rule : (known.contains(.area) ? .area : known.first)
    catchments = facts.catchments.map { catchment in
      PlaceMembers(
        kind: .catchment, place: catchment.code, rule: printed,
        byRule: known.map { rule in
          (rule, (lists[catchment.code]?[rule] ?? []).sorted { $0.area < $1.area })
        }, isOtherRule: printed != nil && printed != facts.cycle.rule, columns: columns)
    }
  }
}
