/// Reads a topic summary of Census 2021, in the wide shape of the bulk files (a column a category, beside a total) or in
/// the long shape of custom extracts (a row an area and category). Each category becomes a percentage of its total.
struct CensusReading {
  let recipe: PublishedRecipe
  let source: TableSource

  private struct Category {
    var id: String
    var title: String
    var column: Int
    var total: Int
    /// Whether it is of the topic Age, which gives denominators too.
    var isAge: Bool
  }

  func result() throws(GeodataError) -> RecipeResult {
    let table = try Table.open(source) { Self.isWide($0) || Self.isLong($0) }
    var result = recipe.emptyResult(reading: table.reading)
    if Self.isWide(table.header) {
      try wide(table, into: &result)
    } else if Self.isLong(table.header) {
      try long(table, into: &result)
    } else {
      throw recipe.isNot("it has neither `geography code` and a total, nor codes and `Observation`", file: source.name)
    }
    result.rowsRead = result.areas.count
    guard let first = result.areas.first?.code else {
      throw GeodataError(.data, "has no row with an area code", file: source.name, advice: "export the file again")
    }
    result.areaVintage =
      switch first.prefix(3) {
      case "E01", "W01": "LSOA 2021"
      case "E00", "W00": "OA 2021"
      case "E02", "W02": "MSOA 2021"
      default: "other areas"
      }
    return result
  }

  private static func key(_ cell: String) -> String { cell.lowercased().trimmingPrefix(" ").description }

  private static func isWide(_ header: [String]) -> Bool {
    header.contains { key($0) == "geography code" } && header.contains { Self.split($0)?.isTotal == true }
  }

  private static func isLong(_ header: [String]) -> Bool {
    header.contains { key($0) == "observation" } && header.count(where: { key($0).hasSuffix(" code") }) >= 2
  }

  /// `Age: Aged 4 years and under; measures: Value` in its topic and category.
  private static func split(_ cell: String) -> (topic: String, category: String, isTotal: Bool)? {
    let plain = cell.split(separator: "; measures").first.map(String.init) ?? cell
    guard let colon = plain.firstIndex(of: ":") else { return nil }
    let topic = plain[..<colon].trimmingPrefix(" ")
    let category = plain[plain.index(after: colon)...].trimmingPrefix(" ")
    guard !topic.isEmpty, !category.isEmpty else { return nil }
    return (String(topic), String(category), category.lowercased().hasPrefix("total"))
  }

  private func wide(_ table: Table, into result: inout RecipeResult) throws(GeodataError) {
    guard let area = table.header.firstIndex(where: { Self.key($0) == "geography code" }) else { return }
    var totals: [String: Int] = [:]
    for (i, cell) in table.header.enumerated() {
      if let split = Self.split(cell), split.isTotal, totals[split.topic] == nil { totals[split.topic] = i }
    }
    var categories: [Category] = []
    for (i, cell) in table.header.enumerated() {
      guard let split = Self.split(cell), !split.isTotal, let total = totals[split.topic] else { continue }
      categories.append(
        Category(
          id: slug("\(split.topic) \(split.category)"), title: "\(split.topic): \(split.category)", column: i,
          total: total, isAge: split.topic.lowercased() == "age"))
    }
    result.indicators = categories.map(indicator)
    if let total = totals.first(where: { $0.key.lowercased() == "age" })?.value {
      result.denominators.append(denominator("population", "everybody"))
      for category in categories where category.isAge {
        result.denominators.append(denominator(Self.ageSet(category.title), category.title))
      }
      try read(table, area, categories, population: total, into: &result)
    } else {
      try read(table, area, categories, population: nil, into: &result)
    }
  }

  private func read(
    _ table: Table, _ area: Int, _ categories: [Category], population: Int?, into result: inout RecipeResult
  ) throws(GeodataError) {
    var seen: Set<String> = []
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      let code = row.text(area)
      guard AreaCodePattern.matches(code) else { return }
      guard seen.insert(code).inserted else { throw RecipeAreas.twice(code, file: source.name, row: row.number) }
      result.areas.append(RecipeArea(code: code, row: row.number))
      func number(_ column: Int) -> Double? { Numeral.parse(row.bytes(column), decimal: table.decimal).value }
      for category in categories {
        result.values.append(
          value(code, category.id, number(category.column), number(category.total)))
        if category.isAge {
          result.denominatorValues.append(
            RecipeDenominator(area: code, set: Self.ageSet(category.title), value: number(category.column)))
        }
      }
      if let population {
        result.denominatorValues.append(RecipeDenominator(area: code, set: "population", value: number(population)))
      }
    })
  }

  private func long(_ table: Table, into result: inout RecipeResult) throws(GeodataError) {
    let header = table.header
    let codes = header.indices.filter { Self.key(header[$0]).hasSuffix(" code") }
    guard let area = codes.first, codes.count == 2,
      let observation = header.firstIndex(where: { Self.key($0) == "observation" }), codes[1] + 1 < header.count
    else {
      throw recipe.isNot("it crosses several variables; take an extract of one", file: source.name)
    }
    let (code, label) = (codes[1], codes[1] + 1)
    let topic = header[label].prefix { $0 != "(" }.reversed().drop { $0 == " " }.reversed()
    var counts: [String: [String: Double]] = [:]
    var order: [String] = []
    var totals: [String: Double] = [:]
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      let place = row.text(area)
      guard AreaCodePattern.matches(place) else { return }
      // -8 is "does not apply".
      guard row.text(code) != "-8", let count = Numeral.parse(row.bytes(observation), decimal: table.decimal).value
      else { return }
      let category = row.text(label)
      if counts[category] == nil { order.append(category) }
      guard counts[category, default: [:]].updateValue(count, forKey: place) == nil else {
        throw RecipeAreas.twice(place, file: source.name, row: row.number)
      }
      if totals[place] == nil { result.areas.append(RecipeArea(code: place, row: row.number)) }
      totals[place, default: 0] += count
    })
    let categories = order.map {
      Category(id: slug("\(String(topic)) \($0)"), title: "\(String(topic)): \($0)", column: 0, total: 0, isAge: false)
    }
    result.indicators = categories.map(indicator)
    for place in result.areas {
      for (category, name) in zip(categories, order) {
        result.values.append(value(place.code, category.id, counts[name]?[place.code], totals[place.code]))
      }
    }
  }

  private func value(_ area: String, _ id: String, _ count: Double?, _ total: Double?) -> IndicatorValue {
    let share = count.flatMap { count in total.flatMap { $0 > 0 ? 100 * count / $0 : nil } }
    return IndicatorValue(indicator: id, area: area, value: share, numerator: count, denominator: total)
  }

  private func indicator(_ category: Category) -> Indicator {
    recipe.indicator(
      category.id, title: category.title, theme: "people", unit: "percent", level: "area", file: source.name)
  }

  private func denominator(_ id: String, _ title: String) -> RecipeDenominatorSet {
    RecipeDenominatorSet(id: id, title: title, date: "2021-03-21", source: "\(source.name), \(recipe.title)")
  }

  /// `age-0` for "Aged under 1 year", `age-3` for "Aged 3 years", else a name of its own.
  private static func ageSet(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.dropFirst(2)
    if words.joined(separator: " ") == "under 1 year" { return "age-0" }
    if words.count == 2, let age = words.first.flatMap({ Int($0) }), words.last?.hasPrefix("year") == true {
      return "age-\(age)"
    }
    return slug(title.replacing(":", with: ""))
  }
}
