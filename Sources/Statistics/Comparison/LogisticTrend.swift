import Foundation

/// A rate that rises or falls with one number: logit p = a + b·x, fitted by maximum likelihood to places' counts.
///
/// Newton's method on the binomial likelihood (McCullagh P, Nelder J A, Generalized Linear Models, 2nd ed. 1989, 4.4).
/// Used to take out of a comparison what deprivation explains.
public struct LogisticTrend: Hashable, Sendable {
  /// a, on the scale of log odds.
  public var intercept: Double
  /// b, per unit of x.
  public var slope: Double

  /// From places' events, people and x. Where x is the same everywhere the slope is 0. Nil where nobody, or everybody,
  /// has the event, or the fit does not settle (events split by x).
  public init?(_ places: [(events: Double, people: Double, x: Double)]) {
    let known = places.filter { $0.people > 0 && $0.events >= 0 && $0.events <= $0.people && $0.x.isFinite }
    let people = known.reduce(0) { $0 + $1.people }
    let events = known.reduce(0) { $0 + $1.events }
    guard events > 0, events < people else { return nil }
    let mean = known.reduce(0) { $0 + $1.people * $1.x } / people
    let varies = known.contains { $0.x != known[0].x }
    var (a, b) = (log(events / (people - events)), 0.0)
    for step in 0... {
      var (g0, g1, h00, h01, h11) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for place in known {
        let x = place.x - mean
        let p = Self.rate(logOdds: a + b * x)
        let weight = place.people * p * (1 - p)
        let gap = place.events - place.people * p
        (g0, g1) = (g0 + gap, g1 + gap * x)
        (h00, h01, h11) = (h00 + weight, h01 + weight * x, h11 + weight * x * x)
      }
      let determinant = h00 * h11 - h01 * h01
      let (da, db) =
        varies && determinant > 0
        ? ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant) : (g0 / h00, 0)
      guard da.isFinite, db.isFinite, abs(a + da) < 30, abs(b + db) < 30, step < 100 else { return nil }
      (a, b) = (a + da, b + db)
      if abs(da) + abs(db) < 1e-12 { break }
    }
    (intercept, slope) = (a - b * mean, b)
  }

  /// a + b·x.
  public func logOdds(at x: Double) -> Double { intercept + slope * x }

  /// 1/(1 + e^−y).
  public static func rate(logOdds y: Double) -> Double { y >= 0 ? 1 / (1 + exp(-y)) : exp(y) / (1 + exp(y)) }

  /// The shift of the log odds at which places that the trend describes have together as many events as they have.
  /// Nil where none or all of the people have the event.
  public func shift(_ places: [(events: Double, people: Double, x: Double)]) -> Double? {
    let events = places.reduce(0) { $0 + $1.events }
    guard events > 0, events < places.reduce(0, { $0 + $1.people }) else { return nil }
    // The expected events grow with the shift, so halving finds the one.
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<70 {
      let middle = (low + high) / 2
      let expected = places.reduce(0) { $0 + $1.people * Self.rate(logOdds: logOdds(at: $1.x) + middle) }
      if expected < events { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
