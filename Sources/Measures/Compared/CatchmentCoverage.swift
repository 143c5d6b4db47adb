import Tally
import Workspace

/// What lies in no catchment, in one and in several; and where the children come from who used each centre.
///
/// ```swift
/// let coverage = CatchmentCoverage(try workspace.content(cycle: cycle))
/// coverage.shares { $0 == 0 }   // by area: the share of its surface that no catchment holds
/// ```
public struct CatchmentCoverage: Sendable {
  /// The enrolled, reached and sustained children of one set of catchments.
  public struct SetOfCatchments: Sendable {
    /// The catchments' codes; none for what lies in no catchment.
    public var catchments: [String]
    /// The children whose homes lie in exactly these.
    public var people: CycleFacts.PeopleCounts
    /// By small area: the share of its surface that lies in this set of catchments and no other; 0 where only homes on a
    /// border do.
    public var shares: [String: Double]
  }

  /// Sets with somebody in them or with surface, none first, then by number and codes.
  public let sets: [SetOfCatchments]
  /// Children reached by area and centre used; empty where a release withholds it.
  public let uses: [(area: String, centre: String, children: Count)]

  /// Adds up atoms. O(atoms + tallies).
  public init(_ content: CycleContent) {
    var people: [[String]: CycleFacts.PeopleCounts] = [:]
    var surfaces: [[String]: [String: Double]] = [:]
    var whole: [String: Double] = [:]
    for atom in content.atoms where !atom.isSet {
      if atom.surface > 0 || !atom.area.isEmpty {
        surfaces[atom.catchments, default: [:]][atom.area, default: 0] += atom.surface
      }
      whole[atom.area, default: 0] += atom.surface
    }
    var uses: [String: [String: Count]] = [:]
    for row in content.tallies {
      guard content.atoms.indices.contains(row.atom) else { continue }
      let atom = content.atoms[row.atom]
      if row.by == "all" {
        people[atom.catchments, default: .none].add(row)
      } else if row.by == "centre", row.measure == "reached", !atom.area.isEmpty, !row.key.isEmpty {
        uses[atom.area, default: [:]][row.key, default: .zero] += row.count
      }
    }
    sets = Set(people.keys).union(surfaces.keys).map { set in
      SetOfCatchments(
        catchments: set,
        people: people[set] ?? .none,
        shares: Dictionary(
          uniqueKeysWithValues: (surfaces[set] ?? [:]).map { area, surface in
            (area, (whole[area] ?? 0) > 0 ? surface / (whole[area] ?? 1) : 0)
          }))
    }.sorted { a, b in
      a.catchments.count == b.catchments.count
        ? a.catchments.lexicographicallyPrecedes(b.catchments) : a.catchments.count < b.catchments.count
    }
    self.uses = uses.keys.sorted().flatMap { area in
      (uses[area] ?? [:]).sorted { $0.key < $1.key }.map { (area, $0.key, $0.value) }
    }
  }

  /// The centre that most of an area's reached children used; nil where nobody was reached or two are equal.
  public func mainCentre(of area: String) -> String? {
    let here = uses.filter { $0.area == area }
    guard let most = here.max(by: { $0.children.value < $1.children.value }),
      here.count(where: { $0.children.value == most.children.value }) == 1
    else { return nil }
    return most.centre
  }

  /// The share of each area's surface that lies in so many catchments, by code.
  public func shares(inCatchments counts: (Int) -> Bool) -> [String: Double] {
    var result: [String: Double] = [:]
    for set in sets where counts(set.catchments.count) {
      for (area, share) in set.shares { result[area, default: 0] += share }
    }
    return result
  }
}
