import Foundation
import GRDB

/// A workspace: one GeoPackage that holds areas, catchments, atoms, weights, indicators, tallies, figures, cycles and
/// provenance, and never a child or a visit.
///
/// ```swift
/// let workspace = try Workspace<Exact>.create(at: URL(fileURLWithPath: "W.gpkg"))
/// try workspace.write(content, name: "Sunderland", engine: "0.1.0", crs: "EPSG:27700")
/// let facts = try workspace.facts()
/// ```
///
/// `State` says what its counts may be used for: a function that takes `Workspace<Released>` cannot be handed exact
/// counts. Each call is one transaction; values may be shared by threads, calls then take turns.
public struct Workspace<State: Confidentiality>: Sendable {
  /// The file.
  public let url: URL
  let queue: DatabaseQueue

  init(url: URL, queue: DatabaseQueue) {
    (self.url, self.queue) = (url, queue)
  }

  /// Opens a file and makes sure that it is a workspace of this kind.
  public static func open(at url: URL) throws(WorkspaceError) -> Workspace {
    let queue = try WorkspaceFile.open(url)
    let workspace = Workspace(url: url, queue: queue)
    let kind = try workspace.kind()
    guard kind == State.kind else { throw .wrongKind(path: url.path, holds: kind) }
    return workspace
  }

  /// Makes a new workspace without a cycle, mode 0600. Refused where the file is there already.
  static func createEmpty(at url: URL) throws(WorkspaceError) -> Workspace {
    try WorkspaceFile.create(url, kind: State.kind)
    return try open(at: url)
  }

  func kind() throws(WorkspaceError) -> String {
    try read { db in try String.fetchOne(db, sql: "SELECT kind FROM workspace") ?? "nothing" }
  }

  /// Runs one transaction that reads.
  func read<T>(_ body: (Database) throws -> T) throws(WorkspaceError) -> T {
    do { return try queue.read(body) } catch { throw WorkspaceError(error, path: url.path) }
  }

  /// Runs one transaction that writes; all of it or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(WorkspaceError) -> T {
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw WorkspaceError.fault(reason: "a transaction without a result") }
        return result
      }
    } catch { throw WorkspaceError(error, path: url.path) }
  }
}

extension Workspace where State == Exact {
  /// Makes a new workspace without a cycle, mode 0600. Refused (73) where the file is there already.
  public static func create(at url: URL) throws(WorkspaceError) -> Workspace { try createEmpty(at: url) }

  /// Opens the workspace, or makes it where there is no such file.
  public static func openOrCreate(at url: URL) throws(WorkspaceError) -> Workspace {
    FileManager.default.fileExists(atPath: url.path) ? try open(at: url) : try create(at: url)
  }
}
