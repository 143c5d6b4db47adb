/// A CSV table in the making (RFC 4180, LF).
struct Sheet: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var rows = 0

  /// Starts with a header; `mark` puts a byte-order mark before it.
  init(_ header: [String], mark: Bool = false) {
    if mark { bytes += [0xef, 0xbb, 0xbf] }
    append(header)
    rows = 0
  }

  /// Adds a row, quoted where it must be.
  mutating func append(_ cells: [String]) {
    for (i, cell) in cells.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      if cell.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") })
      {
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes += cell.utf8
      }
    }
    bytes.append(UInt8(ascii: "\n"))
    rows += 1
  }
}
