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
    case nil: decimal = self.decimal(in: text, delimiter, source.name)
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

  /// The decimal sign that the first records use. In comma-separated text it is the point. Elsewhere a number such as
  /// `430500,5`, whose comma can part no thousands, tells a decimal comma, unless a decimal point speaks against it; where
  /// nothing tells, semicolons come with decimal commas.
  private static func decimal(in text: DecodedText, _ delimiter: UInt8, _ name: String) -> UInt8 {
    guard delimiter != comma else { return point }
    var commas = 0
    var points = 0
    let scanner = DelimitedScanner(text.bytes, from: text.start, delimiter: delimiter, name: name)
    while scanner.number < sample, (try? scanner.next()) == true {
      scanner.withRow { row in
        for i in 0..<row.count {
          switch sign(of: row.bytes(i)) {
          case (comma, true)?: commas += 1
          case (point, true)?: points += 1
          default: break
          }
        }
      }
    }
    if points > 0 { return point }
    if commas > 0 { return comma }
    return delimiter == semicolon ? comma : point
  }

  /// The one comma or point among a cell's digits, and whether it can only be a decimal sign: not followed by three digits,
  /// or preceded by more than three.
  private static func sign(of cell: UnsafeBufferPointer<UInt8>) -> (UInt8, Bool)? {
    var found: (sign: UInt8, at: Int)?
    for (i, b) in cell.enumerated() {
      if b == comma || b == point {
        guard found == nil else { return nil }
        found = (b, i)
      } else if b == 45 || b == 43 {
        guard i == 0 else { return nil }
      } else if b < 48 || b > 57 {
        return nil
      }
    }
    guard let found, found.at > 0, found.at < cell.count - 1 else { return nil }
    let signs = cell[0] == 45 || cell[0] == 43 ? 1 : 0
    return (found.sign, cell.count - 1 - found.at != 3 || found.at - signs > 3)
  }
}
