import Foundation

/// Reads one file of the Indices of Deprivation.
struct DeprivationReading {
  let recipe: PublishedRecipe
  let source: TableSource

  /// The columns that matter: index and meaning.
  private struct Columns {
    var area: Int
    var indicators: [(index: Int, id: String, kind: DeprivationColumn.Kind)] = []
    var denominators: [(index: Int, id: String, date: String?)] = []
  }

  func result() throws(GeodataError) -> RecipeResult {
    let table = try Table.open(source) { header in (try? find(in: header, name: "")) != nil }
    let columns = try find(in: table.header, name: source.name)
    var result = RecipeResult(
      recipe: recipe.id, areaVintage: recipe.areaVintage, vintage: recipe.vintage, licence: recipe.licence,
      attribution: recipe.attribution, reading: "\(recipe.id), \(table.reading)")
    result.indicators = indicators(columns)
    // One column's header lacks the year that the others of the same file state.
    let date = columns.denominators.lazy.compactMap(\.date).first
    result.denominators = columns.denominators.map {
      RecipeDenominatorSet(
        id: $0.id, title: table.header[$0.index], date: $0.date ?? date, source: "\(source.name), \(recipe.title)")
    }
    try read(table, columns, into: &result)
    return result
  }

  private func find(in header: [String], name: String) throws(GeodataError) -> Columns {
    var area: Int?
    var columns = Columns(area: 0)
    for (i, cell) in header.enumerated() {
      switch DeprivationColumn(cell) {
      case .area(let vintage):
        let wanted = recipe.areaVintage.suffix(4)
        if let vintage, vintage != wanted {
          throw GeodataError(
            .data, "is by LSOA \(vintage), and \(recipe.id) is by \(recipe.areaVintage)", file: name, column: cell,
            advice: "check the recipe in audit.yml")
        }
        if area == nil { area = i }
      case .indicator(let id, let kind): columns.indicators.append((i, id, kind))
      case .denominator(let id, let date): columns.denominators.append((i, id, date))
      case .district, nil: break
      }
    }
    guard let area else { throw notThis("an LSOA code", name) }
    columns.area = area
    for needed in recipe.needed {
      switch needed {
      case .rank(let id) where !columns.indicators.contains(where: { $0.id == id && $0.kind == .rank }):
        throw notThis("\(DeprivationColumn.title(id)) rank", name)
      case .score(let id) where !columns.indicators.contains(where: { $0.id == id && $0.kind == .score }):
        throw notThis("\(DeprivationColumn.title(id)) score", name)
      case .denominator(let id) where !columns.denominators.contains(where: { $0.id == id }):
        throw notThis("total \(id)", name)
      default: break
      }
    }
    var seen: Set<String> = []
    for column in columns.indicators {
      guard seen.insert("\(column.id) \(column.kind.rawValue)").inserted else {
        throw GeodataError(
          .data, "two columns give the \(column.kind.rawValue) of \(column.id)", file: name,
          column: header[column.index], advice: "remove one of them")
      }
    }
    return columns
  }

  private func notThis(_ lacking: String, _ name: String) -> GeodataError {
    GeodataError(
      .data, "is not \(recipe.id) (\(recipe.title)): no column gives \(lacking)", file: name,
      advice: "check the recipe, the sheet and the header row in audit.yml")
  }

  private func indicators(_ columns: Columns) -> [Indicator] {
    var ids: [String] = []
    for column in columns.indicators where !ids.contains(column.id) { ids.append(column.id) }
    return ids.map { id in
      let hasScore = columns.indicators.contains { $0.id == id && $0.kind == .score }
      let hasRank = columns.indicators.contains { $0.id == id && $0.kind == .rank }
      return Indicator(
        id: id, title: DeprivationColumn.title(id), theme: "deprivation",
        unit: hasScore ? DeprivationColumn.unit(of: id) : "rank", polarity: "higher-is-worse",
        of: hasRank ? recipe.of : nil, vintage: recipe.vintage, source: "\(source.name), \(recipe.title)",
        licence: recipe.licence, attribution: recipe.attribution,
        denominator: DeprivationColumn.denominator(of: id), level: "area")
    }
  }

