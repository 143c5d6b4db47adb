import Geodata

/// What the columns of a table of points are; numbers of columns, −1 where there is none.
struct PointColumns: Sendable {
  enum Role: UInt8 { case none, x, y, postcode, child, date }

  /// By column of the header.
  var roles: [Role]
  /// The format of dates, where they are not yyyy-mm-dd.
  var dateFormat: DateFormat?
  /// The decimal sign.
  var decimal: UInt8
}

/// What kept a row from being counted.
struct PointRejects: Sendable {
  var blank = 0
  var notANumber = 0
  var date = 0
  var postcode = 0

  static func + (left: PointRejects, right: PointRejects) -> PointRejects {
    PointRejects(
      blank: left.blank + right.blank, notANumber: left.notANumber + right.notANumber, date: left.date + right.date,
      postcode: left.postcode + right.postcode)
  }
}

/// One row of a table of points.
struct PointRow {
  var x = 0.0
  var y = 0.0
  var child = ChildKey.none
  var day: Int32 = 0
  /// No coordinate can be read.
  var problem = Problem.none

  enum Problem { case none, blank, notANumber, date, postcode }
}

/// Takes rows apart without making a string or a date of them: about a nanosecond a byte.
///
/// It reads what is common: plain cells, ISO dates, plain numbers. Cells of another make go to the ordinary readers
/// (`Numeral`, `DateFormat`); a quoted cell is read here too. A row with more cells than the header, or a last row that
/// was cut, makes it stop: the ordinary table then says what is wrong.
struct PointScanner {
  private let text: UnsafePointer<UInt8>
  private let end: Int
  private let delimiter: UInt8
  private let columns: PointColumns
  private let directory: PostcodeDirectory?
  private let isIndexedByLowBytes: Bool

