import Geodata
import Geometry
import Tally

/// The enrolment table in memory: children, families and groups by number. Nothing of it is ever stored.
struct EnrolmentReading {
  /// The rows that could be read.
  var rows: [EnrolmentRow] = []
  /// Children's ids.
  var children = CodeBook(capacity: 1 << 14)
  /// Families' ids.
  var families = CodeBook(capacity: 1 << 14)
  /// `language=eal`.
  var groups = CodeBook()
  /// Rows in the file.
  var rowCount = 0
  /// Whether family ids are given.
  var hasFamilies = false
  /// What was assumed of the file.
  var reading = ""
  /// What is worth saying.
  var complaints: [Complaint] = []
  /// Rows whose coordinates could not be read; the postcode is used where there is one.
  var unreadableCoordinates: [Int] = []

  /// Reads one file of the table; several files follow one another.
  mutating func read(
    _ block: EnrolmentsBlock, _ found: InputPaths.Found, analysisCRS: String, gridFolders: [String],
    outline: Envelope, uprns: UPRNDirectory? = nil, rejects: inout RejectLedger
  ) throws {
    // The closure below cannot hold `self`; swapping moves the arrays instead of copying them.
    var result = EnrolmentReading()
    swap(&self, &result)
    defer { swap(&self, &result) }
    let table = try Table.open(block.table, found)
    result.complaints += table.notes
    let columns = try Columns(block, table)
    for ids in [columns.child, columns.family].compactMap({ $0 }) {
      result.complaints += try Identifiers.check(table, column: ids)
    }
    let place = try PlaceColumns(
      table, block.table, analysisCRS: analysisCRS, gridFolders: gridFolders, uprns: uprns)
    result.hasFamilies = columns.family != nil
    let bornFormat = try columns.born.map { try Dates.read(table, column: $0, stated: block.table.dates) }
    let registeredFormat = try columns.registered.map { try Dates.read(table, column: $0, stated: block.table.dates) }
    let leftFormat = try columns.left.map { try Dates.read(table, column: $0, stated: block.table.dates) }
    result.reading = [table.reading, place.reading].compactMap { $0 }.joined(separator: "; ")
    let file = found.name
    var axes = AxisCheck(outline: outline)
    try table.forEachRow { row in
      result.rowCount += 1
      guard !row.isBlank(columns.child) else {
        rejects.add("without a child id", file: file, row: row.number)
        return
      }
      func day(_ column: Int?, _ format: DateFormat?) -> (day: Day?, isBad: Bool) {
        guard let column, let format, !row.isBlank(column) else { return (nil, false) }
        let day = format.parse(row.bytes(column))
        return (day, day == nil)
      }
      let born = day(columns.born, bornFormat)
      let registered = day(columns.registered, registeredFormat)
      let left = day(columns.left, leftFormat)
      for (name, value) in [("date of birth", born), ("date of registration", registered), ("date of leaving", left)]
      where value.isBad {
        rejects.add("with a \(name) that is not a day", file: file, row: row.number)
        return
      }
      var fingerprint = RowFingerprint()
      for column in columns.mapped { fingerprint.add(row.bytes(column)) }
      var point: Point?
      let placeReading = place.read(row)
      axes.look(row, placeReading, place)
      switch placeReading {
      case .point(let read): point = read
      case .unreadable: result.unreadableCoordinates.append(row.number)
      case .blank: break
      }
      var isByUPRN = false
      if point == nil, let place = place.pointByUPRN(row) { (point, isByUPRN) = (place, true) }
      var groups: [Int32] = []
      for group in columns.groups where !row.isBlank(group.column) {
        groups.append(result.groups.number(of: "\(group.name)=\(row.text(group.column))"))
      }
      result.rows.append(
        EnrolmentRow(
          row: row.number, child: result.children.number(of: row.bytes(columns.child)),
          family: columns.family.map { row.isBlank($0) ? -1 : result.families.number(of: row.bytes($0)) } ?? -1,
          born: born.day, isBirthMissing: columns.born != nil && born.day == nil, registered: registered.day,
          left: left.day, point: point, postcode: place.postcode.map { Self.letters(row.bytes($0)) } ?? "",
          groups: groups,
          rest: columns.rest.map { row.text($0) }.joined(separator: "\u{1f}"), fingerprint: fingerprint,
          isByUPRN: isByUPRN))
    }
    if let complaint = try axes.verdict(
      file: file, names: place.names, advice: "exchange the two columns under enrolments: columns: in audit.yml")
    {
      result.complaints.append(complaint)
    }
    if !result.unreadableCoordinates.isEmpty {
      let isOne = result.unreadableCoordinates.count == 1
      result.complaints.append(
        RowList.warning(
          result.unreadableCoordinates,
          "\(isOne ? "has" : "have") \(place.names) that are no place; "
            + "\(isOne ? "its" : "their") postcode is used", file: file, advice: "mend the places in the register"))
    }
  }

  /// Letters and digits, upper case.
  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var kept: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 48...57, 65...90: kept.append(byte)
      case 97...122: kept.append(byte - 32)
      default: break
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private struct Columns {
    let child: Int
    let family: Int?
    let born: Int?
    let registered: Int?
    let left: Int?
    let groups: [(name: String, column: Int)]
    /// All mapped columns, in the order of the file.
    let mapped: [Int]
    /// Those that decide last between rows of one child.
    let rest: [Int]

    init(_ block: EnrolmentsBlock, _ table: Table) throws {
      let names = block.table.columns
      func index(_ role: String) throws -> Int? { try names[role].map { try table.index(of: $0) } }
      child = try table.index(of: names["child"] ?? "child")
      family = try index("family")
      born = try index("born")
      registered = try index("registered")
      left = try index("left")
      groups = try block.groups.map { ($0.name, try table.index(of: $0.column)) }
      let places = try TableBlock.placeRoles.compactMap { try index($0) }
      let others = [family, born, left].compactMap { $0 } + groups.map(\.column)
      rest = others.sorted()
      mapped = Set([child] + others + places + [registered].compactMap { $0 }).sorted()
    }
  }
}
