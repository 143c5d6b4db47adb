/// Whether a rate meets a threshold, as far as the counts can tell.
///
/// ```swift
/// ThresholdJudgement(events: 65, of: 100, threshold: 0.65)?.verdict   // .cannotTell(more: 8)
/// ```
/// The rate's posterior with Jeffreys' prior is Beta(x + ½, n − x + ½) (Brown, Cai, DasGupta 2001, Stat Sci 16:101).
/// P(rate ≥ t) of at least 0.95 is `met`, of at most 0.05 `notMet`.
public struct ThresholdJudgement: Hashable, Sendable {
  /// What can be said.
  public enum Verdict: Hashable, Sendable {
    /// P(rate ≥ t) ≥ 0.95.
    case met
    /// P(rate ≥ t) ≤ 0.05.
    case notMet
    /// Neither; so many more events among the same people would make it `met`.
    case cannotTell(more: Int)
    /// Neither, and not even everybody would make it `met`: the place is too small.
    case tooSmall
  }

  /// t, the share to be met.
  public var threshold: Double
  /// P(rate ≥ t); from coarsened counts the least that it can be.
  public var probability: Double
  /// From coarsened counts the most that it can be, else the same.
  public var highestProbability: Double
  /// What can be said.
  public var verdict: Verdict

  /// How sure a verdict must be.
  public static let certainty = 0.95

  /// Judges exact counts; nil where there is no rate (nobody, more events than people, t outside 0…1).
  public init?(events: Double, of people: Double, threshold: Double, certainty: Double = Self.certainty) {
    self.init(
      events: BoundedNumber(events), of: BoundedNumber(people), threshold: threshold, certainty: certainty)
  }

  /// Judges coarsened counts (measures.md, Disclosure 3): `met` only if met by the fewest events in the most people,
  /// `notMet` only if not met by the most events in the fewest people.
  public init?(
    events: BoundedNumber, of people: BoundedNumber, threshold: Double, certainty: Double = Self.certainty
  ) {
    guard threshold > 0, threshold < 1, certainty > 0.5, certainty < 1, people.value > 0,
      events.value >= 0, events.value <= people.value,
      let least = Self.probability(events.low, people.high, threshold)
    else { return nil }
    // With nobody for certain, the most that it can be is certainty itself.
    let most = people.low > 0 ? Self.probability(events.high, people.low, threshold) ?? 1 : 1
    self.threshold = threshold
    probability = least
    highestProbability = most
    // 1 − 0.95 is not 0.05 in binary; the verdict must not hang on the last digit.
    if least >= certainty - 1e-12 {
      verdict = .met
    } else if most <= 1 - certainty + 1e-12 {
      verdict = .notMet
    } else if let more = Self.more(events.low, people.high, threshold, certainty) {
      verdict = .cannotTell(more: more)
    } else {
      verdict = .tooSmall
    }
  }

  private static func probability(_ events: Double, _ people: Double, _ threshold: Double) -> Double? {
    BetaDistribution(jeffreys: min(events, people), of: people)?.upperTail(threshold)
  }

  /// The least number of further events with which the threshold would be met at this n.
  private static func more(_ events: Double, _ people: Double, _ threshold: Double, _ certainty: Double) -> Int? {
    func met(_ more: Int) -> Bool {
      (probability(events + Double(more), people, threshold) ?? 0) >= certainty - 1e-12
    }
    var (low, high) = (1, Int((people - events).rounded(.down)))
    guard high >= 1, met(high) else { return nil }
    while low < high {
      let middle = (low + high) / 2
      if met(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
