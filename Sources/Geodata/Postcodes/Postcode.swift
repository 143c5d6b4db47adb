/// A postcode as its letters and digits, in eight bytes: `SR1 1AA`, `sr11aa` and `SR1  1AA` are one.
///
/// ```swift
/// Postcode("sr1\u{A0}1aa") == Postcode("SR1 1AA")      // true
/// Postcode("SR1O 1AA")                                 // nil: O stands where no O can be; never mended
/// ```
/// It has no description on purpose: a child's postcode is in no message and no log.
public struct Postcode: Hashable, Comparable, Sendable {
  /// Up to seven ASCII letters and digits, the first in the highest of seven bytes.
  public let packed: UInt64

  @inlinable
  init(packed: UInt64) { self.packed = packed }

  /// Reads a postcode in any spelling of spaces and case (no-break and zero-width spaces too); nil unless letters and
  /// digits stand as in a British postcode, or it begins with ZZ99.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let packed = Self.pack(bytes), PostcodePattern.matches(packed) || packed >> 24 == Self.zz99 else {
      return nil
    }
    self.packed = packed
  }

  /// Reads text.
  public init?(_ text: String) {
    var text = text
    guard let postcode = text.withUTF8({ Postcode($0) }) else { return nil }
    self = postcode
  }

  /// Whether it is one of the pseudo postcodes ZZ99: no fixed abode, abroad, unknown.
  @inlinable public var isNoFixedAbode: Bool { packed >> 24 == Self.zz99 }

  /// Whether it is of Northern Ireland (BT), whose grid references in directories are Irish, not British.
  @inlinable public var isNorthernIrish: Bool { packed >> 40 == 0x4254 }

  /// "ZZ99".
  @usableFromInline static let zz99: UInt64 = 0x5A5A_3939

  /// Letters and digits only, for whoever must write it into a child's own record; not for messages.
  public var letters: String {
    var bytes: [UInt8] = []
    for shift in stride(from: 48, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: packed >> UInt64(shift))
      if byte != 0 { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The order of letters and digits, shorter first where one begins the other.
  @inlinable
  public static func < (left: Postcode, right: Postcode) -> Bool { left.packed < right.packed }

  /// What is probably wrong with a text that is no postcode, without repeating it: a letter O or I where a digit
  /// belongs, or a digit where a letter belongs. Nil if that would not make it a postcode. A hint, never a mend.
  public static func hint(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let packed = pack(bytes), !PostcodePattern.matches(packed) else { return nil }
    return PostcodePattern.hint(packed)
  }

  /// The letters and digits, packed in upper case, left aligned; nil if others stand there, or fewer than 5 or more than 8.
  @usableFromInline
  static func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard var p = bytes.baseAddress else { return nil }
    let end = p + bytes.count
    var packed: UInt64 = 0
    var count = 0
    while p < end {
      var b = p[0]
      if b >= 97, b <= 122 { b -= 32 }
      if (b >= 65 && b <= 90) || (b >= 48 && b <= 57) {
        guard count < 7 else { return nil }
        packed = packed << 8 | UInt64(b)
        count += 1
        p += 1
        continue
      }
      let space = Spaces.leading(p, end)
      guard space > 0 else { return nil }
      p += space
    }
    guard count >= 5 else { return nil }
    return packed << UInt64(8 * (7 - count))
  }
}
