/// The Poisson distribution: events that come independently, `mean` of them on average.
public struct PoissonDistribution: Hashable, Sendable {
  /// The expected number.
  public let mean: Double

  /// Nil unless the mean is 0 or more and finite.
  public init?(mean: Double) {
    guard mean >= 0, mean.isFinite else { return nil }
    self.mean = mean
  }

  /// P(X = k).
  public func mass(_ k: Int) -> Double {
    k >= 0 ? SaddlePoint.poisson(Double(k), mean: mean) : 0
  }

  /// P(X ≤ k) = Q(k + 1, mean) (DLMF 8.4.10).
  public func cumulative(_ k: Int) -> Double {
    guard k >= 0, let gamma = GammaDistribution(shape: Double(k) + 1) else { return 0 }
    return gamma.upperTail(mean)
  }

  /// P(X ≥ k).
  public func upperTail(_ k: Int) -> Double {
    guard k > 0, let gamma = GammaDistribution(shape: Double(k)) else { return 1 }
    return gamma.cumulative(mean)
  }
}
