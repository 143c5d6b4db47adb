import Tally
import Workspace

extension CycleFacts {
  /// The same facts with one place in the catchments' stead: these whole areas together, as somebody named or drew them.
  ///
  /// Its people are those of the areas added up, its weights are 1, so every figure of a catchment exists for it, by the
  /// same definitions. Points are never counted in a polygon that was not a declared catchment (measures.md, Disclosure 6);
  /// what only catchments have (reached here, groups, services, flows) it has not. Unknown codes are left out.
  public func selecting(_ codes: Set<String>, code: String = "selection", name: String) -> CycleFacts {
    let chosen = areas.filter { codes.contains($0.code) }
    var people = PeopleCounts(enrolled: .zero, reached: .zero, sustained: .zero)
    for area in chosen {
      people.enrolled += area.people.enrolled
      people.reached += area.people.reached
      people.sustained += area.people.sustained
    }
    var facts = self
    facts.catchments = [
      CatchmentFacts(
        code: code, name: name, surface: chosen.reduce(0) { $0 + $1.surface }, people: people, reachedHere: nil,
        visitsHere: nil, splits: [])
    ]
    facts.weights = chosen.map { .init(catchment: code, area: $0.code, rule: cycle.rule, weight: 1) }
    facts.flows = []
    return facts
  }
}
