/// An OpenDocument spreadsheet. Its sheets lie one after another in one part, which is streamed up to the one wanted.
struct ODSWorkbook: Workbook {
  let archive: ZipArchive
  let name: String
  let sheets: [String]
  let kind = "ODS"
  private let entry: ZipArchive.Entry

  /// Nil if the archive is no OpenDocument spreadsheet.
  init?(_ archive: ZipArchive, name: String) throws(GeodataError) {
    guard let type = archive.entry("mimetype"), let entry = archive.entry("content.xml") else { return nil }
    let text = String(decoding: try archive.stream(type).readAll(atMost: 256), as: UTF8.self)
    guard text.contains("opendocument.spreadsheet") else { return nil }
    self.archive = archive
    self.name = name
    self.entry = entry
    var sheets: [String] = []
    let xml = XMLPull(try archive.stream(entry), name: name)
    var depth = 0
    reading: while true {
      switch try xml.next() {
      case .done: break reading
      case .start where xml.isNamed("table"):
        // A table within a cell is none of the sheets.
        if depth == 0 { sheets.append(xml.text(of: "name") ?? "") }
        guard sheets.count <= Limits.sheets else { throw .beyond("\(Limits.sheets) sheets", file: name) }
        depth += 1
      case .end where xml.isNamed("table"): depth -= 1
      default: continue
      }
    }
    self.sheets = sheets
  }

  func rows(ofSheet index: Int) throws(GeodataError) -> any SheetRows {
    try ODSSheetRows(XMLPull(archive.stream(entry), name: name), sheet: index, name: name)
  }
}

/// A sheet of an OpenDocument spreadsheet, row by row. Numbers and dates come as the file stores them, not as it shows them.
final class ODSSheetRows: SheetRows {
  private let xml: XMLPull
  private let name: String
  private(set) var row = RowAssembler()
  private var nextNumber = 1
  /// The row just read stands there so many more times.
  private var repeats = 0
  private var isAtEnd = false
  private var scratch: [UInt8] = []

  init(_ xml: XMLPull, sheet: Int, name: String) throws(GeodataError) {
    self.xml = xml
    self.name = name
    var seen = -1
    var depth = 0
    while seen < sheet {
      switch try xml.next() {
      case .done: throw GeodataError(.data, "is damaged: a sheet is missing", file: name, advice: "save it again")
      case .start where xml.isNamed("table"):
        if depth == 0 { seen += 1 }
        depth += 1
      case .end where xml.isNamed("table"): depth -= 1
      default: continue
      }
    }
  }

  func next() throws(GeodataError) -> Bool {
    if repeats > 0 {
      repeats -= 1
      row.number = nextNumber
      nextNumber += 1
      return true
    }
    guard !isAtEnd else { return false }
    while true {
      switch try xml.next() {
      case .done:
        isAtEnd = true
        return false
      case .end where xml.isNamed("table"):
        isAtEnd = true
        return false
      case .start where xml.isNamed("table-row"):
        let count = xml.attribute("number-rows-repeated").flatMap { XLSXSheetRows.integer($0) } ?? 1
        row.begin(nextNumber)
        nextNumber += 1
        try cells()
        if row.cells.isEmpty {
          // Blank rows, often a million of them under a table, are passed over at once.
          nextNumber += count - 1
          continue
        }
        // A filled row that stands there a billion times is no table; blank ones cost nothing.
        repeats = count - 1
        try row.check(last: nextNumber - 1 + repeats, name: name)
        return true
      default: continue
      }
    }
  }

  private func cells() throws(GeodataError) {
    var column = 0
    while true {
      switch try xml.next() {
      case .done: throw GeodataError(.data, "ends inside a row", file: name, row: row.number)
      case .end where xml.isNamed("table-row"): return
      case .start where xml.isNamed("table-cell") || xml.isNamed("covered-table-cell"):
        let count = xml.attribute("number-columns-repeated").flatMap { XLSXSheetRows.integer($0) } ?? 1
        try cell()
        if !scratch.isEmpty {
          guard column + count <= Limits.columns else {
            throw .beyond("\(Limits.words(Limits.columns)) columns", file: name, row: row.number)
          }
          for offset in 0..<count {
            let start = row.own.count
            row.own.append(contentsOf: scratch)
            row.close(column: column + offset, from: start)
            try row.check(name: name)
          }
        }
        column += count
      default: continue
      }
    }
  }

  /// Reads the cell whose start was just seen into `scratch`.
  private func cell() throws(GeodataError) {
    scratch.removeAll(keepingCapacity: true)
    let type = xml.text(of: "value-type")
    var stored: String?
    switch type {
    case "float", "percentage", "currency": stored = xml.text(of: "value")
    case "date": stored = xml.text(of: "date-value")
    case "boolean": stored = xml.text(of: "boolean-value")?.uppercased()
    case "string": stored = xml.text(of: "string-value")
    default: break
    }
    if let stored { scratch.append(contentsOf: stored.utf8) }
    var depth = 0
    var paragraphs = 0
    var annotation = 0
    while true {
      switch try xml.next() {
      case .done: throw GeodataError(.data, "ends inside a cell", file: name, row: row.number)
      case .start:
        if xml.isNamed("annotation") { annotation += 1 }
        if stored == nil, annotation == 0 {
          if xml.isNamed("p") {
            if paragraphs > 0 { scratch.append(10) }
            paragraphs += 1
          } else if xml.isNamed("s") {
            let count = xml.attribute("c").flatMap { XLSXSheetRows.integer($0) } ?? 1
            scratch.append(contentsOf: repeatElement(32, count: min(count, 1000)))
          } else if xml.isNamed("tab") || xml.isNamed("line-break") {
            scratch.append(xml.isNamed("tab") ? 9 : 10)
          }
        }
        depth += 1
      case .text:
        if stored == nil, annotation == 0, paragraphs > 0, depth > 0 { xml.appendText(to: &scratch) }
        try RowAssembler.check(cell: scratch.count, row: row.number, name: name)
      case .end:
        if depth == 0 { return }
        if xml.isNamed("annotation") { annotation -= 1 }
        depth -= 1
      }
    }
  }
}
