import Foundation

/// Exact tests with the mid-p rule: half of the probability of what was seen counts, so that they are not too timid.
///
/// Lancaster H O (1961), Significance tests in discrete distributions, J Am Stat Assoc 56:223. Two-sided is twice the
/// smaller tail, at most 1.
public enum MidPTest {
  /// x of n people against a known rate, with an intraclass correlation ρ of people in one place (0: none).
  ///
  /// Over-dispersed counts follow the beta-binomial distribution with variance n·p(1 − p)(1 + (n − 1)ρ). Nil unless
  /// 0 ≤ x ≤ n, n > 0, 0 < p < 1 and 0 ≤ ρ < 1.
  public static func twoSided(events: Int, of people: Int, rate: Double, correlation: Double = 0) -> Double? {
    guard people > 0, events >= 0, events <= people, rate > 0, rate < 1, correlation >= 0, correlation < 1
    else { return nil }
    if correlation > 0 {
      guard let distribution = BetaBinomialDistribution(people: people, rate: rate, correlation: correlation)
      else { return nil }
      return twoSided(
        below: distribution.cumulative(events - 1), at: distribution.mass(events),
        above: distribution.upperTail(events + 1))
    }
    guard let distribution = BinomialDistribution(people: people, probability: rate) else { return nil }
    return twoSided(
      below: distribution.cumulative(events - 1), at: distribution.mass(events),
      above: distribution.upperTail(events + 1))
  }

  /// x₁ of n₁ against x₂ of n₂, both only counted: Fisher's test with the mid-p rule. Nil where one has nobody or more
  /// events than people.
  public static func twoSided(
    events events1: Int, of people1: Int, against events2: Int, of people2: Int
  ) -> Double? {
    guard people1 > 0, people2 > 0, events1 >= 0, events1 <= people1, events2 >= 0, events2 <= people2
    else { return nil }
    let events = events1 + events2
    let total = people1 + people2
    func choose(_ n: Int, _ k: Int) -> Double {
      SaddlePoint.logGamma(Double(n) + 1) - SaddlePoint.logGamma(Double(k) + 1)
        - SaddlePoint.logGamma(Double(n - k) + 1)
    }
    let all = choose(total, events)
    var (below, at, above) = (0.0, 0.0, 0.0)
    for k in max(0, events - people2)...min(events, people1) {
      let mass = exp(choose(people1, k) + choose(people2, events - k) - all)
      if k < events1 { below += mass } else if k == events1 { at = mass } else { above += mass }
    }
    return twoSided(below: below, at: at, above: above)
  }

  private static func twoSided(below: Double, at: Double, above: Double) -> Double {
    min(1, 2 * min(below + at / 2, above + at / 2))
  }

  /// ρ from places' events and the rates expected there, by moments: Σ(x − np)²/(np(1 − p)) is set equal to
  /// Σ(1 + (n − 1)ρ), less the `fitted` parameters. Never below 0; nil where no place tells.
  public static func correlation(
    _ places: [(events: Double, people: Double, rate: Double)], fitted parameters: Int = 1
  ) -> Double? {
    let known = places.filter { $0.people > 1 && $0.rate > 0 && $0.rate < 1 }
    let pairs = known.reduce(0) { $0 + $1.people - 1 }
    guard pairs > 0, known.count > parameters else { return nil }
    let pearson = known.reduce(0) { sum, place in
      let gap = place.events - place.people * place.rate
      return sum + gap * gap / (place.people * place.rate * (1 - place.rate))
    }
    return min(max(0, (pearson - Double(known.count - parameters)) / pairs), 0.999)
  }
}
