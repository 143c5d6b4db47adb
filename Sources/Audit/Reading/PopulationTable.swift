import Geodata

/// The rows of a table of children by small area, whichever way its columns are known.
struct PopulationTable {
  /// The denominator sets that its columns give: `children`, or `age-0` and so on.
  var sets: [String] = []
  /// The rows: number in the file, area as written, a cell for each set.
  var rows: [(number: Int, code: String, cells: [Numeral])] = []
  /// What was assumed of the file.
  var reading = ""
  /// The day that the numbers describe, as text.
  var date: String?
  /// What is worth saying.
  var complaints: [Complaint] = []

  /// Reads the columns that audit.yml maps, or those that the recipe knows.
  init(_ block: PopulationBlock, _ found: InputPaths.Found, ages: ClosedRange<Int>) throws {
    date = block.date
    if let recipe = block.recipe {
      try readPublished(recipe, block, found, ages: ages)
    } else {
      try readMapped(block, found, ages: ages)
    }
  }

  private mutating func readMapped(
    _ block: PopulationBlock, _ found: InputPaths.Found, ages: ClosedRange<Int>
  ) throws {
    var source = TableSource(block.table, found)
    source.columns += ([block.children].compactMap { $0 } + block.ages.values).sorted()
    let table = try Table.open(source)
    reading = table.reading
    let area = try table.index(of: block.area)
    var columns: [Int] = []
    if let children = block.children {
      sets = ["children"]
      columns = [try table.index(of: children)]
    } else {
      for age in ages where block.ages[age] == nil { throw Self.noColumn(age, found.name) }
      let others = block.ages.keys.sorted().filter { !ages.contains($0) }
      for age in Array(ages) + others {
        sets.append("age-\(age)")
        columns.append(try table.index(of: block.ages[age] ?? ""))
      }
    }
    let wanted = columns
    try table.forEachRow { row in
      rows.append(
        (row.number, row.text(area), wanted.map { Numeral.parse(row.bytes($0), decimal: table.decimal) }))
    }
  }

  private mutating func readPublished(
    _ recipe: String, _ block: PopulationBlock, _ found: InputPaths.Found, ages: ClosedRange<Int>
  ) throws {
    let result = try PublishedRecipe.read(recipe, from: TableSource(block.table, found))
    reading = result.reading
    complaints = result.complaints
    sets = ages.map { "age-\($0)" }
    for (age, set) in zip(ages, sets) where !result.denominators.contains(where: { $0.id == set }) {
      throw Self.noColumn(age, found.name)
    }
    date = date ?? result.denominators.first?.date
    let place = Dictionary(sets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var cells: [String: [Numeral]] = [:]
    for value in result.denominatorValues {
      guard let i = place[value.set] else { continue }
      cells[value.area, default: Array(repeating: .blank, count: sets.count)][i] =
        value.value.map { .value($0) } ?? .suppressed("the cell")
    }
    rows = result.areas.map { ($0.row, $0.code, cells[$0.code] ?? []) }.filter { !$0.2.isEmpty }
  }

  private static func noColumn(_ age: Int, _ file: String) -> GeodataError {
    GeodataError(
      .configuration, "no column for age \(age), which is eligible", file: file,
      advice: "map it under population: columns: ages:, or change eligible: ages:")
  }
}
