import GRDB
import GRDBSQLite

/// Inserts many rows into one table with one prepared statement.
///
/// It binds through SQLite itself: ten thousand rows of a tally take a few milliseconds so.
struct Inserter {
  private let statement: Statement
  private let connection: OpaquePointer
  private let columnCount: Int

  /// Prepares for rows with these columns, in this order.
  init(_ table: String, _ columns: [String], in db: Database) throws {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    statement = try db.cachedStatement(sql: "INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))")
    guard let connection = db.sqliteConnection else { throw WorkspaceError.fault(reason: "no connection") }
    self.connection = connection
    columnCount = columns.count
  }

  /// Inserts one row; as many values as columns.
  func insert(_ values: [SQLValue]) throws {
    guard values.count == columnCount else {
      throw WorkspaceError.fault(reason: "a row of \(values.count) values for \(columnCount) columns")
    }
    let handle = statement.sqliteStatement
    // What is bound stays bound until the next row binds every column anew.
    defer { sqlite3_reset(handle) }
    for (index, value) in values.enumerated() {
      try check(bind(value, at: Int32(index + 1), of: handle))
    }
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else { throw error(code) }
  }

  private func bind(_ value: SQLValue, at index: Int32, of handle: OpaquePointer) -> Int32 {
    // SQLite copies what it is told to hold only for the length of the call (SQLITE_TRANSIENT).
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, Int64(number))
    case .real(let number): return sqlite3_bind_double(handle, index, number)
    case .text(""): return sqlite3_bind_text(handle, index, "", 0, transient)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), transient)
        }
      }
    case .blob(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(handle, index, 0)
    case .blob(let bytes):
      return bytes.withUnsafeBytes { sqlite3_bind_blob(handle, index, $0.baseAddress, Int32($0.count), transient) }
    }
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
