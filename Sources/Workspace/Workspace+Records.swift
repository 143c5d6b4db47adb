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
    return try rows(of: known, columns: columns, cycle: cycle)
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

  /// Changes columns of the one row whose `key` column has a value, as seen from a cycle on.
  ///
  /// In the cycle in which the row was made it is changed where it stands. A later cycle writes the change down beside it,
  /// in `amendments`: what an earlier cycle said, sealed perhaps, is not said otherwise afterwards. Refused (65) where the
  /// cycle is sealed or there is no such row.
  public func amend(
    _ table: String, where key: String, is value: String, to changes: [(column: String, value: SQLValue)],
    in cycle: String
  ) throws(WorkspaceError) {
    try write { db in
      try Schema.addMissingTables(in: db)
      try Cycles.requireOpen(cycle, in: db)
      let name = try Schema.kept(table)
      let home = try String.fetchOne(
        db, sql: "SELECT in_cycle FROM \"\(name)\" WHERE \"\(key)\" = ?", arguments: [value])
      guard let home else { throw WorkspaceError.content(reason: "there is no \(key) \(value) in the workspace") }
      guard home == cycle else {
        let inserter = try Inserter("amendments", ["in_cycle", "kept_in", "subject", "field", "value"], in: db)
        for change in changes {
          try inserter.insert([.text(cycle), .text(table), .text(value), .text(change.column), change.value])
        }
        return
      }
      let sets = changes.map { "\"\($0.column)\" = ?" }.joined(separator: ", ")
      let values = changes.map(\.value.databaseValue) + [value.databaseValue]
      try db.execute(
        sql: "UPDATE \"\(name)\" SET \(sets) WHERE \"\(key)\" = ?", arguments: StatementArguments(values))
    }
  }

  /// The rows of a table that people fill by hand, as the last of some cycles sees them: those that were made in one of
  /// them, the first column being their name, with what these cycles changed. Columns as asked, then `in_cycle`.
  ///
  /// - Parameter cycles: their labels, in the order of time.
  public func amended(
    _ table: String, columns: [String], as cycles: [String]
  ) throws(WorkspaceError) -> [[SQLValue]] {
    var rows = try records(of: table, columns: columns + ["in_cycle"])
      .filter { cycles.contains($0.last?.text ?? "") }
    let changes = try records(of: "amendments", columns: ["in_cycle", "kept_in", "subject", "field", "value"])
    let places = Dictionary(rows.enumerated().map { ($0.element[0].text, $0.offset) }, uniquingKeysWith: { $1 })
    for cycle in cycles {
      for change in changes where change[0].text == cycle && change[1].text == table {
        guard let row = places[change[2].text], let column = columns.firstIndex(of: change[3].text) else { continue }
        rows[row][column] = change[4]
      }
    }
    return rows
  }
}

extension Workspace where State == Released {
  /// The rows of a cycle's table that a release may hold, in the order in which they were written; none where an earlier
  /// build left the table out.
  public func records(of table: String, columns: [String], cycle: String) throws(WorkspaceError) -> [[SQLValue]] {
    guard let known = Schema.tables.first(where: { $0.name == table }), known.mayBeReleased, known.isPerCycle else {
      throw .fault(reason: "no table \(table) to read in a release")
    }
    return try rows(of: known, columns: columns, cycle: cycle)
  }
}

extension Workspace {
  fileprivate func rows(
    of table: Schema.Table, columns: [String], cycle: String?
  ) throws(WorkspaceError) -> [[SQLValue]] {
    try read { db in
      guard try db.tableExists(table.name) else { return [] }
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      let filter = cycle == nil ? "" : " WHERE \(table.isPerCycle ? "cycle" : "in_cycle") = ?"
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(names) FROM \"\(table.name)\"\(filter) ORDER BY id", arguments: cycle.map { [$0] } ?? [])
      var result: [[SQLValue]] = []
      while let row = try rows.next() { result.append(columns.indices.map { SQLValue(row[$0] as DatabaseValue) }) }
      return result
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
