import Testing

@testable import Cryptography

@Suite struct SpillCipherTests {
  // SP 800-38A, F.5.5 CTR-AES256.Encrypt.
  static let key = hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
  static let counter = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
  static let plain = hex(
    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
      + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710")
  static let cipher = hex(
    "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5"
      + "2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6")

  @Test("The cipher equals SP 800-38A's counter mode, in one piece and byte by byte")
  func vector() throws {
    let key = try SpillKey(bytes: Self.key)
    var whole = Self.plain
    var cipher = try SpillCipher(key: key, counter: Self.counter)
    try cipher.apply(to: &whole)
    #expect(whole == Self.cipher)
    var single = try SpillCipher(key: key, counter: Self.counter)
    var bytes: [UInt8] = []
    for byte in Self.plain {
      var one = [byte]
      try single.apply(to: &one)
      bytes += one
    }
    #expect(bytes == Self.cipher)
  }

  @Test("What was written reads back, and streams of one key differ")
  func roundTrip() throws {
    let key = try SpillKey()
    let text = Array("counts of one still single somebody out".utf8)
    var first = text
    var second = text
    var writing = try SpillCipher(key: key, stream: 0)
    try writing.apply(to: &first)
    var other = try SpillCipher(key: key, stream: 1)
    try other.apply(to: &second)
    #expect(first != text && second != text && first != second)
    var reading = try SpillCipher(key: key, stream: 0)
    try reading.apply(to: &first)
    #expect(first == text)
  }

  @Test("A key or counter of the wrong length is refused with the length")
  func lengths() throws {
    #expect(throws: CryptographyError.length(of: "the key", expected: 32, actual: 16)) {
      try SpillKey(bytes: [UInt8](repeating: 0, count: 16))
    }
    let key = try SpillKey()
    #expect(throws: CryptographyError.length(of: "the counter", expected: 16, actual: 0)) {
      _ = try SpillCipher(key: key, counter: [])
    }
  }

  @Test("An empty buffer is left as it is")
  func empty() throws {
    var nothing: [UInt8] = []
    var cipher = try SpillCipher(key: SpillKey(), stream: 0)
    try cipher.apply(to: &nothing)
    #expect(nothing.isEmpty)
  }

  private static func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
