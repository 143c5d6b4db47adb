import Foundation

/// Binomial and Poisson terms to full precision for any size, by Loader's saddle-point expansion.
///
/// Loader C (2000), Fast and accurate computation of binomial probabilities: the deviance is split off, so that no two
/// large logarithms are subtracted. Arguments may be real numbers.
enum SaddlePoint {
  /// log Γ(x) for x > 0.
  static func logGamma(_ x: Double) -> Double {
    #if canImport(Glibc)
      // lgamma alone writes a global sign, which threads would share.
      var sign: Int32 = 0
      return lgamma_r(x, &sign)
    #else
      return Foundation.lgamma(x)
    #endif
  }

  /// The error of Stirling's formula: log Γ(n+1) − (n + ½) log n + n − ½ log 2π.
  static func stirlingError(_ n: Double) -> Double {
    guard n > 15 else {
      guard n > 0 else { return 0 }
      return logGamma(n + 1) - (n + 0.5) * log(n) + n - 0.5 * log(2 * Double.pi)
    }
    let square = n * n
    let series: [Double] = [1.0 / 1188, 1.0 / 1680, 1.0 / 1260, 1.0 / 360, 1.0 / 12]
    let signs: [Double] = [1, -1, 1, -1, 1]
    var sum = 0.0
    for (term, sign) in zip(series, signs) { sum = sum / square + sign * term }
    // 691/360360 and 1/156 keep the series good to 1e-17 from 15 on.
    sum += (-691.0 / 360_360 + 1.0 / 156 / square) / (square * square * square * square * square)
    return sum / n
  }

  /// x·log(x/m) + m − x without cancellation.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x > 0 ? x * log(x / m) + m - x : m }
    let ratio = difference / (x + m)
    var sum = difference * ratio
    var term = 2 * x * ratio
    let square = ratio * ratio
    var divisor = 3.0
    while divisor < 2_000 {
      term *= square
      let next = sum + term / divisor
      if next == sum { break }
      sum = next
      divisor += 2
    }
    return sum
  }

  /// The Poisson term mˣ e⁻ᵐ / Γ(x+1).
  static func poisson(_ x: Double, mean m: Double) -> Double {
    guard m > 0 else { return x == 0 ? 1 : 0 }
    guard x > 0 else { return exp(-m) }
    return exp(-stirlingError(x) - deviance(x, m)) / (2 * Double.pi * x).squareRoot()
  }

  /// The binomial term Γ(n+1)/(Γ(x+1)Γ(n−x+1)) pˣ qⁿ⁻ˣ; q is given so that a small one keeps its digits.
  static func binomial(_ x: Double, of n: Double, p: Double, q: Double) -> Double {
    guard p > 0 else { return x == 0 ? 1 : 0 }
    guard q > 0 else { return x == n ? 1 : 0 }
    if x <= 0 { return n <= 0 ? 1 : (p < 0.1 ? exp(n * log1p(-p)) : exp(n * log(q))) }
    if x >= n { return q < 0.1 ? exp(n * log1p(-q)) : exp(n * log(p)) }
    let exponent =
      stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q)
    return exp(exponent) * (n / (2 * Double.pi * x * (n - x))).squareRoot()
  }
}
