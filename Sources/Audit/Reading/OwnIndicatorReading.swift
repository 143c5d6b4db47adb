import Geodata
import Workspace

/// A council's own table of one indicator.
struct OwnIndicatorReading {
  /// The values of the areas that the audit has.
  var values: [CycleContent.IndicatorValue] = []
  /// Rows in the file.
  var rowCount = 0
  /// Codes in the file that are no area of the audit.
  var foreignCodes: [String] = []
  /// What was assumed of the file.
  var reading = ""
  /// What is worth saying.
  var complaints: [Complaint] = []

  /// Reads the table. A decile that contradicts its rank is refused, for nobody can say which one is turned round.
  static func read(
    _ block: IndicatorBlock, _ found: InputPaths.Found, areas: [String]
  ) throws -> OwnIndicatorReading {
    var result = OwnIndicatorReading()
    let table = try Table.open(TableSource(block.table, found))
    result.reading = table.reading
    let area = try table.index(of: block.table.columns["area"] ?? "area")
    func column(_ role: String) throws -> Int? { try block.table.columns[role].map { try table.index(of: $0) } }
    let value = try column("value") ?? column("score")
    let (rank, decile) = (try column("rank"), try column("decile"))
    let (numerator, denominator) = (try column("numerator"), try column("denominator"))
    let known = Set(areas)
    let id = block.id ?? ""
    var byArea: [String: CycleContent.IndicatorValue] = [:]
    var check = DecileCheck(of: block.of ?? 0)
    var outOfRange: [Int] = []
    var notNumbers: [Int] = []
    try table.forEachRow { row in
      result.rowCount += 1
      let code = row.text(area)
      guard !code.isEmpty else { return }
      func number(_ column: Int?) -> Double? {
        guard let column else { return nil }
        let numeral = Numeral.parse(row.bytes(column), decimal: table.decimal)
        if numeral.value == nil, numeral != .blank { notNumbers.append(row.number) }
        return numeral.value
      }
      let entry = CycleContent.IndicatorValue(
        indicator: id, area: code, value: number(value), rank: number(rank), decile: number(decile).map { Int($0) },
        numerator: number(numerator), denominator: number(denominator))
      if let rank = entry.rank, let of = block.of, rank < 1 || rank > Double(of) { outOfRange.append(row.number) }
      if let decile = entry.decile, !(1...10).contains(decile) { outOfRange.append(row.number) }
      check.add(rank: entry.rank, decile: entry.decile, row: row.number)
      guard known.contains(code) else {
        result.foreignCodes.append(code)
        return
      }
      if let earlier = byArea[code], earlier != entry {
        throw GeodataError(
          .data, "\(code) has two rows that differ", file: found.name, row: row.number,
          advice: "leave the right one in the file")
      }
      byArea[code] = entry
    }
    try check.verdict(
      file: found.name, rankColumn: block.table.columns["rank"] ?? "rank",
      decileColumn: block.table.columns["decile"] ?? "decile")
    if let first = outOfRange.first {
      throw GeodataError(
        .data,
        "\(RowList.agreeing(outOfRange.count, "row has", "rows have")) a rank or decile out of range (of: \(block.of ?? 0))",
        file: found.name,
        row: first, advice: "check of: and the columns under indicators", count: outOfRange.count)
    }
    if let first = notNumbers.first {
      result.complaints.append(
        Complaint(
          .warning,
          "\(RowList.agreeing(notNumbers.count, "cell", "cells")) of \(id) \(notNumbers.count == 1 ? "is not a number" : "are not numbers"), taken as missing",
          file: found.name,
          row: first, count: notNumbers.count))
    }
    result.values = areas.compactMap { byArea[$0] }.map { entry in
      var entry = entry
      if let rank = entry.rank, let of = block.of { entry.decile = DecileCheck.decile(rank: rank, of: of) }
      if entry.rank == nil, let decile = entry.decile, block.polarity == "higher-is-worse" {
        entry.decile = 11 - decile
      }
      return entry
    }
    return result
  }
}
