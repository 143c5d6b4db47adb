/// A composite index of need: components ranked, transformed exponentially, and added with declared weights.
///
/// After the Indices of Deprivation 2019, Technical report, ch. 3. Beside each score stands how much it depends on the
/// weights, and on chance.
public struct NeedIndex: Sendable {
  /// One component of the index.
  public struct Component: Sendable {
    /// Its id, as declared.
    public var id: String
    /// Its weight; weights are made to sum to 1.
    public var weight: Double
    /// A value for each area; nil: the area cannot be ranked.
    public var values: [Double?]
    /// Whether a higher value means more need; a rank where 1 is the most deprived has the lowest first.
    public var higherIsMoreNeed: Bool
    /// Draws of each area's value, where it is uncertain (`RateDraws`).
    public var draws: [[Double]?]
    /// Makes a component.
    public init(
      id: String, weight: Double, values: [Double?], higherIsMoreNeed: Bool, draws: [[Double]?] = []
    ) {
      self.id = id
      self.weight = weight
      self.values = values
      self.higherIsMoreNeed = higherIsMoreNeed
      self.draws = draws
    }
  }

  /// The components, in the order given, their weights summing to 1.
  public let components: [Component]
  /// The areas that have every component. The others are not ranked, and to be named.
  public let ranked: [Int]
  /// Xⱼ for each component and area; nil where not ranked.
  public let transformed: [[Double?]]
  /// Σ wⱼXⱼ for each area, 100 the most need; nil where not ranked.
  public let scores: [Double?]
  /// 1 = most need; ties take the mean.
  public let ranks: [Double?]

  /// Nil without components, where sizes differ, or weights are negative or sum to nothing.
  public init?(_ components: [Component]) {
    let total = components.reduce(0) { $0 + $1.weight }
    guard let first = components.first, total > 0, components.allSatisfy({ $0.weight >= 0 }),
      components.allSatisfy({ $0.values.count == first.values.count })
    else { return nil }
    self.components = components.map { component in
      var scaled = component
      scaled.weight = component.weight / total
      return scaled
    }
    let ranked = first.values.indices.filter { area in components.allSatisfy { $0.values[area] != nil } }
    self.ranked = ranked
    let columns = self.components.map { component in
      Self.transform(ranked.map { component.values[$0] ?? 0 }, component.higherIsMoreNeed)
    }
    let sums = Self.sum(columns, self.components.map(\.weight), count: ranked.count)
    func spread(_ column: [Double]) -> [Double?] {
      var result = [Double?](repeating: nil, count: first.values.count)
      for (place, area) in ranked.enumerated() { result[area] = column[place] }
      return result
    }
    transformed = columns.map(spread)
    scores = spread(sums)
    ranks = spread(Ranks.of(sums))
  }

  /// The rank interval of each area under weights drawn from Dirichlet(50·w): how much the order hangs on the weights.
  public func sensitivity(
    draws: Int = RateDraws.count, concentration: Double = 50, top: Int = 3, seed: (UInt64, UInt64, UInt64, UInt64)
  ) -> [RankInterval?] {
    var generator = Xoshiro256(seed: seed)
    let columns = transformed.map { column in ranked.map { column[$0] ?? 0 } }
    let parameters = components.map { $0.weight * concentration }
    var scores = [[Double]](repeating: [], count: ranked.count)
    for _ in 0..<max(0, draws) {
      let weights = generator.dirichlet(parameters) ?? components.map(\.weight)
      for (place, score) in Self.sum(columns, weights, count: ranked.count).enumerated() { scores[place].append(score) }
    }
    return spreadRanks(scores, top: top)
  }

  /// The rank interval of each area when the components that have draws are drawn: how much the order hangs on chance.
  public func rankIntervals(top: Int = 3) -> [RankInterval?] {
    let drawn = components.map { component -> [[Double]]? in
      guard component.draws.count == component.values.count else { return nil }
      let columns = ranked.map { component.draws[$0] ?? [] }
      return columns.contains(where: \.isEmpty) ? nil : columns
    }
    let count = drawn.compactMap { $0 }.flatMap { $0.map(\.count) }.min() ?? 1
    let weights = components.map(\.weight)
    let fixed = transformed.map { column in ranked.map { column[$0] ?? 0 } }
    var scores = [[Double]](repeating: [], count: ranked.count)
    for draw in 0..<count {
      let columns = components.indices.map { index in
        guard let columns = drawn[index] else { return fixed[index] }
        return Self.transform(columns.map { $0[draw] }, components[index].higherIsMoreNeed)
      }
      for (place, score) in Self.sum(columns, weights, count: ranked.count).enumerated() { scores[place].append(score) }
    }
    return spreadRanks(scores, top: top)
  }

  private func spreadRanks(_ scores: [[Double]], top: Int) -> [RankInterval?] {
    var result = [RankInterval?](repeating: nil, count: self.scores.count)
    for (place, interval) in RankInterval.of(scores, top: top).enumerated() { result[ranked[place]] = interval }
    return result
  }

  private static func transform(_ values: [Double], _ higherIsMoreNeed: Bool) -> [Double] {
    Ranks.of(values, lowestFirst: !higherIsMoreNeed).map {
      ExponentialTransform.score(rank: $0, of: values.count) ?? 0
    }
  }

  private static func sum(_ columns: [[Double]], _ weights: [Double], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (column, weight) in zip(columns, weights) {
      for place in sums.indices { sums[place] += weight * column[place] }
    }
    return sums
  }
}
