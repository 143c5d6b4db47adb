import Foundation
import GRDB

/// A release that was made of a workspace.
public struct ReleaseRecord: Hashable, Sendable {
  /// The cycle's label.
  public var cycle: String
  /// The file's name when it was made.
  public var file: String
  /// SHA-256 of the file in hexadecimal.
  public var sha256: String

  /// Makes a record.
  public init(cycle: String, file: String, sha256: String) {
    (self.cycle, self.file, self.sha256) = (cycle, file, sha256)
  }
}

extension Workspace where State == Exact {
  /// Writes down that a release was made: after an erasure somebody must know what left.
  public func note(_ releases: [ReleaseRecord]) throws(WorkspaceError) {
    try write { db in
      try Schema.addMissingTables(in: db)
      for release in releases {
        try db.execute(
          sql: "INSERT OR IGNORE INTO releases (cycle, file, sha256) VALUES (?, ?, ?)",
          arguments: [release.cycle, release.file, release.sha256])
      }
    }
  }

  /// The releases that were made, in the order in which they were.
  public func releases() throws(WorkspaceError) -> [ReleaseRecord] {
    try read { db in
      guard try db.tableExists("releases") else { return [] }
      return try Row.fetchAll(db, sql: "SELECT cycle, file, sha256 FROM releases ORDER BY id").map {
        ReleaseRecord(cycle: $0[0], file: $0[1], sha256: $0[2])
      }
    }
  }

  /// Writes the file anew, so that nothing of rows that were replaced is left in it.
  public func scrub() throws(WorkspaceError) {
    do { try queue.vacuum() } catch { throw WorkspaceError(error, path: url.path) }
  }

  /// A warning where others than its owner can open the folder in which a workspace stands; nil where they cannot.
  public static func exposure(of url: URL) -> String? {
    let folder = url.deletingLastPathComponent().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder.isEmpty ? "." : folder)
    guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o004 != 0 else { return nil }
    return "everybody on this machine can look into the folder \(folder); "
      + "the workspace itself is readable by you alone, but keep it where nobody else can"
  }
}
