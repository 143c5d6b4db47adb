import Geodata

/// Moves a table of counts by small area to the areas of another vintage.
enum PopulationMoving {
  /// Whether the table is by the lookup's old areas and not by the audit's: more of its codes are among the old.
  static func applies(_ lookup: AreaLookup, to areas: [String], codes: [String]) -> Bool {
    let new = Set(areas)
    let old = Set(areas.flatMap { lookup.parents(of: $0).map(\.from) })
    let given = Set(codes)
    // Most codes of two vintages are the same; those that differ decide.
    let onlyNew = new.subtracting(old).intersection(given).count
    let onlyOld = old.subtracting(new).intersection(given).count
    return onlyOld > onlyNew
  }

  /// Moves each column. A count that one of a new area's parts lacks is missing, with the part's own reason.
  static func move(
    _ cells: [String: [Numeral]], rows: [String: Int], columns: [String], by lookup: AreaLookup, to areas: [String],
    size: (AreaLookup.Link) -> Double?, file: String
  ) -> (cells: [String: [Numeral]], rows: [String: Int], complaints: [Complaint]) {
    var moved: [String: [Numeral]] = [:]
    var gaps: [AreaLookup.Gap] = []
    for column in columns.indices {
      var counts: [String: Double] = [:]
      for (area, values) in cells { counts[area] = values[column].value.flatMap { $0 >= 0 ? $0 : nil } }
      let result = lookup.share(counts, to: areas, size: size)
      if gaps.isEmpty { gaps = result.gaps }
      for area in areas {
        let parents = lookup.parents(of: area).map(\.from)
        guard parents.contains(where: { cells[$0] != nil }) else { continue }
        let part = parents.lazy.compactMap { cells[$0]?[column] }.first { $0.value == nil }
        moved[area, default: []].append(result.counts[area].map { .value($0) } ?? part ?? .blank)
      }
    }
    var movedRows: [String: Int] = [:]
    for area in moved.keys { movedRows[area] = lookup.parents(of: area).compactMap { rows[$0.from] }.first }
    guard !gaps.isEmpty else { return (moved, movedRows, []) }
    let shown = gaps.prefix(3).map { "\($0.area) \($0.why)" }.joined(separator: "; ")
    return (
      moved, movedRows,
      [
        Complaint(
          .warning,
          "\(gaps.count) of \(areas.count) areas have no count after the lookup: \(shown)"
            + (gaps.count > 3 ? "; …" : ""), file: file,
          advice: "name the old polygons under lookups: areas: where areas are split", count: gaps.count)
      ]
    )
  }
}
