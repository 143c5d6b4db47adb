/// Finds the row that names the columns: as stated, else the first that has the wanted columns, else the first that looks like one.
struct HeaderSearch {
  /// A row at the head of a table: its number and its cells, trimmed.
  struct Candidate {
    var number: Int
    var cells: [String]

    var filled: Int { cells.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) } }
  }

  /// Which row it is, and how it was found.
  struct Finding {
    var row: Candidate
    /// Whether all the wanted columns are there.
    var hasColumns: Bool
  }

  /// Looks among the first rows. Nil if none can be a header.
  ///
  /// - Parameter accepts: whether a row's cells are the header that is looked for; nil where anything will do.
  static func find(
    _ rows: [Candidate], source: TableSource, accepts: (([String]) -> Bool)?
  ) throws(GeodataError) -> Finding? {
    if let stated = source.headerRow {
      guard let row = rows.first(where: { $0.number == stated }), row.filled > 0 else {
        throw GeodataError(
          .configuration, "the header row that is stated is blank or beyond the end", file: source.name, row: stated,
          advice: "correct `header:` in audit.yml")
      }
      return Finding(row: row, hasColumns: accepts?(row.cells) ?? true)
    }
    if let accepts, let row = rows.first(where: { accepts($0.cells) }) {
      return Finding(row: row, hasColumns: true)
    }
    guard let row = likeliest(rows) else { return nil }
    return Finding(row: row, hasColumns: accepts == nil)
  }

  /// The first row that is at least half as wide as most rows are: titles and notes above a table are narrow.
  private static func likeliest(_ rows: [Candidate]) -> Candidate? {
    var widths: [Int: Int] = [:]
    for row in rows where row.filled > 0 { widths[row.cells.count, default: 0] += 1 }
    guard let usual = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return nil }
    return rows.first { $0.filled > 0 && $0.filled * 2 >= usual && ($0.filled > 1 || usual == 1) }
      ?? rows.first { $0.filled > 0 }
  }
}
