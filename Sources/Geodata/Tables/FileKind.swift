/// What a file is by its first bytes, whatever its name says.
enum FileKind {
  case text
  /// A ZIP archive: a workbook, or a zipped table.
  case zip
  case gzip
  /// Excel 97–2003.
  case oldExcel
  case pdf
  /// A web page, as some systems export under the name .xls.
  case webPage
  case sqlite

  init(of bytes: FileBytes) {
    if bytes.begins(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.begins(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if bytes.begins(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.begins(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldExcel
    } else if bytes.begins(with: Array("%PDF".utf8)) {
      self = .pdf
    } else if bytes.begins(with: Array("SQLite format 3".utf8)) {
      self = .sqlite
    } else {
      let head = String(decoding: bytes.buffer.prefix(512), as: UTF8.self).lowercased()
      let first = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      self = ["<!doctype html", "<html", "<table", "<?xml"].contains { first.hasPrefix($0) } ? .webPage : .text
    }
  }

  /// Why a table cannot be read from it, or nil.
  func refusal(name: String) -> GeodataError? {
    switch self {
    case .text, .zip, .gzip: nil
    case .oldExcel:
      GeodataError(
        .data, "is an Excel 97–2003 workbook (.xls), or one with a password", file: name,
        advice: "save it as .xlsx or as CSV UTF-8, without a password")
    case .pdf: GeodataError(.data, "is a PDF, not a table", file: name, advice: "ask for the table as CSV or XLSX")
    case .webPage:
      GeodataError(
        .data, "is a web page or XML, whatever its name says", file: name,
        advice: "open it in a spreadsheet and save it as .xlsx or CSV UTF-8")
    case .sqlite:
      GeodataError(.data, "is a database, not a table", file: name, advice: "export the table as CSV")
    }
  }
}
