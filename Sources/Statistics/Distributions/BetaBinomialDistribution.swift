import Foundation

/// Events among n people of one place, where people of one place are alike: the rate itself varies as a beta.
public struct BetaBinomialDistribution: Hashable, Sendable {
  /// n.
  public let people: Int
  private let alpha: Double
  private let beta: Double

  /// Mean n·p, variance n·p(1 − p)(1 + (n − 1)ρ). Nil unless n ≥ 0, 0 < p < 1, 0 < ρ < 1.
  public init?(people: Int, rate: Double, correlation: Double) {
    guard people >= 0, rate > 0, rate < 1, correlation > 0, correlation < 1 else { return nil }
    let size = 1 / correlation - 1
    self.people = people
    alpha = rate * size
    beta = (1 - rate) * size
  }

  /// P(X = k) = C(n, k)·B(k + α, n − k + β)/B(α, β).
  public func mass(_ k: Int) -> Double {
    guard k >= 0, k <= people else { return 0 }
    let (n, x) = (Double(people), Double(k))
    let choose = SaddlePoint.logGamma(n + 1) - SaddlePoint.logGamma(x + 1) - SaddlePoint.logGamma(n - x + 1)
    return exp(choose + logBeta(x + alpha, n - x + beta) - logBeta(alpha, beta))
  }

  /// P(X ≤ k), by summing the shorter side.
  public func cumulative(_ k: Int) -> Double {
    guard k >= 0 else { return 0 }
    guard k < people else { return 1 }
    return k < people / 2 ? sum(0...k) : max(0, 1 - sum((k + 1)...people))
  }

  /// P(X ≥ k).
  public func upperTail(_ k: Int) -> Double {
    guard k > 0 else { return 1 }
    guard k <= people else { return 0 }
    return k > people / 2 ? sum(k...people) : max(0, 1 - sum(0...(k - 1)))
  }

  private func sum(_ range: ClosedRange<Int>) -> Double { range.reduce(0) { $0 + mass($1) } }

  private func logBeta(_ a: Double, _ b: Double) -> Double {
    SaddlePoint.logGamma(a) + SaddlePoint.logGamma(b) - SaddlePoint.logGamma(a + b)
  }
}
