/// UTF-16, as Excel's "Unicode text" comes.
enum UTF16Text {
  enum Order {
    case little
    case big
  }

  /// The byte order, if every other byte of the beginning is NUL, as in Western text; nil otherwise.
  static func looksLike(_ bytes: FileBytes) -> Order? {
    let sample = min(bytes.count, 4096) & ~1
    guard sample >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for i in stride(from: 0, to: sample, by: 2) {
      if bytes.start[i] == 0 { zeros.even += 1 }
      if bytes.start[i + 1] == 0 { zeros.odd += 1 }
    }
    let pairs = sample / 2
    if zeros.odd * 10 > pairs * 7, zeros.even * 10 < pairs { return .little }
    if zeros.even * 10 > pairs * 7, zeros.odd * 10 < pairs { return .big }
    return nil
  }

  /// Turns it into UTF-8. O(n) time and memory.
  static func decode(
    _ bytes: FileBytes, from start: Int, isBigEndian: Bool, name: String
  ) throws(GeodataError) -> FileBytes {
    var row = 1
    guard (bytes.count - start) % 2 == 0 else {
      throw GeodataError(
        .data, "the file ends inside a character: it was cut", file: name, advice: "export the file again")
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity((bytes.count - start) / 2)
    func unit(_ i: Int) -> UInt16 {
      let (first, second) = (UInt16(bytes.start[i]), UInt16(bytes.start[i + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    func damaged(_ what: String) -> GeodataError {
      GeodataError(.data, what, file: name, row: row, advice: "export the file again, as UTF-8 if you can")
    }
    var i = start
    while i < bytes.count {
      let u = unit(i)
      i += 2
      switch u {
      case 0:
        throw damaged("a NUL character stands in the text")
      case 0xD800...0xDBFF:
        guard i < bytes.count, (0xDC00...0xDFFF).contains(unit(i)) else {
          throw damaged("half a UTF-16 character stands in the text")
        }
        let scalar = 0x10000 + (UInt32(u) - 0xD800) << 10 + UInt32(unit(i)) - 0xDC00
        i += 2
        append(scalar, to: &utf8)
      case 0xDC00...0xDFFF:
        throw damaged("half a UTF-16 character stands in the text")
      default:
        if u == 10 { row += 1 }
        append(UInt32(u), to: &utf8)
      }
    }
    return FileBytes(copying: utf8)
  }

  /// Appends a scalar value in UTF-8.
  static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      utf8.append(UInt8(scalar))
    case 0x80..<0x800:
      utf8.append(UInt8(0xC0 | scalar >> 6))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      utf8.append(UInt8(0xE0 | scalar >> 12))
      utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    default:
      utf8.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      utf8.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      utf8.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
