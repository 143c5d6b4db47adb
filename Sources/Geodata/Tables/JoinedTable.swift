/// Rows of a second table by the value of one column: what `Table.joined` adds to the first's rows.
final class JoinIndex: Sendable {
  /// The second table's columns that are added, without the key.
  let header: [String]
  private let bytes: [UInt8]
  /// Row `i`'s cells begin at `starts[i * header.count …]`; one more at the end.
  private let starts: [Int]
  private let rows: [String: Int]

  /// Reads the second table.
  ///
  /// - Throws: its own refusals; or that a key stands there twice with other values.
  init(_ table: Table, key: Int) throws(GeodataError) {
    let columns = table.header.indices.filter { $0 != key }
    var bytes: [UInt8] = []
    var starts: [Int] = [0]
    var rows: [String: Int] = [:]
    var numbers: [Int] = []
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      let value = row.text(key)
      guard !value.isEmpty else { return }
      let begin = bytes.count
      for column in columns {
        bytes.append(contentsOf: row.bytes(column))
        starts.append(bytes.count)
      }
      guard let earlier = rows[value] else {
        rows[value] = numbers.count
        numbers.append(row.number)
        return
      }
      let first = earlier * columns.count
      let isSame =
        bytes[starts[first]..<starts[first + columns.count]].elementsEqual(bytes[begin...])
        && (0...columns.count).allSatisfy {
          starts[first + $0] - starts[first] == starts[starts.count - 1 - columns.count + $0] - begin
        }
      guard isSame else {
        throw GeodataError(
          .data, "an id stands there twice with other values (the first time in row \(numbers[earlier]))",
          file: table.source.name, row: row.number, column: table.header[key],
          advice: "leave the row that is right")
      }
      bytes.removeLast(bytes.count - begin)
      starts.removeLast(columns.count)
    })
    header = columns.map { table.header[$0] }
    self.bytes = bytes
    self.starts = starts
    self.rows = rows
  }

  /// Appends the cells of the row with the key after column `column`; false if there is none.
  func append(_ key: String, to row: inout RowAssembler, after column: Int) -> Bool {
    guard let i = rows[key] else { return false }
    for k in header.indices {
      let cell = starts[i * header.count + k]..<starts[i * header.count + k + 1]
      guard !cell.isEmpty else { continue }
      let start = row.own.count
      row.own.append(contentsOf: bytes[cell])
      row.close(column: column + k, from: start)
    }
    return true
  }
}

extension Table {
  /// The table with another's columns beside its own, row by row by an id: children with their families, visits with their
  /// contacts.
  ///
  /// ```swift
  /// let children = try Table.open(children).joined(with: Table.open(families), on: "family_id", and: "id")
  /// ```
  /// Its rows and their numbers are this table's; a row whose id the other lacks has blanks there. A column whose name both
  /// have is called `name (file)`. The other table is held in memory.
  /// - Parameters:
  ///   - column: this table's column of the id.
  ///   - otherColumn: the other's.
  /// - Returns: the table; its `notes` say how many rows have no match.
  /// - Throws: a refusal: a missing column, an id that stands twice in the other table with other values.
  public func joined(
    with other: Table, on column: String, and otherColumn: String
  ) throws(GeodataError) -> Table {
    let key = try index(of: column)
    let index = try JoinIndex(other, key: other.index(of: otherColumn))
    let own = Set(header.map(ColumnNames.key))
    let added = index.header.map { own.contains(ColumnNames.key($0)) ? "\($0) (\(other.source.name))" : $0 }
    var without = CellTrouble()
    var scratch = RowAssembler()
    try forEachRow(refusing: { (row) throws(GeodataError) in
      scratch.begin(row.number)
      if !row.isBlank(key), !index.append(row.text(key), to: &scratch, after: 0) { without.add(row.number) }
    })
    var table = Table(
      source: source, header: header + added, headerRow: headerRow,
      reading: "\(reading); joined with \(other.source.name) (\(other.reading)) by \(column)", decimal: decimal,
      content: .joined(JoinedContent(table: self, key: key, index: index)))
    table.notes = notes + other.notes
    // Its own columns come first, those of a map's places among them.
    table.places = places
    if let first = without.first {
      let rows = without.count == 1 ? "1 row has" : "\(without.count) rows have"
      table.notes.append(
        Complaint(
          .warning, "\(rows) an id that \(other.source.name) does not have", file: source.name, row: first,
          column: column, advice: "export both files on the same day", count: without.count))
    }
    return table
  }
}

/// A table and what is added to its rows.
final class JoinedContent: Sendable {
  let table: Table
  let key: Int
  let index: JoinIndex

  init(table: Table, key: Int, index: JoinIndex) {
    self.table = table
    self.key = key
    self.index = index
  }

  /// The row with the other table's cells after its own.
  func assemble(_ row: TableRow, into assembler: inout RowAssembler) {
    assembler.begin(row.number)
    for i in 0..<min(row.count, table.header.count) {
      let bytes = row.bytes(i)
      guard !bytes.isEmpty else { continue }
      let start = assembler.own.count
      assembler.own.append(contentsOf: bytes)
      assembler.close(column: i, from: start)
    }
    if !row.isBlank(key) { _ = index.append(row.text(key), to: &assembler, after: table.header.count) }
  }
}
