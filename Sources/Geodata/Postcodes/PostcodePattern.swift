/// Which letters and digits may stand where in a British postcode (BS 7666, and Royal Mail's programmers' guide).
enum PostcodePattern {
  /// Whether the packed letters and digits are a postcode's.
  static func matches(_ packed: UInt64) -> Bool {
    let (bytes, count) = unpack(packed)
    if count == 6, packed == girobank { return true }
    guard count >= 5, count <= 7 else { return false }
    let outward = count - 3
    // Inward: a digit and two letters, none of C I K M O V.
    guard isDigit(bytes[outward]), isInward(bytes[outward + 1]), isInward(bytes[outward + 2]) else { return false }
    guard isLetter(bytes[0]), !among("QVX", bytes[0]) else { return false }
    switch outward {
    case 2: return isDigit(bytes[1])
    case 3:
      if isDigit(bytes[1]) { return isDigit(bytes[2]) || among("ABCDEFGHJKPSTUW", bytes[2]) }
      return isSecond(bytes[1]) && isDigit(bytes[2])
    case 4:
      return isSecond(bytes[1]) && isDigit(bytes[2]) && (isDigit(bytes[3]) || among("ABEHMNPRVWXY", bytes[3]))
    default: return false
    }
  }

  /// What is wrong if letters and digits that look alike were taken for each other.
  static func hint(_ packed: UInt64) -> String? {
    let (bytes, count) = unpack(packed)
    guard count >= 5 else { return nil }
    let suspects = (0..<count).filter { among("OI01", bytes[$0]) }
    guard !suspects.isEmpty, suspects.count <= 6 else { return nil }
    // Every way to exchange some of them; the fewest exchanges come first.
    let choices = (1..<(1 << suspects.count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for choice in choices {
      var changed = bytes
      var hasLetter = false
      for (k, i) in suspects.enumerated() where choice & (1 << k) != 0 {
        hasLetter = hasLetter || isLetter(bytes[i])
        changed[i] = exchanged(bytes[i])
      }
      var packed: UInt64 = 0
      for i in 0..<7 { packed = packed << 8 | UInt64(changed[i]) }
      if matches(packed) {
        return hasLetter ? "letter O or I where a digit belongs" : "digit 0 or 1 where a letter belongs"
      }
    }
    return nil
  }

  /// GIR 0AA.
  private static let girobank: UInt64 = 0x47_49_52_30_41_41_00

  private static func unpack(_ packed: UInt64) -> (bytes: InlineArray<7, UInt8>, count: Int) {
    var bytes = InlineArray<7, UInt8>(repeating: 0)
    var count = 0
    for i in 0..<7 {
      bytes[i] = UInt8(truncatingIfNeeded: packed >> UInt64(8 * (6 - i)))
      if bytes[i] != 0 { count += 1 }
    }
    return (bytes, count)
  }

  private static func exchanged(_ b: UInt8) -> UInt8 {
    switch b {
    case 79: 48  // O → 0
    case 73: 49  // I → 1
    case 48: 79
    default: 73
    }
  }

  private static func isDigit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
  private static func isLetter(_ b: UInt8) -> Bool { b >= 65 && b <= 90 }
  /// The second letter is not I, J or Z.
  private static func isSecond(_ b: UInt8) -> Bool { isLetter(b) && !among("IJZ", b) }
  private static func isInward(_ b: UInt8) -> Bool { isLetter(b) && !among("CIKMOV", b) }
  private static func among(_ letters: StaticString, _ b: UInt8) -> Bool {
    letters.withUTF8Buffer { $0.contains(b) }
  }
}
