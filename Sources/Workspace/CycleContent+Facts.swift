import GRDB

extension CycleContent {
  /// What a workspace that held this cycle alone would say of it: the same tables, views and queries, in memory.
  ///
  /// Nothing is written to a file, so what is only tried out leaves no trace. Shapes are not among the facts.
  ///
  /// - Parameters:
  ///   - name: the borough's name.
  ///   - crs: the analysis CRS, `EPSG:27700`.
  public func facts(name: String, crs: String) throws(WorkspaceError) -> CycleFacts {
    let reference = try SpatialReference.named(crs)
    var content = self
    for index in content.areas.indices { content.areas[index].shape = nil }
    for index in content.catchments.indices { content.catchments[index].shape = nil }
    do {
      let queue = try DatabaseQueue(configuration: WorkspaceFile.configuration)
      return try queue.write { db in
        try Schema.create(in: db, kind: Exact.kind)
        try db.execute(sql: "UPDATE workspace SET name = ?, crs = ?", arguments: [name, crs])
        try CycleWriter(db: db, srs: reference.id, coarsening: .none).write(content)
        return try FactsReader(db: db, cycle: content.cycle.label).facts()
      }
    } catch { throw WorkspaceError(error, path: "memory") }
  }
}
