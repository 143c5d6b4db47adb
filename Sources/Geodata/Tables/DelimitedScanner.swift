/// Takes delimited text apart, record by record (RFC 4180, and what spreadsheets make of it): quoted cells with doubled
/// quotes, delimiters and line breaks inside; CRLF, LF or CR; a last line with or without its end.
///
/// The text is UTF-8 or ASCII-compatible. About a nanosecond a byte; no memory but for the longest record.
struct DelimitedScanner {
  let text: UnsafePointer<UInt8>
  let end: Int
  let delimiter: UInt8
  let name: String
  /// Where the next record begins.
  var position: Int
  /// How many records were read.
  var number = 0
  /// The record's cells.
  var cells: [Cell] = []
  /// Cells that had to be rewritten.
  var own: [UInt8] = []
  /// Whether the last record ended with a line break.
  var endedWithBreak = true

  private static let quote: UInt8 = 34
  private static let lineFeed: UInt8 = 10
  private static let carriageReturn: UInt8 = 13

  init(_ bytes: FileBytes, from position: Int, delimiter: UInt8, name: String) {
    text = bytes.start
    end = bytes.count
    self.position = position
    self.delimiter = delimiter
    self.name = name
  }

  /// Reads the next record into `cells`. False at the end of the text.
  mutating func next() throws(GeodataError) -> Bool {
    cells.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
    guard position < end else { return false }
    number += 1
    let text = text
    let end = end
    let delimiter = delimiter
    var p = position
    while true {
      var start = p
      // A quote may follow spaces: a, "b"
      while start < end, text[start] == 32 { start += 1 }
      if start < end, text[start] == Self.quote {
        p = try quotedCell(from: start)
      } else {
        let start = p
        while p < end {
          let b = text[p]
          if b == delimiter || b == Self.lineFeed || b == Self.carriageReturn { break }
          p += 1
        }
        cells.append(Cell(start: start, count: p - start, isOwn: false))
      }
      guard p < end else {
        endedWithBreak = false
        break
      }
      let b = text[p]
      p += 1
      if b == delimiter { continue }
      if b == Self.carriageReturn, p < end, text[p] == Self.lineFeed { p += 1 }
      endedWithBreak = true
      break
    }
    position = p
    return true
  }

  /// Reads a quoted cell whose opening quote is at `start`; returns where the cell's delimiter is.
  private mutating func quotedCell(from start: Int) throws(GeodataError) -> Int {
    var p = start + 1
    var from = p
    let ownStart = own.count
    var isRewritten = false
    while true {
      while p < end, text[p] != Self.quote { p += 1 }
      guard p < end else {
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
    if isRewritten {
      own.append(contentsOf: UnsafeBufferPointer(start: text + from, count: p - from))
      cells.append(Cell(start: ownStart, count: own.count - ownStart, isOwn: true))
    } else {
      cells.append(Cell(start: from, count: p - from, isOwn: false))
    }
    p += 1
    while p < end, text[p] == 32 { p += 1 }
    guard
      p >= end || text[p] == delimiter || text[p] == Self.lineFeed || text[p] == Self.carriageReturn
    else {
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
    try cells.withUnsafeBufferPointer { (cells) throws(Failure) -> Result in
      try own.withUnsafeBufferPointer { (own) throws(Failure) -> Result in
        try body(TableRow(number: number, file: text, own: own.baseAddress ?? text, cells: cells))
      }
    }
  }
}
