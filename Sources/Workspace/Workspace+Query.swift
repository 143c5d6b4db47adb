import Foundation
import GRDB

extension Workspace {
  /// Asks one of the named questions of a cycle (the last where none is named).
  ///
  /// `catchment` narrows the answer where the query has that parameter and must be one of the cycle's; nil asks for all.
  public func ask(
    _ query: NamedQuery, cycle: String? = nil, catchment: String? = nil
  ) throws(WorkspaceError) -> QueryResult {
    try read { db in
      let label = try Cycles.resolve(cycle, in: db)
      let values: [String: (any DatabaseValueConvertible)?] = ["cycle": label, "catchment": catchment]
      if let catchment {
        guard query.parameters.contains(where: { $0.name == "catchment" }) else {
          throw WorkspaceError.statement(reason: "query \(query.name) takes no catchment")
        }
        let known = try String.fetchAll(
          db, sql: "SELECT code FROM catchments WHERE cycle = ? ORDER BY code", arguments: [label])
        guard known.contains(catchment) else {
          throw WorkspaceError.statement(
            reason: "there is no catchment \(catchment); there are \(known.joined(separator: ", "))")
        }
      }
      let statement = try db.makeStatement(sql: query.sql)
      for parameter in query.parameters where values[parameter.name] == nil {
        throw WorkspaceError.fault(reason: "query \(query.name) asks for an unknown parameter \(parameter.name)")
      }
      var arguments = StatementArguments()
      for parameter in query.parameters {
        _ = arguments.append(contentsOf: [parameter.name: values[parameter.name] ?? nil])
      }
      try statement.setArguments(arguments)
      return try QueryResult(statement, atMost: .max)
    }
  }

  /// The labels of the workspace's cycles, in the order of time.
  public func cycleLabels() throws(WorkspaceError) -> [String] { try read { db in try Cycles.labels(in: db) } }
}

extension AnyWorkspace {
  /// Asks one of the named questions of a cycle (the last where none is named).
  public func ask(
    _ query: NamedQuery, cycle: String? = nil, catchment: String? = nil
  ) throws(WorkspaceError) -> QueryResult {
    switch self {
    case .exact(let workspace): try workspace.ask(query, cycle: cycle, catchment: catchment)
    case .released(let workspace): try workspace.ask(query, cycle: cycle, catchment: catchment)
    }
  }

  /// The labels of the workspace's cycles, in the order of time.
  public func cycleLabels() throws(WorkspaceError) -> [String] {
    switch self {
    case .exact(let workspace): try workspace.cycleLabels()
    case .released(let workspace): try workspace.cycleLabels()
    }
  }
}

extension QueryResult {
  /// All rows of a statement; more than `limit` of them are refused.
  init(_ statement: Statement, atMost limit: Int) throws {
    self.init(columns: statement.columnNames, rows: [])
    let cursor = try Row.fetchCursor(statement)
    while let row = try cursor.next() {
      guard rows.count < limit else {
        throw WorkspaceError.statement(reason: "it gives more than \(limit) rows; add LIMIT")
      }
      rows.append(row.databaseValues.map(SQLValue.init))
    }
  }
}

extension SQLValue {
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob([UInt8](data))
    }
  }
}
