import Foundation

/// The beta distribution Beta(α, β): what is known of a proportion after counting.
public struct BetaDistribution: Hashable, Sendable {
  /// α.
  public let alpha: Double
  /// β.
  public let beta: Double

  /// Nil unless both parameters are over 0 and finite.
  public init?(_ alpha: Double, _ beta: Double) {
    guard alpha > 0, beta > 0, alpha.isFinite, beta.isFinite else { return nil }
    self.alpha = alpha
    self.beta = beta
  }

  /// The posterior of a proportion with Jeffreys' prior: Beta(x + ½, n − x + ½). Nil unless 0 ≤ x ≤ n.
  public init?(jeffreys events: Double, of people: Double) {
    guard events >= 0, people >= events else { return nil }
    self.init(events + 0.5, people - events + 0.5)
  }

  /// α / (α + β).
  public var mean: Double { alpha / (alpha + beta) }

  /// The regularised incomplete beta function I_x(α, β).
  public func cumulative(_ x: Double) -> Double { tails(x).lower }

  /// 1 − I_x(α, β), exact where it is tiny.
  public func upperTail(_ x: Double) -> Double { tails(x).upper }

  /// The density; 0 outside 0…1, +∞ at an end that has none.
  public func density(_ x: Double) -> Double {
    guard x >= 0, x <= 1 else { return 0 }
    if x == 0 { return alpha < 1 ? .infinity : (alpha > 1 ? 0 : beta) }
    if x == 1 { return beta < 1 ? .infinity : (beta > 1 ? 0 : alpha) }
    return front(x) / (x * (1 - x))
  }

  /// The x below which lies p: 0 at p ≤ 0, 1 at p ≥ 1.
  public func quantile(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1 else { return 1 }
    return RootSearch.increasing(from: 0, to: 1, start: mean) { x in
      let tails = tails(x)
      // The smaller tail has the digits.
      let gap = tails.lower < 0.5 ? tails.lower - p : (1 - p) - tails.upper
      return (gap, density(x))
    }
  }

  /// xᵅ(1 − x)ᵝ / B(α, β), as a binomial term so that large parameters lose no digits.
  private func front(_ x: Double) -> Double {
    let n = alpha + beta
    return SaddlePoint.binomial(alpha, of: n, p: x, q: 1 - x) * alpha * beta / n
  }

  private func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    guard x < 1 else { return (1, 0) }
    let front = front(x)
    // DLMF 8.17.22 converges fast below this point; above it the mirrored one does (8.17.4).
    if x < (alpha + 1) / (alpha + beta + 2) {
      let lower = min(1, front * Self.fraction(x, alpha, beta) / alpha)
      return (lower, 1 - lower)
    }
    let upper = min(1, front * Self.fraction(1 - x, beta, alpha) / beta)
    return (1 - upper, upper)
  }

  /// The continued fraction of DLMF 8.17.22, by Lentz's method as modified by Thompson and Barnett.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return result
  }
}
