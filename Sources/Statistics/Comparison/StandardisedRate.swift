/// A rate as it would be if the place had another's mix of ages or groups, with its interval.
public struct StandardisedRate: Hashable, Sendable {
  /// The rate.
  public var value: Double
  /// Its interval.
  public var interval: Interval
  /// Observed events.
  public var events: Double

  /// The fewest events for which a standardised rate is given (Public Health England, Technical Guide).
  public static let fewestEvents = 10.0

  /// One age band or group.
  public struct Stratum: Hashable, Sendable {
    /// Events in it.
    public var events: Double
    /// People in it.
    public var people: Double
    /// Direct: people of the standard population. Indirect: the reference rate.
    public var standard: Double
    /// Makes a stratum.
    public init(events: Double, people: Double, standard: Double) {
      (self.events, self.people, self.standard) = (events, people, standard)
    }
  }

  /// Directly standardised: Σwᵢ(xᵢ/nᵢ)/Σwᵢ, with the interval of Dobson A J et al. (1991), Stat Med 10:457, on Byar's:
  /// DSR + √(Var/O)·(limit − O), Var = Σwᵢ²xᵢ/nᵢ² / (Σwᵢ)².
  ///
  /// Nil below ten events, where a stratum has events but no people, or where the standard sums to nothing. A stratum
  /// without people and events adds nothing.
  public static func direct(_ strata: [Stratum], at level: ConfidenceLevel = .percent95) -> StandardisedRate? {
    let events = strata.reduce(0) { $0 + $1.events }
    let weights = strata.reduce(0) { $0 + $1.standard }
    guard events >= fewestEvents, weights > 0, let byar = Byar.interval(events: events, at: level) else { return nil }
    var (rate, variance) = (0.0, 0.0)
    for stratum in strata where stratum.events > 0 {
      guard stratum.people > 0, stratum.standard >= 0 else { return nil }
      rate += stratum.standard * stratum.events / stratum.people
      variance += stratum.standard * stratum.standard * stratum.events / (stratum.people * stratum.people)
    }
    let value = rate / weights
    let scale = (variance / (weights * weights) / events).squareRoot()
    return StandardisedRate(
      value: value,
      interval: Interval(value + scale * (byar.lower - events), value + scale * (byar.upper - events)),
      events: events)
  }

  /// Indirectly standardised ratio: observed events over those expected at the reference rates, with Byar's interval.
  ///
  /// Nil below ten events or without any expected.
  public static func indirect(_ strata: [Stratum], at level: ConfidenceLevel = .percent95) -> StandardisedRate? {
    let events = strata.reduce(0) { $0 + $1.events }
    let expected = strata.reduce(0) { $0 + $1.people * $1.standard }
    guard events >= fewestEvents, expected > 0, let byar = Byar.interval(events: events, at: level) else { return nil }
    return StandardisedRate(
      value: events / expected, interval: byar.scaled(by: 1 / expected), events: events)
  }
}
