/// A table in a file: CSV or other delimited text (gzipped too), or a sheet of an XLSX workbook. Opening reads the header; rows are streamed, as often as you like.
///
/// ```swift
/// let table = try Table.open(TableSource(url: url, name: "centres.csv"))
/// let id = try table.index(of: "centre_id")
/// try table.forEachRow { row in
///   print(row.number, row.text(id))
/// }
/// ```
/// Spaces around cells are dropped, rows without anything in them are skipped; row numbers are those of the file.
public struct Table: Sendable {
  /// Where it comes from and what was stated.
  public let source: TableSource
  /// The columns' names, without spaces around them; blank where the header is.
  public let header: [String]
  /// The header's row in the file, the first being 1.
  public let headerRow: Int
  /// How it was read, for the provenance: "UTF-8 with BOM, comma, header in row 1".
  public let reading: String
  /// The decimal sign of its numbers: 46 (point) or 44 (comma).
  public let decimal: UInt8

  /// What is worth saying of how it was made: rows that found no match when it was joined.
  public internal(set) var notes: [Complaint] = []

  /// The sheet that it is of, in a workbook.
  public var sheet: String? {
    if case .workbook(let workbook, let sheet) = content { workbook.sheets[sheet] } else { nil }
  }

  /// The names of all sheets of its workbook; empty where it is none.
  public var sheets: [String] {
    if case .workbook(let workbook, _) = content { workbook.sheets } else { [] }
  }

  enum Content: Sendable {
    case delimited(FileBytes, rowsStart: Int, delimiter: UInt8)
    case workbook(any Workbook, sheet: Int)
    case joined(JoinedContent)
  }
  let content: Content
  /// Where the rows have their places, of a table that came as a map; nil for all others.
  public internal(set) var places: TablePlaces?

  /// Opens the file and reads its header.
  ///
  /// - Throws: a refusal that names the file, and the row where there is one: no such file, empty, cut, a NUL byte, an
  ///   encoding that contradicts itself, nothing that could be a header.
  public static func open(_ source: TableSource) throws(GeodataError) -> Table {
    if MapTable.isMap(source.url.lastPathComponent) { return try MapTable.open(source) }
    if source.columns.isEmpty { return try open(source, accepts: nil) }
    return try open(source) { ColumnNames.header($0, has: source.columns) }
  }

  /// The same, the header being the first row that is accepted (and the sheet the first that has one).
  static func open(_ source: TableSource, accepts: (([String]) -> Bool)?) throws(GeodataError) -> Table {
    let bytes = try FileBytes(mapping: source.url, name: source.name)
    let kind = FileKind(of: bytes)
    if let refusal = kind.refusal(name: source.name) { throw refusal }
    switch kind {
    case .zip:
      return try zipped(bytes, source: source, accepts: accepts)
    case .gzip:
      let stream = try InflateStream(bytes, range: 0..<bytes.count, packing: .gzip, name: source.name)
      let unpacked = FileBytes(copying: try stream.readAll())
      return try delimited(unpacked, source: source, container: "gzip", accepts: accepts)
    default:
      return try delimited(bytes, source: source, container: nil, accepts: accepts)
    }
  }

  /// The index of a column in `header`, exact, else but for case and spaces.
  ///
  /// - Throws: a refusal that names the columns found and the nearest name; or that the name stands there twice.
  public func index(of column: String) throws(GeodataError) -> Int {
    try ColumnNames.index(of: column, in: header, file: source.name)
  }

  /// Reads all rows in the file's order. The row is valid only inside `body`. O(bytes).
  ///
  /// - Throws: what `body` throws, or a `GeodataError`: the file was cut, a row has more cells than the header.
  public func forEachRow(_ body: (TableRow) throws -> Void) throws {
    try walk(body) { $0 }
  }

  /// The same where `body` throws nothing but refusals.
  public func forEachRow(refusing body: (TableRow) throws(GeodataError) -> Void) throws(GeodataError) {
    try walk(body) { $0 }
  }

  private func walk<Failure: Error>(
    _ body: (TableRow) throws(Failure) -> Void, refuse: (GeodataError) -> Failure
  ) throws(Failure) {
    switch content {
    case .delimited(let bytes, let rowsStart, let delimiter):
      let scanner = DelimitedScanner(bytes, from: rowsStart, delimiter: delimiter, name: source.name)
      scanner.number = headerRow
      while true {
        do {
          guard try scanner.next() else { return }
          try check(scanner)
        } catch {
          throw refuse(error)
        }
        try scanner.withRow { (row) throws(Failure) in
          guard !row.isEmpty else { return }
          try body(row)
        }
      }
    case .workbook(let workbook, let sheet):
      let rows: any SheetRows
      do { rows = try workbook.rows(ofSheet: sheet) } catch { throw refuse(error) }
      while true {
        do { guard try rows.next() else { return } } catch { throw refuse(error) }
        guard rows.row.number > headerRow else { continue }
        try rows.row.withRow { (row) throws(Failure) in
          guard !row.isEmpty else { return }
          try body(row)
        }
      }
    case .joined(let joined):
      var assembler = RowAssembler()
      try joined.table.walk(
        { (row) throws(Failure) in
          joined.assemble(row, into: &assembler)
          try assembler.withRow(body)
        }, refuse: refuse)
    }
  }

