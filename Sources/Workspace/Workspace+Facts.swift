import GRDB
import Geometry
import Tally

extension Workspace {
  /// What the workspace says of a cycle (the last where none is named); the same from exact counts and from a release.
  public func facts(cycle: String? = nil) throws(WorkspaceError) -> CycleFacts {
    try read { db in try FactsReader(db: db, cycle: try Cycles.resolve(cycle, in: db)).facts() }
  }
}

extension AnyWorkspace {
  /// What the workspace says of a cycle (the last where none is named).
  public func facts(cycle: String? = nil) throws(WorkspaceError) -> CycleFacts {
    switch self {
    case .exact(let workspace): try workspace.facts(cycle: cycle)
    case .released(let workspace): try workspace.facts(cycle: cycle)
    }
  }

  /// The shapes of a cycle's areas and catchments by code, in the analysis CRS.
  public func shapes(
    cycle: String? = nil
  ) throws(WorkspaceError) -> (areas: [String: MultiPolygon], catchments: [String: MultiPolygon]) {
    switch self {
    case .exact(let workspace): try workspace.shapes(cycle: cycle)
    case .released(let workspace): try workspace.shapes(cycle: cycle)
    }
  }
}

/// Selects and adds the counts of one cycle, from the same views as the queries.
struct FactsReader {
  let reader: CycleReader
  let db: Database
  /// The areas' numbers, where they are known without reading.
  private let numbers: AreaNumbers?

  init(db: Database, cycle: String, numbers: AreaNumbers? = nil) {
    reader = CycleReader(db: db, cycle: cycle)
    self.db = db
    self.numbers = numbers
  }

  func facts() throws -> CycleFacts {
    let record = try reader.record()
    let coarsening = try reader.rows("SELECT hide, base FROM cycles WHERE label = ?") { row in
      CycleWriter.Coarsening(hide: row[0], base: row[1])
    }
    let (hide, base) = (coarsening.first?.hide ?? 0, coarsening.first?.base ?? 1)
    let isExact = hide == 0
    let families = try familyCounts(record, isExact: isExact)
    let splits = Dictionary(grouping: try splits(), by: \.place).mapValues { $0.map(\.split) }
    let numbers =
      try numbers ?? AreaNumbers(denominators: reader.denominators(), values: reader.indicatorValues())
    var totals: [String: Double] = [:]
    for total in try reader.totals("file_totals") + reader.totals("totals") { totals[total.path] = total.value }
    var facts = CycleFacts(
      name: try String.fetchOne(db, sql: "SELECT name FROM workspace") ?? "", cycle: record, hide: hide, base: base,
      areas: try areas(families, numbers, isExact: isExact),
      catchments: try catchments(families, splits, try withheldByCatchment(), isExact: isExact),
      centres: try centres(isExact: isExact),
      authority: try authority(families, isExact: isExact),
      weights: try reader.weights(), denominatorSets: try reader.denominatorSets(),
      indicators: try reader.indicators(), flows: flows(splits, isExact: isExact), sources: try reader.files(),
      totals: totals, complaints: try reader.complaints(), rejects: try reader.rejects(),
      cycleLabels: try Cycles.labels(in: db))
    let own = Set(facts.areas.map(\.code))
    facts.elsewhere = numbers.indicators.filter { !own.contains($0.key) }.sorted { $0.key < $1.key }.flatMap {
      $0.value.values.sorted { $0.indicator < $1.indicator }
    }
    facts.homeFlows = try homeFlows()
    if !isExact { facts.centresUnknown = try centresUnknown() }
    if isExact {
      facts.authorityGroups = try wholeSplits("group")
      facts.authoritySplits = try ["service", "centre", "month"].flatMap(wholeSplits)
      facts.pairs = try reader.pairs()
    }
    facts.declaredMeasures = try reader.declaredMeasures()
    facts.analyses = try reader.analyses()
    facts.distances = try reader.distances()
    facts.neighbours = try reader.neighbours()
    if isExact { facts.supply = try reader.supply() }
    return facts
  }

  /// Counts of one split over all atoms: distinct children add up over atoms, each being in one.
  private func wholeSplits(_ by: String) throws -> [CycleFacts.Split] {
    try reader.rows(
      """
      SELECT measure, key, sum(value), sum(low), sum(high) FROM tallies
      WHERE cycle = ? AND by = '\(by)' GROUP BY measure, key ORDER BY key, measure
      """
    ) { row in
      .init(measure: row[0], by: by, key: row[1], count: Count(value: row[2], low: row[3], high: row[4]))
    }
  }

