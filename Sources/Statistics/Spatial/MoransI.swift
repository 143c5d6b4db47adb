/// Moran's I: whether neighbours are alike (over the expected value) or unlike (under it).
///
/// Cliff A D, Ord J K (1981), Spatial Processes, ch. 2: row-standardised weights, variance under normality.
public struct MoransI: Hashable, Sendable {
  /// I = (n/S₀)·Σᵢⱼ wᵢⱼzᵢzⱼ/Σzᵢ².
  public var value: Double
  /// −1/(n − 1).
  public var expected: Double
  /// (n²S₁ − nS₂ + 3S₀²)/(S₀²(n² − 1)) − expected².
  public var variance: Double
  /// (I − expected)/√variance.
  public var z: Double
  /// Two-sided, from the normal distribution.
  public var p: Double

  /// Nil where it is not defined: fewer than three places, all values equal, nobody with a neighbour, or counts that differ.
  /// A place without neighbours takes part with no weight.
  public init?(_ values: [Double], _ neighbours: Neighbours) {
    let lists = neighbours.lists
    guard values.count >= 3, lists.count == values.count, let first = values.first,
      values.contains(where: { $0 != first })
    else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let gaps = values.map { $0 - mean }
    let squares = gaps.reduce(0) { $0 + $1 * $1 }
    var (s0, s1, s2, cross) = (0.0, 0.0, 0.0, 0.0)
    for (place, others) in lists.enumerated() where !others.isEmpty {
      let weight = 1 / Double(others.count)
      var column = 0.0
      for other in others {
        let back = 1 / Double(lists[other].count)
        cross += weight * gaps[place] * gaps[other]
        s1 += (weight + back) * (weight + back) / 2
        column += back
      }
      s0 += 1
      s2 += (1 + column) * (1 + column)
    }
    guard s0 > 0, squares > 0 else { return nil }
    let expected = -1 / (n - 1)
    let variance = (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - expected * expected
    guard variance > 0 else { return nil }
    value = n / s0 * cross / squares
    self.expected = expected
    self.variance = variance
    z = (value - expected) / variance.squareRoot()
    p = Normal.twoSided(z)
  }
}
