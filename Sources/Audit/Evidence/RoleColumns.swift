import Geodata

/// The columns of a table by their role: as audit.yml maps them, else a column of the role's own name, else none.
struct RoleColumns {
  private let columns: [String: Int]

  /// - Parameter hints: columns by role that hold where the table has them.
  init(_ table: Table, _ block: TableBlock, roles: [String], hints: [String: String] = [:]) throws {
    func place(of name: String) -> Int? {
      table.header.firstIndex(of: name)
        ?? table.header.firstIndex { $0.filter { $0 != " " }.lowercased() == name.lowercased() }
    }
    var columns: [String: Int] = [:]
    for role in roles {
      if let name = block.columns[role] {
        columns[role] = try table.index(of: name)
      } else if let index = hints[role].flatMap(place) ?? place(of: role) {
        columns[role] = index
      }
    }
    self.columns = columns
  }

  /// The columns that no role has.
  func unread(of table: Table) -> [(name: String, index: Int)] {
    let read = Set(columns.values)
    return table.header.indices.filter { !read.contains($0) && !table.header[$0].isEmpty }
      .map { (name: table.header[$0], index: $0) }
  }

  /// The column's place in the table; nil where there is none.
  subscript(role: String) -> Int? { columns[role] }

  /// The cell's text; empty where there is no column.
  func text(_ role: String, _ row: TableRow) -> String {
    columns[role].map { row.text($0) } ?? ""
  }

  /// The whole number in the cell; nil where there is none.
  func integer(_ role: String, _ row: TableRow) -> Int? { real(role, row).flatMap { Int(exactly: $0) } }

  /// The number in the cell, with or without £ and commas between thousands; nil where there is none.
  func real(_ role: String, _ row: TableRow) -> Double? {
    let text = text(role, row).drop { $0 == "£" || $0 == " " }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return Double(text) }
    // 18,200 and 1,234,567.50 are numbers; 1,5 may be one and a half or a list, and is none.
    let isGrouped = groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 } && groups[0].count <= 3
    return isGrouped ? Double(groups.joined()) : nil
  }

  /// Whether the cell says something that is no number.
  func isNoNumber(_ role: String, _ row: TableRow) -> Bool { !text(role, row).isEmpty && real(role, row) == nil }

  /// The day in the cell, year first or day first; nil where there is none.
  func day(_ role: String, _ row: TableRow) -> Day? {
    let text = text(role, row)
    return Day(iso: text) ?? DateFormat.dayFirst.parse(text)
  }
}
