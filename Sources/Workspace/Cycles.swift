import GRDB

/// Rules for rows of table `cycles` inside a transaction.
enum Cycles {
  /// The labels, in the order of time.
  static func labels(in db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT label FROM cycles ORDER BY starts_on, label")
  }

  /// The cycle that is meant: the named one, or the last.
  static func resolve(_ label: String?, in db: Database) throws -> String {
    let labels = try labels(in: db)
    guard let label else {
      guard let last = labels.last else { throw WorkspaceError.noSuchCycle("", known: []) }
      return last
    }
    guard labels.contains(label) else { throw WorkspaceError.noSuchCycle(label, known: labels) }
    return label
  }

  /// Refuses a cycle that is sealed; one that is not there yet is open.
  static func requireOpen(_ label: String, in db: Database) throws {
    let day = try String.fetchOne(
      db, sql: "SELECT sealed_on FROM cycles WHERE label = ? AND sealed_on IS NOT NULL", arguments: [label])
    if let day { throw WorkspaceError.sealed(cycle: label, on: day) }
  }

  /// Takes out all rows of a cycle.
  static func removeRows(of label: String, in db: Database) throws {
    for table in Schema.tables where table.isPerCycle {
      try db.execute(sql: "DELETE FROM \"\(table.name)\" WHERE cycle = ?", arguments: [label])
    }
    try db.execute(sql: "DELETE FROM cycles WHERE label = ?", arguments: [label])
  }

  /// Dates the contents to the end of the last cycle: the bytes must not depend on the clock.
  static func noteChange(reference: SpatialReference, in db: Database) throws {
    let last = try String.fetchOne(db, sql: "SELECT max(ends_on) FROM cycles")
    try GeoPackage.update(
      lastChange: last.map { "\($0)T00:00:00.000Z" } ?? GeoPackage.noChange, reference: reference, in: db)
  }
}
