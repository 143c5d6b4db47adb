/// Two limits between which a figure lies.
public struct Interval: Hashable, Sendable, Codable {
  /// The lower limit.
  public var lower: Double
  /// The upper limit.
  public var upper: Double

  /// Makes an interval; limits given the wrong way round are put right.
  public init(_ one: Double, _ other: Double) {
    lower = min(one, other)
    upper = max(one, other)
  }

  /// From the least to the most of some values; nil where there are none.
  public init?(spanning values: some Collection<Double>) {
    guard let least = values.min(), let most = values.max() else { return nil }
    self.init(least, most)
  }

  /// Upper less lower.
  public var width: Double { upper - lower }

  /// Whether the value lies in it, limits included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether the other lies wholly in it.
  public func contains(_ other: Interval) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Both limits multiplied, for rates per 100 or per 1,000.
  public func scaled(by factor: Double) -> Interval { Interval(lower * factor, upper * factor) }

  /// The interval cut to a range that the figure cannot leave.
  public func clipped(to range: ClosedRange<Double>) -> Interval {
    Interval(
      min(max(lower, range.lowerBound), range.upperBound), min(max(upper, range.lowerBound), range.upperBound))
  }
}
