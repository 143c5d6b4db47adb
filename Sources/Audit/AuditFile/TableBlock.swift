import Geodata

/// A block that names a table or a layer: the file, how to read it, and which column is what.
public struct TableBlock: Sendable, Equatable {
  /// The path as written; may be a glob.
  public var file: String
  /// The block's key in audit.yml: `enrolments`.
  public var role: String
  /// The line of `file:` in audit.yml.
  public var line: Int?
  /// The layer of a file that has several.
  public var layer: String?
  /// The sheet of a workbook.
  public var sheet: String?
  /// The row that holds the headers, from 1.
  public var header: Int?
  /// The text encoding, where it must be stated.
  public var encoding: String?
  /// The character between cells, where it must be stated.
  public var delimiter: String?
  /// The decimal mark, where it must be stated.
  public var decimal: String?
  /// The CRS of the coordinates, where the file does not say it.
  public var crs: String?
  /// How dates are written, where a column could be read two ways.
  public var dates: String?
  /// The name of a mapping that knows the columns: a case system's, or one of `mapping:`.
  public var mapping: String?
  /// Tables whose columns stand beside this one's, by an id.
  public var joins: [JoinBlock] = []
  /// Where the file is from, and under which licence.
  public var rights = RightsBlock()
  /// Role → column name as the file spells it.
  public var columns: [String: String]

  /// The keys that every table block may have.
  static let keys =
    ["file", "layer", "sheet", "header", "encoding", "delimiter", "decimal", "crs", "dates", "columns", "mapping"]
    + ["join"]

  /// Reads the common part of a block. `columns` names the roles that it may map; nil: any.
  init(_ block: YAMLBlock, role: String, columns: [String]?, more: [String] = []) throws(AuditError) {
    try block.allow(Self.keys + (RightsBlock.roles.contains(role) ? RightsBlock.keys : []) + more)
    rights = try RightsBlock(block, role: role)
    self.role = role
    file = try block.required("file")
    line = block.line(of: "file")
    layer = try block.text("layer")
    sheet = try block.text("sheet")
    header = try block.integer("header")
    encoding = try block.text("encoding")
    delimiter = try block.text("delimiter")
    decimal = try block.text("decimal")
    crs = try block.text("crs")
    dates = try block.text("dates")
    mapping = try block.text("mapping")
    for entry in try block.blocks("join") { joins.append(try JoinBlock(entry, role: role)) }
    self.columns = try block.names("columns", known: columns)
    if let header, header < 1 { throw block.error("header", "header is the number of the row, from 1") }
  }

  /// The column of a role that must be mapped.
  func required(_ role: String, in block: YAMLBlock) throws(AuditError) {
    if columns[role] == nil, mapping == nil {
      throw block.error("columns", "\(self.role) needs columns: {\(role): the column's name in \(file)}")
    }
  }

  /// Whether points can be made from the mapped columns.
  var givesPlace: Bool {
    (columns["easting"] != nil && columns["northing"] != nil)
      || (columns["longitude"] != nil && columns["latitude"] != nil)
      || columns["postcode"] != nil || columns["uprn"] != nil || mapping != nil
      || MapTable.isMap(file)
  }

  /// The roles that name a place.
  static let placeRoles = ["postcode", "easting", "northing", "longitude", "latitude", "uprn"]
}
