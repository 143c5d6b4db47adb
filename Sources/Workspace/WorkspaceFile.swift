import Foundation
import GRDB

/// The file under a workspace: made with mode 0600, opened and checked.
enum WorkspaceFile {
  /// How long a call waits for another program before it says that the file is locked, in seconds.
  static let patience = 1.0

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      for function in GeoPackageFunctions.all { db.add(function: function) }
      // A nation's index pages stay in memory while rows come in the order of the tables; taken only as it is needed.
      try db.execute(sql: "PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY")
      // What is deleted is overwritten: a count that was erased must not linger in a free page.
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  /// Opens a file that must be there and be a workspace that this version can read.
  static func open(_ url: URL) throws(WorkspaceError) -> DatabaseQueue {
    let path = url.path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
    guard !isFolder.boolValue else { throw .notAWorkspace(path: path, reason: "it is a folder") }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let lacks = try queue.read { db in
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
        guard application == GeoPackage.applicationID, try db.tableExists("workspace") else {
          throw WorkspaceError.notAWorkspace(path: path, reason: "no table workspace")
        }
        let schema = try Int.fetchOne(db, sql: "SELECT schema FROM workspace") ?? 0
        guard schema <= Schema.version else { throw WorkspaceError.newer(path: path, schema: schema) }
        let columns = try Schema.missingColumns(in: db)
        guard columns.isEmpty else { throw WorkspaceError.older(path: path, lacks: columns) }
        return try Schema.lacks(in: db)
      }
      if !lacks.isEmpty { try complete(queue, path: path, lacks: lacks) }
      return queue
    } catch { throw WorkspaceError(error, path: path) }
  }

  /// Adds the tables and views that an earlier build did not make; where the file takes no writing, says so.
  static func complete(_ queue: DatabaseQueue, path: String, lacks: [String]) throws {
    do {
      try queue.write { db in try Schema.complete(db) }
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_READONLY || error.resultCode == .SQLITE_CANTOPEN
    {
      throw WorkspaceError.older(path: path, lacks: lacks)
    }
  }

  /// Makes an empty workspace beside its place and moves it there, so that nobody sees half of it.
  static func create(_ url: URL, kind: String) throws(WorkspaceError) {
    guard !FileManager.default.fileExists(atPath: url.path) else { throw .exists(path: url.path) }
    try build(url, kind: kind) { _ in }
  }

  /// Builds a file under another name, fills it, and moves it to its place when all of it is on the disk.
  static func build(
    _ url: URL, kind: String, fill: (Database) throws -> Void
  ) throws(WorkspaceError) {
    let path = url.path
    let name = ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).new"
    let draft = url.deletingLastPathComponent().appendingPathComponent(name).path
    try makeEmptyFile(draft, for: path)
    do {
      var configuration = configuration
      // Nobody else knows the draft and a broken one is thrown away, so it needs neither journal nor waiting.
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
      }
      let queue = try DatabaseQueue(path: draft, configuration: configuration)
      try queue.write { db in
        try Schema.create(in: db, kind: kind)
        try fill(db)
      }
      try queue.close()
      try flush(draft)
    } catch {
      unlink(draft)
      throw WorkspaceError(error, path: path)
    }
    guard rename(draft, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(draft)
      throw .cannotWrite(path: path, reason: reason)
    }
  }

  /// Makes an empty file that only its owner may read, before SQLite would make one for everybody.
  private static func makeEmptyFile(_ draft: String, for path: String) throws(WorkspaceError) {
    // One left by a killed run, with whatever mode, or laid there by somebody else.
    unlink(draft)
    let descriptor = Foundation.open(draft, O_CREAT | O_RDWR | O_EXCL | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  private static func flush(_ path: String) throws {
    let descriptor = Foundation.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw WorkspaceError.inputOutput(path: path, reason: "not to be opened again") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw WorkspaceError.inputOutput(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
