/// The binomial distribution: events among n people who each have them with probability p.
public struct BinomialDistribution: Hashable, Sendable {
  /// n.
  public let people: Int
  /// p.
  public let probability: Double

  /// Nil unless n ≥ 0 and 0 ≤ p ≤ 1.
  public init?(people: Int, probability: Double) {
    guard people >= 0, probability >= 0, probability <= 1 else { return nil }
    self.people = people
    self.probability = probability
  }

  /// P(X = k).
  public func mass(_ k: Int) -> Double {
    guard k >= 0, k <= people else { return 0 }
    return SaddlePoint.binomial(Double(k), of: Double(people), p: probability, q: 1 - probability)
  }

  /// P(X ≤ k) = I_{1−p}(n − k, k + 1) (DLMF 8.17.5).
  public func cumulative(_ k: Int) -> Double {
    guard k >= 0 else { return 0 }
    guard k < people, let beta = BetaDistribution(Double(k + 1), Double(people - k)) else { return 1 }
    return beta.upperTail(probability)
  }

  /// P(X ≥ k).
  public func upperTail(_ k: Int) -> Double {
    guard k > 0 else { return 1 }
    guard k <= people, let beta = BetaDistribution(Double(k), Double(people - k + 1)) else { return 0 }
    return beta.cumulative(probability)
  }

  /// The smallest k with P(X ≤ k) > p, where `strictly`, else ≥ p. n where there is none.
  public func smallest(reaching p: Double, strictly: Bool = false) -> Int {
    var (low, high) = (0, people)
    while low < high {
      let middle = (low + high) / 2
      let cumulative = cumulative(middle)
      if strictly ? cumulative > p : cumulative >= p { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
