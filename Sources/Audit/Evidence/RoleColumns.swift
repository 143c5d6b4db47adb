import Geodata

/// The columns of a table by their role: as audit.yml maps them, else a column of the role's own name, else none.
struct RoleColumns {
  private let columns: [String: Int]

  init(_ table: Table, _ block: TableBlock, roles: [String]) throws {
    var columns: [String: Int] = [:]
    for role in roles {
      if let name = block.columns[role] {
        columns[role] = try table.index(of: name)
      } else if let index = table.header.firstIndex(of: role) {
        columns[role] = index
      }
    }
    self.columns = columns
  }

  /// The column's place in the table; nil where there is none.
  subscript(role: String) -> Int? { columns[role] }

  /// The cell's text; empty where there is no column.
  func text(_ role: String, _ row: TableRow) -> String {
    columns[role].map { row.text($0) } ?? ""
  }

  /// The whole number in the cell; nil where there is none.
  func integer(_ role: String, _ row: TableRow) -> Int? { Int(text(role, row)) }

  /// The number in the cell; nil where there is none.
  func real(_ role: String, _ row: TableRow) -> Double? { Double(text(role, row)) }
}
