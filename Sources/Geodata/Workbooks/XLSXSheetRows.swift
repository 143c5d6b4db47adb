/// A sheet of an XLSX workbook, row by row. Dates come as yyyy-mm-dd, whichever of 1900 and 1904 the workbook counts from.
final class XLSXSheetRows: SheetRows {
  private let workbook: XLSXWorkbook
  private let entry: ZipArchive.Entry
  private let stream: InflateStream
  private let xml: XMLPull
  private(set) var row = RowAssembler()
  private var previousRow = 0
  private var scratch: [UInt8] = []

  init(_ workbook: XLSXWorkbook, _ entry: ZipArchive.Entry) throws(GeodataError) {
    self.workbook = workbook
    self.entry = entry
    stream = try workbook.archive.stream(entry)
    xml = XMLPull(stream, name: workbook.name)
  }

  func next() throws(GeodataError) -> Bool {
    while true {
      switch try xml.next() {
      case .done:
        guard stream.checksum == UInt(entry.checksum) else {
          throw GeodataError(
            .data, "is damaged: a checksum does not match", file: workbook.name, advice: "copy or export it again")
        }
        return false
      case .start where xml.isNamed("row"):
        let number = xml.attribute("r").flatMap { Self.integer($0) } ?? previousRow + 1
        previousRow = number
        row.begin(number)
        try row.check(name: workbook.name)
        try cells()
        return true
      default: continue
      }
    }
  }

  /// Reads cells up to the row's end.
  private func cells() throws(GeodataError) {
    var column = 0
    while true {
      switch try xml.next() {
      case .done: throw GeodataError(.data, "ends inside a row", file: workbook.name, row: row.number)
      case .end where xml.isNamed("row"): return
      case .start where xml.isNamed("c"):
        if let reference = xml.attribute("r"), let stated = Self.column(reference) { column = stated }
        guard column < Limits.columns else {
          throw .beyond("\(Limits.words(Limits.columns)) columns", file: workbook.name, row: row.number)
        }
        try cell(column)
        try row.check(name: workbook.name)
        column += 1
      default: continue
      }
    }
  }

  private enum Kind {
    case number
    case shared
    case text
    case boolean
  }

  private func cell(_ column: Int) throws(GeodataError) {
    var kind = Kind.number
    if let type = xml.attribute("t") {
      switch type.first {
      case 115 where type.count == 1: kind = .shared  // s
      case 98: kind = .boolean  // b
      case 110: kind = .number  // n
      default: kind = .text  // str, inlineStr, e, d
      }
    }
    let style = xml.attribute("s").flatMap { Self.integer($0) } ?? 0
    scratch.removeAll(keepingCapacity: true)
    var takesText = false
    var phonetic = 0
    reading: while true {
      switch try xml.next() {
      case .done: throw GeodataError(.data, "ends inside a cell", file: workbook.name, row: row.number)
      case .start:
        if xml.isNamed("v") || xml.isNamed("t") {
          takesText = phonetic == 0
        } else if xml.isNamed("rPh") {
          phonetic += 1
        }
      case .text:
        if takesText { xml.appendText(to: &scratch) }
        try RowAssembler.check(cell: scratch.count, row: row.number, name: workbook.name)
      case .end:
        if xml.isNamed("c") { break reading }
        if xml.isNamed("rPh") { phonetic -= 1 }
        takesText = false
      }
    }
    guard !scratch.isEmpty else { return }
    let start = row.own.count
    switch kind {
    case .shared:
      let index = scratch.withUnsafeBufferPointer { Self.integer($0) }
      guard let index, workbook.strings.append(index, to: &row.own) else {
        throw GeodataError(
          .data, "is damaged: a shared text is missing", file: workbook.name, row: row.number, advice: "save it again")
      }
    case .boolean: row.own.append(contentsOf: scratch == [49] ? Array("TRUE".utf8) : Array("FALSE".utf8))
    case .text: row.own.append(contentsOf: scratch)
    case .number:
      if workbook.styles.showsDate(style), let serial = Double(String(decoding: scratch, as: UTF8.self)),
        let day = SerialDate.day(serial, is1904: workbook.is1904)
      {
        row.own.append(contentsOf: day.description.utf8)
      } else {
        row.own.append(contentsOf: scratch)
      }
    }
    row.close(column: column, from: start)
  }

  /// Digits as a number.
  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    guard !bytes.isEmpty, bytes.count < 10 else { return nil }
    for b in bytes {
      guard b >= 48, b <= 57 else { return nil }
      value = value * 10 + Int(b - 48)
    }
    return value
  }

  /// The column of `AB12`, A being 0; nil if there are no letters; one beyond a sheet's is `Limits.columns`.
  static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for b in reference {
      guard b >= 65, b <= 90 else { break }
      column = column * 26 + Int(b - 64)
      guard column <= Limits.columns else { return Limits.columns }
    }
    return column > 0 ? column - 1 : nil
  }
}
