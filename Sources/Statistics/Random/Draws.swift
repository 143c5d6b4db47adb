import Foundation

/// The natural logarithm, named apart so that the generator needs no Foundation.
func logarithm(_ x: Double) -> Double { log(x) }

extension Xoshiro256 {
  /// A gamma number of the given shape and scale 1; 0 where the shape is not over 0.
  ///
  /// Marsaglia G, Tsang W W (2000), A simple method for generating gamma variables, ACM Trans Math Softw 26:363.
  public mutating func gamma(shape: Double) -> Double {
    guard shape > 0 else { return 0 }
    if shape < 1 {
      // U^(1/a) brings a number of shape a + 1 down to a.
      return gamma(shape: shape + 1) * pow(1 - uniform(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = 1 - uniform()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return d * v }
      if log(u) < 0.5 * square + d * (1 - v + log(v)) { return d * v }
    }
  }

  /// A beta number.
  public mutating func beta(_ distribution: BetaDistribution) -> Double {
    let a = gamma(shape: distribution.alpha)
    let b = gamma(shape: distribution.beta)
    return a + b > 0 ? a / (a + b) : distribution.mean
  }

  /// Shares that sum to 1, drawn from Dirichlet(concentration); a parameter of 0 stays 0. Nil where all are 0 or one is
  /// negative.
  public mutating func dirichlet(_ concentration: [Double]) -> [Double]? {
    guard concentration.allSatisfy({ $0 >= 0 }), concentration.contains(where: { $0 > 0 }) else { return nil }
    let draws = concentration.map { gamma(shape: $0) }
    let sum = draws.reduce(0, +)
    return sum > 0 ? draws.map { $0 / sum } : nil
  }
}

/// Draws of what a place's rate may be.
public enum RateDraws {
  /// How many draws an interval is made of.
  public static let count = 1_000

  /// Draws of Beta(x + ½, n − x + ½) from the figure's own seed. Nil where there is no rate (n = 0, x > n).
  public static func of(
    events: Double, people: Double, count: Int = Self.count, seed: (UInt64, UInt64, UInt64, UInt64)
  ) -> [Double]? {
    guard people > 0, let posterior = BetaDistribution(jeffreys: events, of: people) else { return nil }
    var generator = Xoshiro256(seed: seed)
    return (0..<max(0, count)).map { _ in generator.beta(posterior) }
  }
}
