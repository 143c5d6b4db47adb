import Geodata
import Workspace

/// Rows that are left out, by file and reason: how many, and where to look. Never what they say.
struct RejectLedger: Sendable {
  private struct Key: Hashable, Comparable {
    let file: String
    let reason: String
    static func < (left: Key, right: Key) -> Bool { (left.file, left.reason) < (right.file, right.reason) }
  }

  private var entries: [Key: (rows: Int, first: [Int], advice: String?)] = [:]
  /// Every row that somebody should look at, left out or not.
  private var lines: [LedgerLine] = []
  /// How many row numbers are kept for each reason.
  private static let kept = 5

  /// Leaves out a row.
  mutating func add(_ reason: String, file: String, row: Int, advice: String? = nil) {
    var entry = entries[Key(file: file, reason: reason)] ?? (0, [], advice)
    entry.rows += 1
    if entry.first.count < Self.kept { entry.first.append(row) }
    entries[Key(file: file, reason: reason)] = entry
    lines.append(LedgerLine(file: file, row: row, reason: reason, isLeftOut: true, advice: advice))
  }

  /// Names a row that counts but should be mended.
  mutating func doubt(_ reason: String, file: String, row: Int, advice: String? = nil) {
    lines.append(LedgerLine(file: file, row: row, reason: reason, isLeftOut: false, advice: advice))
  }

  /// All rows that somebody should look at, by file, row and reason.
  var sortedLines: [LedgerLine] {
    lines.sorted { ($0.file, $0.row, $0.reason) < ($1.file, $1.row, $1.reason) }
  }

  /// What the workspace keeps, sorted by file and reason.
  var rejects: [CycleContent.Reject] {
    entries.sorted { $0.key < $1.key }.map {
      .init(file: $0.key.file, reason: $0.key.reason, rows: $0.value.rows, firstRows: $0.value.first)
    }
  }

  /// A warning for each reason: how many rows, and the first of them.
  var complaints: [Complaint] {
    entries.sorted { $0.key < $1.key }.map { key, entry in
      Complaint(
        .warning, "\(RowList.words(entry.rows, first: entry.first)) \(key.reason)", file: key.file,
        advice: entry.advice, count: entry.rows)
    }
  }
}

/// Names rows in words: "rows 9, 10 and 12", "25 rows (4, 7, 19, 30, 44, …)".
enum RowList {
  /// Names the first five.
  static func words(_ rows: [Int]) -> String { words(rows.count, first: Array(rows.prefix(5))) }

  /// A warning of rows: how many, and the first of them.
  static func warning(_ rows: [Int], _ what: String, file: String, row: Int? = nil, advice: String? = nil) -> Complaint
  {
    Complaint(.warning, "\(words(rows)) \(what)", file: file, row: row, advice: advice, count: rows.count)
  }

  /// "1 row has", "3 areas are": a number with what it is of, and its verb.
  static func agreeing(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

  static func words(_ count: Int, first: [Int]) -> String {
    if count == 1 { return "row \(first.map(String.init).joined())" }
    if count == first.count {
      return
        "rows \(first.dropLast().map(String.init).joined(separator: ", ")) and \(first.last.map(String.init) ?? "")"
    }
    return "\(count) rows (\(first.map(String.init).joined(separator: ", ")), …)"
  }
}
