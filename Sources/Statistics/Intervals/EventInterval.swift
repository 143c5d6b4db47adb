/// The interval of a number of events, as measures.md has it: Byar's for ten or more, the exact Poisson one below.
public enum EventInterval {
  /// The least number of events for which Byar's approximation is used.
  public static let byarFrom = 10.0

  /// The interval of the expected number of events; nil for a negative number.
  public static func interval(events: Double, at level: ConfidenceLevel = .percent95) -> Interval? {
    events >= byarFrom ? Byar.interval(events: events, at: level) : ExactPoisson.interval(events: events, at: level)
  }

  /// The interval of a rate: events in so many people or person-years. Nil without people.
  public static func rate(events: Double, of people: Double, at level: ConfidenceLevel = .percent95) -> Interval? {
    guard people > 0, people.isFinite else { return nil }
    return interval(events: events, at: level)?.scaled(by: 1 / people)
  }

  /// The same from coarsened counts: the lower limit of the fewest in the most, the upper of the most in the fewest.
  public static func rate(
    events: BoundedNumber, of people: BoundedNumber, at level: ConfidenceLevel = .percent95
  ) -> Interval? {
    guard let least = rate(events: events.low, of: people.high, at: level),
      let most = rate(events: events.high, of: people.low, at: level)
    else { return nil }
    return Interval(least.lower, most.upper)
  }
}
