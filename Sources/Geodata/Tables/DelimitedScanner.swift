import CScan

/// Takes delimited text apart, record by record (RFC 4180, and what spreadsheets make of it): quoted cells with doubled
/// quotes, delimiters and line breaks inside; CRLF, LF or CR; a last line with or without its end.
///
/// The text is UTF-8 or ASCII-compatible. Marks are found 64 bytes at a time; no memory but for the longest record.
final class DelimitedScanner {
  let text: UnsafePointer<UInt8>
  let end: Int
  let delimiter: UInt8
  let name: String
  /// Where the next record begins.
  private(set) var position: Int
  /// How many records were read.
  var number = 0
  /// How many cells the record has.
  private(set) var count = 0
  /// How many cells of a record are kept at most; those after it are only counted.
  var keeps = Int.max
  /// Whether the last record ended with a line break.
  private(set) var endedWithBreak = true

  private var cells: UnsafeMutablePointer<Cell>
  private var capacity = 64
  private var kept = 0
  /// Cells that had to be rewritten.
  private var own: [UInt8] = []
  private var marks = Marks()

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  init(_ bytes: FileBytes, from position: Int, delimiter: UInt8, name: String) {
    text = bytes.start
    end = bytes.count
    self.position = position
    self.delimiter = delimiter
    self.name = name
    cells = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
  }

  deinit { cells.deallocate() }

  /// The marks of the 64 bytes from `start` on.
  private struct Marks {
    var start = -1
    var ends: UInt64 = 0
    var quotes: UInt64 = 0

    @inline(__always)
    mutating func load(_ block: Int, _ text: UnsafePointer<UInt8>, _ end: Int, _ delimiter: UInt8) {
      start = block
      if block + 64 <= end {
        needs_scan64(text + block, delimiter, &ends, &quotes)
        return
      }
      ends = 0
      quotes = 0
      for i in block..<end {
        let b = text[i]
        if b == delimiter || b == 10 || b == 13 { ends |= 1 << UInt64(i - block) }
        if b == 34 { quotes |= 1 << UInt64(i - block) }
      }
    }

    /// The first delimiter or line break from `p` on, or `stop` or more, which is at most `end`.
    @inline(__always)
    mutating func nextEnd(_ p: Int, _ text: UnsafePointer<UInt8>, _ stop: Int, _ end: Int, _ delimiter: UInt8) -> Int {
      var p = p
      while p < stop {
        let block = p & ~63
        if block != start { load(block, text, end, delimiter) }
        let rest = ends >> UInt64(p & 63)
        if rest != 0 { return p + rest.trailingZeroBitCount }
        p = block + 64
      }
      return stop
    }

    /// The first quote from `p` on, or `stop` or more.
    @inline(__always)
    mutating func nextQuote(_ p: Int, _ text: UnsafePointer<UInt8>, _ stop: Int, _ end: Int, _ delimiter: UInt8) -> Int
    {
      var p = p
      while p < stop {
        let block = p & ~63
        if block != start { load(block, text, end, delimiter) }
        let rest = quotes >> UInt64(p & 63)
        if rest != 0 { return p + rest.trailingZeroBitCount }
        p = block + 64
      }
      return stop
    }
  }

