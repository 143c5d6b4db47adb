import Foundation

/// Where a table is and what audit.yml says of it. Everything but the place is optional: what is not stated is found.
///
/// ```swift
/// let source = TableSource(url: url, name: "enrolments.csv", columns: ["child_id", "postcode"])
/// let table = try Table.open(source)
/// ```
public struct TableSource: Sendable, Hashable {
  /// The file.
  public var url: URL
  /// Its name as audit.yml gives it; used in messages.
  public var name: String
  /// The sheet of a workbook; nil: the first that has the `columns`, else the first that looks like a table.
  public var sheet: String?
  /// The header's row, the first of the file being 1; nil: the first that has the `columns`, else the first that looks like one.
  public var headerRow: Int?
  /// `utf-8`, `utf-16`, `windows-1252` (`cp1252`), `iso-8859-1`; nil: found.
  public var encoding: String?
  /// `,`, `;`, `tab`, `|`, or their names; nil: found.
  public var delimiter: String?
  /// `.` or `,`; nil: `.`, or `,` where the separator is a semicolon.
  public var decimal: String?
  /// The columns that must be there, by which sheet and header row are found. May be empty.
  public var columns: [String]
  /// The layer of a map of several; nil where it has one.
  public var layer: String?

  /// Makes a source.
  public init(
    url: URL, name: String, sheet: String? = nil, headerRow: Int? = nil, encoding: String? = nil,
    delimiter: String? = nil, decimal: String? = nil, columns: [String] = [], layer: String? = nil
  ) {
    self.url = url
    self.name = name
    self.sheet = sheet
    self.headerRow = headerRow
    self.encoding = encoding
    self.delimiter = delimiter
    self.decimal = decimal
    self.columns = columns
    self.layer = layer
  }
}
