/// A measure of the audit's own: an entry of `measures:`.
public struct DeclaredMeasure: Hashable, Sendable, Codable {
  /// The id under which figures are printed.
  public var id: String
  /// In a few words.
  public var title: String
  /// The question that it answers.
  public var question: String
  /// What stands above the line: a term such as `reached[service=stay-and-play]`.
  public var numerator: String
  /// What stands below it: a term, or the id of a denominator set; empty for a count.
  public var denominator: String
  /// `share`, `rate`, `ratio`, `count`.
  public var unit: String
  /// By what numerator ÷ denominator is multiplied: 1,000 for a rate per 1,000.
  public var per: Double
  /// `higher-is-worse`, `higher-is-better`, `neither`.
  public var polarity: String
  /// The theme under which a profile shows it.
  public var theme: String
  /// What must be said beside it.
  public var caveats: [String]

  /// Makes a declaration.
  public init(
    id: String, title: String, question: String, numerator: String, denominator: String, unit: String, per: Double,
    polarity: String, theme: String, caveats: [String]
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.numerator = numerator
    self.denominator = denominator
    self.unit = unit
    self.per = per
    self.polarity = polarity
    self.theme = theme
    self.caveats = caveats
  }
}
