/// Tukey's outer fences: what lies beyond them is far outside the rest (Exploratory Data Analysis, 1977).
///
/// The quartiles hardly move when a value is wrong, so a wrong value cannot hide itself. The fences are
/// Q1 − 3·(Q3 − Q1) and Q3 + 3·(Q3 − Q1), with quartiles of Hyndman and Fan's type 7.
public struct OuterFences: Hashable, Sendable {
  /// The lower fence.
  public let low: Double
  /// The upper fence.
  public let high: Double

  /// How many values it takes for quartiles that mean anything.
  public static let leastCount = 8

  /// Fences around a sample in its own units; nil where it has under eight values or no spread at all.
  ///
  /// - Parameter leastSpread: the interquartile range is taken as at least this.
  public init?(_ sample: [Double], leastSpread: Double = 0) {
    let sorted = sample.filter(\.isFinite).sorted()
    guard sorted.count >= Self.leastCount, let q1 = Percentile.of(sorted: sorted, 0.25),
      let q3 = Percentile.of(sorted: sorted, 0.75)
    else { return nil }
    let spread = max(q3 - q1, leastSpread)
    guard spread > 0 else { return nil }
    (low, high) = (q1 - 3 * spread, q3 + 3 * spread)
  }

  /// Fences around counts, in counts, found among their square roots.
  ///
  /// A Poisson count's square root has standard deviation ½ whatever its mean (Bartlett 1936), so the interquartile range
  /// is taken as at least 0.6745, what chance alone gives.
  public init?(counts: [Int]) {
    guard let roots = OuterFences(counts.map { Double(max($0, 0)).squareRoot() }, leastSpread: 0.6745) else {
      return nil
    }
    (low, high) = (roots.low > 0 ? roots.low * roots.low : -1, roots.high * roots.high)
  }

  /// Whether a value lies strictly beyond a fence.
  public func isBeyond(_ value: Double) -> Bool { value < low || value > high }
}
