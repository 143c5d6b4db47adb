import Geodata

/// A table of evidence, of which each row has a day.
struct DatedTable {
  let table: Table
  let columns: RoleColumns
  private let date: Int
  private let format: DateFormat

  /// Opens the table, finds the roles' columns, and how its days are written.
  init(_ block: TableBlock, _ found: InputPaths.Found, roles: [String], hints: [String: String] = [:]) throws {
    table = try Table.open(TableSource(block, found))
    columns = try RoleColumns(table, block, roles: roles, hints: hints)
    guard let date = columns["date"] else {
      throw GeodataError(
        .data, "there is no column date", file: found.name, advice: "map it under \(block.role): columns:")
    }
    self.date = date
    format = try Dates.read(table, column: date, stated: block.dates)
  }

  /// What was assumed of the file.
  var reading: String { "\(table.reading); dates \(format.rawValue)" }

  /// The row's day; nil where the cell is none.
  func day(_ row: TableRow) -> Day? { format.parse(row.bytes(date)) }

  /// The day of another column; nil where there is none.
  func day(_ role: String, _ row: TableRow) -> Day? {
    columns[role].flatMap { row.isBlank($0) ? nil : format.parse(row.bytes($0)) }
  }
}
