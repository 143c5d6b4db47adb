/// What spreadsheets do to ids: `123456789012` shown as `1.23457E+11`, digits beyond the fifteenth turned to zeros,
/// zeros in front dropped.
public enum Identifiers {
  /// Scans a column of ids once.
  ///
  /// ```swift
  /// complaints += try Identifiers.check(table, column: child)
  /// ```
  /// - Returns: warnings: long ids whose last digits are all zeros.
  /// - Throws: a refusal where ids are in scientific notation: different children would become one.
  public static func check(_ table: Table, column: Int) throws(GeodataError) -> [Complaint] {
    var check = IdentifierCheck()
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      check.add(row.bytes(column), row: row.number)
    })
    let name = table.header.indices.contains(column) ? table.header[column] : ""
    return try check.verdict(file: table.source.name, column: name)
  }
}

/// Collects what a column of ids shows; for whoever reads the column anyway.
public struct IdentifierCheck: Sendable {
  private var scientific = CellTrouble()
  private var long = 0
  private var rounded = CellTrouble()

  /// Starts with nothing.
  public init() {}

  /// Takes one id.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, row: Int) {
    guard let first = bytes.first, first >= 48, first <= 57 else { return }
    if Self.isScientific(bytes) {
      scientific.add(row)
    } else if bytes.count > 15, bytes.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      long += 1
      if bytes[15...].allSatisfy({ $0 == 48 }) { rounded.add(row) }
    }
  }

  /// `1.23457E+11`, `1E+05`, `1.5e12`: a point before the E or a sign after it, as spreadsheets write. `1E05` may be an id.
  static func isScientific(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let e = bytes.firstIndex(where: { $0 == 69 || $0 == 101 }), e > 0, e + 1 < bytes.count else { return false }
    var points = 0
    for b in bytes[..<e] {
      if b == 46 || b == 44 { points += 1 } else if b < 48 || b > 57 { return false }
    }
    var exponent = e + 1
    let hasSign = bytes[exponent] == 43 || bytes[exponent] == 45
    if hasSign { exponent += 1 }
    guard exponent < bytes.count, bytes[exponent...].allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return false }
    return points == 1 || (points == 0 && hasSign)
  }

  /// Warnings, or a refusal where ids are in scientific notation.
  public func verdict(file: String, column: String) throws(GeodataError) -> [Complaint] {
    if let first = scientific.first {
      throw GeodataError(
        .data,
        "\(scientific.count) ids are in scientific notation: a spreadsheet has rounded them, and different ids look alike",
        file: file, row: first, column: column,
        advice: "export the file again with the column as text, without opening it in a spreadsheet",
        count: scientific.count)
    }
    // Real ids of sixteen digits and more do not all end in zeros.
    guard let first = rounded.first, rounded.count * 2 > long else { return [] }
    return [
      Complaint(
        .warning,
        "\(rounded.count) ids have nothing but zeros after the fifteenth digit: a spreadsheet may have rounded them",
        file: file, row: first, column: column, advice: "export the file again with the column as text",
        count: rounded.count)
    ]
  }
}

/// Ids that another file has with zeros in front: `123` where the enrolments have `00123`. Named, never mended.
public struct LostZeros: Sendable {
  private let padded: Set<String>
  private var found = CellTrouble()

  /// Takes the ids of the file that the others refer to; only those that begin with a zero are kept.
  public init(known: some Sequence<String>) {
    padded = Set(known.lazy.filter { $0.hasPrefix("0") }.map(Self.stripped))
  }

  /// Takes an id that is not among the known ones.
  public mutating func add(unknown id: String, row: Int) {
    guard !padded.isEmpty, id.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), padded.contains(Self.stripped(id)) else {
      return
    }
    found.add(row)
  }

  /// What to say, if any was found.
  public func complaint(file: String, column: String, knownFile: String) -> Complaint? {
    guard let first = found.first else { return nil }
    return Complaint(
      .warning, "\(found.count) ids are in \(knownFile) with zeros in front, which this file has lost", file: file,
      row: first,
      column: column, advice: "export the file again with the column as text; they count as unknown until then",
      count: found.count)
  }

  private static func stripped(_ id: String) -> String {
    String(id.drop { $0 == "0" })
  }
}
