import Foundation

/// What a cell that should hold a number holds.
///
/// ```swift
/// Numeral.parse("1,024")    // .value(1024)
/// Numeral.parse("c")        // .suppressed("c"): missing, never 0
/// Numeral.parse("1,02")     // .notANumber
/// ```
public enum Numeral: Sendable, Hashable {
  /// A number.
  case value(Double)
  /// Nothing.
  case blank
  /// A publisher's sign for a value that is not printed: `c`, `*`, `:`, `x`, `low`, `-`, `..`, `[c]`, `<5`.
  case suppressed(String)
  /// Something else.
  case notANumber

  /// The number, or nil.
  public var value: Double? {
    if case .value(let value) = self { value } else { nil }
  }

  /// Reads text.
  public static func parse(_ text: String, decimal: UInt8 = 46) -> Numeral {
    var text = text
    return text.withUTF8 { parse($0, decimal: decimal) }
  }

  /// Reads a cell: thousands in groups of three (by comma, or by point where the decimal sign is a comma, by space or
  /// apostrophe), a pound sign before, a percent sign after, a sign, an exponent.
  ///
  /// - Parameter decimal: the decimal sign, 46 (point) or 44 (comma).
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8 = 46) -> Numeral {
    let bytes = Spaces.trimmed(bytes)
    if bytes.isEmpty { return .blank }
    if let whole = digitsOnly(bytes) { return .value(whole) }
    var scanner = NumeralScanner(bytes, decimal: decimal)
    if let value = scanner.scan() { return .value(value) }
    let text = String(decoding: bytes, as: UTF8.self)
    return isSuppression(text) ? .suppressed(text) : .notANumber
  }

  /// The commonest case: up to fifteen digits and nothing else.
  private static func digitsOnly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard bytes.count <= 15 else { return nil }
    var n = 0
    for b in bytes {
      guard b >= 48, b <= 57 else { return nil }
      n = n * 10 + Int(b - 48)
    }
    return Double(n)
  }

  private static let signs: Set<String> = [
    "c", "x", "z", "u", "w", "k", "low", "-", "--", "–", "—", ":", "*", "**", "***", ".", "..", "...", "…", "~", "#",
    "n/a", "na", "#n/a", "supp", "suppressed", "dns", "none", "null", "s",
  ]

  /// Whether the text is a publisher's sign for a value that is not printed (also in brackets, as in [c]), or `<5`.
  public static func isSuppression(_ text: String) -> Bool {
    var sign = text.lowercased()
    if sign.count > 2, let first = sign.first, let last = sign.last,
      (first == "[" && last == "]") || (first == "(" && last == ")")
    {
      sign = String(sign.dropFirst().dropLast())
    }
    if signs.contains(sign) { return true }
    guard let first = sign.first, "<>≤≥".contains(first) else { return false }
    let rest = sign.dropFirst().drop { $0 == " " || $0 == "=" }
    return !rest.isEmpty && rest.allSatisfy { ("0"..."9").contains($0) }
  }
}

/// Takes a written number apart.
private struct NumeralScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let decimal: UInt8
  var p = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, decimal: UInt8) {
    self.bytes = bytes
    self.decimal = decimal
  }

  private var current: UInt8 { p < bytes.count ? bytes[p] : 0 }

  /// The number if the whole text is one.
  mutating func scan() -> Double? {
    var plain: [UInt8] = []
    if current == 0xC2, p + 1 < bytes.count, bytes[p + 1] == 0xA3 { p += 2 }  // £
    if current == 45 || current == 43 {
      plain.append(current)
      p += 1
    } else if current == 0xE2, p + 2 < bytes.count, bytes[p + 1] == 0x88, bytes[p + 2] == 0x92 {  // −
      plain.append(45)
      p += 3
    }
    if current == 0xC2, p + 1 < bytes.count, bytes[p + 1] == 0xA3 { p += 2 }
    guard whole(into: &plain) else { return nil }
    if current == decimal {
      p += 1
      plain.append(46)
      let start = p
      while (48...57).contains(current) {
        plain.append(current)
        p += 1
      }
      // "1." is a number, "." is not.
      if p == start, !plain.contains(where: { (48...57).contains($0) }) { return nil }
    }
    if current | 32 == 101 {
      plain.append(101)
      p += 1
      if current == 45 || current == 43 {
        plain.append(current)
        p += 1
      }
      let start = p
      while (48...57).contains(current) {
        plain.append(current)
        p += 1
      }
      guard p > start else { return nil }
    }
    while current == 32 { p += 1 }
    if current == 37 { p += 1 }  // %
    guard p == bytes.count else { return nil }
    return Double(String(decoding: plain, as: UTF8.self))
  }

  /// Digits, in groups of three where they are grouped at all. May be empty before a decimal sign.
  private mutating func whole(into plain: inout [UInt8]) -> Bool {
    var group = 0
    var grouping: UInt8?
    while true {
      if (48...57).contains(current) {
        plain.append(current)
        group += 1
        p += 1
        continue
      }
      guard let (sign, length) = thousands() else { break }
      // The first group has one to three digits, all others three, and one sign is used throughout.
      guard grouping == nil ? (1...3).contains(group) : group == 3 && grouping == sign else { return false }
      guard p + length < bytes.count, (48...57).contains(bytes[p + length]) else { break }
      grouping = sign
      group = 0
      p += length
    }
    if grouping != nil, group != 3 { return false }
    return group > 0 || current == decimal
  }

  /// A sign that may stand between thousands, and its length in bytes.
  private func thousands() -> (UInt8, Int)? {
    switch current {
    case 44 where decimal != 44: return (44, 1)
    case 46 where decimal == 44: return (46, 1)
    case 32, 39: return (current, 1)
    case 0xC2 where p + 1 < bytes.count && bytes[p + 1] == 0xA0: return (32, 2)
    case 0xE2 where p + 2 < bytes.count && Spaces.isWide(0xE2, bytes[p + 1], bytes[p + 2]): return (32, 3)
    default: return nil
    }
  }
}
