import Geodata

/// How full one mapped column of a table is.
public struct ColumnCompleteness: Hashable, Sendable {
  /// The file's name.
  public var file: String
  /// The role that audit.yml gives the column: `postcode`.
  public var role: String
  /// The column's name in audit.yml.
  public var column: String
  /// Rows in the file.
  public var rows: Int
  /// Rows whose cell is blank.
  public var blank: Int

  /// Reads the mapped columns of a table, in the order of their roles.
  static func read(_ block: TableBlock, _ found: InputPaths.Found) throws -> [ColumnCompleteness] {
    let table = try Table.open(block, found)
    let roles = block.columns.sorted { $0.key < $1.key }
    let columns = try roles.map { try table.index(of: $0.value) }
    var blank = [Int](repeating: 0, count: columns.count)
    var rows = 0
    try table.forEachRow { row in
      rows += 1
      for (index, column) in columns.enumerated() where row.isBlank(column) { blank[index] += 1 }
    }
    return roles.enumerated().map { index, role in
      ColumnCompleteness(file: found.name, role: role.key, column: role.value, rows: rows, blank: blank[index])
    }
  }
}
