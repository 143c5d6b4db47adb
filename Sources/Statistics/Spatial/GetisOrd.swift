/// Gi*: where high values (z over 0) or low ones lie together, the place itself included.
///
/// Ord J K, Getis A (1995), Local spatial autocorrelation statistics, Geogr Anal 27:286, binary weights:
/// zᵢ = (Σⱼwᵢⱼxⱼ − x̄Wᵢ)/(s√((nS₁ᵢ − Wᵢ²)/(n − 1))), s with n.
public enum GetisOrd {
  /// z for each place; nil where it is not defined (all values equal, or every place a neighbour). An island's z tells of the
  /// island alone. Empty where counts differ.
  public static func star(_ values: [Double], _ neighbours: Neighbours) -> [Double?] {
    let lists = neighbours.lists
    guard lists.count == values.count else { return [] }
    let scale = Scale(values)
    return values.indices.map { place in
      let sum = lists[place].reduce(values[place]) { $0 + values[$1] }
      return scale.z(sum: sum, members: lists[place].count + 1)
    }
  }

  /// The conditional-permutation p of each place: its value held, the others' shuffled over the map M times;
  /// p = (1 + #{|z*| ≥ |z|})/(M + 1). Nil where z is, or where a place is an island.
  ///
  /// Cost: permutations × links. With M = 999 no p is below 0.001, which many places at once cannot pass.
  public static func permutationP(
    _ values: [Double], _ neighbours: Neighbours, permutations: Int = 999, seed: (UInt64, UInt64, UInt64, UInt64)
  ) -> [Double?] {
    let observed = star(values, neighbours)
    let scale = Scale(values)
    return ConditionalPermutation.p(values, neighbours, permutations: permutations, seed: seed) { place, sum in
      guard let z = scale.z(sum: values[place] + sum, members: neighbours.lists[place].count + 1),
        let own = observed[place]
      else { return nil }
      // Sums in another order differ in the last digits; an equal one must count as equal.
      return abs(z) >= abs(own) - 1e-12
    }
  }

  /// What all places share: n, mean and standard deviation.
  private struct Scale {
    let n: Double
    let mean: Double
    let deviation: Double

    init(_ values: [Double]) {
      n = Double(values.count)
      let mean = n > 0 ? values.reduce(0, +) / n : 0
      self.mean = mean
      deviation = n > 0 ? (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot() : 0
    }

    func z(sum: Double, members: Int) -> Double? {
      let weight = Double(members)
      guard n > 1, deviation > 0, weight < n else { return nil }
      return (sum - mean * weight) / (deviation * ((n * weight - weight * weight) / (n - 1)).squareRoot())
    }
  }
}
