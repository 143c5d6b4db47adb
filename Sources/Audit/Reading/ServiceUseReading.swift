import Geodata
import Tally

/// The visits of one cycle in memory, and what was counted of all of them.
struct ServiceUseReading {
  /// The visits in the cycle.
  var visits: [Visit] = []
  /// Centres used.
  var centres = CodeBook()
  /// Services.
  var services = CodeBook()
  /// Months of the cycle, `2025-09`.
  var months: [String] = []
  /// Rows in the file.
  var rowCount = 0
  /// Rows without a child id, in the whole file.
  var casualRows = 0
  /// Rows that equal an earlier one in all mapped columns.
  var identicalRows = 0
  /// Rows with a date outside the cycle.
  var rowsOutside = 0
  /// What was assumed of the file.
  var reading = ""

  /// Reads the table. `children` are the enrolled ones; with none given every visit with an id is of an unknown child.
  static func read(
    _ block: TableBlock, _ found: InputPaths.Found, children: CodeBook, from: Day, to: Day,
    rejects: inout RejectLedger
  ) throws -> ServiceUseReading {
    var result = ServiceUseReading()
    let table = try Table.open(TableSource(block, found))
    let date = try table.index(of: block.columns["date"] ?? "date")
    let child = try block.columns["child"].map { try table.index(of: $0) }
    let centre = try block.columns["centre"].map { try table.index(of: $0) }
    let service = try block.columns["service"].map { try table.index(of: $0) }
    let mapped = [date, child, centre, service].compactMap { $0 }.sorted()
    let format = try Dates.read(table, column: date, stated: block.dates)
    result.reading = "\(table.reading); dates \(format.rawValue)"
    let months = MonthNumbers(from: from, to: to)
    result.months = months.keys
    var seen = Set<RowFingerprint>(minimumCapacity: 1 << 16)
    let file = found.name
    try table.forEachRow { row in
      result.rowCount += 1
      var fingerprint = RowFingerprint()
      for column in mapped { fingerprint.add(row.bytes(column)) }
      if !seen.insert(fingerprint).inserted { result.identicalRows += 1 }
      let isCasual = child.map { row.isBlank($0) } ?? true
      if isCasual { result.casualRows += 1 }
      guard let day = format.parse(row.bytes(date)) else {
        rejects.add(
          row.isBlank(date) ? "without a date" : "with a date that is not a day", file: file, row: row.number)
        return
      }
      guard day >= from, day <= to else {
        result.rowsOutside += 1
        return
      }
      let number: Int32 =
        if isCasual { Visit.casual } else if let child { children.find(row.bytes(child)) ?? Visit.unknown } else { Visit.casual }
      result.visits.append(
        Visit(
          child: number, day: day.daysSince1970, month: months.number(of: day),
          centre: centre.map { result.centres.number(of: row.bytes($0)) } ?? result.centres.number(of: ""),
          service: service.map { result.services.number(of: row.bytes($0)) } ?? result.services.number(of: "")))
    }
    return result
  }
}

/// Numbers the months of a cycle from 0.
struct MonthNumbers {
  /// `2025-09`, in the order of time.
  let keys: [String]
  private let numbers: [Int32]
  private let first: Int32

  /// The months that a cycle touches.
  init(from: Day, to: Day) {
    var keys: [String] = []
    var numbers: [Int32] = []
    for offset in from.daysSince1970...to.daysSince1970 {
      let day = Day(daysSince1970: offset)
      if keys.isEmpty || day.components.day == 1 { keys.append(day.monthKey) }
      numbers.append(Int32(keys.count - 1))
    }
    (self.keys, self.numbers, first) = (keys, numbers, from.daysSince1970)
  }

  /// The month's number of a day in the cycle.
  func number(of day: Day) -> Int32 { numbers[Int(day.daysSince1970 - first)] }
}
