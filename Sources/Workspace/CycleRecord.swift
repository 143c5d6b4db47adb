import Geodata

/// How area figures reach a catchment (measures.md, "From area figures to catchments").
public enum ApportionmentRule: String, Sendable, CaseIterable, Codable {
  /// The share of the area's surface that lies in the catchment.
  case area
  /// The share of the area's population points that lie in the catchment.
  case population
  /// All of the area if its population-weighted centroid lies in the catchment, else nothing.
  case bestFit = "best-fit"
  /// All of the area if at least half of its population points lie in the catchment, else nothing.
  case half
}

/// One audit, from one day to another, with the parameters that decided who counts. A row of table `cycles`.
public struct CycleRecord: Hashable, Sendable {
  /// The cycle's name, "2025-26".
  public var label: String
  /// The first day, included.
  public var from: Day
  /// The last day, included.
  public var to: Day
  /// The day on which ages are taken.
  public var referenceDate: Day
  /// The ages in completed years that are eligible.
  public var ages: ClosedRange<Int>
  /// On how many different days a child comes to count as sustained.
  public var sustainedDays: Int
  /// Within how many days they must lie; nil: the whole cycle.
  public var sustainedWithin: Int?
  /// The shares against which rates are judged.
  public var thresholds: [Double]
  /// The rule that the report's apportioned figures use.
  public var rule: ApportionmentRule
  /// `polygon` or `directory`.
  public var locate: String
  /// The group columns that audit.yml declares.
  public var groups: [String]
  /// The group columns whose zeros a release hides too.
  public var sensitiveGroups: [String]
  /// The disclosure profile's name that a release of the cycle is to use: small, six, eight, ten or custom.
  public var profile: String
  /// h of that profile: counts 1…h are hidden.
  public var profileHide: Int
  /// b of that profile: other counts are rounded to the nearest b.
  public var profileBase: Int
  /// Whether family ids were given, so that the report may speak of families.
  public var countsFamilies: Bool
  /// The day the cycle was sealed, if it was.
  public var sealedOn: String?

  /// Makes a record with the contract's defaults.
  public init(
    label: String, from: Day, to: Day, referenceDate: Day? = nil, ages: ClosedRange<Int> = 0...4,
    sustainedDays: Int = 3, sustainedWithin: Int? = nil, thresholds: [Double] = [0.65, 0.80],
    rule: ApportionmentRule = .population, locate: String = "polygon", groups: [String] = [],
    sensitiveGroups: [String] = [], profile: String = "small", profileHide: Int = 4, profileBase: Int = 5,
    countsFamilies: Bool = false, sealedOn: String? = nil
  ) {
    self.label = label
    self.from = from
    self.to = to
    self.referenceDate = referenceDate ?? from
    self.ages = ages
    self.sustainedDays = sustainedDays
    self.sustainedWithin = sustainedWithin
    self.thresholds = thresholds
    self.rule = rule
    self.locate = locate
    self.groups = groups
    self.sensitiveGroups = sensitiveGroups
    self.profile = profile
    self.profileHide = profileHide
    self.profileBase = profileBase
    self.countsFamilies = countsFamilies
    self.sealedOn = sealedOn
  }
}
