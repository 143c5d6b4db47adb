/// The shuffle behind local statistics: a place's value is held, its neighbours are drawn from all others.
enum ConditionalPermutation {
  /// (1 + as extreme)/(M + 1) for each place; nil for an island or where `asExtreme` is.
  ///
  /// `asExtreme` is told the place and the sum of the values drawn for its neighbours.
  static func p(
    _ values: [Double], _ neighbours: Neighbours, permutations: Int, seed: (UInt64, UInt64, UInt64, UInt64),
    asExtreme: (Int, Double) -> Bool?
  ) -> [Double?] {
    guard neighbours.lists.count == values.count, permutations > 0 else {
      return [Double?](repeating: nil, count: values.count)
    }
    var generator = Xoshiro256(seed: seed)
    // The others, as positions; a partial shuffle of any order is as good as one of the first.
    var others = Array(values.indices)
    return values.indices.map { place in
      let count = neighbours.lists[place].count
      guard count > 0, let own = others.firstIndex(of: place) else { return nil }
      others.swapAt(own, others.count - 1)
      let last = others.count - 1
      var extreme = 0
      for _ in 0..<permutations {
        var sum = 0.0
        for step in 0..<count {
          others.swapAt(step, step + generator.below(last - step))
          sum += values[others[step]]
        }
        guard let isExtreme = asExtreme(place, sum) else { return nil }
        if isExtreme { extreme += 1 }
      }
      return Double(1 + extreme) / Double(permutations + 1)
    }
  }
}
