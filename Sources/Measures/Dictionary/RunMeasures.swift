import Geodata
import Workspace

/// The entries of what a run says of itself: how homes were placed, rows used and left out, what was doubted, and the
/// parts of which places are made. They are worked out when they are asked for, and are not among the stored figures.
public enum RunMeasures {
  /// `run.grades/not-located`: a number of the run, by its path in `needs query totals`.
  public static func total(_ path: String) -> String { "run.\(path)" }
  /// The grade's share of all children who count: `run-share.grades/not-located`.
  public static func share(_ path: String) -> String { "run-share.\(path)" }
  /// `enrolled.with-not-located`, of a catchment.
  public static let withNotLocated = "enrolled.with-not-located"
  /// `share-of-area.E01008742`: how much of an area counts for the catchment.
  public static func shareOfArea(_ area: String) -> String { "share-of-area.\(area)" }
  /// `imd.decile`: an area's national tenth.
  public static func decile(_ indicator: String) -> String { "\(indicator).decile" }

  /// The measure of the rows used of a file.
  public static func rowsUsed(_ file: CycleContent.InputFile) -> String { "rows-used.\(file.role).\(slug(file.file))" }
  /// The measure of the rows of a file left out for one reason.
  public static func rowsLeftOut(_ reject: CycleContent.Reject) -> String {
    "rows-left-out.\(slug(reject.file)).\(slug(reject.reason))"
  }
  /// The measure of what was doubted, by its place among the complaints.
  public static func complaint(_ index: Int) -> String { "complaint.\(index + 1)" }

  /// How many complaints a page lists.
  public static let complaintsShown = 12
  /// How many more there are.
  public static let complaintsNotShown = "complaints-not-shown"

  /// The paths of how homes were placed.
  public static let grades = [
    "grades/coordinates", "grades/postcode-live", "grades/postcode-terminated", "grades/uprn", "grades/not-located",
  ]

  /// Words that stand in a command line without quotes.
  private static func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar)
      if isPlain { result.unicodeScalars.append(scalar) } else if !result.hasSuffix("-") { result += "-" }
    }
    return result
  }

  /// The named query that gives the number; nil for measures of other kinds.
  static func query(_ measure: String) -> String? {
    let prefixes = [
      ("run.", "totals"), ("run-share.", "totals"), ("rows-used.", "sources"), ("rows-left-out.", "left-out"),
    ]
    return prefixes.first { measure.hasPrefix($0.0) }?.1
  }

  static func entry(
    _ id: String, _ title: String, _ question: String, _ numerator: String, over denominator: String = "",
    unit: String, source: String, method: String = "Counted by the run.", caveats: [String] = [],
    theme: String = "run", kinds: [Figure.Kind] = [.authority], _ facts: CycleFacts
  ) -> MeasureEntry {
    MeasureEntry(
      id: id, title: title, question: question, numerator: numerator, denominator: denominator, polarity: "neither",
      unit: unit, period: "\(facts.cycle.from) to \(facts.cycle.to)", source: source, method: method, caveats: caveats,
      theme: theme, kinds: kinds)
  }
}
