import Statistics

/// Doubt in plain English, so that a centre head reads an interval as it is meant.
///
/// ```swift
/// DoubtWords.between(Interval(0.5525, 0.7364))      // "between 55 and 74 in 100"
/// ```
public enum DoubtWords {
  /// "between 55 and 74 in 100"; "about 60 in 100" where both limits round to the same.
  public static func between(_ interval: Interval) -> String {
    let (low, high) = (hundred(interval.lower), hundred(interval.upper))
    return low == high ? "about \(low) in 100" : "between \(low) and \(high) in 100"
  }

  /// "65 in 100"; "fewer than 1 in 100" and "more than 99 in 100" near the ends, which 0 and 100 would misstate.
  public static func outOf100(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "fewer than 1 in 100" }
    if share < 1, share >= 0.995 { return "more than 99 in 100" }
    return "\(hundred(share)) in 100"
  }

  /// What can be said of a threshold: "cannot tell yet whether 65 % is met; 14 more children reached would settle it".
  public static func threshold(_ judgement: ThresholdJudgement, done: String = "reached") -> String {
    let share = percent(judgement.threshold)
    switch judgement.verdict {
    case .met: return "\(share) is met"
    case .notMet: return "\(share) is not met"
    case .cannotTell(let more):
      let children = more == 1 ? "1 more child" : "\(more) more children"
      return "cannot tell yet whether \(share) is met; \(children) \(done) would settle it"
    case .tooSmall: return "this place is too small to show \(share)"
    }
  }

  /// How far the rules of apportionment differ: "62 to 66 in 100, by the rule taken"; nil where they agree to the percent.
  public static func spread(_ spread: Interval) -> String? {
    let (low, high) = (hundred(spread.lower), hundred(spread.upper))
    return low == high ? nil : "\(low) to \(high) in 100, by the rule taken"
  }

  /// What is said of a rate: "About 65 in 100 (between 55 and 74 in 100)."
  public static func rate(_ figure: Figure) -> String? {
    guard let value = figure.value else { return nil }
    if value > 1 { return "More children are counted here than the estimate says live here." }
    let about = "About \(outOf100(value))"
    return figure.interval.map { "\(about) (\(between($0)))." } ?? "\(about)."
  }

  /// The sentence that stands once on each page with intervals.
  public static let standing = PeopleMeasures.standingCaveat

  /// "65 %", "2.5 %".
  public static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private static func hundred(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
