import Cryptography
import Foundation
import GRDB

/// The digest of all rows of a cycle, by which a sealed cycle is known to be as it was.
enum Seal {
  /// Before a digest in which there is also what people added by hand; earlier builds left that out.
  private static let whole = "2:"

  /// The seal of a cycle as it is now.
  static func digest(of cycle: String, in db: Database) throws -> String {
    whole + (try digest(of: cycle, isWhole: true, in: db))
  }

  /// Whether a cycle's rows still give its seal, which an earlier build may have made.
  static func holds(_ seal: String, of cycle: String, in db: Database) throws -> Bool {
    guard seal.hasPrefix(whole) else { return try digest(of: cycle, isWhole: false, in: db) == seal }
    return try digest(of: cycle, in: db) == seal
  }

  /// SHA-256 over the cycle's parameters and the rows of each table that has some, in the order of the tables.
  static func digest(of cycle: String, isWhole: Bool, in db: Database) throws -> String {
    var hasher = try SHA256Hasher()
    try add("cycles", "SELECT * FROM cycles WHERE label = ?", without: ["id", "sealed_on", "seal"], cycle, db, &hasher)
    for table in Schema.tables {
      let byHand = table.columnNames.contains("in_cycle")
      guard table.isPerCycle || (isWhole && byHand), try db.tableExists(table.name) else { continue }
      let column = table.isPerCycle ? "cycle" : "in_cycle"
      try add(
        table.name, "SELECT * FROM \"\(table.name)\" WHERE \(column) = ? ORDER BY id", without: ["id"], cycle, db,
        &hasher)
    }
    return try hasher.finish().hexadecimal
  }

  private static func add(
    _ table: String, _ sql: String, without skipped: Set<String>, _ cycle: String, _ db: Database,
    _ hasher: inout SHA256Hasher
  ) throws {
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: [cycle])
    var isFirst = true
    while let row = try cursor.next() {
      if isFirst { try hasher.update("table \(table)\n".utf8) }
      isFirst = false
      for (name, value) in row where !skipped.contains(name) {
        try hasher.update("\(name):".utf8)
        try add(value, &hasher)
      }
      try hasher.update("\n".utf8)
    }
  }

  /// Type, length and bytes, so that no two rows give the same bytes.
  private static func add(_ value: DatabaseValue, _ hasher: inout SHA256Hasher) throws {
    switch value.storage {
    case .null: try hasher.update("n;".utf8)
    case .int64(let number): try hasher.update("i\(number);".utf8)
    case .double(let number): try hasher.update("d\(number.bitPattern);".utf8)
    case .string(let text): try hasher.update("t\(text.utf8.count);\(text)".utf8)
    case .blob(let data):
      try hasher.update("b\(data.count);".utf8)
      try hasher.update([UInt8](data))
    }
  }
}
