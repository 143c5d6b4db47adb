import Foundation

/// The exponential transformation of ranks with which the Indices of Deprivation combine domains.
///
/// English Indices of Deprivation 2019, Technical report, appendix E: R = (N − rank + 1)/N,
/// X = −23·ln(1 − R·(1 − e^(−100/23))). R = 1 gives 100, the most deprived tenth begins at 50.4267.
public enum ExponentialTransform {
  /// X at rank `rank` of `count`; 1 is the most deprived, means of ties are allowed. Nil unless 1 ≤ rank ≤ count.
  public static func score(rank: Double, of count: Int) -> Double? {
    guard count > 0, rank >= 1, rank <= Double(count) else { return nil }
    return score(share: (Double(count) - rank + 1) / Double(count))
  }

  /// X at R, the share of areas that are no more deprived. Nil unless 0 ≤ R ≤ 1.
  public static func score(share: Double) -> Double? {
    guard share >= 0, share <= 1 else { return nil }
    if share == 1 { return 100 }
    // 1 − e^(−100/23) by expm1, ln(1 − …) by log1p: both keep the digits near the ends.
    return -23 * log1p(share * expm1(-100.0 / 23))
  }
}
