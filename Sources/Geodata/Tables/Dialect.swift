/// How a text table separates its cells and writes its decimals.
struct Dialect {
  var delimiter: UInt8
  /// 46 (point) or 44 (comma).
  var decimal: UInt8

  static let comma: UInt8 = 44
  static let semicolon: UInt8 = 59
  static let tab: UInt8 = 9
  static let bar: UInt8 = 124
  static let point: UInt8 = 46

  /// How many records at the file's head are looked at.
  static let sample = 60

  /// Takes what is stated and finds the rest from the first records.
  static func find(in text: DecodedText, source: TableSource) throws(GeodataError) -> Dialect {
    let delimiter: UInt8
    if let stated = source.delimiter {
      delimiter = try self.delimiter(stated, name: source.name)
    } else {
      delimiter = likeliest(in: text, name: source.name)
    }
    let decimal: UInt8
    switch source.decimal {
    case nil: decimal = delimiter == semicolon && !hasPoints(text, delimiter, source.name) ? comma : point
    case ".", "point": decimal = point
    case ",", "comma": decimal = comma
    case .some(let other):
      throw GeodataError(
        .configuration, "decimal \(other) is not known", file: source.name, advice: "state `decimal: \".\"` or \",\"")
    }
    return Dialect(delimiter: delimiter, decimal: decimal)
  }

  /// In words.
  var words: String {
    let separator =
      switch delimiter {
      case Self.comma: "comma"
      case Self.semicolon: "semicolon"
      case Self.tab: "tab"
      case Self.bar: "bar"
      default: "separator \(Character(UnicodeScalar(delimiter)))"
      }
    return decimal == Self.comma ? separator + ", decimal comma" : separator
  }

  private static func delimiter(_ stated: String, name: String) throws(GeodataError) -> UInt8 {
    switch stated.lowercased() {
    case ",", "comma": return comma
    case ";", "semicolon": return semicolon
    case "\t", "tab", "\\t", "tsv": return tab
    case "|", "bar", "pipe": return bar
    default:
      if stated.utf8.count == 1, let byte = stated.utf8.first, byte < 0x80, byte != 34 { return byte }
      throw GeodataError(
        .configuration, "delimiter \(stated) is not known", file: name,
        advice: "state comma, semicolon, tab, bar or one character")
    }
  }

  /// The separator by which most of the first records have the same number of cells, over one; of equals the comma comes
  /// last, as it stands within the others' cells more often than they within its own.
  private static func likeliest(in text: DecodedText, name: String) -> UInt8 {
    var best = (delimiter: comma, records: 0, cells: 1)
    for delimiter in [tab, semicolon, bar, comma] {
      var records: [Int: Int] = [:]
      let scanner = DelimitedScanner(text.bytes, from: text.start, delimiter: delimiter, name: name)
      while scanner.number < sample, (try? scanner.next()) == true {
        records[scanner.count, default: 0] += 1
      }
      let fitting = records.filter { $0.key > 1 }
        .max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let fitting else { continue }
      if (fitting.value, fitting.key) > (best.records, best.cells) {
        best = (delimiter, fitting.value, fitting.key)
      }
    }
    return best.delimiter
  }

  /// Whether a cell of the first records is a number with a decimal point.
  private static func hasPoints(_ text: DecodedText, _ delimiter: UInt8, _ name: String) -> Bool {
    let scanner = DelimitedScanner(text.bytes, from: text.start, delimiter: delimiter, name: name)
    while scanner.number < sample, (try? scanner.next()) == true {
      let found = scanner.withRow { row in
        (0..<row.count).contains { i in
          let bytes = row.bytes(i)
          guard bytes.contains(point), !bytes.contains(comma) else { return false }
          return bytes.filter { $0 == point }.count == 1
            && bytes.allSatisfy { (48...57).contains($0) || $0 == point || $0 == 45 }
        }
      }
      if found { return true }
    }
    return false
  }
}
