/// One thing that is wrong or worth knowing about an input: what, where, and what to do about it.
///
/// A complaint is read by a centre head, in one line. It never carries a value from a child's row: no id, no postcode,
/// no coordinate, no date; the row's number says where to look.
public struct Complaint: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// Worth knowing; nothing is left out.
    case note
    /// Something was left out, mended or doubted; the run goes on.
    case warning
    /// The run cannot go on.
    case refusal
  }

  /// How much it matters.
  public var severity: Severity
  /// What is wrong, in words: "the column child_id is missing".
  public var what: String
  /// The file's name as audit.yml gives it.
  public var file: String?
  /// The row in the file, the header counted as row 1 where it is the first.
  public var row: Int?
  /// The column's name as the file spells it.
  public var column: String?
  /// The feature: its code, or its number where it has none.
  public var feature: String?
  /// What to do about it: "map it under enrolments: columns: in audit.yml".
  public var advice: String?
  /// How many rows or features it concerns.
  public var count: Int

  /// Makes a complaint.
  public init(
    _ severity: Severity, _ what: String, file: String? = nil, row: Int? = nil, column: String? = nil,
    feature: String? = nil, advice: String? = nil, count: Int = 1
  ) {
    self.severity = severity
    self.what = what
    self.file = file
    self.row = row
    self.column = column
    self.feature = feature
    self.advice = advice
    self.count = count
  }

  /// The one line: `enrolments.csv, row 7, column born: not a date; write it as yyyy-mm-dd`.
  public var line: String {
    var place: [String] = []
    if let file { place.append(file) }
    if let feature { place.append(feature) }
    if let row { place.append("row \(row)") }
    if let column { place.append("column \(column)") }
    var line = place.isEmpty ? what : place.joined(separator: ", ") + ": " + what
    if let advice { line += "; " + advice }
    return line
  }
}
