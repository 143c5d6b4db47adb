import Foundation
import Workspace

extension WhatIf {
  /// The audit file of a proposal.
  ///
  /// - Throws: a refusal (64) where a workspace or a release was given in its place: a proposal counts children in other
  ///   borders, which only the files of the house can.
  public static func auditFile(named path: String?, workspace: String?, data: String?) throws -> AuditFile {
    if let workspace { throw notFrom(workspace) }
    guard let path else { throw AuditError("a proposal needs the audit file: needs compare AUDIT.yml …", exitCode: 64) }
    let head = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 16) } ?? Data()
    if head.starts(with: Data("SQLite format 3".utf8)) { throw notFrom(path) }
    return try AuditFile.read(URL(fileURLWithPath: path), data: data.map { URL(fileURLWithPath: $0) })
  }

  private static func notFrom(_ path: String) -> any Error {
    let name = URL(fileURLWithPath: path).lastPathComponent
    do {
      let isExact = try AnyWorkspace.open(at: URL(fileURLWithPath: path)).isExact
      return AuditError(
        isExact
          ? "\(name) is a workspace: a proposal counts children in other borders, so it reads the inputs again; give the "
            + "audit file, and no --workspace"
          : "\(name) is a release: nothing is counted in other borders from it; who keeps the children's files can run "
            + "needs compare with the audit file", exitCode: 64)
    } catch {
      return error
    }
  }
}
