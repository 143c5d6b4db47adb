/// How sure an interval is: 95 % beside every figure, 99.8 % (three standard errors) for the outer line of a funnel.
public struct ConfidenceLevel: Hashable, Sendable {
  /// The share of intervals that hold the truth, 0.95.
  public let level: Double
  /// What is left over, both tails together: 0.05.
  public let alpha: Double
  /// Φ⁻¹(1 − α/2), in double precision.
  public let z: Double

  /// 95 %: z = Φ⁻¹(0.975).
  public static let percent95 = ConfidenceLevel(known: 0.95, alpha: 0.05)
  /// 99.8 %: z = Φ⁻¹(0.999).
  public static let percent99point8 = ConfidenceLevel(known: 0.998, alpha: 0.002)

  /// Any other level; nil unless it lies between 0 and 1.
  public init?(_ level: Double) {
    guard level > 0, level < 1 else { return nil }
    self.init(known: level, alpha: 1 - level)
  }

  // α is stated, not worked out as 1 − level, which differs from 0.05 in the last digits.
  private init(known level: Double, alpha: Double) {
    self.level = level
    self.alpha = alpha
    z = -Normal.quantile(alpha / 2)
  }
}
