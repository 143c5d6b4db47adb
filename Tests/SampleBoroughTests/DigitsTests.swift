import Testing

@testable import SampleBorough

@Suite struct DigitsTests {
  @Test("Numbers are written with the decimals asked for, half away from zero, and no minus before nought")
  func fixed() {
    #expect(Digits.fixed(12.345, 1) == "12.3")
    #expect(Digits.fixed(0.05, 1) == "0.1")
    #expect(Digits.fixed(-0.04, 1) == "0.0")
    #expect(Digits.fixed(-2.5, 0) == "-3")
    #expect(Digits.fixed(7, 3) == "7.000")
    #expect(Digits.padded(7, 3) == "007" && Digits.padded(1234, 3) == "1234")
  }

  @Test("Bytes say the same as text", arguments: [0, 9, 10, 99, 100, 480_123, 1_234_567])
  func bytes(number: Int) {
    var bytes: [UInt8] = []
    Digits.append(number, width: 4, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == Digits.padded(number, 4))
    bytes = []
    Digits.appendTenths(Double(number) + 0.3, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\(number).3")
  }

  @Test("A table quotes what must be quoted")
  func quotes() {
    var sheet = Sheet(["a", "b"])
    sheet.append(["1,2", "say \"no\""])
    #expect(String(decoding: sheet.bytes, as: UTF8.self) == "a,b\n\"1,2\",\"say \"\"no\"\"\"\n")
    #expect(sheet.rows == 1)
  }
}
