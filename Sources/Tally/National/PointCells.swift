import Geodata

/// Reads single cells of a table of points into a row.
///
/// Not copyable: a copy for each row would count references.
struct PointCells: ~Copyable {
  private let text: UnsafePointer<UInt8>
  private let end: Int
  private let decimal: UInt8
  private let dateFormat: DateFormat
  private let directory: PostcodeDirectory?
  private let roles: UnsafeMutableBufferPointer<PointColumns.Role>

  /// Of a text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, columns: PointColumns, directory: PostcodeDirectory?) {
    // Never used where it is empty.
    text = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    end = bytes.count
    self.directory = directory
    (decimal, dateFormat) = (columns.decimal, columns.dateFormat ?? .isoDay)
    roles = .allocate(capacity: columns.roles.count)
    _ = roles.initialize(from: columns.roles)
  }

  deinit { roles.deallocate() }

  /// How many columns the header has.
  @inline(__always)
  var columnCount: Int { roles.count }

  /// What a column is.
  @inline(__always)
  func role(of column: Int) -> PointColumns.Role { roles[column] }

  /// Reads the cell from `start` to before `stop`; clears the bits of `missing` that it gives: 1 for x, 2 for y.
  @inline(__always)
  func read(
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
    dateFormat.parse(UnsafeBufferPointer(start: text + start, count: stop - start))?.daysSince1970
  }

  private func place(_ start: Int, _ stop: Int) -> (Double, Double)? {
    guard let directory,
      let postcode = Postcode(UnsafeBufferPointer(start: text + start, count: stop - start)),
      let place = directory[postcode]
    else { return nil }
    return (place.point.x, place.point.y)
  }

  /// The number that a cell of a coordinate nearly always is; nil leaves it to `read`, without the spaces around it.
  @inline(__always)
  func plainNumber(_ start: Int, _ stop: Int) -> Double? {
    start &+ 24 <= end && decimal == 46 ? PlainDecimal.value(text + start, count: stop &- start) : nil
  }

  /// Digits with at most one point: exact, as below 2⁵³ both parts are. Anything else is read by `Numeral`.
  @inline(never)
  private func number(_ start: Int, _ stop: Int, _ row: inout PointRow, isX: Bool) -> Bool {
    var p = start
    let isNegative = text[p] == 45
    if isNegative { p += 1 }
    if stop - p <= 16, decimal == 46 {
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
    switch Numeral.parse(UnsafeBufferPointer(start: text + start, count: stop - start), decimal: decimal) {
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
