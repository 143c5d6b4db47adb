/// The difference of two proportions with its interval.
public struct ProportionDifference: Hashable, Sendable {
  /// First less second.
  public var value: Double
  /// Its interval.
  public var interval: Interval
  /// Whether the interval leaves out 0.
  public var isDifferent: Bool { !interval.contains(0) }

  /// Of independent groups: Newcombe's hybrid score interval without continuity correction.
  ///
  /// Newcombe R G (1998), Interval estimation for the difference between independent proportions, Stat Med 17:873,
  /// method 10. Of coarsened counts the interval runs from the lower limit where the first is least and the second most to
  /// the upper limit where it is the other way round, and so holds that of every pair within the bounds. Nil where one of
  /// the two has no Wilson interval.
  public init?(
    _ events1: BoundedNumber, of people1: BoundedNumber, less events2: BoundedNumber, of people2: BoundedNumber,
    at level: ConfidenceLevel = .percent95
  ) {
    guard Wilson.interval(events: events1, of: people1, at: level) != nil,
      Wilson.interval(events: events2, of: people2, at: level) != nil
    else { return nil }
    let least = Self.between(
      Self.corner(events1.low, people1.high, level, empty: 0), Self.corner(events2.high, people2.low, level, empty: 1))
    let most = Self.between(
      Self.corner(events1.high, people1.low, level, empty: 1), Self.corner(events2.low, people2.high, level, empty: 0))
    value = events1.value / people1.value - events2.value / people2.value
    interval = Interval(least.lower, most.upper)
  }

  /// A share and its limits at one corner of the bounds; of nobody for certain anything is possible.
  private static func corner(
    _ events: Double, _ people: Double, _ level: ConfidenceLevel, empty: Double
  ) -> (share: Double, limits: Interval) {
    let capped = min(events, people)
    guard let limits = Wilson.interval(events: capped, of: people, at: level) else { return (empty, Interval(0, 1)) }
    return (capped / people, limits)
  }

  private static func between(
    _ one: (share: Double, limits: Interval), _ two: (share: Double, limits: Interval), correlation: Double = 0
  ) -> Interval {
    func distance(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
    }
    let value = one.share - two.share
    return Interval(
      max(-1, value - distance(one.share - one.limits.lower, two.limits.upper - two.share)),
      min(1, value + distance(one.limits.upper - one.share, two.share - two.limits.lower)))
  }

  /// Of the same people twice: Newcombe's hybrid score interval for paired data.
  ///
  /// Newcombe R G (1998), Improved confidence intervals for the difference between binomial proportions based on paired
  /// data, Stat Med 17:2635, method 10. `both` had it both times, `first` and `second` only then, `neither` never. The
  /// difference is first less second. Nil without anybody, or with a negative number.
  public init?(both: Int, first: Int, second: Int, neither: Int, at level: ConfidenceLevel = .percent95) {
    let people = Double(both + first + second + neither)
    guard min(both, first, second, neither) >= 0, people > 0,
      let one = Wilson.interval(events: Double(both + first), of: people, at: level),
      let two = Wilson.interval(events: Double(both + second), of: people, at: level)
    else { return nil }
    let (e, f, g, h) = (Double(both), Double(first), Double(second), Double(neither))
    let margins = (e + f) * (g + h) * (e + g) * (f + h)
    let cross = e * h - f * g
    // A positive association is corrected for continuity, a negative one is not.
    let corrected = cross > 0 ? max(cross - people / 2, 0) : cross
    let correlation = margins > 0 ? corrected / margins.squareRoot() : 0
    value = (e + f) / people - (e + g) / people
    interval = Self.between(((e + f) / people, one), ((e + g) / people, two), correlation: correlation)
  }
}
