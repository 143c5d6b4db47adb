/// Which of a workbook's cell styles show a number as a date.
struct XLSXStyles: Sendable {
  private var isDate: [Bool] = []

  init(_ entry: ZipArchive.Entry?, in archive: ZipArchive, name: String) throws(GeodataError) {
    guard let entry else { return }
    var formats: [Int: Bool] = [:]
    var isInCellFormats = false
    let xml = XMLPull(try archive.stream(entry), name: name)
    while true {
      switch try xml.next() {
      case .done: return
      case .start:
        if xml.isNamed("numFmt") {
          if let id = xml.text(of: "numFmtId").flatMap({ Int($0) }), let code = xml.text(of: "formatCode") {
            formats[id] = Self.isDate(code)
          }
        } else if xml.isNamed("cellXfs") {
          isInCellFormats = true
        } else if isInCellFormats, xml.isNamed("xf") {
          let id = xml.text(of: "numFmtId").flatMap { Int($0) } ?? 0
          isDate.append(formats[id] ?? Self.isBuiltInDate(id))
        }
      case .end: if xml.isNamed("cellXfs") { isInCellFormats = false }
      case .text: break
      }
    }
  }

  /// Whether style `i` shows a day.
  func showsDate(_ i: Int) -> Bool {
    isDate.indices.contains(i) && isDate[i]
  }

  /// The built-in formats with a day in them (ECMA-376 part 1, 18.8.30, and the East Asian ones).
  private static func isBuiltInDate(_ id: Int) -> Bool {
    (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
  }

  /// Whether a format's code has a year or a day outside quotes, brackets and escapes. Its first section decides.
  static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: continue
      case "\\", "_", "*": isEscaped = true
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where isBracketed: continue
      case ";": return false
      case "y", "d": return true
      default: continue
      }
    }
    return false
  }
}
