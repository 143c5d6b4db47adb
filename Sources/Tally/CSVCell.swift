/// A text as a cell of a CSV file (RFC 4180): quoted where it has to be, never what a spreadsheet takes for a formula, and
/// without characters that give a terminal orders.
///
/// ```swift
/// CSVCell.text("=HYPERLINK(\"x\")")   // "'=HYPERLINK(""x"")"
/// ```
public enum CSVCell {
  /// Characters with which spreadsheets begin a formula, those of full width included, and those that OWASP lists for
  /// CSV injection.
  private static let starts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// The cell. Of control characters tab and the ends of lines stay.
  public static func text(_ text: String) -> String {
    quoted(startingNoFormula(text.withoutControls(but: ["\t", "\r", "\n"])))
  }

  /// The text with an apostrophe before it where it would start a formula, be it after blanks.
  public static func startingNoFormula(_ text: String) -> String {
    let first = text.unicodeScalars.first { scalar in
      !scalar.properties.isWhitespace || starts.contains(scalar)
    }
    guard let first, starts.contains(first) else { return text }
    return "'" + text
  }

  /// The text, in quotes where it holds a comma, a quote or the end of a line.
  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
