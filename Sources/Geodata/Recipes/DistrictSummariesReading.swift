/// Reads File 10 of the Indices: a sheet an index, a row a district. Ids are `imd-average-score`, `idaci-extent` and so on.
struct DistrictSummariesReading {
  let recipe: PublishedRecipe
  let source: TableSource

  func result() throws(GeodataError) -> RecipeResult {
    let first = try Table.open(source) { Self.columns($0) != nil }
    var result = recipe.emptyResult(reading: first.reading)
    guard Self.columns(first.header) != nil else {
      throw recipe.isNot("no column gives a local authority district code", file: source.name)
    }
    let sheets: [String?] = source.sheet == nil && first.sheets.count > 1 ? first.sheets.map { $0 } : [source.sheet]
    for sheet in sheets {
      var one = source
      one.sheet = sheet
      // A sheet of notes is no table.
      guard let table = try? Table.open(one, accepts: { Self.columns($0) != nil }) else { continue }
      guard let columns = Self.columns(table.header) else { continue }
      try read(table, columns, into: &result)
    }
    result.rowsRead = result.areas.count
    return result
  }

  private struct Columns {
    var district: Int
    var figures: [(column: Int, id: String)] = []
  }

  private static func columns(_ header: [String]) -> Columns? {
    var columns = Columns(district: -1)
    for (i, cell) in header.enumerated() {
      if case .district = DeprivationColumn(cell) {
        columns.district = i
        continue
      }
      let text = " " + slug(cell).replacing("-", with: " ") + " "
      guard !text.contains(" rank of ") else { continue }
      let figure: String
      if text.contains(" average rank ") {
        figure = "average-rank"
      } else if text.contains(" average score ") || text == " score " {
        figure = "average-score"
      } else if text.contains(" proportion ") {
        figure = "proportion"
      } else if text.contains(" extent ") {
        figure = "extent"
      } else if text.contains(" local concentration ") {
        figure = "local-concentration"
      } else if text.contains(" scale ") {
        figure = "scale"
      } else {
        continue
      }
      // A mirror of the IMD's sheet names the figures alone.
      let index = DeprivationColumn("\(cell) score").flatMap { column -> String? in
        if case .indicator(let id, _) = column { id } else { nil }
      }
      columns.figures.append((i, "\(index ?? "imd")-\(figure)"))
    }
    return columns.district >= 0 && !columns.figures.isEmpty ? columns : nil
  }

  private func read(_ table: Table, _ columns: Columns, into result: inout RecipeResult) throws(GeodataError) {
    for (_, id) in columns.figures where !result.indicators.contains(where: { $0.id == id }) {
      result.indicators.append(
        recipe.indicator(
          id, title: id.replacing("-", with: " "), theme: "deprivation",
          unit: id.hasSuffix("proportion") || id.hasSuffix("extent") ? "proportion" : "number", level: "district",
          file: source.name, polarity: "higher-is-worse"))
    }
    var known = Set(result.areas.map(\.code))
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      let district = row.text(columns.district)
      guard AreaCodePattern.matches(district) else { return }
      if known.insert(district).inserted { result.areas.append(RecipeArea(code: district, row: row.number)) }
      for (column, id) in columns.figures {
        let value = Numeral.parse(row.bytes(column), decimal: table.decimal).value
        result.values.append(IndicatorValue(indicator: id, area: district, value: value))
      }
    })
  }
}
