/// Reads a data file of the Department for Education's "explore education statistics": rows of local authorities, of the
/// latest period, with every filter at its total. Each column of numbers is an indicator.
struct EducationStatisticsReading {
  let recipe: PublishedRecipe
  let source: TableSource

  /// Columns that say where and when, in every file.
  private static let dimensions: Set<String> = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "new_la_code", "old_la_code", "la_name", "academic_year", "version",
  ]
  /// What filters call everything together.
  private static let totals: Set<String> = ["total", "all", "all children", "all pupils", "all schools", "both", ""]

  func result() throws(GeodataError) -> RecipeResult {
    let needed = ["time_period", "geographic_level", "new_la_code"]
    let table = try Table.open(source) { ColumnNames.header($0, has: needed) }
    guard ColumnNames.header(table.header, has: needed) else {
      throw recipe.isNot("it has no \(needed.joined(separator: ", "))", file: source.name)
    }
    let period = try table.index(of: "time_period")
    let level = try table.index(of: "geographic_level")
    let district = try table.index(of: "new_la_code")
    let others = table.header.indices.filter {
      !table.header[$0].isEmpty && !Self.dimensions.contains(table.header[$0].lowercased())
    }
    let (latest, filters) = try survey(table, period: period, level: level, others: others)
    let figures = others.filter { !filters.contains($0) }
    var result = recipe.emptyResult(reading: "\(table.reading), period \(latest)")
    result.vintage = "DfE \(latest)"
    result.indicators = figures.map { column in
      let name = table.header[column]
      return recipe.indicator(
        slug(name), title: name.replacing("_", with: " "), theme: "education",
        unit: name.lowercased().contains("percent") || name.lowercased().hasPrefix("pt_") ? "percent" : "number",
        level: "district", file: source.name)
    }
    let ids = result.indicators.map(\.id)
    var seen: Set<String> = []
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      guard row.text(period) == latest, row.text(level).lowercased() == "local authority",
        filters.allSatisfy({ Self.totals.contains(row.text($0).lowercased()) })
      else { return }
      let code = row.text(district)
      guard AreaCodePattern.matches(code) else { return }
      guard seen.insert(code).inserted else {
        throw GeodataError(
          .data, "the district \(code) stands there twice with every filter at its total", file: source.name,
          row: row.number, advice: "take an extract with one row a district")
      }
      result.areas.append(RecipeArea(code: code, row: row.number))
      for (column, id) in zip(figures, ids) {
        let value = Numeral.parse(row.bytes(column), decimal: table.decimal).value
        result.values.append(IndicatorValue(indicator: id, area: code, value: value))
      }
    })
    result.rowsRead = result.areas.count
    guard result.rowsRead > 0 else {
      throw GeodataError(
        .data, "has no row of a local authority with every filter at its total", file: source.name,
        advice: "take an extract by local authority")
    }
    return result
  }

  /// The latest period of local authorities, and the columns that hold words: filters.
  private func survey(
    _ table: Table, period: Int, level: Int, others: [Int]
  ) throws(GeodataError) -> (latest: String, filters: [Int]) {
    var latest = ""
    var words: Set<Int> = []
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      if row.text(level).lowercased() == "local authority" { latest = max(latest, row.text(period)) }
      for column in others where !words.contains(column) {
        if case .notANumber = Numeral.parse(row.bytes(column), decimal: table.decimal) { words.insert(column) }
      }
    })
    return (latest, others.filter { words.contains($0) })
  }
}