  /// Families by kind and code; empty where there are none to speak of.
  private struct Families {
    var counted: Bool
    var rows: [String: [String: CycleContent.FamilyCount]] = [:]

    func add(_ kind: String, _ code: String, to people: inout CycleFacts.PeopleCounts) {
      guard counted else { return }
      let row = rows[kind]?[code]
      (people.families, people.familiesReached) = (row?.families ?? 0, row?.reached ?? 0)
    }
  }

  private func familyCounts(_ record: CycleRecord, isExact: Bool) throws -> Families {
    var families = Families(counted: isExact && record.countsFamilies)
    for row in try reader.families() { families.rows[row.kind, default: [:]][row.code] = row }
    return families
  }

  private static let peopleColumns = """
    enrolled, enrolled_low, enrolled_high, reached, reached_low, reached_high,
    sustained, sustained_low, sustained_high, visits
    """

  private func people(_ row: Row, from first: Int, isExact: Bool) -> CycleFacts.PeopleCounts {
    func count(_ at: Int) -> Count {
      Count(value: row[first + at], low: row[first + at + 1], high: row[first + at + 2])
    }
    return .init(
      enrolled: count(0), reached: count(3), sustained: count(6),
      visits: isExact ? Int(row[first + 9] as Double) : nil)
  }

  private func areas(
    _ families: Families, _ numbers: AreaNumbers, isExact: Bool
  ) throws -> [CycleFacts.AreaFacts] {
    try reader.rows(
      """
      SELECT a.code, a.name, a.surface, \(Self.peopleColumns)
      FROM areas a JOIN people_by_area p ON p.cycle = a.cycle AND p.area = a.code
      WHERE a.cycle = ? ORDER BY a.code
      """
    ) { row in
      let code: String = row[0]
      var people = self.people(row, from: 3, isExact: isExact)
      families.add("area", code, to: &people)
      return .init(
        code: code, name: row[1], surface: row[2], people: people,
        denominators: numbers.denominators[code] ?? [:], indicators: numbers.indicators[code] ?? [:])
    }
  }

  private func catchments(
    _ families: Families, _ splits: [String: [CycleFacts.Split]], _ withheld: [String: [Withheld]], isExact: Bool
  ) throws -> [CycleFacts.CatchmentFacts] {
    try reader.rows(
      """
      SELECT c.code, c.name, c.surface, \(Self.peopleColumns)
      FROM catchments c JOIN people_by_catchment p ON p.cycle = c.cycle AND p.catchment = c.code
      WHERE c.cycle = ? ORDER BY c.code
      """
    ) { row in
      let code: String = row[0]
      var people = self.people(row, from: 3, isExact: isExact)
      families.add("catchment", code, to: &people)
      let own = (splits[code] ?? []).filter { $0.by == "centre" && $0.key == code }
      func here(_ measure: String) -> Count? { own.first { $0.measure == measure }?.count }
      let missing = withheld[code] ?? []
      let used = missing.first { $0.by == "centre" }
      var facts = CycleFacts.CatchmentFacts(
        code: code, name: row[1], surface: row[2], people: people,
        reachedHere: used?.isWhole == true
          ? nil : here("reached") ?? Count(value: 0, low: 0, high: used?.reached ?? 0),
        visitsHere: isExact ? Int(here("visits")?.value ?? 0) : nil, splits: splits[code] ?? [])
      facts.withheld = missing.filter(\.isWhole).map(\.by)
      facts.partlyWithheld = missing.filter { !$0.isWhole }.map(\.by)
      return facts
    }
  }

  private func centres(isExact: Bool) throws -> [CycleFacts.CentreFacts] {
    let came = isExact ? try wholeSplits("centre").filter { $0.measure == "reached" } : []
    let children = Dictionary(came.map { ($0.key, $0.count) }) { first, _ in first }
    let visits = Dictionary(grouping: try reader.centreVisits(), by: \.centre)
    let withheld = Dictionary(grouping: try reader.withheld().filter { $0.set == nil }, by: \.centre)
    return try reader.centres().map { centre in
      var facts = CycleFacts.CentreFacts(
        code: centre.code, name: centre.name, point: centre.point,
        visits: (visits[centre.code] ?? []).map {
          .init(measure: "visits", by: $0.by, key: $0.key, count: $0.count)
        })
      facts.withheld = (withheld[centre.code] ?? []).map(\.by).sorted()
      facts.children = isExact ? children[centre.code] ?? .zero : nil
      return facts
    }
  }

