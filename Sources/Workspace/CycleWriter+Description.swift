extension CycleWriter {
  /// Denominators and indicators.
  func writeDescription(_ content: CycleContent, _ cycle: String) throws {
    let sets = try Inserter(
      "denominator_sets", ["cycle", "denominator_set", "title", "date", "source", "is_stale"], in: db)
    for set in content.denominatorSets.sorted(by: { $0.id < $1.id }) {
      try sets.insert([
        .text(cycle), .text(set.id), .text(set.title), .optional(set.date), .text(set.source), .flag(set.isStale),
      ])
    }
    let denominators = try Inserter(
      "denominators", ["cycle", "denominator_set", "area", "value", "low", "high", "state"], in: db)
    for entry in Self.ordered(content.denominators, by: \.set, \.area) {
      try denominators.insert([
        .text(cycle), .text(entry.set), .text(entry.area), .optional(entry.value), .optional(entry.low),
        .optional(entry.high), .text(entry.state.rawValue),
      ])
    }
    let indicators = try Inserter(
      "indicators",
      [
        "cycle", "indicator", "title", "theme", "unit", "polarity", "rank_of", "vintage", "source", "licence",
        "attribution", "denominator_set", "level",
      ], in: db)
    for entry in content.indicators.sorted(by: { $0.id < $1.id }) {
      try indicators.insert([
        .text(cycle), .text(entry.id), .text(entry.title), .text(entry.theme), .text(entry.unit),
        .text(entry.polarity), .optional(entry.of), .text(entry.vintage), .text(entry.source), .text(entry.licence),
        .text(entry.attribution), .optional(entry.denominator), .text(entry.level),
      ])
    }
    let values = try Inserter(
      "indicator_values", ["cycle", "indicator", "area", "value", "rank", "decile", "numerator", "denominator"], in: db)
    for entry in Self.ordered(content.indicatorValues, by: \.indicator, \.area) {
      try values.insert([
        .text(cycle), .text(entry.indicator), .text(entry.area), .optional(entry.value), .optional(entry.rank),
        .optional(entry.decile), .optional(entry.numerator), .optional(entry.denominator),
      ])
    }
  }

  /// Sorted by one text, then another. Rows come area by area, so that those of one set are in order already.
  private static func ordered<Element>(
    _ rows: [Element], by first: KeyPath<Element, String>, _ second: KeyPath<Element, String>
  ) -> [Element] {
    let groups = Dictionary(grouping: rows) { $0[keyPath: first] }
    return groups.keys.sorted().flatMap { key in
      (groups[key] ?? []).sorted { $0[keyPath: second] < $1[keyPath: second] }
    }
  }

  /// Visits, families, totals, files and what was complained of.
  func writeRun(_ content: CycleContent, _ cycle: String) throws {
    let visits = try Inserter("centre_visits", ["cycle", "centre", "by", "key", "value", "low", "high"], in: db)
    for row in content.centreVisits.sorted(by: { ($0.centre, $0.by, $0.key) < ($1.centre, $1.by, $1.key) }) {
      try visits.insert([
        .text(cycle), .text(row.centre), .text(row.by), .text(row.key), .real(row.count.value),
        .integer(row.count.low), .integer(row.count.high),
      ])
    }
    let withheld = try Inserter("withheld", ["cycle", "atom", "centre", "by"], in: db)
    for row in content.withheld {
      try withheld.insert([.text(cycle), .optional(row.set), .text(row.centre), .text(row.by)])
    }
    let families = try Inserter("family_counts", ["cycle", "kind", "code", "families", "reached"], in: db)
    for row in content.families.sorted(by: { ($0.kind, $0.code) < ($1.kind, $1.code) }) {
      try families.insert([
        .text(cycle), .text(row.kind), .text(row.code), .integer(row.families), .integer(row.reached),
      ])
    }
    let pairs = try Inserter(
      "paired_counts",
      ["cycle", "since", "kind", "place", "measure", "both", "then_only", "now_only", "neither"], in: db)
    for row in content.pairs.sorted(by: { ($0.kind, $0.place, $0.measure) < ($1.kind, $1.place, $1.measure) }) {
      try pairs.insert([
        .text(cycle), .text(row.since), .text(row.kind), .text(row.place), .text(row.measure), .integer(row.both),
        .integer(row.thenOnly), .integer(row.nowOnly), .integer(row.neither),
      ])
    }
    for (table, totals) in [("totals", content.totals), ("file_totals", content.fileTotals)] {
      let inserter = try Inserter(table, ["cycle", "path", "value"], in: db)
      for total in totals { try inserter.insert([.text(cycle), .text(total.path), .real(total.value)]) }
    }
    try writeFiles(content, cycle)
  }

  private func writeFiles(_ content: CycleContent, _ cycle: String) throws {
    let files = try Inserter(
      "provenance",
      [
        "cycle", "role", "file", "sha256", "bytes", "rows", "used", "reading", "vintage", "licence", "attribution",
        "is_personal",
      ], in: db)
    for file in content.provenance {
      try files.insert([
        .text(cycle), .text(file.role), .text(file.file), .text(file.sha256), .integer(file.bytes),
        .integer(file.rows), .integer(file.used), .text(file.reading), .text(file.vintage), .text(file.licence),
        .text(file.attribution), .flag(file.isPersonal),
      ])
    }
    let rejects = try Inserter("rejects", ["cycle", "file", "reason", "rows", "first_rows"], in: db)
    for reject in content.rejects {
      try rejects.insert([
        .text(cycle), .text(reject.file), .text(reject.reason), .integer(reject.rows),
        .text(JSONList.encode(reject.firstRows)),
      ])
    }
    let complaints = try Inserter(
      "complaints",
      ["cycle", "severity", "what", "file", "row_number", "column_name", "feature", "advice", "count"], in: db)
    for complaint in content.complaints {
      try complaints.insert([
        .text(cycle), .text(complaint.severity.rawValue), .text(complaint.what), .optional(complaint.file),
        .optional(complaint.row), .optional(complaint.column), .optional(complaint.feature),
        .optional(complaint.advice), .integer(complaint.count),
      ])
    }
  }
}
