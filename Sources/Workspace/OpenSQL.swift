import Foundation
import GRDB
import GRDBSQLite

/// Runs a statement that somebody wrote, so that it can only read and only for so long.
///
/// It gets a connection of its own, opened read-only. SQLite's own read-only mode would still let `VACUUM INTO` write a
/// file, so that the statement must also be one that begins as a question, that SQLite calls read-only, and that asks the
/// authorizer for nothing but reading.
public struct OpenSQL: Sendable {
  /// How long it may run, in seconds.
  public var seconds: Double
  /// How many rows it may give.
  public var rows: Int
  /// Functions that a statement may call besides SQLite's own.
  public var functions: AnalystFunctions

  /// Sets the limits.
  public init(seconds: Double = 10, rows: Int = 1_000_000, functions: AnalystFunctions = AnalystFunctions()) {
    (self.seconds, self.rows, self.functions) = (seconds, rows, functions)
  }

  /// The answer of one SELECT, VALUES, WITH or EXPLAIN. `:cycle` stands for the cycle (the last where none is named).
  public func select(
    _ sql: String, from workspace: AnyWorkspace, cycle: String? = nil
  ) throws(WorkspaceError) -> QueryResult {
    try requireQuestion(sql)
    let labels = try workspace.cycleLabels()
    if let cycle, !labels.contains(cycle) { throw .noSuchCycle(cycle, known: labels) }
    let label = cycle ?? labels.last
    let path = workspace.url.path
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(WorkspaceFile.patience)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let deadline = Deadline(seconds: seconds)
      return try queue.unsafeRead { db in
        functions.add(to: db)
        try restrict(db, deadline)
        return try run(sql, label, in: db)
      }
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_INTERRUPT: throw .timedOut(seconds: seconds)
      case .SQLITE_AUTH: throw .statement(reason: "it may only read")
      case .SQLITE_ERROR, .SQLITE_TOOBIG, .SQLITE_NOMEM, .SQLITE_MISUSE, .SQLITE_RANGE, .SQLITE_MISMATCH:
        throw .statement(reason: error.message ?? "it is wrong")
      default: throw WorkspaceError(error, path: path)
      }
    } catch { throw WorkspaceError(error, path: path) }
  }

  private func run(_ sql: String, _ cycle: String?, in db: Database) throws -> QueryResult {
    let statement = try db.makeStatement(sql: sql)
    guard statement.isReadonly else { throw WorkspaceError.statement(reason: "it may only read") }
    let count = sqlite3_bind_parameter_count(statement.sqliteStatement)
    for index in 0..<count {
      let name = sqlite3_bind_parameter_name(statement.sqliteStatement, index + 1).map { String(cString: $0) }
      guard name == ":cycle" else {
        throw WorkspaceError.statement(reason: "the only parameter is :cycle")
      }
    }
    if count > 0 { try statement.setArguments(["cycle": cycle]) }
    return try QueryResult(statement, atMost: rows)
  }

  /// Refuses what does not begin as a question, comments and brackets left aside.
  private func requireQuestion(_ sql: String) throws(WorkspaceError) {
    var rest = sql[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "(" || $0 == ";" }
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*"), let end = rest.range(of: "*/") {
        rest = rest[end.upperBound...]
      } else {
        break
      }
    }
    let word = rest.prefix { $0.isLetter }.uppercased()
    guard ["SELECT", "WITH", "VALUES", "EXPLAIN"].contains(word) else {
      throw .statement(reason: "it must be a SELECT, and it begins with \(word.isEmpty ? "nothing" : word)")
    }
  }

  private func restrict(_ db: Database, _ deadline: Deadline) throws {
    let connection = db.sqliteConnection
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 10_000_000)
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 100_000)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 200)
    sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
    sqlite3_limit(connection, SQLITE_LIMIT_WORKER_THREADS, 0)
    sqlite3_set_authorizer(
      connection,
      { _, action, _, name, _, _ in
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
        case SQLITE_FUNCTION:
          guard let name else { return SQLITE_DENY }
          return strcasecmp(name, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK
        default: return SQLITE_DENY
        }
      }, nil)
    // SQLite asks every thousand instructions whether to go on; the queue outlives the statement, and with it the date.
    sqlite3_progress_handler(
      connection, 1000,
      { pointer in
        guard let pointer else { return 1 }
        return Unmanaged<Deadline>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
      }, Unmanaged.passUnretained(deadline).toOpaque())
  }
}

/// A moment after which nothing more is waited for.
private final class Deadline: Sendable {
  private let end: ContinuousClock.Instant

  init(seconds: Double) { end = ContinuousClock.now + .seconds(seconds) }

  var isOver: Bool { ContinuousClock.now > end }
}
