/// Windows-1252, what Excel on a British Windows calls CSV.
enum Windows1252 {
  /// What 0x80…0x9F stand for (the WHATWG's index); 0: nothing.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// Turns it into UTF-8; refuses the five bytes that it does not define.
  static func decode(_ bytes: FileBytes, from start: Int, name: String) throws(GeodataError) -> FileBytes {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 16)
    for i in start..<bytes.count {
      let b = bytes.start[i]
      switch b {
      case 0:
        throw GeodataError(
          .data, "a NUL byte stands in the text", file: name, row: TextEncoding.row(of: i, in: bytes),
          advice: "the file is damaged or is no text file; export it again")
      case 0x80...0x9F:
        let scalar = upper[Int(b) - 0x80]
        guard scalar != 0 else {
          throw GeodataError(
            .data, "bytes that are neither UTF-8 nor Windows-1252", file: name,
            row: TextEncoding.row(of: i, in: bytes),
            advice: "save the file as UTF-8, or state `encoding:` in audit.yml")
        }
        UTF16Text.append(scalar, to: &utf8)
      default:
        UTF16Text.append(UInt32(b), to: &utf8)
      }
    }
    return FileBytes(copying: utf8)
  }
}
