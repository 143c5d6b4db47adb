import GRDB
import Geometry
import Tally

extension Workspace {
  /// All rows of a cycle (the last where none is named) as they were written.
  ///
  /// Atoms keep their order; topics are not among it.
  public func content(cycle: String? = nil) throws(WorkspaceError) -> CycleContent {
    try read { db in
      let reader = CycleReader(db: db, cycle: try Cycles.resolve(cycle, in: db))
      var content = CycleContent(cycle: try reader.record())
      content.areas = try reader.places("areas")
      content.catchments = try reader.places("catchments")
      content.centres = try reader.centres()
      content.atoms = try reader.atoms()
      content.weights = try reader.weights()
      content.denominatorSets = try reader.denominatorSets()
      content.denominators = try reader.denominators()
      content.indicators = try reader.indicators()
      content.indicatorValues = try reader.indicatorValues()
      content.tallies = try reader.tallies()
      content.centreVisits = try reader.centreVisits()
      content.families = try reader.families()
      content.totals = try reader.totals("totals")
      content.fileTotals = try reader.totals("file_totals")
      content.provenance = try reader.files()
      content.rejects = try reader.rejects()
      content.complaints = try reader.complaints()
      content.namedServices = try reader.names("named_services")
      content.namedGroups = try reader.names("named_groups")
      content.withheld = try reader.withheld()
      content.declaredMeasures = try reader.declaredMeasures()
      content.pairs = try reader.pairs()
      content.analyses = try reader.analyses()
      content.distances = try reader.distances()
      content.neighbours = try reader.neighbours()
      content.supply = try reader.supply()
      return content
    }
  }

  /// The shapes of a cycle's areas and catchments by code, in the analysis CRS; those without a shape are left out.
  public func shapes(
    cycle: String? = nil
  ) throws(WorkspaceError) -> (areas: [String: MultiPolygon], catchments: [String: MultiPolygon]) {
    try read { db in
      let reader = CycleReader(db: db, cycle: try Cycles.resolve(cycle, in: db))
      func shapes(_ table: String) throws -> [String: MultiPolygon] {
        var result: [String: MultiPolygon] = [:]
        for place in try reader.places(table) { result[place.code] = place.shape }
        return result
      }
      return (try shapes("areas"), try shapes("catchments"))
    }
  }
}

extension CycleReader {
  func atoms() throws -> [CycleContent.Atom] {
    var members: [Int: [String]] = [:]
    _ = try rows("SELECT atom, catchment FROM atom_catchments WHERE cycle = ? ORDER BY id") {
      members[$0[0], default: []].append($0[1])
    }
    return try rows("SELECT atom, kind, area, surface FROM atoms WHERE cycle = ? ORDER BY atom") { row in
      let catchments = members[row[0]] ?? []
      guard row[1] as String == "atom" else { return CycleContent.Atom(set: catchments) }
      return CycleContent.Atom(area: row[2], catchments: catchments, surface: row[3])
    }
  }

  func tallies() throws -> [CycleContent.TallyRow] {
    try rows("SELECT atom, measure, by, key, value, low, high FROM tallies WHERE cycle = ? ORDER BY id") {
      .init(
        atom: $0[0], measure: $0[1], by: $0[2], key: $0[3], count: Count(value: $0[4], low: $0[5], high: $0[6]))
    }
  }

  func families() throws -> [CycleContent.FamilyCount] {
    try rows("SELECT kind, code, families, reached FROM family_counts WHERE cycle = ? ORDER BY kind, code") {
      .init(kind: $0[0], code: $0[1], families: $0[2], reached: $0[3])
    }
  }
}
