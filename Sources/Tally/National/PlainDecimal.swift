/// Reads digits with at most one point, eight at a time: what coordinates nearly always are.
enum PlainDecimal {
  /// The value of `count` characters; nil where they are not up to eight digits, or a point and up to eight more, of
  /// fifteen in all. Exact: both parts are below 2⁵³. Twenty-four bytes from `text` on must be readable.
  @inline(__always)
  static func value(_ text: UnsafePointer<UInt8>, count: Int) -> Double? {
    let isNegative = text[0] == 45
    let digits = text + (isNegative ? 1 : 0)
    let count = isNegative ? count &- 1 : count
    guard count >= 1, count <= 15 else { return nil }
    let head = word(digits)
    let points = head ^ (0x2E &* ones)
    // The lowest bit set is that of the first point.
    let found = ((points &- ones) & ~points & (0x80 &* ones)).trailingZeroBitCount >> 3
    let magnitude: Double
    if found < 8, found < count, count <= 9 {
      // Up to eight digits, the point taken out from among them.
      let before = (1 &<< UInt64(truncatingIfNeeded: 8 &* found)) &- 1
      let characters = (head & before) | (word(digits + 1) & ~before)
      guard count >= 2, let all = number(characters, count &- 1) else { return nil }
      magnitude = Double(all) / tens[count &- 1 &- found]
    } else {
      guard let value = longer(digits, count, head, found) else { return nil }
      magnitude = value
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Without a point among the first eight characters, or with nine digits and more.
  private static func longer(_ digits: UnsafePointer<UInt8>, _ count: Int, _ head: UInt64, _ found: Int) -> Double? {
    let whole = min(found, count)
    guard whole >= 1, let integer = number(head, whole) else { return nil }
    guard whole < count else { return Double(integer) }
    guard digits[whole] == 46 else { return nil }
    let decimals = count &- whole &- 1
    guard decimals > 0 else { return Double(integer) }
    guard decimals <= 8, let fraction = number(word(digits + whole + 1), decimals) else { return nil }
    return (Double(integer) * tens[decimals] + Double(fraction)) / tens[decimals]
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private static let tens: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

  @inline(__always)
  private static func word(_ text: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
  }

  /// The number that the first `count` of eight characters are, 1 to 8; nil where one is not a digit.
  @inline(__always)
  private static func number(_ characters: UInt64, _ count: Int) -> Int? {
    // Zeros in front: the first characters are the low bytes.
    let missing = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    var word = (characters &- 0x30 &* ones) &<< missing
    guard (word | (word &+ 0x76 &* ones)) & (0x80 &* ones) == 0 else { return nil }
    word = (word &* 10) &+ (word >> 8)
    word =
      (((word & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064)
        &+ (((word >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001)) >> 32
    return Int(truncatingIfNeeded: word)
  }
}
