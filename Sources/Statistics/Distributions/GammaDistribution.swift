import Foundation

/// The gamma distribution with scale 1, from which Poisson's and χ²'s probabilities follow.
public struct GammaDistribution: Hashable, Sendable {
  /// The shape a.
  public let shape: Double

  /// Nil unless the shape is over 0 and finite.
  public init?(shape: Double) {
    guard shape > 0, shape.isFinite else { return nil }
    self.shape = shape
  }

  /// The regularised lower incomplete gamma function P(a, x).
  public func cumulative(_ x: Double) -> Double { tails(x).lower }

  /// Q(a, x) = 1 − P(a, x), exact where it is tiny.
  public func upperTail(_ x: Double) -> Double { tails(x).upper }

  /// The density; 0 below 0.
  public func density(_ x: Double) -> Double {
    guard x >= 0 else { return 0 }
    if x == 0 { return shape < 1 ? .infinity : (shape > 1 ? 0 : 1) }
    return SaddlePoint.poisson(shape, mean: x) * shape / x
  }

  /// The x below which lies p: 0 at p ≤ 0, +∞ at p ≥ 1.
  public func quantile(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1 else { return .infinity }
    return search(lower: p, upper: 1 - p)
  }

  /// The x above which lies p: +∞ at p ≤ 0, 0 at p ≥ 1.
  public func upperQuantile(_ p: Double) -> Double {
    guard p > 0 else { return .infinity }
    guard p < 1 else { return 0 }
    return search(lower: 1 - p, upper: p)
  }

  private func search(lower: Double, upper: Double) -> Double {
    var top = max(1, shape + 10 * shape.squareRoot())
    while upperTail(top) > upper, top < 1e300 { top *= 2 }
    return RootSearch.increasing(from: 0, to: top, start: shape) { x in
      let tails = tails(x)
      let gap = tails.lower < 0.5 ? tails.lower - lower : upper - tails.upper
      return (gap, density(x))
    }
  }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    let front = SaddlePoint.poisson(shape, mean: x)
    if x < shape + 1 {
      // DLMF 8.7.1: P = xᵃe⁻ˣ/Γ(a+1) · Σ xᵏ/((a+1)…(a+k)).
      var term = 1.0
      var sum = 1.0
      var divisor = shape
      while term > sum * 1e-17 {
        divisor += 1
        term *= x / divisor
        sum += term
      }
      let lower = min(1, front * sum)
      return (lower, 1 - lower)
    }
    // DLMF 8.9.2, by Lentz's method: Q = xᵃe⁻ˣ/Γ(a) · 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)).
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var result = d
    for step in 1...100_000 {
      let k = Double(step)
      let a = -k * (k - shape)
      b += 2
      d = a * d + b
      d = 1 / (abs(d) < 1e-300 ? 1e-300 : d)
      c = b + a / c
      if abs(c) < 1e-300 { c = 1e-300 }
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    let upper = min(1, front * shape * result)
    return (1 - upper, upper)
  }
}
