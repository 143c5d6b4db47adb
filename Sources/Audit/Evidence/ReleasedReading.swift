import Evidence
import Measures
import Tally
import Workspace

extension ReleasedFindings {
  /// Reads a cycle of a release (the last where none is named), and the one before it where the release holds that.
  public init(_ release: Workspace<Released>, cycle: String? = nil) throws {
    let facts = try release.facts(cycle: cycle)
    let label = facts.cycle.label
    let since = facts.cycleLabels.prefix { $0 != label }.last
    let before = try since.map { try release.facts(cycle: $0) }
    self.init(
      cycle: label, since: since, pockets: Self.pockets(of: facts),
      changes: before.map { Self.changes(from: $0, to: facts) } ?? [])
  }

  private static func pockets(of facts: CycleFacts) -> [Pocket] {
    certainPockets(of: facts).compactMap { finding in
      guard let reached = facts.areas.first(where: { $0.code == finding.area })?.people.reached else { return nil }
      return Pocket(
        area: finding.area, reached: shown(reached, facts), children: finding.children,
        comparedWith: finding.comparedWith)
    }
  }

  /// Areas that are pockets by the counts' middles and remain so where the area itself has the most it can have.
  static func certainPockets(of facts: CycleFacts) -> [PocketFinding] {
    let areas = facts.pocketAreas
    let detector = PocketDetector()
    return detector.find(in: areas).filter(\.isPocket).filter { finding in
      guard let place = areas.firstIndex(where: { $0.code == finding.area }),
        let reached = facts.areas.first(where: { $0.code == finding.area })?.people.reached
      else { return false }
      var most = areas
      most[place].reached = min(reached.high, most[place].children)
      return detector.find(in: most).contains { $0.area == finding.area && $0.isPocket }
    }
  }

  private static func changes(from before: CycleFacts, to after: CycleFacts) -> [Change] {
    let old = Dictionary(before.catchments.map { ($0.code, $0.people) }, uniquingKeysWith: { $1 })
    let new = Dictionary(after.catchments.map { ($0.code, $0.people) }, uniquingKeysWith: { $1 })
    return Set(old.keys).union(new.keys).sorted().flatMap { code -> [Change] in
      let (then, now) = (old[code] ?? .none, new[code] ?? .none)
      return [
        ("enrolled", then.enrolled, now.enrolled), ("reached", then.reached, now.reached),
        ("sustained", then.sustained, now.sustained),
      ].map { measure, then, now in
        Change(catchment: code, measure: measure, before: shown(then, before), after: shown(now, after))
      }
    }
  }

  private static func shown(_ count: Count, _ facts: CycleFacts) -> Shown {
    Shown(
      printed: CountText(hide: facts.hide, base: facts.base).number(count), low: count.low, high: count.high)
  }
}
