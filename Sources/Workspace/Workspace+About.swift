import GRDB

/// What table `workspace` says of the file.
public struct WorkspaceDescription: Hashable, Sendable {
  /// The borough's name.
  public var name: String
  /// The version of needs that wrote it last.
  public var engine: String
  /// The analysis CRS, `EPSG:n`.
  public var crs: String
}

extension Workspace {
  /// The borough's name, the version of needs, the CRS.
  public func about() throws(WorkspaceError) -> WorkspaceDescription {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT name, engine, crs FROM workspace") else {
        throw WorkspaceError.notAWorkspace(path: url.path, reason: "table workspace is empty")
      }
      return WorkspaceDescription(name: row[0], engine: row[1], crs: row[2])
    }
  }
}
