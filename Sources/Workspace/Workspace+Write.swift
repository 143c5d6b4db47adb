import GRDB

extension Workspace where State == Exact {
  /// Writes one cycle in one transaction; what the same cycle held before goes.
  ///
  /// A cycle that is sealed is refused (65), and so is one that was released with other areas, catchments or rules, or that
  /// is in another CRS than the cycles beside it. A run that dies leaves the last good state. `name` is the borough's, `engine` the version of needs, `crs` `EPSG:n`.
  /// `judge` makes figures of the counts as they were stored, in the same transaction.
  public func write(
    _ content: CycleContent, name: String, engine: String, crs: String,
    judge: (@Sendable (CycleFacts) -> [TopicRows])? = nil
  ) throws(WorkspaceError) {
    let reference = try SpatialReference.named(crs)
    try write { db in
      try Schema.addMissingTables(in: db)
      try Cycles.requireOpen(content.cycle.label, in: db)
      let (kept, others) = (
        try String.fetchOne(db, sql: "SELECT crs FROM workspace") ?? crs,
        try Cycles.labels(in: db).contains { $0 != content.cycle.label }
      )
      guard kept == crs || !others else { throw WorkspaceError.otherCRS(kept: kept, audit: crs) }
      try Freeze(content).requireSame(cycle: content.cycle.label, in: db)
      try Cycles.removeRows(of: content.cycle.label, in: db)
      try db.execute(
        sql: "UPDATE workspace SET name = ?, engine = ?, crs = ?, schema = ?",
        arguments: [name, engine, crs, Schema.version])
      let writer = CycleWriter(db: db, srs: reference.id, coarsening: .none)
      let numbers = PendingAreaNumbers(judge == nil ? nil : content)
      try writer.write(content)
      try writer.write(judge, cycle: content.cycle.label, numbers: numbers.value)
      try Cycles.noteChange(reference: reference, in: db)
    }
  }

  /// Replaces the rows of one topic's table for a cycle: figures are judged after the counts are stored.
  public func replace(_ rows: TopicRows, cycle: String) throws(WorkspaceError) {
    try write { db in
      try Schema.addMissingTables(in: db)
      try Cycles.requireOpen(cycle, in: db)
      try db.execute(sql: "DELETE FROM \(try Schema.topic(rows.table)) WHERE cycle = ?", arguments: [cycle])
      try CycleWriter(db: db, srs: 0, coarsening: .none).write(rows, cycle: cycle)
    }
  }
}
