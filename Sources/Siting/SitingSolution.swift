/// A choice of sites, and how good it is known to be.
public struct SitingSolution: Hashable, Sendable {
  /// Indices of the chosen candidates, ascending. Fewer than asked for where more would better nothing.
  public let chosen: [Int]
  /// What the choice is worth: Σ weight × metres, or Σ weight covered.
  public let value: Double
  /// What no choice can better; nil where the solver was stopped before it knew.
  public let bound: Double?
  /// Whether the choice is proven to be best.
  public let isProven: Bool

  /// How far the choice may be from the best, as a share of its value; 0 where it is proven.
  public var gap: Double? {
    if isProven { return 0 }
    return bound.map { value == 0 ? ($0 == 0 ? 0 : .infinity) : abs(value - $0) / abs(value) }
  }

  init(_ chosen: [Int], of problem: SitingProblem, bound: Double?, isProven: Bool) {
    // A site that betters nothing is not built.
    var kept = chosen.sorted()
    let value = problem.value(kept)
    for index in kept.reversed() where kept.count + problem.kept.count > 1 {
      let without = kept.filter { $0 != index }
      if problem.value(without) == value { kept = without }
    }
    self.chosen = kept
    self.value = value
    self.bound = isProven ? value : bound
    self.isProven = isProven
  }
}
