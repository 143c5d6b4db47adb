import GRDB
import Geodata

/// A line of `needs cycle list`.
public struct CycleSummary: Hashable, Sendable {
  /// The label.
  public var label: String
  /// The first day, included.
  public var from: Day
  /// The last day, included.
  public var to: Day
  /// The day on which it was sealed, if it was.
  public var sealedOn: String?
  /// Whether a release of it has left, so that its borders and rules are fixed.
  public var isFrozen: Bool
}

/// What `undo` took back.
public enum CycleUndo: Hashable, Sendable {
  /// The seal: the cycle is open again.
  case seal
  /// The whole cycle: its rows are gone.
  case run
}

extension Workspace {
  /// The cycles, in the order of time.
  public func cycles() throws(WorkspaceError) -> [CycleSummary] {
    try read { db in
      let frozen = try db.tableExists("freezes") ? Set(String.fetchAll(db, sql: "SELECT cycle FROM freezes")) : []
      return try Cycles.labels(in: db).map { label in
        let record = try CycleReader(db: db, cycle: label).record()
        return CycleSummary(
          label: label, from: record.from, to: record.to, sealedOn: record.sealedOn, isFrozen: frozen.contains(label))
      }
    }
  }

  /// What is wrong with the file, a line each; empty where nothing is.
  ///
  /// SQLite's own check, the tables, and of each sealed cycle whether its rows still give its seal.
  public func verify() throws(WorkspaceError) -> [String] {
    try read { db in
      var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      for table in Schema.tables where !(try db.tableExists(table.name)) {
        faults.append("table \(table.name) is missing; run the audit again")
      }
      let seals = try Row.fetchAll(
        db, sql: "SELECT label, seal FROM cycles WHERE seal IS NOT NULL ORDER BY starts_on, label")
      for row in seals {
        let label: String = row[0]
        if try !Seal.holds(row[1], of: label, in: db) {
          faults.append("cycle \(label) was changed after it was sealed")
        }
      }
      return faults + (try Integrity.faults(in: db))
    }
  }
}

extension Workspace where State == Exact {
  /// Seals a cycle (the last where none is named) on a day: audits of it are refused from now on. Its label.
  @discardableResult
  public func seal(cycle: String? = nil, on day: Day) throws(WorkspaceError) -> String {
    try write { db in
      let label = try Cycles.resolve(cycle, in: db)
      try Cycles.requireOpen(label, in: db)
      let digest = try Seal.digest(of: label, in: db)
      try db.execute(
        sql: "UPDATE cycles SET sealed_on = ?, seal = ? WHERE label = ?",
        arguments: [day.description, digest, label])
      return label
    }
  }

  /// Takes back the last thing that was done to a cycle (the last where none is named): its seal, or the run itself.
  ///
  /// That a release of the cycle has left is not taken back: another run of it must have the same borders and rules.
  @discardableResult
  public func undo(cycle: String? = nil) throws(WorkspaceError) -> (label: String, undone: CycleUndo) {
    try write { db in
      let label = try Cycles.resolve(cycle, in: db)
      let isSealed = try Bool.fetchOne(
        db, sql: "SELECT sealed_on IS NOT NULL FROM cycles WHERE label = ?", arguments: [label])
      if isSealed == true {
        try db.execute(sql: "UPDATE cycles SET sealed_on = NULL, seal = NULL WHERE label = ?", arguments: [label])
        return (label, .seal)
      }
      try Cycles.removeRows(of: label, in: db)
      let crs = try String.fetchOne(db, sql: "SELECT crs FROM workspace") ?? ""
      try Cycles.noteChange(reference: SpatialReference.named(crs), in: db)
      return (label, .run)
    }
  }
}

extension AnyWorkspace {
  /// The cycles, in the order of time.
  public func cycles() throws(WorkspaceError) -> [CycleSummary] {
    switch self {
    case .exact(let workspace): try workspace.cycles()
    case .released(let workspace): try workspace.cycles()
    }
  }

  /// What is wrong with the file, a line each; empty where nothing is.
  public func verify() throws(WorkspaceError) -> [String] {
    switch self {
    case .exact(let workspace): try workspace.verify()
    case .released(let workspace): try workspace.verify()
    }
  }
}

extension QueryResult {
  /// Cycles as an answer.
  public init(_ cycles: [CycleSummary]) {
    self.init(
      columns: ["cycle", "from", "to", "sealed_on", "released"],
      rows: cycles.map {
        [
          .text($0.label), .text($0.from.description), .text($0.to.description), .optional($0.sealedOn),
          .text($0.isFrozen ? "yes" : "no"),
        ]
      })
  }
}
