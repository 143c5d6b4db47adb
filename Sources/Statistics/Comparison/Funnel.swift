/// The limits within which places of a given size would fall if all had the same rate.
///
/// Spiegelhalter D J (2005), Funnel plots for comparing institutional performance, Stat Med 24:1185.
public struct Funnel: Hashable, Sendable {
  /// p0, the rate that all are compared with.
  public let rate: Double
  /// φ, a factor on the variance; 1: none.
  public let dispersion: Double
  /// τ², a variance between places that is added; 0: none.
  public let between: Double

  /// Nil unless 0 ≤ p0 ≤ 1, φ > 0 and τ² ≥ 0.
  public init?(rate: Double, dispersion: Double = 1, between: Double = 0) {
    guard rate >= 0, rate <= 1, dispersion > 0, between >= 0 else { return nil }
    self.rate = rate
    self.dispersion = dispersion
    self.between = between
  }

  /// The limits for a place of so many people: p0 ± z√(φ·p0(1 − p0)/n + τ²), clipped to 0…1; exact binomial ones where
  /// min(n·p0, n(1 − p0)) < 5 and no over-dispersion is allowed for. Nil for nobody.
  public func limits(people: Double, at level: ConfidenceLevel = .percent95) -> Interval? {
    guard people > 0, people.isFinite else { return nil }
    if min(people * rate, people * (1 - rate)) < 5, dispersion == 1, between == 0 {
      let whole = Int((people + 0.5).rounded(.down))
      guard whole > 0, let binomial = BinomialDistribution(people: whole, probability: rate) else { return nil }
      let lower = binomial.smallest(reaching: level.alpha / 2, strictly: true)
      let upper = binomial.smallest(reaching: 1 - level.alpha / 2)
      return Interval(Double(lower) / Double(whole), Double(upper) / Double(whole))
    }
    let error = (dispersion * rate * (1 - rate) / people + between).squareRoot()
    return Interval(rate - level.z * error, rate + level.z * error).clipped(to: 0...1)
  }

  /// On which side of the limits a place lies: −1 below, 0 within (a place on the line is within), 1 above. Nil for nobody
  /// or more events than people.
  public func side(events: Double, of people: Double, at level: ConfidenceLevel = .percent95) -> Int? {
    guard events >= 0, events <= people, let limits = limits(people: people, at: level) else { return nil }
    let observed = events / people
    return observed < limits.lower ? -1 : (observed > limits.upper ? 1 : 0)
  }
}
