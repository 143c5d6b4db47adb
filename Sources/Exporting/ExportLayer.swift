import Geometry

/// What a column of an export is: its name in files, its words, unit and kind.
public struct ExportColumn: Hashable, Sendable {
  /// The kind of its values.
  public enum Kind: String, Sendable {
    /// Words and codes.
    case text
    /// Whole numbers.
    case integer
    /// Other numbers.
    case real
  }

  /// Letters, digits and underscores: `reached_rate_low`.
  public var name: String
  /// What it is, in words.
  public var title: String
  /// `children`, `share`, `metres`…; empty for words.
  public var unit: String
  /// The kind of its values.
  public var kind: Kind

  init(_ name: String, _ title: String, unit: String = "", _ kind: Kind = .text) {
    (self.name, self.title, self.unit, self.kind) = (name, title, unit, kind)
  }
}

/// A value of an export.
public enum ExportValue: Hashable, Sendable {
  /// Not known, or there is none.
  case missing
  /// A count that is known to be 1…h and no more: `c`.
  case hidden
  /// Not shown to protect privacy: `w`.
  case withheld
  /// Words, a code.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// Another number.
  case real(Double)

  static func optional(_ value: Double?) -> ExportValue { value.map { .real($0) } ?? .missing }
}

/// One table of an export, with or without shapes.
public struct ExportLayer: Sendable {
  /// Where its rows are.
  public enum Places: Sendable {
    /// Nowhere: a table of words.
    case none
    /// Polygons in the analysis CRS; nil where the shape is not known.
    case shapes([MultiPolygon?])
    /// Points in the analysis CRS.
    case points([Point?])
  }

  /// `areas`, `catchments`, `centres`, `sources`, `notes`.
  public var name: String
  /// What it holds, in a line.
  public var title: String
  /// How it is to be read.
  public var description: String
  /// The columns.
  public var columns: [ExportColumn]
  /// The rows, each with a value for each column.
  public var rows: [[ExportValue]]
  /// Where the rows are.
  public var places: Places
  /// The column that a map shows first, if there is one.
  public var mapped: String?
  /// The licence of the file that its places come from; empty where nobody stated it.
  public var licence = ""
  /// The words that the licence asks for.
  public var attribution = ""

  /// How it is to be read, and under which licence it stands: for formats that keep one text with a table.
  var fullDescription: String {
    let rights = [licence.isEmpty ? "" : "Licence: \(licence).", attribution].filter { !$0.isEmpty }
    return ([description] + rights).joined(separator: " ")
  }
}
