import Foundation

/// Finds a column by its name among a header's.
enum ColumnNames {
  /// The name in lower case without any space, by which spellings are compared.
  static func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars
    where !scalar.properties.isWhitespace && !(0x200B...0x200F).contains(scalar.value) && scalar.value != 0xFEFF {
      key.append(scalar)
    }
    return String(key)
  }

  /// Whether all the names are there, exactly or but for case and spaces.
  static func header(_ header: [String], has wanted: [String]) -> Bool {
    let keys = Set(header.map(key))
    return wanted.allSatisfy { keys.contains(key($0)) }
  }

  /// The column's index: exact, else but for case and spaces.
  static func index(of column: String, in header: [String], file: String) throws(GeodataError) -> Int {
    let wanted = Self.trimmed(column)
    var found = header.indices.filter { header[$0] == wanted }
    if found.isEmpty {
      let key = Self.key(wanted)
      found = header.indices.filter { !header[$0].isEmpty && Self.key(header[$0]) == key }
    }
    if found.count > 1 {
      throw GeodataError(
        .data, "stands \(found.count) times in the header", file: file, column: column,
        advice: "rename or remove one of them")
    }
    guard let index = found.first else {
      throw missing(column, in: header, file: file)
    }
    return index
  }

  private static func missing(_ column: String, in header: [String], file: String) -> GeodataError {
    let names = header.filter { !$0.isEmpty }
    var shown = names.prefix(30).joined(separator: ", ")
    if names.count > 30 { shown += " and \(names.count - 30) more" }
    let nearest = nearest(to: column, among: names)
    let hint = nearest.map { "did you mean \($0)? " } ?? ""
    return GeodataError(
      .data, "the column is missing; found: \(shown)", file: file, column: column,
      advice: hint + "Map it under `columns:` in audit.yml")
  }

  /// The name that differs least, if no more than half of it does.
  static func nearest(to name: String, among names: [String]) -> String? {
    let wanted = Array(key(name).unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = EditDistance.between(wanted, Array(key(candidate).unicodeScalars))
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance * 2 <= max(wanted.count, 2) else { return nil }
    return best.name
  }

  /// The text without spaces of any kind around it, as header cells are read.
  static func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: Spaces.trimmed($0), as: UTF8.self) }
  }
}
