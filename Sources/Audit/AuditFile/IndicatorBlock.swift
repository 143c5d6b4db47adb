import Measures

/// One entry of `indicators:`: a published file by its recipe, or a council's own table.
public struct IndicatorBlock: Sendable, Equatable {
  /// The recipe's name; nil for a council's own table.
  public var recipe: String?
  /// The table.
  public var table: TableBlock
  /// The id of a council's own indicator.
  public var id: String?
  /// The title in words; default the id.
  public var title: String?
  /// The theme under which the profile shows it.
  public var theme: String?
  /// `percent`, `rate`, `score`, `count`.
  public var unit: String?
  /// `higher-is-worse`, `higher-is-better`, `neither`.
  public var polarity: String?
  /// N of a national rank.
  public var of: Int?
  /// The denominator set's id.
  public var denominator: String?
  /// The kind of area it is published for: `area`, `ward`, `district`.
  public var level: String?
  /// The nation's value, in the indicator's unit, for comparison.
  public var nation: Double?

  init(_ block: YAMLBlock) throws(AuditError) {
    let own = [
      "id", "title", "theme", "unit", "polarity", "of", "denominator", "level", "nation",
    ]
    recipe = try block.text("recipe")
    table = try TableBlock(
      block, role: "indicators",
      columns: ["area", "value", "rank", "decile", "score", "numerator", "denominator"], more: own + ["recipe"])
    id = try block.text("id")
    title = try block.text("title")
    theme = try block.text("theme")
    unit = try block.text("unit")
    polarity = try block.text("polarity")
    of = try block.integer("of")
    denominator = try block.text("denominator")
    level = try block.text("level")
    nation = try block.number("nation")
    if let level, !["area", "ward", "district"].contains(level) {
      throw block.error("level", "level is area, ward or district, not \"\(level)\"")
    }
    if let polarity, !["higher-is-worse", "higher-is-better", "neither"].contains(polarity) {
      throw block.error("polarity", "polarity is higher-is-worse, higher-is-better or neither, not \"\(polarity)\"")
    }
    guard recipe == nil else { return }
    guard let id else { throw block.error(nil, "an indicator needs recipe: or, for a table of your own, id:") }
    let stem = String(id.prefix { $0 != "." })
    guard !id.contains("@"), stem == "imd" || !MeasureEntry.isTaken(stem) else {
      throw block.error("id", "\(id) is, or begins as, a measure that Needs has; take another id")
    }
    try table.required("area", in: block)
    let values = ["value", "rank", "decile", "score"].filter { table.columns[$0] != nil }
    if values.isEmpty {
      throw block.error("columns", "an indicator needs a column for value:, rank:, score: or decile:")
    }
    if table.columns["rank"] != nil && of == nil {
      throw block.error("columns", "a rank needs of: the number of areas that were ranked, such as of: 32844")
    }
    if values == ["decile"] && polarity == nil {
      throw block.error(
        "columns",
        "a decile alone does not say whether 1 or 10 is the most deprived; state polarity: higher-is-better if 1 is, "
          + "higher-is-worse if 10 is")
    }
  }
}
