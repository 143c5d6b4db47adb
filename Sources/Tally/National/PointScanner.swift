import CScan
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
  private let isIndexedByLowBytes: Bool
  /// The block of 64 bytes whose marks are known, and those from `position` on.
  private var marked = -64
  private var marks: UInt64 = 0

  /// Where the next row begins.
  private(set) var position: Int
  /// Whether something was found that this reader leaves to the ordinary one.
  private(set) var isOdd = false
  /// How many rows that hold anything were read.
  private(set) var rows = 0

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int, delimiter: UInt8) {
    // Never used where it is empty.
    text = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    end = bytes.count
    self.position = position
    self.delimiter = delimiter
    isIndexedByLowBytes = delimiter < 0x2D
  }

  /// Reads the next row that holds anything. False at the end, or where something is odd.
  @inline(__always)
  mutating func next(_ row: inout PointRow, _ cells: borrowing PointCells) -> Bool {
    if nextPlain(&row, cells) { return true }
    (marked, marks) = (-64, 0)
    return nextOfAny(&row, cells)
  }

  /// Reads the next row if its cells are plain: no quotes, nothing to trim, no more of them than in the header, and not
  /// among the last bytes of the text. False leaves the row to `nextOfAny`.
  ///
  /// What ends a cell is found for 64 bytes at once, so that no guess of the processor depends on how long cells are.
  @inline(__always)
  private mutating func nextPlain(_ row: inout PointRow, _ cells: borrowing PointCells) -> Bool {
    var (block, marks) = (marked, marks)
    var start = position
    var isEmpty = true
    var missing = 0b11
    var column = 0
    row.problem = .none
    row.child = .none
    while true {
      while marks == 0 {
        // At first, and after a row of another make: from the row on.
        block = block < 0 ? start : block &+ 64
        guard block &+ 128 <= end else { return false }
        var quotes: UInt64 = 0
        needs_scan64(text + block, delimiter, &marks, &quotes)
        guard quotes == 0 else { return false }
      }
      let stop = block &+ marks.trailingZeroBitCount
      marks &= marks &- 1
      let mark = text[stop]
      if start < stop {
        guard column < cells.columnCount else { return false }
        let role = cells.role(of: column)
        if role == .x, let value = cells.plainNumber(start, stop) {
          row.x = value
          missing &= 0b10
          isEmpty = false
        } else if role == .y, let value = cells.plainNumber(start, stop) {
          row.y = value
          missing &= 0b01
          isEmpty = false
        } else {
          let isPlainAtFirst = isPlain(text[start])
          if isPlainAtFirst { isEmpty = false }
          if role != .none {
            guard isPlainAtFirst, isPlain(text[stop &- 1]) else { return false }
            cells.read(role, start, stop, &row, &missing)
          }
        }
      }
      start = stop &+ 1
      column &+= 1
      if mark == delimiter { continue }
      if mark == Self.carriageReturn, text[start] == Self.lineFeed {
        start &+= 1
        // The line feed's mark is the next, in this block or the one that follows.
        if marks == 0 { block = -64 } else { marks &= marks &- 1 }
      }
      guard !isEmpty else { return false }
      position = start
      (marked, self.marks) = (block, marks)
      rows &+= 1
      if missing != 0, row.problem == .none { row.problem = .blank }
      return true
    }
  }

  /// Not a space, not a control character, and of one byte.
  @inline(__always)
  private func isPlain(_ byte: UInt8) -> Bool { byte > 32 && byte < 0x80 }

  /// Reads the next row that holds anything, whatever its cells are like.
  @inline(never)
  private mutating func nextOfAny(_ row: inout PointRow, _ cells: borrowing PointCells) -> Bool {
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
          if column < cells.columnCount {
            if cells.role(of: column) != .none { cells.read(cells.role(of: column), start, stop, &row, &missing) }
          } else {
            isOdd = true
            return false
          }
        }
        let isLast = p >= end || text[p] != delimiter
        if p < end {
          if text[p] == Self.carriageReturn, p + 1 < end, text[p + 1] == Self.lineFeed { p += 1 }
          p += 1
        } else if column + 1 < cells.columnCount, !isEmpty {
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
}
