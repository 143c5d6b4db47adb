/// How a text file's bytes became UTF-8, in words for the provenance.
struct DecodedText {
  /// The text in UTF-8.
  var bytes: FileBytes
  /// Where the text begins, after a byte-order mark.
  var start: Int
  /// "UTF-8 with BOM", "UTF-16LE", "Windows-1252 (row 2 is not UTF-8)".
  var encoding: String
}

/// Finds a text file's encoding, by its marks and by what its bytes can be, and turns it into UTF-8.
///
/// Nothing is guessed that a byte contradicts: text that is neither UTF-8 nor Windows-1252 throughout is refused.
enum TextEncoding {
  /// Decodes the file. `stated` is what audit.yml says, or nil.
  static func decode(_ bytes: FileBytes, stated: String?, name: String) throws(GeodataError) -> DecodedText {
    let stated = try stated.map { (text) throws(GeodataError) in try Stated(text, name: name) }
    if bytes.begins(with: [0xFF, 0xFE]) || bytes.begins(with: [0xFE, 0xFF]) {
      let isBig = bytes.start[0] == 0xFE
      return DecodedText(
        bytes: try UTF16Text.decode(bytes, from: 2, isBigEndian: isBig, name: name), start: 0,
        encoding: isBig ? "UTF-16BE" : "UTF-16LE")
    }
    let start = bytes.begins(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch stated {
    case .windows1252:
      return DecodedText(
        bytes: try Windows1252.decode(bytes, from: start, name: name), start: 0, encoding: "Windows-1252")
    case .utf16:
      let isBig = UTF16Text.looksLike(bytes) == .big
      return DecodedText(
        bytes: try UTF16Text.decode(bytes, from: 0, isBigEndian: isBig, name: name), start: 0,
        encoding: isBig ? "UTF-16BE without BOM" : "UTF-16LE without BOM")
    case .utf8, nil:
      break
    }
    if stated == nil, start == 0, let order = UTF16Text.looksLike(bytes) {
      return DecodedText(
        bytes: try UTF16Text.decode(bytes, from: 0, isBigEndian: order == .big, name: name), start: 0,
        encoding: order == .big ? "UTF-16BE without BOM" : "UTF-16LE without BOM")
    }
    return try decodeBytes(bytes, from: start, mayGuess: stated == nil && start == 0, name: name)
  }

  private static func decodeBytes(
    _ bytes: FileBytes, from start: Int, mayGuess: Bool, name: String
  ) throws(GeodataError) -> DecodedText {
    let finding = UTF8Check.check(bytes, from: start)
    if let offset = finding.nul {
      throw GeodataError(
        .data, "a NUL byte stands in the text", file: name, row: row(of: offset, in: bytes),
        advice: "the file is damaged or is no text file; export it again")
    }
    guard let offset = finding.invalid else {
      return DecodedText(bytes: bytes, start: start, encoding: start == 3 ? "UTF-8 with BOM" : "UTF-8")
    }
    let bad = row(of: offset, in: bytes)
    if finding.isCutAtEnd {
      throw GeodataError(
        .data, "the file ends inside a character: it was cut", file: name, row: bad, advice: "export the file again")
    }
    guard mayGuess, !finding.hasMultibyte else {
      throw GeodataError(
        .data, "bytes that are not UTF-8", file: name, row: bad,
        advice: "save the file as UTF-8, or state `encoding:` in audit.yml (windows-1252, utf-16)")
    }
    return DecodedText(
      bytes: try Windows1252.decode(bytes, from: 0, name: name), start: 0,
      encoding: "Windows-1252 (row \(bad) is not UTF-8)")
  }

  /// The row, by line breaks, that holds the byte.
  static func row(of offset: Int, in bytes: FileBytes) -> Int {
    var row = 1
    for i in 0..<min(offset, bytes.count) where bytes.start[i] == 10 { row += 1 }
    return row
  }

  /// The encodings that audit.yml may state.
  private enum Stated {
    case utf8
    case utf16
    case windows1252

    init(_ text: String, name: String) throws(GeodataError) {
      switch text.lowercased().filter({ $0.isLetter || $0.isNumber }) {
      case "utf8", "utf8sig", "utf8bom", "ascii", "usascii": self = .utf8
      case "utf16", "utf16le", "utf16be", "unicode", "unicodetext": self = .utf16
      // Latin-1 as browsers read it: its control characters 0x80…0x9F never stand in a table.
      case "windows1252", "cp1252", "iso88591", "latin1", "ansi": self = .windows1252
      default:
        throw GeodataError(
          .configuration, "encoding \(text) is not known", file: name,
          advice: "state utf-8, utf-16 or windows-1252")
      }
    }
  }
}
