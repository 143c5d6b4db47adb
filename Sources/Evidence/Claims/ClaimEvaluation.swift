import Statistics

/// Evaluates numeric claims by machine: does the figure stand to its comparator as the claim says?
public enum ClaimEvaluation {
  /// A figure that a claim asks for, with its interval at 95 %.
  public struct Figure: Hashable, Sendable {
    /// The value.
    public var value: Double
    /// The lower limit; the value where it has none.
    public var low: Double
    /// The upper limit; the value where it has none.
    public var high: Double

    /// Makes a figure.
    public init(value: Double, low: Double? = nil, high: Double? = nil) {
      self.value = value
      self.low = low ?? value
      self.high = high ?? value
    }
  }

  /// What the machine finds.
  public enum Verdict: String, Sendable, CaseIterable, Codable {
    /// The interval lies wholly where the claim says.
    case holds
    /// It lies wholly on the other side: the claim is refuted by its own rule.
    case doesNotHold = "does-not-hold"
    /// The interval holds the comparator.
    case cannotTell = "cannot-tell"
    /// There is no figure, or the claim has none.
    case notNumeric = "not-numeric"
  }

  /// The figure with its interval, and what it is held against: "35.7 % (30.3 to 41.4), against 47.8 % in the authority".
  ///
  /// - Parameter unit: nil: the figure is a share.
  public static func words(
    _ figure: Figure, against: Double, _ comparator: Claim.Comparator, unit: String? = nil
  ) -> String {
    func number(_ value: Double) -> String { EvidenceWords.tenths(unit == nil ? value * 100 : value) }
    let mark = unit.map { $0.isEmpty ? "" : " \($0)" } ?? " %"
    let limits =
      figure.low < figure.high || unit == nil ? " (\(number(figure.low)) to \(number(figure.high)))" : ""
    let whose =
      switch comparator {
      case .authority: " in the authority"
      case .complement: " of everybody else there"
      case .lastCycle: " a cycle before"
      case .restOfCatchment, .value, .none: ""
      }
    return "\(number(figure.value))\(mark)\(limits), against \(number(against))\(mark)\(whose)"
  }

  /// Holds a figure against a number as the predicate says.
  public static func verdict(_ figure: Figure?, _ predicate: Claim.Predicate, _ comparator: Double?) -> Verdict {
    verdict(figure, predicate, against: comparator.map { BoundedNumber($0) })
  }

  /// The same against a number that is known between two bounds only, as a release's are: it holds where it holds
  /// whatever the number is.
  public static func verdict(
    _ figure: Figure?, _ predicate: Claim.Predicate, against comparator: BoundedNumber?
  ) -> Verdict {
    guard predicate != .stated, let figure, let comparator else { return .notNumeric }
    if figure.high < comparator.low { return predicate == .below ? .holds : .doesNotHold }
    if figure.low > comparator.high { return predicate == .above ? .holds : .doesNotHold }
    return .cannotTell
  }
}
