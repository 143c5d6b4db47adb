/// Collects the cells of a workbook's row, in bytes of its own.
struct RowAssembler {
  /// The row in the sheet, the first being 1.
  var number = 0
  private(set) var cells: [Cell] = []
  /// The row's text; a cell is appended here and then closed.
  var own: [UInt8] = []

  /// The bytes of all rows so far.
  private var total = 0

  mutating func begin(_ number: Int) {
    total += own.count
    self.number = number
    cells.removeAll(keepingCapacity: true)
    own.removeAll(keepingCapacity: true)
  }

  /// Puts the bytes appended since `start` into the column, counted from 0. Columns come in order; a gap is blank.
  mutating func close(column: Int, from start: Int) {
    while cells.count < column { cells.append(Cell(start: 0, count: 0, isOwn: true)) }
    if column < cells.count {
      cells[column] = Cell(start: start, count: Int32(truncatingIfNeeded: own.count - start), isOwn: true)
    } else {
      cells.append(Cell(start: start, count: Int32(truncatingIfNeeded: own.count - start), isOwn: true))
    }
  }

  /// Refuses a row that is longer, or further down, than any sheet has, and a sheet whose text never ends: a few shared
  /// texts in a million cells, or one cell that stands there a thousand times.
  func check(last: Int = 0, name: String) throws(GeodataError) {
    guard max(number, last) <= Limits.sheetRows else {
      throw .beyond("\(Limits.words(Limits.sheetRows)) rows in a sheet", file: name)
    }
    guard own.count <= Limits.rowBytes else {
      throw .beyond("\(Limits.size(Limits.rowBytes)) in one row", file: name, row: number)
    }
    guard total + own.count <= Limits.unpackedBytes else {
      throw .beyond("\(Limits.size(Limits.unpackedBytes)) of text in a sheet", file: name, row: number)
    }
  }

  /// Refuses a cell that is longer than any is.
  static func check(cell count: Int, row: Int, name: String) throws(GeodataError) {
    guard count <= Limits.cellBytes else {
      throw .beyond("\(Limits.size(Limits.cellBytes)) in one cell", file: name, row: row)
    }
  }

  /// The row, for as long as `body` runs.
  func withRow<Result, Failure: Error>(_ body: (TableRow) throws(Failure) -> Result) throws(Failure) -> Result {
    try own.withUnsafeBufferPointer { (own) throws(Failure) -> Result in
      try cells.withUnsafeBufferPointer { (cells) throws(Failure) -> Result in
        // A row without any text has no bytes and all its cells are empty; any address will do.
        try withUnsafePointer(to: 0 as UInt8) { (none) throws(Failure) -> Result in
          let base = own.baseAddress ?? none
          return try body(TableRow(number: number, file: base, own: base, cells: cells))
        }
      }
    }
  }
}
