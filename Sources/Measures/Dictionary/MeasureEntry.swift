/// What a measure or an indicator means: the entry without which there is no figure.
public struct MeasureEntry: Codable, Hashable, Sendable {
  /// `reached.rate`, `imd.extent`, `free-meals`.
  public var id: String
  /// In a few words.
  public var title: String
  /// The question that it answers.
  public var question: String
  /// What stands above the line.
  public var numerator: String
  /// What stands below it; empty where nothing does.
  public var denominator: String
  /// The id of the denominator set that it divides or weighs by: `children`, `children-0-15`, `population`; empty: none.
  public var denominatorSet: String
  /// `higher-is-worse`, `higher-is-better`, `neither`.
  public var polarity: String
  /// `share`, `children`, `visits`, `rank`, `score`, `percent`, `rate`, `count`, `difference`, `index`.
  public var unit: String
  /// The cycle, or the data's year or release.
  public var period: String
  /// File and publisher.
  public var source: String
  /// The licence; empty where the data are the authority's own.
  public var licence: String
  /// How it is worked out, and how sure it is.
  public var method: String
  /// What must be said beside it.
  public var caveats: [String]
  /// The theme under which a profile shows it.
  public var theme: String
  /// The kinds of place it exists for: `area`, `catchment`, `centre`, `authority`.
  public var kinds: [Figure.Kind]

  /// Makes an entry.
  public init(
    id: String, title: String, question: String, numerator: String, denominator: String = "",
    denominatorSet: String = "", polarity: String, unit: String, period: String, source: String, licence: String = "",
    method: String, caveats: [String] = [], theme: String, kinds: [Figure.Kind]
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.numerator = numerator
    self.denominator = denominator
    self.denominatorSet = denominatorSet
    self.polarity = polarity
    self.unit = unit
    self.period = period
    self.source = source
    self.licence = licence
    self.method = method
    self.caveats = caveats
    self.theme = theme
    self.kinds = kinds
  }
}
