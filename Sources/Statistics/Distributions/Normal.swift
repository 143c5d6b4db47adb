import Foundation

/// The standard normal distribution Φ.
public enum Normal {
  /// Φ(x): the share below x, exact in the far lower tail too.
  public static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// 1 − Φ(x), exact in the far upper tail.
  public static func upperTail(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }

  /// The probability of so far from 0, either way.
  public static func twoSided(_ z: Double) -> Double { min(1, erfc(abs(z) / 2.0.squareRoot())) }

  /// The density.
  public static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }

  /// Φ⁻¹(p): −∞ at 0 and below, +∞ at 1 and above.
  ///
  /// Acklam's rational approximation (relative error 1.15e-9) as a start, then two of Halley's steps on `erfc`, after
  /// which the error is that of `erfc` itself. Computed in the lower half and mirrored, so that tails keep their digits.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0 else { return -.infinity }
    guard p < 1 else { return .infinity }
    if p > 0.5 { return -lower(1 - p) }
    return lower(p)
  }

  private static func lower(_ p: Double) -> Double {
    var x = start(p)
    for _ in 0..<2 {
      let density = density(x)
      guard density > 0 else { break }
      let step = (cumulative(x) - p) / density
      x -= step / (1 + x * step / 2)
    }
    return x
  }

  private static func start(_ p: Double) -> Double {
    func horner(_ coefficients: [Double], _ t: Double) -> Double { coefficients.reduce(0) { $0 * t + $1 } }
    if p < 0.02425 {
      let q = (-2 * log(p)).squareRoot()
      return horner(
        [
          -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968,
          2.938163982698783,
        ], q)
        / horner([7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1], q)
    }
    let q = p - 0.5
    let r = q * q
    return horner(
      [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
        -3.066479806614716e+01, 2.506628277459239,
      ], r) * q
      / horner(
        [
          -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
          -1.328068155288572e+01, 1,
        ], r)
  }
}
