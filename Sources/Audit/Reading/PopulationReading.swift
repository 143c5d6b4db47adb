import Geodata
import Workspace

/// The table of children by small area: a denominator set for the eligible ages, and one for each single year.
struct PopulationReading {
  /// The kinds of denominator.
  var sets: [CycleContent.DenominatorSet] = []
  /// The numbers by area.
  var denominators: [CycleContent.Denominator] = []
  /// Rows in the file.
  var rowCount = 0
  /// Rows that gave an area its number.
  var used = 0
  /// What was assumed of the file.
  var reading = ""
  /// What is worth saying.
  var complaints: [Complaint] = []

  /// Reads the table.
  ///
  /// A suppressed cell is missing, never 0; a row that names several areas gives none of them a number; a row that
  /// names no area of the audit is left out and said. A table by the areas that the lookup comes from is moved by it:
  /// counts are added up and shared out, and nobody counts twice.
  static func read(
    _ block: PopulationBlock, _ found: InputPaths.Found, areas: [String], areasFile: String, ages: ClosedRange<Int>,
    cycleFrom: Day, lookup: (lookup: AreaLookup, sizes: LookupSizes)? = nil
  ) throws -> PopulationReading {
    var result = PopulationReading()
    let table = try PopulationTable(block, found, ages: ages)
    result.reading = table.reading
    result.complaints += table.complaints
    let lookup = lookup.flatMap { lookup in
      PopulationMoving.applies(lookup.lookup, to: areas, codes: table.rows.map(\.code)) ? lookup : nil
    }
    let known = Set(lookup.map { lookup in areas.flatMap { lookup.lookup.parents(of: $0).map(\.from) } } ?? areas)
    var cells: [String: [Numeral]] = [:]
    var rows: [String: Int] = [:]
    var shared: [String: Int] = [:]
    var noArea: [Int] = []
    var foreign: [(row: Int, code: String)] = []
    for (number, code, values) in table.rows {
      result.rowCount += 1
      // A footnote stands in the first column and has no figures beside it.
      if code.isEmpty || (!known.contains(code) && values.allSatisfy { $0 == .blank }) {
        noArea.append(number)
      } else if known.contains(code) {
        if let earlier = rows[code], cells[code] != values {
          throw GeodataError(
            .data, "\(code) has two rows that differ (the other is row \(earlier))", file: found.name, row: number,
            column: block.area.isEmpty ? nil : block.area, advice: "leave the right one in the file")
        }
        (cells[code], rows[code]) = (values, number)
      } else {
        let parts = code.split(whereSeparator: { ",;/&+ ".contains($0) }).map(String.init)
        if parts.count > 1, parts.allSatisfy({ known.contains($0) }) {
          for part in parts { shared[part] = number }
          let figure = values.count == 1 ? values[0].words : "the figures"
          result.complaints.append(
            Complaint(
              .warning,
              "one figure (\(figure)) for \(parts.count) areas (\(parts.joined(separator: ", "))); none of them has a "
                + "denominator of its own", file: found.name, row: number,
              advice: "ask the publisher for a row for each area"))
        } else {
          foreign.append((number, code))
        }
      }
    }
    result.sayForeign(foreign, noArea: noArea, file: found.name, areasFile: areasFile)
    result.used = cells.count
    if let lookup {
      let moved = PopulationMoving.move(
        cells, rows: rows, columns: table.sets, by: lookup.lookup, to: areas, size: lookup.sizes.size,
        file: found.name)
      (cells, rows) = (moved.cells, moved.rows)
      result.complaints += moved.complaints
    }
    result.fill(areas, cells: cells, rows: rows, shared: shared, columns: table.sets, ages: ages, found: found)
    let title =
      ages.count == 1 ? "children aged \(ages.lowerBound)" : "children aged \(ages.lowerBound)–\(ages.upperBound)"
    let day = table.date.flatMap { Day(iso: $0) }
    let isStale = day.map { cycleFrom.daysSince1970 - $0.daysSince1970 > 731 } ?? false
    var sets: [(String, String)] = [("children", title)]
    sets += table.sets.filter { $0 != "children" }.map {
      ($0, "children \($0.replacing("age-", with: "aged "))")
    }
    result.sets = sets.map {
      .init(id: $0.0, title: $0.1, date: table.date, source: found.name, isStale: isStale)
    }
    return result
  }

  private mutating func sayForeign(
    _ foreign: [(row: Int, code: String)], noArea: [Int], file: String, areasFile: String
  ) {
    if let first = foreign.first {
      let what =
        foreign.count == 1
        ? "\(first.code) is no area of \(areasFile); the row is left out"
        : "\(foreign.count) rows name no area of \(areasFile) (\(first.code) first); they are left out"
      complaints.append(Complaint(.note, what, file: file, row: first.row, count: foreign.count))
    }
    if !noArea.isEmpty {
      complaints.append(
        Complaint(
          .note, "\(noArea.count) row\(noArea.count == 1 ? "" : "s") without an area code, left out", file: file,
          row: noArea[0], count: noArea.count))
    }
  }

  private mutating func fill(
    _ areas: [String], cells: [String: [Numeral]], rows: [String: Int], shared: [String: Int], columns: [String],
    ages: ClosedRange<Int>, found: InputPaths.Found
  ) {
    var missing: [String] = []
    let isCounted = columns.map { set in
      Int(set.hasPrefix("age-") ? String(set.dropFirst(4)) : set).map(ages.contains) ?? false
    }
    let hasSum = columns.contains("children")
    for area in areas {
      guard let values = cells[area] else {
        let state: CycleContent.Denominator.State = shared[area] == nil ? .missing : .shared
        if state == .missing { missing.append(area) }
        for set in columns { denominators.append(.init(area: area, set: set, value: nil, state: state)) }
        if !hasSum {
          denominators.append(.init(area: area, set: "children", value: nil, state: state))
        }
        continue
      }
      var total = 0.0
      var state = CycleContent.Denominator.State.given
      for ((set, isCounted), value) in zip(zip(columns, isCounted), values) {
        let number = value.value.flatMap { $0 >= 0 ? $0 : nil }
        let cellState: CycleContent.Denominator.State =
          number != nil ? .given : value == .blank ? .missing : .suppressed
        denominators.append(.init(area: area, set: set, value: number, state: cellState))
        if number == nil {
          complaints.append(
            Complaint(
              .warning, "\(value.words) is not a number, taken as missing", file: found.name, row: rows[area],
              feature: area))
        }
        guard isCounted else { continue }
        if let number { total += number } else { state = cellState }
      }
      if !hasSum {
        denominators.append(.init(area: area, set: "children", value: state == .given ? total : nil, state: state))
      }
    }
    if !missing.isEmpty {
      complaints.append(
        Complaint(
          .warning,
          "\(missing.count) of \(areas.count) areas have no row (\(missing.prefix(3).joined(separator: ", ")))",
          file: found.name, advice: "their rates are left out", count: missing.count))
    }
  }
}

extension Numeral {
  /// What a message calls the cell.
  var words: String {
    switch self {
    case .value(let value): value == value.rounded() ? String(Int(value)) : String(value)
    case .blank: "a blank"
    case .suppressed(let symbol): symbol
    case .notANumber: "the cell"
    }
  }
}