  private func authority(_ families: Families, isExact: Bool) throws -> CycleFacts.PeopleCounts {
    let columns = ["enrolled", "reached", "sustained"].flatMap { [$0, "\($0)_low", "\($0)_high"] } + ["visits"]
    let sums = columns.map { "coalesce(sum(\($0)), 0)" }.joined(separator: ", ")
    let rows = try reader.rows("SELECT \(sums) FROM people_by_atom WHERE cycle = ?") {
      self.people($0, from: 0, isExact: isExact)
    }
    var people = rows.first ?? CycleFacts.PeopleCounts(enrolled: .zero, reached: .zero, sustained: .zero)
    families.add("authority", "", to: &people)
    return people
  }

  /// What a release does not show of a catchment's sets.
  private struct Withheld {
    var by: String
    var isWhole: Bool
    /// The most children whom it may hide.
    var reached: Int
  }

  private func withheldByCatchment() throws -> [String: [Withheld]] {
    let rows: [(String, Withheld)] = try reader.rows(
      "SELECT catchment, by, is_whole, reached FROM withheld_by_catchment WHERE cycle = ? ORDER BY catchment, by"
    ) { ($0[0], Withheld(by: $0[1], isWhole: $0[2], reached: $0[3])) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private func splits() throws -> [(place: String, split: CycleFacts.Split)] {
    try reader.rows(
      """
      SELECT s.catchment, s.measure, s.by, s.key, s.value, s.low, s.high FROM splits_by_catchment s
      WHERE s.cycle = ? AND NOT EXISTS (
        SELECT 1 FROM withheld_by_catchment w
        WHERE w.cycle = s.cycle AND w.catchment = s.catchment AND w.by = s.by AND w.is_whole)
      ORDER BY s.catchment, s.by, s.key, s.measure
      """
    ) {
      (
        $0[0],
        .init(
          measure: $0[1], by: $0[2], key: $0[3], count: Count(value: $0[4], low: $0[5], high: $0[6]))
      )
    }
  }

  /// The most children who live in sets whose centres used are withheld.
  private func centresUnknown() throws -> Int {
    let numbers: [Int] = try reader.rows(
      """
      SELECT coalesce(sum(p.reached_high), 0) FROM withheld w
      JOIN people_by_set p ON p.cycle = w.cycle AND p.atom = w.atom
      WHERE w.cycle = ? AND w.by = 'centre'
      """
    ) { $0[0] }
    return numbers.first ?? 0
  }

  /// Children by home atom and centre used, in the order of the atoms and then the centres.
  private func homeFlows() throws -> [CycleFacts.HomeFlow] {
    let rows: [(atom: Int, centre: String, children: Count)] = try reader.rows(
      """
      SELECT atom, key, value, low, high FROM tallies
      WHERE cycle = ? AND by = 'centre' AND measure = 'reached' ORDER BY atom, key
      """
    ) { ($0[0], $0[1], Count(value: $0[2], low: $0[3], high: $0[4])) }
    guard !rows.isEmpty else { return [] }
    let atoms = try reader.atoms()
    return rows.compactMap { row in
      guard atoms.indices.contains(row.atom) else { return nil }
      let atom = atoms[row.atom]
      return .init(area: atom.area, catchments: atom.catchments, centre: row.centre, children: row.children)
    }
  }

  private func flows(_ splits: [String: [CycleFacts.Split]], isExact: Bool) -> [CycleFacts.Flow] {
    splits.keys.sorted().flatMap { place -> [CycleFacts.Flow] in
      let used = (splits[place] ?? []).filter { $0.by == "centre" }
      let visits = Dictionary(
        used.filter { $0.measure == "visits" }.map { ($0.key, Int($0.count.value)) }
      ) { first, _ in first }
      return used.filter { $0.measure == "reached" }.map { split in
        .init(
          catchment: place, centre: split.key, children: split.count,
          visits: isExact ? visits[split.key] ?? 0 : nil)
      }
    }
  }
}