  /// Refuses a row with more cells than the header, and a last row that was cut.
  func check(_ scanner: DelimitedScanner) throws(GeodataError) {
    let count = scanner.count
    if count == header.count { return }
    if count > header.count {
      let isFilled = scanner.withRow { row in (header.count..<count).contains { !row.isBlank($0) } }
      guard isFilled else { return }
      throw GeodataError(
        .data, "has \(count) cells, and the header \(header.count)", file: source.name, row: scanner.number,
        advice: "a value may hold the separator without quotes round it; quote it or export the file again")
    }
    guard !scanner.endedWithBreak else { return }
    // A lone sentence under a table is a footnote; anything else is what is left of a row.
    let isFootnote = scanner.withRow { row in
      row.isEmpty || (row.count == 1 && row.text(0).contains(" "))
    }
    if !isFootnote {
      throw GeodataError(
        .data, "the file ends in the middle of a row (\(count) of \(header.count) cells): it was cut",
        file: source.name, row: scanner.number, advice: "export the file again")
    }
  }

  /// A workbook, or the one table that a ZIP archive holds.
  private static func zipped(
    _ bytes: FileBytes, source: TableSource, isInner: Bool = false, accepts: (([String]) -> Bool)?
  ) throws(GeodataError) -> Table {
    let archive = try ZipArchive(bytes, name: source.name)
    if let workbook = try ODSWorkbook(archive, name: source.name) {
      return try WorkbookTable.open(workbook, source: source, accepts: accepts)
    }
    if archive.entry("[Content_Types].xml") != nil || archive.entry("xl/workbook.xml") != nil {
      return try WorkbookTable.open(XLSXWorkbook(archive, name: source.name), source: source, accepts: accepts)
    }
    let tables = archive.entries.filter { entry in
      let path = entry.path.lowercased()
      return [".csv", ".tsv", ".txt", ".xlsx", ".ods"].contains { path.hasSuffix($0) } && !path.hasPrefix("__macosx/")
    }
    guard let entry = tables.first, tables.count == 1 else {
      throw GeodataError(
        .data,
        tables.isEmpty
          ? "is a ZIP archive without a table in it"
          : "is a ZIP archive with \(tables.count) tables (\(tables.prefix(5).map(\.path).joined(separator: ", ")))",
        file: source.name, advice: "unpack it and name the table")
    }
    let unpacked = FileBytes(copying: try archive.stream(entry).readAll())
    if FileKind(of: unpacked) == .zip {
      guard !isInner else {
        throw GeodataError(
          .data, "is a ZIP archive in a ZIP archive in a ZIP archive", file: source.name,
          advice: "unpack it and name the table")
      }
      return try zipped(unpacked, source: source, isInner: true, accepts: accepts)
    }
    return try delimited(unpacked, source: source, container: "\(entry.path) in ZIP", accepts: accepts)
  }

  static func delimited(
    _ bytes: FileBytes, source: TableSource, container: String?, accepts: (([String]) -> Bool)?
  ) throws(GeodataError) -> Table {
    let text = try TextEncoding.decode(bytes, stated: source.encoding, name: source.name)
    let dialect = try Dialect.find(in: text, source: source)
    let scanner = DelimitedScanner(text.bytes, from: text.start, delimiter: dialect.delimiter, name: source.name)
    var rows: [HeaderSearch.Candidate] = []
    var ends: [Int: Int] = [:]
    let sample = max(Dialect.sample, source.headerRow ?? 0)
    while scanner.number < sample, try scanner.next() {
      rows.append(
        HeaderSearch.Candidate(
          number: scanner.number, cells: scanner.withRow { row in (0..<row.count).map { row.text($0) } }))
      ends[scanner.number] = scanner.position
    }
    guard let finding = try HeaderSearch.find(rows, source: source, accepts: accepts),
      let start = ends[finding.row.number]
    else {
      throw GeodataError(
        .data, "holds nothing but blank lines", file: source.name, advice: "export the file again")
    }
    let parts = [container, text.encoding, dialect.words, "header in row \(finding.row.number)"]
    return Table(
      source: source, header: finding.row.cells, headerRow: finding.row.number,
      reading: parts.compactMap(\.self).joined(separator: ", "), decimal: dialect.decimal,
      content: .delimited(text.bytes, rowsStart: start, delimiter: dialect.delimiter))
  }
}

extension TableRow {
  /// Whether the row has nothing in it but spaces.
  var isEmpty: Bool {
    for i in 0..<count where !isBlank(i) { return false }
    return true
  }
}
