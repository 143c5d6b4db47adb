/// What an indicator by small area is, as a published file has it or audit.yml declares it.
public struct Indicator: Hashable, Sendable {
  /// `imd`, `income`, `idaci`, `idaopi`, `free-meals`…
  public var id: String
  /// In words.
  public var title: String
  /// The theme under which a profile shows it.
  public var theme: String
  /// `rank`, `score`, `percent`, `rate`, `count`.
  public var unit: String
  /// `higher-is-worse`, `higher-is-better`, `neither`; ranks: 1 = most deprived.
  public var polarity: String
  /// N of a national rank: 32844.
  public var of: Int?
  /// The data's year or release.
  public var vintage: String
  /// File and publisher.
  public var source: String
  /// The licence.
  public var licence: String
  /// The words that the licence asks for.
  public var attribution: String
  /// The id of its denominator set.
  public var denominator: String?
  /// The kind of area it was published for: `area`, `ward`, `district`.
  public var level: String
  /// Makes an indicator.
  public init(
    id: String, title: String, theme: String, unit: String, polarity: String, of: Int? = nil, vintage: String = "",
    source: String = "", licence: String = "", attribution: String = "", denominator: String? = nil,
    level: String = "area"
  ) {
    self.id = id
    self.title = title
    self.theme = theme
    self.unit = unit
    self.polarity = polarity
    self.of = of
    self.vintage = vintage
    self.source = source
    self.licence = licence
    self.attribution = attribution
    self.denominator = denominator
    self.level = level
  }
}

/// An indicator's value for one area. What was not published is nil, never 0.
public struct IndicatorValue: Hashable, Sendable {
  /// The indicator's id.
  public var indicator: String
  /// The area's code.
  public var area: String
  /// Score, percentage, rate.
  public var value: Double?
  /// National rank; 1 = most deprived.
  public var rank: Double?
  /// National decile; 1 = most deprived.
  public var decile: Int?
  /// Of a proportion or a rate.
  public var numerator: Double?
  /// Of a proportion or a rate.
  public var denominator: Double?
  /// Makes a value.
  public init(
    indicator: String, area: String, value: Double? = nil, rank: Double? = nil, decile: Int? = nil,
    numerator: Double? = nil, denominator: Double? = nil
  ) {
    self.indicator = indicator
    self.area = area
    self.value = value
    self.rank = rank
    self.decile = decile
    self.numerator = numerator
    self.denominator = denominator
  }
}