  /// Reads the next record. False at the end of the text.
  func next() throws(GeodataError) -> Bool {
    kept = 0
    count = 0
    if !own.isEmpty { own.removeAll(keepingCapacity: true) }
    guard position < end else { return false }
    number += 1
    guard number <= Limits.rows else { throw .beyond("\(Limits.words(Limits.rows)) rows", file: name) }
    let (text, end, delimiter, keeps) = (text, end, delimiter, keeps)
    let stop = min(end, position + Limits.rowBytes)
    var marks = marks
    var p = position
    var count = 0
    while true {
      var start = p
      // A quote may follow spaces: a, "b"
      while start < end, text[start] == 32 { start += 1 }
      if start < end, text[start] == Self.quote {
        let closing = marks.nextQuote(start + 1, text, stop, end, delimiter)
        let after = closing + 1
        if closing < stop, after < end,
          text[after] == delimiter || text[after] == Self.lineFeed || text[after] == Self.carriageReturn
        {
          if count < keeps {
            keep(Cell(start: start + 1, count: Int32(truncatingIfNeeded: closing - start - 1), isOwn: false))
          }
          p = after
        } else {
          self.marks = marks
          p = try quotedCell(from: start, stop: stop, isKept: count < keeps)
        }
      } else {
        let start = p
        p = marks.nextEnd(p, text, stop, end, delimiter)
        if count < keeps { keep(Cell(start: start, count: Int32(truncatingIfNeeded: p - start), isOwn: false)) }
      }
      count += 1
      guard p < stop else {
        if stop < end { throw tooLong }
        endedWithBreak = false
        break
      }
      guard count <= Limits.columns else {
        throw .beyond("\(Limits.words(Limits.columns)) cells in one row", file: name, row: number)
      }
      let b = text[p]
      p += 1
      if b == delimiter { continue }
      if b == Self.carriageReturn, p < end, text[p] == Self.lineFeed { p += 1 }
      endedWithBreak = true
      break
    }
    self.marks = marks
    self.count = count
    position = p
    return true
  }

  private var tooLong: GeodataError {
    .beyond(
      "\(Limits.size(Limits.rowBytes)) in one row", file: name, row: number,
      advice: "a quote may not be closed, or the file has no line breaks; export it again")
  }

  @inline(__always)
  private func keep(_ cell: Cell) {
    if kept == capacity { grow() }
    (cells + kept).initialize(to: cell)
    kept += 1
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Cell>.allocate(capacity: capacity * 2)
    larger.update(from: cells, count: kept)
    cells.deallocate()
    cells = larger
    capacity *= 2
  }

  /// Reads a quoted cell whose opening quote is at `start`; returns where the cell's delimiter is.
  private func quotedCell(from start: Int, stop: Int, isKept: Bool) throws(GeodataError) -> Int {
    var p = start + 1
    var from = p
    let ownStart = own.count
    var isRewritten = false
    while true {
      p = marks.nextQuote(p, text, stop, end, delimiter)
      guard p < stop else {
        if stop < end { throw tooLong }
        throw GeodataError(
          .data, "the file ends inside a quoted cell: it was cut, or a quote is not closed", file: name, row: number,
          advice: "export the file again")
      }
      guard p + 1 < end, text[p + 1] == Self.quote else { break }
      // A doubled quote: keep one.
      own.append(contentsOf: UnsafeBufferPointer(start: text + from, count: p + 1 - from))
      isRewritten = true
      p += 2
      from = p
    }
    if isRewritten { own.append(contentsOf: UnsafeBufferPointer(start: text + from, count: p - from)) }
    if isKept {
      keep(
        isRewritten
          ? Cell(start: ownStart, count: Int32(truncatingIfNeeded: own.count - ownStart), isOwn: true)
          : Cell(start: from, count: Int32(truncatingIfNeeded: p - from), isOwn: false))
    }
    p += 1
    while p < end, text[p] == 32 { p += 1 }
    guard p >= end || text[p] == delimiter || text[p] == Self.lineFeed || text[p] == Self.carriageReturn else {
      throw GeodataError(
        .data, "text follows a closing quote, so cells cannot be told apart", file: name, row: number,
        advice: "double every quote inside a quoted cell, or export the file again")
    }
    return p
  }

  /// The record just read, for as long as `body` runs.
  func withRow<Result, Failure: Error>(
    _ body: (TableRow) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try own.withUnsafeBufferPointer { (own) throws(Failure) -> Result in
      try body(
        TableRow(
          number: number, file: text, own: own.baseAddress ?? text,
          cells: UnsafeBufferPointer(start: cells, count: kept)))
    }
  }
}
