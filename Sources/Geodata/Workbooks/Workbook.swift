/// A workbook of one of the kinds that can be read: its sheets, and their rows one by one.
protocol Workbook: Sendable {
  /// The sheets' names in their order, the hidden ones last.
  var sheets: [String] { get }
  /// `XLSX`, `ODS`.
  var kind: String { get }
  /// Starts reading a sheet.
  func rows(ofSheet index: Int) throws(GeodataError) -> any SheetRows
}

/// A sheet while it is read.
protocol SheetRows: AnyObject {
  /// The row just read.
  var row: RowAssembler { get }
  /// Reads the next row that the file holds. False at the end.
  func next() throws(GeodataError) -> Bool
}
