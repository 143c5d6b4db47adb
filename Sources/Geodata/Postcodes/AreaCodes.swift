/// Area codes by number, so that millions of rows share a few thousand texts.
struct AreaCodes: Sendable {
  /// The texts; number 0 is none.
  private(set) var texts: [String] = [""]
  private var numbers: [String: UInt32] = [:]
  /// Codes of a letter and eight digits by their packed form.
  private var packedNumbers: [UInt64: UInt32] = [:]
  /// The last one, as rows of one area stand together.
  private var last: (packed: UInt64, number: UInt32) = (0, 0)

  /// The number of the code in the bytes; 0 for a blank.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if bytes.isEmpty { return 0 }
    guard let packed = Self.pack(bytes) else {
      return number(of: String(decoding: bytes, as: UTF8.self))
    }
    if packed == last.packed { return last.number }
    let number: UInt32
    if let known = packedNumbers[packed] {
      number = known
    } else {
      number = self.number(of: String(decoding: bytes, as: UTF8.self))
      packedNumbers[packed] = number
    }
    last = (packed, number)
    return number
  }

  /// The number of the code.
  mutating func number(of text: String) -> UInt32 {
    if let known = numbers[text] { return known }
    let number = UInt32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number
  }

  /// The code, or nil for number 0.
  func text(_ number: UInt32) -> String? {
    number == 0 ? nil : texts[Int(number)]
  }

  /// `E01008703` in eight bytes.
  private static func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard bytes.count == 9, bytes[0] >= 65, bytes[0] <= 90 else { return nil }
    var digits: UInt64 = 0
    for i in 1..<9 {
      guard bytes[i] >= 48, bytes[i] <= 57 else { return nil }
      digits = digits * 10 + UInt64(bytes[i] - 48)
    }
    return UInt64(bytes[0]) << 32 | digits
  }
}
