/// What must be known beside a figure, or why there is none.
public enum FigureFlag: String, Codable, Hashable, Sendable, CaseIterable {
  /// No estimate of children, or an area without one.
  case denominatorMissing = "denominator-missing"
  /// The publisher suppressed an area's number.
  case denominatorSuppressed = "denominator-suppressed"
  /// One row stands for several areas; none has a number of its own.
  case denominatorShared = "denominator-shared"
  /// The estimate says nobody lives there.
  case denominatorZero = "denominator-zero"
  /// More are counted than the estimate says live there.
  case estimateTooSmall = "estimate-too-small"
  /// The estimate is over two years older than the cycle's first day.
  case denominatorStale = "denominator-stale"
  /// No weights say how areas reach the catchment.
  case noWeights = "no-weights"
  /// The rule asked for could not be computed; the rule named was taken.
  case otherRule = "other-rule"
  /// Some areas have no value and are left out.
  case valuesMissing = "values-missing"
  /// Withheld by the release.
  case withheld = "withheld"
  /// Nobody is enrolled here, so that there is nothing to divide by.
  case nobodyEnrolled = "nobody-enrolled"
  /// The count below the line is 0, so that there is nothing to divide by.
  case nobodyToCount = "nobody-to-count"
  /// More were published above the line than below it, or fewer than nobody.
  case contradictsItself = "contradicts-itself"
  /// Nobody lives within the centre's reach.
  case nobodyInReach = "nobody-in-reach"
  /// No other area touches it.
  case island = "island"
  /// Chance explains all differences; everybody gets the mean.
  case chanceExplainsAll = "chance-explains-all"

  /// In words.
  public var words: String {
    switch self {
    case .denominatorMissing: "no estimate of the children who live here"
    case .denominatorSuppressed: "the publisher suppressed the number of children of an area here"
    case .denominatorShared: "an area here has no number of children of its own: one row stands for several areas"
    case .denominatorZero: "the estimate says that no children live here"
    case .estimateTooSmall: "the estimate is too small: more children are counted than it says live here"
    case .denominatorStale: "the estimate is over two years older than the cycle's first day"
    case .noWeights: "it is not known how much of each area belongs here"
    case .otherRule: "the rule asked for cannot be computed here; another was taken"
    case .valuesMissing: "some areas here have no value and are left out"
    case .withheld: "withheld to protect privacy"
    case .nobodyEnrolled: "nobody who lives here is enrolled"
    case .nobodyToCount: "there is nobody here of whom it could be a share"
    case .contradictsItself:
      "what was published contradicts itself: more are counted than there are, or fewer than nobody"
    case .nobodyInReach: "nobody lives within the centre's reach"
    case .island: "no other area touches it"
    case .chanceExplainsAll: "chance explains all differences between areas, so each gets the mean"
    }
  }
}
