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
  /// method 10. Nil where one of the two has no Wilson interval.
  public init?(
    _ events1: BoundedNumber, of people1: BoundedNumber, less events2: BoundedNumber, of people2: BoundedNumber,
    at level: ConfidenceLevel = .percent95
  ) {
    guard let one = Wilson.interval(events: events1, of: people1, at: level),
      let two = Wilson.interval(events: events2, of: people2, at: level)
    else { return nil }
    let (p1, p2) = (events1.value / people1.value, events2.value / people2.value)
    self.init(p1, one, p2, two, correlation: 0)
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
    self.init((e + f) / people, one, (e + g) / people, two, correlation: correlation)
  }

  private init(_ p1: Double, _ one: Interval, _ p2: Double, _ two: Interval, correlation: Double) {
    func distance(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
    }
    value = p1 - p2
    interval = Interval(
      max(-1, value - distance(p1 - one.lower, two.upper - p2)),
      min(1, value + distance(one.upper - p1, p2 - two.lower)))
  }
}
