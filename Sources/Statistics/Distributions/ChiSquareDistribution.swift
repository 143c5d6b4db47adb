/// The χ² distribution.
public struct ChiSquareDistribution: Hashable, Sendable {
  /// Degrees of freedom.
  public let degrees: Double
  private let gamma: GammaDistribution

  /// Nil unless the degrees of freedom are over 0.
  public init?(degrees: Double) {
    guard let gamma = GammaDistribution(shape: degrees / 2) else { return nil }
    self.degrees = degrees
    self.gamma = gamma
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double { gamma.cumulative(x / 2) }
  /// P(X > x).
  public func upperTail(_ x: Double) -> Double { gamma.upperTail(x / 2) }
  /// The x below which lies p.
  public func quantile(_ p: Double) -> Double { 2 * gamma.quantile(p) }
}