  private func read(_ table: Table, _ columns: Columns, into result: inout RecipeResult) throws(GeodataError) {
    let ids = result.indicators.map(\.id)
    let slots = columns.indicators.map { column in ids.firstIndex(of: column.id) ?? 0 }
    let hasRankAndDecile = ids.map { id in
      [DeprivationColumn.Kind.rank, .decile].allSatisfy { kind in
        columns.indicators.contains { $0.id == id && $0.kind == kind }
      }
    }
    var checks = ids.map { _ in DecileCheck(of: recipe.of ?? 0) }
    var areas = RecipeAreas(file: source.name)
    var strange = CellTrouble()
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      let heading = table.header[columns.area]
      guard let area = try areas.next(row, columns.area, named: heading, into: &result) else { return }
      var values = ids.map { IndicatorValue(indicator: $0, area: area) }
      for (k, column) in columns.indicators.enumerated() {
        guard let number = try cell(row, column.index, table, &strange) else { continue }
        switch column.kind {
        case .score: values[slots[k]].value = number
        case .rank:
          if let of = recipe.of, number < 1 || number > Double(of) {
            throw GeodataError(
              .data, "the rank is not within 1 to \(of)", file: source.name, row: row.number,
              column: table.header[column.index], advice: "check that the file is \(recipe.title)")
          }
          values[slots[k]].rank = number
        case .decile:
          guard number >= 1, number <= 10, number == number.rounded() else {
            throw GeodataError(
              .data, "the decile is not within 1 to 10", file: source.name, row: row.number,
              column: table.header[column.index], advice: "check the file")
          }
          values[slots[k]].decile = Int(number)
        }
      }
      for k in ids.indices where hasRankAndDecile[k] {
        checks[k].add(rank: values[k].rank, decile: values[k].decile, row: row.number)
      }
      result.values.append(contentsOf: values)
      for column in columns.denominators {
        result.denominatorValues.append(
          RecipeDenominator(area: area, set: column.id, value: try cell(row, column.index, table, &strange)))
      }
    })
    for (k, check) in checks.enumerated() {
      func name(_ kind: DeprivationColumn.Kind) -> String {
        columns.indicators.first { $0.id == ids[k] && $0.kind == kind }.map { table.header[$0.index] } ?? ids[k]
      }
      try check.verdict(file: source.name, rankColumn: name(.rank), decileColumn: name(.decile))
    }
    result.rowsRead = result.areas.count
    guard result.rowsRead > 0 else {
      throw GeodataError(.data, "has no row with an area code", file: source.name, advice: "export the file again")
    }
    if let complaint = areas.complaint { result.complaints.append(complaint) }
    if let complaint = strange.complaint(
      .warning, file: source.name, one: "a cell holds no number and is taken as missing",
      many: "cells hold no number and are taken as missing")
    {
      result.complaints.append(complaint)
    }
  }

  private func cell(
    _ row: TableRow, _ index: Int, _ table: Table, _ strange: inout CellTrouble
  ) throws(GeodataError) -> Double? {
    switch Numeral.parse(row.bytes(index), decimal: table.decimal) {
    case .value(let value): return value
    case .blank: return nil
    case .suppressed, .notANumber:
      strange.add(row.number)
      return nil
    }
  }
}

/// How many cells or rows are of one kind, and where the first is.
struct CellTrouble {
  private(set) var count = 0
  private(set) var first: Int?

  mutating func add(_ row: Int) {
    count += 1
    if first == nil { first = row }
  }

  func complaint(_ severity: Complaint.Severity, file: String, one: String, many: String) -> Complaint? {
    guard let first else { return nil }
    return Complaint(
      severity, count == 1 ? one : "\(count) \(many), the first in this row", file: file, row: first, count: count)
  }
}
