/// Wilson's score interval of a proportion.
///
/// Wilson E B (1927), Probable inference, the law of succession, and statistical inference, J Am Stat Assoc 22:209;
/// the choice of Public Health England's Technical Guide "Confidence intervals" for proportions:
/// (2x + z² ± z√(z² + 4x(1 − x/n))) / 2(n + z²).
public enum Wilson {
  /// The interval of `events` in `of`; both may be real numbers, as apportioned denominators are.
  ///
  /// Nil where there is none: nobody (n = 0), more events than people, a negative or not a finite number.
  public static func interval(events: Double, of people: Double, at level: ConfidenceLevel = .percent95) -> Interval? {
    guard people > 0, people.isFinite, events >= 0, events <= people else { return nil }
    let z = level.z
    let centre = 2 * events + z * z
    let half = z * (z * z + 4 * events * (1 - events / people)).squareRoot()
    let scale = 2 * (people + z * z)
    // At 0 and at 100 % one limit is the estimate itself; rounding must not put it beside.
    let lower = events == 0 ? 0 : max(0, (centre - half) / scale)
    let upper = events == people ? 1 : min(1, (centre + half) / scale)
    return Interval(lower, upper)
  }

  /// The interval that holds each interval which the bounds allow (measures.md, Disclosure 3): from the lower limit
  /// at fewest events in most people to the upper limit at most events, no more than people, in fewest people.
  ///
  /// Nil where the values give none.
  public static func interval(
    events: BoundedNumber, of people: BoundedNumber, at level: ConfidenceLevel = .percent95
  ) -> Interval? {
    guard people.value > 0, events.value >= 0, events.value <= people.value,
      let least = interval(events: min(events.low, people.high), of: people.high, at: level)
    else { return nil }
    // With nobody for certain, anything up to everybody is possible.
    let most = interval(events: min(events.high, people.low), of: people.low, at: level)
    return Interval(least.lower, most?.upper ?? 1)
  }
}
