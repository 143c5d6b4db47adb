import Foundation
import GRDB

extension Workspace where State == Exact {
  /// The rows of a topic's table, in the order in which they were written: columns as asked, of one cycle or of all.
  ///
  /// A table that the file does not have yet is empty. `cycle` picks by `cycle`, or by `in_cycle` in tables that people
  /// fill by hand.
  public func records(
    of table: String, columns: [String], cycle: String? = nil
  ) throws(WorkspaceError) -> [[SQLValue]] {
    guard let known = Schema.tables.first(where: { $0.name == table }) else {
      throw .fault(reason: "no table \(table) to read")
    }
    return try read { db in
      guard try db.tableExists(table) else { return [] }
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      let column = known.isPerCycle ? "cycle" : "in_cycle"
      let filter = cycle == nil ? "" : " WHERE \(column) = ?"
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(names) FROM \"\(table)\"\(filter) ORDER BY id", arguments: cycle.map { [$0] } ?? [])
      var result: [[SQLValue]] = []
      while let row = try rows.next() { result.append(columns.indices.map { SQLValue(row[$0] as DatabaseValue) }) }
      return result
    }
  }

  /// Adds rows to a table that people fill by hand; its column `in_cycle` says where they belong.
  ///
  /// Refused (65) where that cycle is sealed, (64) where the workspace has no such cycle.
  public func add(_ rows: TopicRows, cycle: String) throws(WorkspaceError) {
    try write { db in
      try Schema.addMissingTables(in: db)
      _ = try Cycles.resolve(cycle, in: db)
      try Cycles.requireOpen(cycle, in: db)
      let inserter = try Inserter(try Schema.kept(rows.table), ["in_cycle"] + rows.columns, in: db)
      for row in rows.rows { try inserter.insert([.text(cycle)] + row) }
    }
  }

  /// Changes columns of the one row whose `key` column has a value. Refused (65) where there is no such row.
  public func amend(
    _ table: String, where key: String, is value: String, to changes: [(column: String, value: SQLValue)]
  ) throws(WorkspaceError) {
    try write { db in
      try Schema.addMissingTables(in: db)
      let name = try Schema.kept(table)
      let sets = changes.map { "\"\($0.column)\" = ?" }.joined(separator: ", ")
      let values = changes.map(\.value.databaseValue) + [value.databaseValue]
      try db.execute(
        sql: "UPDATE \"\(name)\" SET \(sets) WHERE \"\(key)\" = ?", arguments: StatementArguments(values))
      guard db.changesCount == 1 else {
        throw WorkspaceError.content(reason: "there is no \(key) \(value) in the workspace")
      }
    }
  }
}

extension Schema {
  /// The name of a table that people fill by hand; anything else is our own fault.
  static func kept(_ name: String) throws(WorkspaceError) -> String {
    guard tables.contains(where: { $0.name == name && !$0.isPerCycle && $0.columns.contains("in_cycle") }) else {
      throw .fault(reason: "no table \(name) that is filled by hand")
    }
    return name
  }
}

extension SQLValue {
  /// As SQLite takes it.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }

  /// The text; empty for nothing.
  public var text: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob: ""
    }
  }

  /// The whole number, where it is one.
  public var integer: Int? {
    switch self {
    case .integer(let number): number
    case .real(let number): Int(exactly: number)
    case .text(let text): Int(text)
    case .null, .blob: nil
    }
  }

  /// The number, where it is one.
  public var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .text(let text): Double(text)
    case .null, .blob: nil
    }
  }
}
