extension String {
  /// The text with what means something in HTML, XML and SVG replaced, for content and attributes in either quotes.
  /// Characters that XML forbids are left out.
  var escapedForMarkup: String {
    var needsWork = false
    for byte in utf8 where byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 {
      needsWork = true
      break
    }
    // U+FFFE and U+FFFF are the only others that XML forbids; both start with EF BF.
    if !needsWork, !utf8.contains(0xEF) { return self }
    var result = ""
    result.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      // Marks that turn the direction of the text around them: a name could hide others with them.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as a data address of an SVG that can stand in an attribute in double quotes, in HTML and in XML.
  var asSVGDataAddress: String {
    var bytes: [UInt8] = Array("data:image/svg+xml,".utf8)
    bytes.reserveCapacity(utf8.count + utf8.count / 4)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in utf8 {
      switch byte {
      case 0x22:
        bytes.append(0x27)  // attributes of our SVG are in double quotes; single ones need no escape
      case 0x23, 0x25, 0x26, 0x27, 0x3C, 0x3E, 0x00...0x1F, 0x7F...0xFF:
        bytes.append(0x25)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
