import Foundation
import GRDB

/// The tables of a workspace, a file a topic (`Schema+….swift`).
///
/// A room's owner adds a table by declaring a `Table` in a file of its own and naming it in `tables`; workspaces that
/// were made before get it when they are next written to. `CycleContent.topics` fills it.
enum Schema {
  /// Grows when a table or a column changes its meaning.
  static let version = 1

  /// A table and how it is registered in the GeoPackage.
  struct Table: Sendable {
    /// Its name.
    var name: String
    /// What a row is, for the GeoPackage's register.
    var description: String
    /// The columns' definitions. Each table has `id INTEGER PRIMARY KEY` before them, and `cycle` where `isPerCycle`.
    var columns: String
    /// `MULTIPOLYGON` or `POINT` where it has a column `geom`.
    var geometry: String?
    /// Whether rows belong to a cycle and go when it is written again.
    var isPerCycle = true
    /// Whether a release may hold rows of it: public ones, or counts that were coarsened.
    var mayBeReleased = false
    /// Indexes and views, `;` between them.
    var extra = ""

    /// The names at the beginning of `columns`' lines; what begins with a rule is none.
    var columnNames: [String] {
      columns.split(separator: "\n").compactMap { line in
        let word = line.drop { $0 == " " }.prefix { $0 != " " && $0 != "(" }
        return ["UNIQUE", "PRIMARY", "CHECK", ""].contains(word) ? nil : String(word).replacing("\"", with: "")
      }
    }
  }

  /// All tables, in the order in which they are made and written.
  static let tables: [Table] =
    [workspace, cycles, freezes, releases] + places + counts + description + run + figures + evidence

  /// Makes a whole workspace in an empty file.
  static func create(in db: Database, kind: String) throws {
    try GeoPackage.create(in: db)
    try addMissingTables(in: db)
    try db.execute(
      sql: "INSERT INTO workspace (kind, name, engine, crs, schema) VALUES (?, '', '', 'EPSG:27700', ?)",
      arguments: [kind, version])
  }

  /// Makes the tables that the file does not have.
  static func addMissingTables(in db: Database) throws {
    let present = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
    for table in tables where !present.contains(table.name) {
      let geometry = table.geometry.map { "geom \($0),\n" } ?? ""
      let cycle = table.isPerCycle ? "cycle TEXT NOT NULL,\n" : ""
      try db.execute(
        sql: "CREATE TABLE \(table.name) (\nid INTEGER PRIMARY KEY,\n\(geometry)\(cycle)\(table.columns)\n)")
      if !table.extra.isEmpty { try db.execute(sql: table.extra) }
      if let geometry = table.geometry {
        try GeoPackage.registerFeatures(
          table.name, geometry: geometry, description: table.description, in: db)
      } else {
        try GeoPackage.registerAttributes(table.name, description: table.description, in: db)
      }
    }
  }

  /// The views that the tables' `extra` declares, in their order.
  static let views: [(name: String, sql: String)] = tables.flatMap { table in
    table.extra.components(separatedBy: ";\n").compactMap { statement in
      let sql = statement.trimmingCharacters(in: CharacterSet(charactersIn: " \n;"))
      let words = sql.split(maxSplits: 3, whereSeparator: \.isWhitespace)
      guard words.count > 3, words[0] == "CREATE", words[1] == "VIEW" else { return nil }
      return (String(words[2]), sql)
    }
  }

  /// What an earlier build left out: tables, and views that are not there or were made otherwise.
  static func lacks(in db: Database) throws -> [String] {
    let present = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view')")
    let known = Dictionary(present.map { ($0["name"] as String, $0["sql"] as String? ?? "") }) { first, _ in first }
    return tables.map(\.name).filter { known[$0] == nil } + views.filter { known[$0.name] != $0.sql }.map(\.name)
  }

  /// Makes the tables and views that an earlier build left out.
  static func complete(_ db: Database) throws {
    for view in views { try db.execute(sql: "DROP VIEW IF EXISTS \"\(view.name)\"") }
    try addMissingTables(in: db)
    let present = Set(try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'"))
    for view in views where !present.contains(view.name) { try db.execute(sql: view.sql) }
  }

  /// The columns that a table of an earlier build does not have, as `table.column`. Only a new audit can fill them.
  static func missingColumns(in db: Database) throws -> [String] {
    try tables.flatMap { table -> [String] in
      guard try db.tableExists(table.name) else { return [] }
      let present = Set(try db.columns(in: table.name).map { $0.name.lowercased() })
      return table.columnNames.filter { !present.contains($0.lowercased()) }.map { "\(table.name).\($0)" }
    }
  }

  static let workspace = Table(
    name: "workspace", description: "One row: what kind of workspace this is and what made it.",
    columns: """
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      engine TEXT NOT NULL,
      crs TEXT NOT NULL,
      schema INTEGER NOT NULL
      """, isPerCycle: false, mayBeReleased: true)

  static let cycles = Table(
    name: "cycles",
    description:
      "A cycle and its parameters. hide and base say how the counts in this file are coarsened: 0 and 1 not at all.",
    columns: """
      label TEXT NOT NULL UNIQUE,
      starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL,
      reference_date TEXT NOT NULL,
      age_from INTEGER NOT NULL,
      age_to INTEGER NOT NULL,
      sustained_days INTEGER NOT NULL,
      sustained_within INTEGER,
      thresholds TEXT NOT NULL,
      rule TEXT NOT NULL,
      locate TEXT NOT NULL,
      groups TEXT NOT NULL,
      sensitive TEXT NOT NULL,
      named_services TEXT NOT NULL,
      named_groups TEXT NOT NULL,
      profile TEXT NOT NULL,
      profile_hide INTEGER NOT NULL,
      profile_base INTEGER NOT NULL,
      hide INTEGER NOT NULL,
      base INTEGER NOT NULL,
      families INTEGER NOT NULL,
      sealed_on TEXT,
      seal TEXT
      """, isPerCycle: false, mayBeReleased: true)

  static let releases = Table(
    name: "releases",
    description:
      "The releases that were made, so that somebody knows what left. It outlives the cycle's rows. Internal only.",
    columns: """
      cycle TEXT NOT NULL,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      UNIQUE (cycle, file, sha256)
      """, isPerCycle: false)

  static let freezes = Table(
    name: "freezes",
    description: "What a cycle's first release fixed. It outlives the cycle's rows. Internal only.",
    columns: """
      cycle TEXT NOT NULL,
      part TEXT NOT NULL,
      value TEXT NOT NULL,
      UNIQUE (cycle, part)
      """, isPerCycle: false)

  /// The quoted name of a table that holds rows of cycles; anything else is our own fault.
  static func topic(_ name: String) throws(WorkspaceError) -> String {
    guard tables.contains(where: { $0.name == name && $0.isPerCycle }) else {
      throw .fault(reason: "no table \(name) for a cycle's rows")
    }
    return "\"\(name)\""
  }
}
