/// What a column's cells together say about its date format. Feed it every cell, then ask.
///
/// ```swift
/// var column = DateColumn()
/// try table.forEachRow { column.add($0.bytes(date), row: $0.number) }
/// let format = try column.format(file: "visits.csv", column: "date", stated: nil)
/// ```
/// Nothing is decided row by row, nor by the machine's locale: one format for the column, or a refusal.
public struct DateColumn: Sendable {
  /// Cells that hold something.
  public private(set) var filled = 0
  /// Cells that can be read as a date in one way at least.
  public private(set) var dates = 0
  private var firstOther: Int?
  /// The first row with two numbers and a year, of any kind.
  private var firstTwo: Int?
  /// The first row that only day-first fits (13/02), and only month-first fits (02/13).
  private var firstDay: Int?
  private var firstMonth: Int?
  /// The first row that either fits and in which it matters (02/03, not 02/02).
  private var firstEither: Int?
  private var serials = 0

  /// Starts with nothing.
  public init() {}

  /// Takes one cell.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, row: Int) {
    let bytes = Spaces.trimmed(bytes)
    guard !bytes.isEmpty else { return }
    filled += 1
    switch DateShape(bytes) {
    case .certain: dates += 1
    case .serial:
      serials += 1
      if firstOther == nil { firstOther = row }
    case .none:
      if firstOther == nil { firstOther = row }
    case .twoNumbers(let first, let second, let year):
      let asDay = Day(year: year, month: second, day: first) != nil
      let asMonth = Day(year: year, month: first, day: second) != nil
      guard asDay || asMonth else {
        if firstOther == nil { firstOther = row }
        return
      }
      dates += 1
      if firstTwo == nil { firstTwo = row }
      if !asMonth, firstDay == nil { firstDay = row }
      if !asDay, firstMonth == nil { firstMonth = row }
      if asDay, asMonth, first != second, firstEither == nil { firstEither = row }
    }
  }

  /// The one format that fits the column.
  ///
  /// - Parameter stated: what audit.yml's `dates:` says, or nil.
  /// - Throws: a refusal: two formats fit, no one format fits, what is stated does not fit, or the column holds no dates.
  public func format(file: String, column: String, stated: String?) throws(GeodataError) -> DateFormat {
    func refuse(_ what: String, row: Int?, advice: String, _ kind: GeodataError.Kind = .data) -> GeodataError {
      GeodataError(kind, what, file: file, row: row, column: column, advice: advice)
    }
    if let stated {
      guard let format = DateFormat(stated: stated) else {
        throw refuse(
          "dates: \(stated) is not a format", row: nil,
          advice: "state `dates: yyyy-mm-dd`, `dd/mm/yyyy`, `mm/dd/yyyy` or `excel` in audit.yml", .configuration)
      }
      let against: Int? =
        switch format {
        case .dayFirst: firstMonth
        case .monthFirst: firstDay
        case .isoDay: firstTwo
        case .serial1900, .serial1904, .isoMonth: nil
        }
      if let against {
        throw refuse(
          "the date is not \(format.rawValue), which audit.yml states", row: against,
          advice: "correct `dates:` in audit.yml, or the file")
      }
      return format
    }
    if let firstDay, let firstMonth {
      let rows = [firstDay, firstMonth].sorted()
      throw refuse(
        "no one format fits: row \(rows[0]) and row \(rows[1]) contradict each other (dd/mm/yyyy in row \(firstDay), "
          + "mm/dd/yyyy in row \(firstMonth))",
        row: rows[0], advice: "find out which rows are wrong and export the file again")
    }
    if firstDay != nil { return .dayFirst }
    if firstMonth != nil { return .monthFirst }
    if let firstEither {
      throw refuse(
        "the dates could be dd/mm/yyyy or mm/dd/yyyy", row: firstEither,
        advice: "state which in audit.yml beside the file: `dates: dd/mm/yyyy` (or mm/dd/yyyy)")
    }
    // Only days such as 02/02: either reading gives the same.
    if firstTwo != nil { return .dayFirst }
    if dates == 0, filled > 0 {
      throw refuse(
        serials > 0 ? "holds plain numbers, not dates" : "holds no dates", row: firstOther,
        advice: serials > 0
          ? "if they are a spreadsheet's day numbers, state `dates: excel` in audit.yml"
          : "map another column, or write the dates as yyyy-mm-dd")
    }
    return .isoDay
  }

  /// The one format that fits these values, which begin at `firstRow`.
  public static func infer(
    _ values: some Sequence<String>, file: String, column: String, stated: String? = nil, firstRow: Int = 2
  ) throws(GeodataError) -> DateFormat {
    var evidence = DateColumn()
    var row = firstRow
    for value in values {
      var value = value
      value.withUTF8 { evidence.add($0, row: row) }
      row += 1
    }
    return try evidence.format(file: file, column: column, stated: stated)
  }
}

/// Reads a column's date format off the column itself.
public enum Dates {
  /// Scans the column once and gives its format; rows are then read with `DateFormat.parse`.
  ///
  /// - Throws: a refusal as in `DateColumn.format`, or the table's own.
  public static func read(_ table: Table, column: Int, stated: String?) throws(GeodataError) -> DateFormat {
    var evidence = DateColumn()
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      evidence.add(row.bytes(column), row: row.number)
    })
    let name = table.header.indices.contains(column) ? table.header[column] : ""
    return try evidence.format(file: table.source.name, column: name, stated: stated)
  }
}
