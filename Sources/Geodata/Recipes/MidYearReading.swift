/// Reads ONS's mid-year estimates by single year of age and small area: one column an age (`0` … `90+`), or one for each
/// sex (`F0`, `M0` …), whose sum is taken. Of a workbook of several years the latest is read unless a sheet is stated.
struct MidYearReading {
  let recipe: PublishedRecipe
  let source: TableSource

  private struct Columns {
    var area = 0
    var vintage: String?
    var total: Int?
    var ages: [Int: [Int]] = [:]
  }

  func result() throws(GeodataError) -> RecipeResult {
    let table = try self.table()
    guard let columns = Self.columns(table.header) else {
      throw recipe.isNot("no columns give an LSOA code and single years of age", file: source.name)
    }
    let year = Self.year(table.sheet ?? "") ?? Self.year(source.name)
    let vintage = columns.vintage ?? Self.vintage(table.sheet ?? "") ?? (year ?? 2020 <= 2020 ? "2011" : "2021")
    var result = recipe.emptyResult(reading: table.reading)
    result.areaVintage = "LSOA \(vintage)"
    result.vintage = year.map { "mid-\($0)" } ?? "mid-year"
    let ages = columns.ages.keys.sorted()
    let date = year.map { "\($0)-06-30" }
    func set(_ id: String, _ title: String) -> RecipeDenominatorSet {
      RecipeDenominatorSet(id: id, title: title, date: date, source: "\(source.name), \(recipe.title)")
    }
    if columns.total != nil { result.denominators.append(set("population", "everybody")) }
    result.denominators += ages.map { set("age-\($0)", $0 == 90 ? "people aged 90 and over" : "people aged \($0)") }
    var areas = RecipeAreas(file: source.name)
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      guard let area = try areas.next(row, columns.area, into: &result) else { return }
      func number(_ column: Int) -> Double? { Numeral.parse(row.bytes(column), decimal: table.decimal).value }
      if let total = columns.total {
        result.denominatorValues.append(RecipeDenominator(area: area, set: "population", value: number(total)))
      }
      for age in ages {
        let parts = (columns.ages[age] ?? []).map(number)
        let value = parts.contains(where: { $0 == nil }) ? nil : parts.reduce(0) { $0 + ($1 ?? 0) }
        result.denominatorValues.append(RecipeDenominator(area: area, set: "age-\(age)", value: value))
      }
    })
    result.rowsRead = result.areas.count
    if let complaint = areas.complaint { result.complaints.append(complaint) }
    return result
  }

  /// The table, of the latest year and of persons where the workbook has several.
  private func table() throws(GeodataError) -> Table {
    let first = try Table.open(source) { Self.columns($0) != nil }
    guard source.sheet == nil, first.sheets.count > 1 else { return first }
    func order(_ sheet: String) -> (Int, Int) {
      (Self.year(sheet) ?? 0, sheet.lowercased().contains("persons") ? 1 : 0)
    }
    guard let latest = first.sheets.filter({ Self.year($0) != nil }).max(by: { order($0) < order($1) }) else {
      return first
    }
    var stated = source
    stated.sheet = latest
    let table = try Table.open(stated) { Self.columns($0) != nil }
    return Self.columns(table.header) == nil ? first : table
  }

  private static func columns(_ header: [String]) -> Columns? {
    var columns = Columns()
    var hasArea = false
    for (i, cell) in header.enumerated() {
      if case .area(let vintage) = DeprivationColumn(cell), !hasArea {
        columns.area = i
        columns.vintage = vintage
        hasArea = true
        continue
      }
      let key = cell.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" }
      if ["allages", "total", "allpersons"].contains(key) {
        columns.total = i
      } else if let age = age(key) {
        columns.ages[age, default: []].append(i)
      }
    }
    let counts = Set(columns.ages.values.map(\.count))
    guard hasArea, columns.ages.count >= 5, counts.count == 1, counts.isSubset(of: [1, 2]) else { return nil }
    return columns
  }

  /// `0`, `90+`, `f0`, `m90`, `age0`, `age90+`.
  private static func age(_ key: String) -> Int? {
    var digits = key[...]
    for prefix in ["aged", "age", "f", "m"] where digits.hasPrefix(prefix) {
      digits = digits.dropFirst(prefix.count)
      break
    }
    if digits.hasSuffix("+") { digits = digits.dropLast() }
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isNumber), let age = Int(digits), age <= 90 else {
      return nil
    }
    return age
  }

  /// The year after `mid`: "Mid-2022 LSOA 2021", "mid2020sape23dt2".
  private static func year(_ text: String) -> Int? {
    let lower = text.lowercased()
    guard let range = lower.range(of: "mid") else { return nil }
    let digits = lower[range.upperBound...].drop { !$0.isNumber }.prefix(4)
    guard digits.count == 4, let year = Int(digits), (2000...2100).contains(year) else { return nil }
    return year
  }

  private static func vintage(_ sheet: String) -> String? {
    ["2011", "2021"].first { sheet.hasSuffix($0) && sheet.uppercased().contains("LSOA") }
  }
}
