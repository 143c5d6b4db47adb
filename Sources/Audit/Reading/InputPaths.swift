import Foundation
import Geodata

/// Finds the files that audit.yml names, inside the root and nowhere else.
struct InputPaths: Sendable {
  /// audit.yml's name, for messages.
  let auditFile: String
  /// How many "*" one part of a pattern may hold: each more can multiply the time of a match.
  static let starLimit = 4
  /// How many parts a path may have.
  static let partLimit = 64
  /// How many files a pattern may match.
  static let matchLimit = 10_000
  /// The root of relative paths, absolute and with symbolic links resolved.
  let root: URL
  /// Files by role that are taken in place of those that audit.yml names.
  var standIns: [String: [Found]] = [:]

  /// One file that was found.
  struct Found: Sendable {
    /// Where it is.
    let url: URL
    /// The path relative to the root, as messages name it.
    let name: String
    /// The files that are joined to it, in the order of `join:`.
    var joins: [Joined] = []
  }

  /// A file that is joined to another.
  struct Joined: Sendable {
    /// How.
    let block: JoinBlock
    /// The file.
    let found: Found
  }

  /// The one file of a block.
  func file(_ block: TableBlock) throws(AuditError) -> Found {
    let found = try files(block)
    guard found.count == 1 else {
      throw AuditError.file(
        auditFile, line: block.line,
        "\(block.file) matches \(found.count) files (\(found.prefix(3).map(\.name).joined(separator: ", "))…); name one"
      )
    }
    return found[0]
  }

  /// The files of a block whose path may be a glob, sorted by name. At least one.
  func files(_ block: TableBlock) throws(AuditError) -> [Found] {
    if let found = standIns[block.role] { return found }
    let pattern = block.file
    guard !pattern.hasPrefix("/") || pattern.hasPrefix(root.path + "/") else { throw outside(block) }
    let relative = pattern.hasPrefix("/") ? String(pattern.dropFirst(root.path.count + 1)) : pattern
    let parts = relative.split(separator: "/").map(String.init)
    guard parts.allSatisfy({ part in part.count { $0 == "*" } <= Self.starLimit }), parts.count <= Self.partLimit else {
      throw AuditError.file(
        auditFile, line: block.line,
        "\(block.role): \(pattern.prefix(60))… has more than \(Self.starLimit) \"*\" in one part, or more than "
          + "\(Self.partLimit) parts; name the files more plainly")
    }
    var matches = [root]
    for part in parts {
      if part.contains(where: { "*?[".contains($0) }) {
        matches = matches.flatMap { folder in
          let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
          return names.filter { fnmatch(part, $0, FNM_PERIOD) == 0 }.sorted().map { folder.appendingPathComponent($0) }
        }
      } else {
        matches = matches.map { $0.appendingPathComponent(part) }
      }
      guard matches.count <= Self.matchLimit else {
        throw AuditError.file(
          auditFile, line: block.line,
          "\(block.role): \(pattern) matches more than \(Self.matchLimit) files or folders; name them more plainly")
      }
    }
    var found: [Found] = []
    var joins: [Joined] = []
    for join in block.joins { joins.append(Joined(block: join, found: try file(join.table))) }
    for match in matches {
      let resolved = match.standardizedFileURL.resolvingSymlinksInPath()
      guard resolved.path.hasPrefix(root.path + "/") else { throw outside(block) }
      guard FileManager.default.fileExists(atPath: resolved.path) else { continue }
      let standard = match.standardizedFileURL.path
      let name = standard.hasPrefix(root.path + "/") ? String(standard.dropFirst(root.path.count + 1)) : pattern
      found.append(Found(url: resolved, name: name, joins: joins))
    }
    guard !found.isEmpty else {
      throw AuditError(
        "\(auditFile)\(block.line.map { ", line \($0)" } ?? ""): \(block.role): there is no file \(pattern) in \(root.path); "
          + "check the name, or say with --data where the files are",
        exitCode: 66)
    }
    return found
  }

  private func outside(_ block: TableBlock) -> AuditError {
    AuditError.file(
      auditFile, line: block.line,
      "\(block.file) lies outside \(root.path); move it inside, or name the root that holds it with --data")
  }
}