  /// Where the next row begins.
  private(set) var position: Int
  /// Whether something was found that this reader leaves to the ordinary one.
  private(set) var isOdd = false
  /// How many rows that hold anything were read.
  private(set) var rows = 0

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int, delimiter: UInt8, columns: PointColumns,
    directory: PostcodeDirectory?
  ) {
    // Never used where it is empty.
    text = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    end = bytes.count
    self.position = position
    self.delimiter = delimiter
    self.columns = columns
    self.directory = directory
    isIndexedByLowBytes = delimiter < 0x2D
  }

  /// Reads the next row that holds anything. False at the end, or where something is odd.
  @inline(__always)
  mutating func next(_ row: inout PointRow) -> Bool {
    columns.roles.withUnsafeBufferPointer { roles in
      while position < end {
        row.problem = .none
        row.child = .none
        var isEmpty = true
        var column = 0
        var missing = 0b11
        var p = position
        while true {
          var start = p
          var stop: Int
          if text[p < end ? p : end - 1] == Self.quote || text[p < end ? p : end - 1] == 32, p < end,
            let quoted = quotedCell(at: p)
          {
            (start, stop, p) = quoted
            if isOdd { return false }
          } else {
            p = endOfCell(from: p)
            stop = p
            if start < stop {
              // Spaces around a cell are none of it.
              if text[start] <= 32 || text[stop - 1] <= 32 || text[start] >= 0xC2 || text[stop - 1] >= 0x80 {
                let trimmed = Spaces.trimmed(UnsafeBufferPointer(start: text + start, count: stop - start))
                start = trimmed.baseAddress.map { $0 - text } ?? start
                stop = start + trimmed.count
              }
            }
          }
          if start < stop {
            isEmpty = false
            if column < roles.count {
              if roles[column] != .none { read(roles[column], start, stop, &row, &missing) }
            } else {
              isOdd = true
              return false
            }
          }
          let isLast = p >= end || text[p] != delimiter
          if p < end {
            if text[p] == Self.carriageReturn, p + 1 < end, text[p + 1] == Self.lineFeed { p += 1 }
            p += 1
          } else if column + 1 < roles.count, !isEmpty {
            // A last row with fewer cells and no line break.
            isOdd = true
            return false
          }
          column += 1
          if isLast { break }
        }
        position = p
        if isEmpty { continue }
        rows += 1
        if missing != 0, row.problem == .none { row.problem = .blank }
        return true
      }
      return false
    }
  }

  /// Where the cell's delimiter or line end is. Eight bytes at a time: all that can end a cell are below 0x2D.
  @inline(__always)
  private func endOfCell(from start: Int) -> Int {
    var p = start
    let ones: UInt64 = 0x0101_0101_0101_0101
    while true {
      if isIndexedByLowBytes {
        while p + 8 <= end {
          let word = UnsafeRawPointer(text + p).loadUnaligned(as: UInt64.self)
          let low = (word &- ones &* 0x2D) & ~word & (ones &* 0x80)
          if low != 0 {
            p += low.trailingZeroBitCount >> 3
            break
          }
          p += 8
        }
      }
      guard p < end else { return end }
      let byte = text[p]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { return p }
      p += 1
    }
  }

  /// A quoted cell after any spaces: its content and where its delimiter is; nil where no quote opens it.
  private mutating func quotedCell(at place: Int) -> (Int, Int, Int)? {
    var start = place
    while start < end, text[start] == 32 { start += 1 }
    guard start < end, text[start] == Self.quote else { return nil }
    start += 1
    var p = start
    while true {
      while p < end, text[p] != Self.quote { p += 1 }
      guard p < end else {
        isOdd = true
        return (start, start, end)
      }
      guard p + 1 < end, text[p + 1] == Self.quote else { break }
      // A doubled quote stays doubled: no date or number has one, and ids are only compared.
      p += 2
    }
    var stop = p
    p += 1
    while p < end, text[p] == 32 { p += 1 }
    if p < end, text[p] != delimiter, text[p] != Self.lineFeed, text[p] != Self.carriageReturn { isOdd = true }
    let trimmed = Spaces.trimmed(UnsafeBufferPointer(start: text + start, count: stop - start))
    start = trimmed.baseAddress.map { $0 - text } ?? start
    stop = start + trimmed.count
    return (start, stop, p)
  }

  @inline(__always)
  private func read(
    _ role: PointColumns.Role, _ start: Int, _ stop: Int, _ row: inout PointRow, _ missing: inout Int
  ) {
    switch role {
    case .x: if number(start, stop, &row, isX: true) { missing &= 0b10 }
    case .y: if number(start, stop, &row, isX: false) { missing &= 0b01 }
    case .child: row.child = ChildKey(text + start, count: stop - start)
    case .date:
      if let day = Self.isoDay(text + start, stop - start) {
        row.day = day
      } else if let day = otherDay(start, stop) {
        row.day = day
      } else if row.problem == .none {
        row.problem = .date
      }
    case .postcode:
      if let point = place(start, stop) {
        (row.x, row.y) = point
        missing = 0
      } else {
        row.problem = .postcode
      }
    case .none: break
    }
  }

  private func otherDay(_ start: Int, _ stop: Int) -> Int32? {
    (columns.dateFormat ?? .isoDay).parse(UnsafeBufferPointer(start: text + start, count: stop - start))?.daysSince1970
  }

  private func place(_ start: Int, _ stop: Int) -> (Double, Double)? {
    guard let directory,
      let postcode = Postcode(UnsafeBufferPointer(start: text + start, count: stop - start)),
      let place = directory[postcode]
    else { return nil }
    return (place.point.x, place.point.y)
  }

  /// Digits with at most one point: exact, as below 2⁵³ both parts are. Anything else is read by `Numeral`.
  @inline(__always)
  private func number(_ start: Int, _ stop: Int, _ row: inout PointRow, isX: Bool) -> Bool {
    var p = start
    let isNegative = text[p] == 45
    if isNegative { p += 1 }
    if stop - p <= 16, columns.decimal == 46 {
      let first = p
      var digits: Int64 = 0
      var decimals = -1
      while p < stop {
        let byte = text[p] &- 48
        if byte <= 9 {
          digits = digits &* 10 &+ Int64(byte)
          if decimals >= 0 { decimals += 1 }
        } else if text[p] == 46, decimals < 0 {
          decimals = 0
        } else {
          break
        }
        p += 1
      }
      let count = p - first - (decimals >= 0 ? 1 : 0)
      if p == stop, count > 0, count <= 15 {
        let magnitude = decimals > 0 ? Double(digits) / Self.powers[decimals] : Double(digits)
        let value = isNegative ? -magnitude : magnitude
        if isX { row.x = value } else { row.y = value }
        return true
      }
    }
    switch Numeral.parse(UnsafeBufferPointer(start: text + start, count: stop - start), decimal: columns.decimal) {
    case .value(let number) where number.isFinite:
      if isX { row.x = number } else { row.y = number }
      return true
    case .blank, .suppressed: return false
    default:
      if row.problem == .none { row.problem = .notANumber }
      return false
    }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  ]

  /// `yyyy-mm-dd` of the years 1900 to 2099.
  @inline(__always)
  private static func isoDay(_ b: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    guard count == 10, b[4] == 45, b[7] == 45 else { return nil }
    let d = (b[0] &- 48, b[1] &- 48, b[2] &- 48, b[3] &- 48, b[5] &- 48, b[6] &- 48, b[8] &- 48, b[9] &- 48)
    guard max(max(max(d.0, d.1), max(d.2, d.3)), max(max(d.4, d.5), max(d.6, d.7))) <= 9 else { return nil }
    let century = Int(d.0) &* 10 &+ Int(d.1)
    let year = century &* 100 &+ Int(d.2) &* 10 &+ Int(d.3) &- 1900
    let month = Int(d.4) &* 10 &+ Int(d.5)
    let day = Int(d.6) &* 10 &+ Int(d.7)
    guard year >= 0, year < 200, month >= 1, month <= 12 else { return nil }
    let first = monthStarts[year &* 12 &+ month &- 1]
    guard day >= 1, Int(monthStarts[year &* 12 &+ month] &- first) >= day else { return nil }
    return first &+ Int32(truncatingIfNeeded: day) &- 1
  }

  /// The first days of all months from January 1900 to January 2100.
  private static let monthStarts: [Int32] = (0...2400).map { month in
    Day(year: 1900 + month / 12, month: month % 12 + 1, day: 1)?.daysSince1970 ?? 0
  }
}
