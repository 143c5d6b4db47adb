/// The areas of a published file's rows, each of which stands there once.
struct RecipeAreas {
  private let file: String
  private var seen: Set<String> = []
  private var without = CellTrouble()

  init(file: String) { self.file = file }

  /// The code of a row's area, noted in the result; nil, and remembered, where the cell is no code.
  ///
  /// - Throws: that the area stands there twice, with the column's name if it is given.
  mutating func next(
    _ row: TableRow, _ column: Int, named name: String? = nil, into result: inout RecipeResult
  ) throws(GeodataError) -> String? {
    let area = row.text(column)
    guard AreaCodePattern.matches(area) else {
      without.add(row.number)
      return nil
    }
    guard seen.insert(area).inserted else { throw Self.twice(area, file: file, row: row.number, column: name) }
    result.areas.append(RecipeArea(code: area, row: row.number))
    return area
  }

  /// What is said of the rows that were passed over.
  var complaint: Complaint? {
    without.complaint(
      .note, file: file, one: "a row without an area code is passed over",
      many: "rows without an area code are passed over")
  }

  static func twice(_ area: String, file: String, row: Int, column: String? = nil) -> GeodataError {
    GeodataError(
      .data, "the area \(area) stands there twice", file: file, row: row, column: column,
      advice: "remove the row that is wrong")
  }
}
