import Geodata
import Geometry
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
  /// Rows with a date before the audit's first cycle or after its last.
  var outsideEveryCycle = RowSample()
  /// From the audit's first day to its last.
  var span: ClosedRange<Day>?
  /// What was assumed of the file.
  var reading = ""
  /// What is worth saying of the ids.
  var complaints: [Complaint] = []

  /// Where the visits in the cycle took place, if the table has places of its own; with the publisher's area code.
  var points: [UsePoint] = []
  /// Equal for rows that are equal in all mapped columns.
  private var seen = Set<RowFingerprint>(minimumCapacity: 1 << 16)

  /// Where a visit took place. It lives in memory only.
  struct UsePoint {
    /// The place; nil where the row has none.
    var point: Point?
    /// The area by the publisher's own code, if a column is mapped.
    var area: String?
  }

  /// Reads one file of the table; several files follow one another. `children` are the enrolled ones; with none given
  /// every visit with an id is of an unknown child.
  mutating func read(
    _ block: TableBlock, _ found: InputPaths.Found, children: CodeBook, from: Day, to: Day, analysisCRS: String,
    gridFolders: [String], directory: PostcodeDirectory?, uprns: UPRNDirectory?, rejects: inout RejectLedger
  ) throws {
    // The closure below cannot hold `self`; swapping moves the arrays instead of copying them.
    var result = ServiceUseReading()
    swap(&self, &result)
    defer { swap(&self, &result) }
    let table = try Table.open(block, found)
    result.complaints += table.notes
    let date = try table.index(of: block.columns["date"] ?? "date")
    let child = try block.columns["child"].map { try table.index(of: $0) }
    let centre = try block.columns["centre"].map { try table.index(of: $0) }
    let service = try block.columns["service"].map { try table.index(of: $0) }
    if let child { result.complaints += try Identifiers.check(table, column: child) }
    var zeros = LostZeros(known: children.texts)
    let mapped = [date, child, centre, service].compactMap { $0 }.sorted()
    let format = try Dates.read(table, column: date, stated: block.dates)
    result.reading = "\(table.reading); dates \(format.rawValue)"
    let months = MonthNumbers(from: from, to: to)
    defer {
      if let child,
        let complaint = zeros.complaint(
          file: found.name, column: table.header[child], knownFile: "the enrolments")
      {
        result.complaints.append(complaint)
      }
    }
    result.months = months.keys
    let area = try block.columns["area"].map { try table.index(of: $0) }
    let place = try PlaceColumns(table, block, analysisCRS: analysisCRS, gridFolders: gridFolders, uprns: uprns)
    let file = found.name
    try table.forEachRow { row in
      result.rowCount += 1
      var fingerprint = RowFingerprint()
      for column in mapped { fingerprint.add(row.bytes(column)) }
      if !result.seen.insert(fingerprint).inserted { result.identicalRows += 1 }
      let isCasual = child.map { row.isBlank($0) } ?? true
      if isCasual { result.casualRows += 1 }
      guard let day = format.parse(row.bytes(date)) else {
        rejects.add(
          row.isBlank(date) ? "without a date" : "with a date that is not a day", file: file, row: row.number)
        return
      }
      guard day >= from, day <= to else {
        result.rowsOutside += 1
        if let span = result.span, !span.contains(day) { result.outsideEveryCycle.add(row.number) }
        return
      }
      var number = Visit.casual
      if let child, !isCasual {
        number = children.find(row.bytes(child)) ?? Visit.unknown
        if number == Visit.unknown { zeros.add(unknown: row.text(child), row: row.number) }
      }
      result.visits.append(
        Visit(
          child: number, day: day.daysSince1970, month: months.number(of: day),
          centre: centre.map { result.centres.number(of: row.bytes($0)) } ?? result.centres.number(of: ""),
          service: service.map { result.services.number(of: row.bytes($0)) } ?? result.services.number(of: "")))
      guard block.givesPlace else { return }
      var point: Point?
      if let read = place.point(row) {
        point = read
      } else if let column = place.postcode, let postcode = Postcode(row.bytes(column)) {
        point = directory?[postcode]?.point
      }
      result.points.append(UsePoint(point: point, area: area.flatMap { row.isBlank($0) ? nil : row.text($0) }))
    }
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
