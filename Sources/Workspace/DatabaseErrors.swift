import GRDB

extension WorkspaceError {
  /// What an error of SQLite means to somebody who runs an audit. Arguments of statements are not repeated.
  init(_ error: any Error, path: String) {
    if let known = error as? WorkspaceError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .fault(reason: String(describing: error))
      return
    }
    let reason = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_PERM: self = .cannotWrite(path: path, reason: reason)
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notAWorkspace(path: path, reason: reason)
    case .SQLITE_IOERR: self = .inputOutput(path: path, reason: reason)
    default: self = .fault(reason: reason)
    }
  }
}
