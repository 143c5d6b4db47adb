import GRDB

/// What must hold between the tables of any workspace.
enum Integrity {
  private static let rules: [(sql: String, fault: String)] = [
    (
      "SELECT count(*) FROM tallies t LEFT JOIN atoms a ON a.cycle = t.cycle AND a.atom = t.atom WHERE a.id IS NULL",
      "counts stand on no atom"
    ),
    (
      """
      SELECT count(*) FROM atom_catchments m LEFT JOIN catchments c ON c.cycle = m.cycle AND c.code = m.catchment
      WHERE c.id IS NULL
      """, "atoms name a catchment that is not there"
    ),
    (
      """
      SELECT count(*) FROM atoms t LEFT JOIN areas a ON a.cycle = t.cycle AND a.code = t.area
      WHERE t.area <> '' AND a.id IS NULL
      """, "atoms name an area that is not there"
    ),
    (
      "SELECT count(*) FROM tallies WHERE NOT (low <= value AND value <= high AND low >= 0)",
      "counts leave their bounds"
    ),
    (
      """
      SELECT count(*) FROM people_by_atom
      WHERE sustained_low > reached_high OR reached_low > enrolled_high
      """, "atoms have more children reached than enrolled, or more in sustained use than reached"
    ),
    (
      """
      SELECT count(*) FROM tallies t JOIN cycles c ON c.label = t.cycle
      WHERE (c.hide = 0 AND t.low <> t.high) OR (c.hide > 0 AND t.high > 0 AND t.low = t.high)
      """, "counts are exact in a release, or coarsened in a workspace of exact ones"
    ),
  ]

  static func faults(in db: Database) throws -> [String] {
    try rules.compactMap { rule in
      let count = try Int.fetchOne(db, sql: rule.sql) ?? 0
      return count == 0 ? nil : "\(count) \(rule.fault)"
    }
  }
}
