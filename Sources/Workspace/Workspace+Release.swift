import Foundation
import GRDB
import Tally

/// A cycle whose counts were coarsened, ready to be written to a release.
public struct ReleaseContent: Sendable {
  /// The rows. Atoms that are sets carry the counts by group, service and centre.
  public var content: CycleContent
  /// h: counts of 1…h are hidden.
  public var hide: Int
  /// b: other counts are multiples of it.
  public var base: Int

  /// Wraps a content whose counts were coarsened with h and b.
  public init(_ content: CycleContent, hide: Int, base: Int) {
    (self.content, self.hide, self.base) = (content, hide, base)
  }
}

extension Workspace where State == Exact {
  /// Fixes what a release of the cycle shows, or refuses (65) where an earlier release showed it otherwise.
  public func freeze(_ content: CycleContent) throws(WorkspaceError) {
    try write { db in
      try Schema.addMissingTables(in: db)
      try Freeze(content).record(cycle: content.cycle.label, in: db)
    }
  }

  /// Refuses (65) where an earlier release of the cycle had other borders or rules.
  public func requireUnchangedSinceRelease(_ content: CycleContent) throws(WorkspaceError) {
    try read { db in
      guard try db.tableExists("freezes") else { return }
      try Freeze(content).requireSame(cycle: content.cycle.label, in: db)
    }
  }

  /// Refuses (65) cycles to be released with days of each other, or of another one that was released.
  public func requireOwnDays(_ contents: [CycleContent]) throws(WorkspaceError) {
    for (one, other) in zip(contents, contents.dropFirst()) where other.cycle.from <= one.cycle.to {
      throw .overlapping(cycle: other.cycle.label, other: one.cycle.label)
    }
    try read { db in
      guard try db.tableExists("freezes") else { return }
      for content in contents { try Freeze(content).requireOwnDays(cycle: content.cycle.label, in: db) }
    }
  }
}

extension Workspace where State == Released {
  /// Makes a release from cycles whose counts were coarsened; an earlier release at the place is replaced, anything else
  /// there is refused (73). The same cycles give the same bytes. `judge` makes figures of what the release itself holds.
  public static func make(
    at url: URL, cycles: [ReleaseContent], name: String, engine: String, crs: String,
    judge: (@Sendable (CycleFacts) -> [TopicRows])? = nil
  ) throws(WorkspaceError) -> Workspace {
    if FileManager.default.fileExists(atPath: url.path) {
      do throws(WorkspaceError) { _ = try open(at: url) } catch {
        if case .locked = error { throw error }
        throw .exists(path: url.path)
      }
    }
    let reference = try SpatialReference.named(crs)
    for cycle in cycles { try cycle.requireCoarsened() }
    try WorkspaceFile.build(url, kind: State.kind) { db in
      try db.execute(
        sql: "UPDATE workspace SET name = ?, engine = ?, crs = ?", arguments: [name, engine, crs])
      for cycle in cycles {
        let coarsening = CycleWriter.Coarsening(hide: cycle.hide, base: cycle.base)
        let writer = CycleWriter(db: db, srs: reference.id, coarsening: coarsening)
        try writer.write(cycle.content)
        try writer.write(judge, cycle: cycle.content.cycle.label)
      }
      try Cycles.noteChange(reference: reference, in: db)
      for table in Schema.tables where !table.mayBeReleased {
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table.name)\"") == 0 else {
          throw WorkspaceError.fault(reason: "rows of table \(table.name) would have left")
        }
      }
    }
    return try open(at: url)
  }
}

extension ReleaseContent {
  /// The last check before anything leaves: no count is exact, and nothing is there that a release must not hold.
  func requireCoarsened() throws(WorkspaceError) {
    let cycle = content.cycle.label
    guard hide >= 3, base >= 3, base <= 2 * hide else {
      throw .content(reason: "cycle \(cycle): a release hides at least 3 and rounds to at least 3")
    }
    let counts = content.tallies.map(\.count) + content.centreVisits.map(\.count)
    guard counts.allSatisfy(isCoarse) else { throw .fault(reason: "cycle \(cycle): a count was not coarsened") }
    let isClean =
      content.families.isEmpty && content.pairs.isEmpty && content.supply.isEmpty && content.totals.isEmpty
      && content.fileTotals.isEmpty
      && content.rejects.isEmpty
      && content.provenance.allSatisfy { !$0.isPersonal || ($0.sha256.isEmpty && $0.rows == 0 && $0.bytes == 0) }
      && content.centreVisits.allSatisfy { $0.by != "visitor" }
    guard isClean else { throw .fault(reason: "cycle \(cycle): something internal would have left") }
  }

  /// Whether a count is 0, hidden, or a multiple of the base with at least two counts behind it.
  private func isCoarse(_ count: Count) -> Bool {
    if count.high == 0 { return count.low == 0 && count.value == 0 }
    if count.high == hide { return (0...1).contains(count.low) && count.value == Double(count.low + hide) / 2 }
    return count.low > hide && count.low < count.high && count.value.truncatingRemainder(dividingBy: Double(base)) == 0
  }
}
