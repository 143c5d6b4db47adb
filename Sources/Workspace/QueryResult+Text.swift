import Tally

extension QueryResult {
  /// As CSV (RFC 4180, lines end in LF). What is missing is empty; text that a spreadsheet would run gets a `'` before it.
  public func csv() -> String {
    var text = columns.map(CSVCell.text).joined(separator: ",") + "\n"
    for row in rows { text += row.map(\.csvCell).joined(separator: ",") + "\n" }
    return text
  }

  /// As a table for people: columns under each other, numbers to the right, spaces only.
  public func table() -> String {
    let cells = rows.map { row in row.map(\.plainText.onOneLine) }
    var widths = columns.map(\.count)
    for row in cells { for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) } }
    let isNumeric = columns.indices.map { index in
      !rows.isEmpty && rows.allSatisfy { $0[index].isNumberOrMark }
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { index, cell in
        let space = String(repeating: " ", count: widths[index] - cell.count)
        return isNumeric[index] ? space + cell : cell + space
      }
      var text = padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return line(columns) + line(rule) + cells.map(line).joined()
  }
}

extension SQLValue {
  /// A number is written so that it reads back as the same; whole numbers without a point. Bytes give their length only.
  var plainText: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    case .text(let text): text
    case .blob(let bytes): "(\(bytes.count) bytes)"
    }
  }

  var csvCell: String {
    guard case .text(let text) = self else { return plainText }
    return CSVCell.text(text)
  }

  /// Whether it stands to the right: a number, nothing, or a mark in a number's place.
  fileprivate var isNumberOrMark: Bool {
    switch self {
    case .null, .integer, .real: true
    case .text(let text): text == "c" || text == "w"
    case .blob: false
    }
  }
}
