/// Local Moran's I: whether a place is like its neighbours (a cluster) or unlike them (an outlier).
///
/// Anselin L (1995), Local indicators of spatial association, Geogr Anal 27:93; mean and variance with the place's value
/// held, Sokal R R, Oden N L, Thomson B A (1998), Geogr Anal 30:331. Row-standardised weights.
public struct LocalMoran: Hashable, Sendable {
  /// Which kind of likeness.
  public enum Kind: String, Hashable, Sendable {
    /// High among high.
    case highHigh = "high-high"
    /// Low among low.
    case lowLow = "low-low"
    /// High among low.
    case highLow = "high-low"
    /// Low among high.
    case lowHigh = "low-high"
  }
  /// Iᵢ = zᵢ·Σⱼwᵢⱼzⱼ/m₂, m₂ = Σz²/(n − 1), as PySAL has it.
  public var value: Double
  /// The neighbours' mean against what chance would draw, in standard errors.
  public var z: Double
  /// Two-sided, from the normal distribution.
  public var p: Double
  /// The place's value and its neighbours' mean against the mean of all.
  public var kind: Kind

  /// One for each place; nil for an island and wherever it is not defined (fewer than four places, all values equal, all
  /// others equal, every other place a neighbour). Empty where counts differ.
  public static func of(_ values: [Double], _ neighbours: Neighbours) -> [LocalMoran?] {
    guard neighbours.lists.count == values.count else { return [] }
    let n = Double(values.count)
    let mean = n > 0 ? values.reduce(0, +) / n : 0
    let gaps = values.map { $0 - mean }
    let squares = gaps.reduce(0) { $0 + $1 * $1 }
    return gaps.indices.map { place in
      let others = neighbours.lists[place]
      guard values.count > 3, squares > 0, !others.isEmpty else { return nil }
      let lag = others.reduce(0) { $0 + gaps[$1] } / Double(others.count)
      // A mean of k drawn without putting back from the n − 1 others.
      let rest = n - 1
      let expected = -gaps[place] / rest
      let variance = (squares - gaps[place] * gaps[place]) / rest - expected * expected
      let drawn = variance * (1 / Double(others.count) - 1 / rest) * rest / (rest - 1)
      guard drawn > 0 else { return nil }
      let z = (lag - expected) / drawn.squareRoot()
      let kind: Kind = gaps[place] >= 0 ? (lag >= 0 ? .highHigh : .highLow) : (lag >= 0 ? .lowHigh : .lowLow)
      return LocalMoran(
        value: gaps[place] * lag * (n - 1) / squares, z: z, p: Normal.twoSided(z), kind: kind)
    }
  }

  /// The conditional-permutation p, two-sided about the expected neighbours' mean; nil as in `of`.
  public static func permutationP(
    _ values: [Double], _ neighbours: Neighbours, permutations: Int = 999, seed: (UInt64, UInt64, UInt64, UInt64)
  ) -> [Double?] {
    let observed = of(values, neighbours)
    let n = Double(values.count)
    let sum = values.reduce(0, +)
    return ConditionalPermutation.p(values, neighbours, permutations: permutations, seed: seed) { place, drawn in
      guard observed[place] != nil else { return nil }
      let count = Double(neighbours.lists[place].count)
      let expected = count * (sum - values[place]) / (n - 1)
      let own = neighbours.lists[place].reduce(0) { $0 + values[$1] }
      return abs(drawn - expected) >= abs(own - expected) - 1e-9 * abs(expected)
    }
  }
}
