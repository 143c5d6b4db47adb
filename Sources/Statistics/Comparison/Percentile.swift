/// Percentiles of a sample by linear interpolation (Hyndman and Fan's type 7, the default of R and NumPy).
public enum Percentile {
  /// The value below which lies the share p of the sorted sample; nil for an empty one.
  public static func of(sorted sample: [Double], _ p: Double) -> Double? {
    guard let first = sample.first, let last = sample.last else { return nil }
    let place = min(max(p, 0), 1) * Double(sample.count - 1)
    let index = Int(place)
    guard index + 1 < sample.count else { return last }
    guard index >= 0 else { return first }
    return sample[index] + (place - Double(index)) * (sample[index + 1] - sample[index])
  }

  /// From the 2.5th to the 97.5th percentile of draws; nil for none.
  public static func interval(_ draws: [Double], at level: ConfidenceLevel = .percent95) -> Interval? {
    let sorted = draws.sorted()
    guard let lower = of(sorted: sorted, level.alpha / 2), let upper = of(sorted: sorted, 1 - level.alpha / 2)
    else { return nil }
    return Interval(lower, upper)
  }
}
