/// Finds a table in a workbook: the sheet that is stated, or the first that has the header that is looked for.
enum WorkbookTable {
  static func open(
    _ workbook: any Workbook, source: TableSource, accepts: (([String]) -> Bool)?
  ) throws(GeodataError) -> Table {
    guard !workbook.sheets.isEmpty else {
      throw GeodataError(.data, "has no sheet", file: source.name, advice: "save it again")
    }
    let candidates: [Int]
    if let stated = source.sheet {
      candidates = [try index(of: stated, in: workbook, source: source)]
    } else {
      candidates = Array(workbook.sheets.indices)
    }
    var fallback: (sheet: Int, finding: HeaderSearch.Finding)?
    for sheet in candidates {
      let (rows, hasMore) = try head(workbook, sheet, count: max(Dialect.sample, source.headerRow ?? 0))
      var source = source
      // A header row that is stated without its sheet is of the sheet that has it.
      if source.sheet == nil, let stated = source.headerRow, !rows.contains(where: { $0.number == stated }) { continue }
      if candidates.count == 1 { source.sheet = workbook.sheets[sheet] }
      guard let finding = try HeaderSearch.find(rows, source: source, accepts: accepts) else { continue }
      if accepts != nil, finding.hasColumns { return table(workbook, sheet, finding, source) }
      // What looks like a table has a header of two columns at least and rows under it.
      let isTable =
        finding.row.filled > 1 && (hasMore || rows.contains { $0.number > finding.row.number && $0.filled > 0 })
      if fallback == nil, isTable || candidates.count == 1 { fallback = (sheet, finding) }
    }
    guard let fallback else {
      throw GeodataError(
        .data, "no sheet holds a table", file: source.name,
        advice: "state `sheet:` and `header:` in audit.yml; sheets: \(workbook.sheets.joined(separator: ", "))")
    }
    return table(workbook, fallback.sheet, fallback.finding, source)
  }

  private static func index(
    of stated: String, in workbook: any Workbook, source: TableSource
  ) throws(GeodataError) -> Int {
    let key = ColumnNames.key(stated)
    if let index = workbook.sheets.firstIndex(where: { ColumnNames.key($0) == key }) { return index }
    throw GeodataError(
      .configuration, "has no sheet \(stated)", file: source.name,
      advice: "its sheets are \(workbook.sheets.joined(separator: ", "))")
  }

  /// The first rows of a sheet, and whether there are more.
  private static func head(
    _ workbook: any Workbook, _ sheet: Int, count: Int
  ) throws(GeodataError) -> (rows: [HeaderSearch.Candidate], hasMore: Bool) {
    let rows = try workbook.rows(ofSheet: sheet)
    var head: [HeaderSearch.Candidate] = []
    while head.count < count {
      guard try rows.next() else { return (head, false) }
      let cells = rows.row.withRow { row in (0..<row.count).map { row.text($0) } }
      head.append(HeaderSearch.Candidate(number: rows.row.number, cells: cells))
    }
    return (head, true)
  }

  private static func table(
    _ workbook: any Workbook, _ sheet: Int, _ finding: HeaderSearch.Finding, _ source: TableSource
  ) -> Table {
    var header = finding.row.cells
    while header.last?.isEmpty == true { header.removeLast() }
    return Table(
      source: source, header: header, headerRow: finding.row.number,
      reading: "\(workbook.kind), sheet \(workbook.sheets[sheet]), header in row \(finding.row.number)",
      decimal: Dialect.point, content: .workbook(workbook, sheet: sheet))
  }
}
