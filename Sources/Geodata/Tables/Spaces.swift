/// The spaces that web pages and spreadsheets leave around a value, seen and unseen.
public enum Spaces {
  /// The bytes without ordinary, no-break, typographic and zero-width spaces at either end.
  @inlinable
  public static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard var first = bytes.baseAddress else { return bytes }
    var last = first + bytes.count
    while first < last {
      let n = leading(first, last)
      if n == 0 { break }
      first += n
    }
    while first < last {
      let n = trailing(first, last)
      if n == 0 { break }
      last -= n
    }
    return UnsafeBufferPointer(start: first, count: last - first)
  }

  /// The length of the space that begins here, or 0.
  @inlinable
  static func leading(_ p: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let b = p[0]
    if b == 32 || (b >= 9 && b <= 13) { return 1 }
    if b < 0xC2 { return 0 }
    if b == 0xC2, end - p >= 2, p[1] == 0xA0 { return 2 }
    if end - p >= 3, isWide(b, p[1], p[2]) { return 3 }
    return 0
  }

  /// The length of the space that ends here, or 0.
  @inlinable
  static func trailing(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let b = end[-1]
    if b == 32 || (b >= 9 && b <= 13) { return 1 }
    if b < 0x80 { return 0 }
    if b == 0xA0, end - start >= 2, end[-2] == 0xC2 { return 2 }
    if end - start >= 3, isWide(end[-3], end[-2], b) { return 3 }
    return 0
  }

  /// U+2000–200F (among them zero-width space and joiners), U+202F, U+205F, U+2060, U+3000, U+FEFF.
  @inlinable
  static func isWide(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b) {
    case (0xE2, 0x80): (c >= 0x80 && c <= 0x8F) || c == 0xAF
    case (0xE2, 0x81): c == 0x9F || c == 0xA0
    case (0xE3, 0x80): c == 0x80
    case (0xEF, 0xBB): c == 0xBF
    default: false
    }
  }
}
