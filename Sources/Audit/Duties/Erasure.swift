import Foundation
import Geodata
import Workspace

/// Erases a child: finds the rows that still hold the child, and where there are none any more runs every open cycle again.
///
/// A workspace never held a child, but its counts did. The registers are not ours to change: as long as a file has rows
/// of the child nothing is run, and the rows are named by their numbers.
public struct Erasure: Sendable {
  /// A file that still has rows of a child.
  public struct Remaining: Hashable, Sendable {
    /// The file, as audit.yml's root sees it.
    public var file: String
    /// The rows' numbers.
    public var rows: [Int]
  }

  /// Files of the cycles that still have rows of the children, in the order of their names.
  public let remaining: [Remaining]
  private let file: AuditFile

  /// Looks for the children, by their ids, in the registers and the service use of every cycle.
  public init(_ ids: Set<String>, in file: AuditFile) throws {
    self.file = file
    let paths = InputPaths(auditFile: file.source.name, root: file.source.root)
    var found: [String: Set<Int>] = [:]
    for cycle in file.cycles {
      let inputs = file.inputs(of: cycle)
      for block in [inputs.enrolments?.table, inputs.serviceUse].compactMap({ $0 }) {
        guard let column = block.columns["child"] else { continue }
        for input in try paths.files(block) {
          let table = try Table.open(TableSource(block, input))
          let child = try table.index(of: column)
          try table.forEachRow { row in
            if ids.contains(row.text(child)) { found[input.name, default: []].insert(row.number) }
          }
        }
      }
    }
    remaining = found.sorted { $0.key < $1.key }.map { Remaining(file: $0.key, rows: $0.value.sorted()) }
  }

  /// What became of a cycle.
  public enum Outcome: Hashable, Sendable {
    /// It was run again.
    case rerun
    /// It is sealed, and its counts still have the child.
    case sealed
    /// audit.yml has it no more, so that it cannot be run again.
    case unknown
  }

  /// Runs every open cycle of the workspace again, from files that no longer hold the child, and hands each to `store`.
  /// Old pages of the file are overwritten.
  public func rerun(
    _ workspace: Workspace<Exact>, store: (AuditRun) throws -> Void
  ) throws -> [(cycle: String, outcome: Outcome)] {
    var outcomes: [(String, Outcome)] = []
    for cycle in try workspace.cycles() {
      guard cycle.sealedOn == nil else {
        outcomes.append((cycle.label, .sealed))
        continue
      }
      guard file.cycles.contains(where: { $0.label == cycle.label }) else {
        outcomes.append((cycle.label, .unknown))
        continue
      }
      var run = try AuditRun(file, cycle: cycle.label)
      try run.compare(file, in: workspace)
      try store(run)
      outcomes.append((cycle.label, .rerun))
    }
    try workspace.scrub()
    return outcomes
  }
}
