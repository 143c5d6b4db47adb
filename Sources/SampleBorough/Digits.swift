/// Numbers as text, the same on every machine and in every language.
enum Digits {
  /// At least `width` digits, zeros in front.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// So many decimals, rounded half away from zero.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return decimals == 0 ? sign + String(scaled) : sign + "\(scaled / scale).\(padded(scaled % scale, decimals))"
  }

  /// Appends a coordinate of whole decimetres, without a String.
  static func appendTenths(_ value: Double, to bytes: inout [UInt8]) {
    let tenths = Int((value * 10).rounded())
    append(tenths / 10, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(tenths % 10))
  }

  /// Appends a number that is not negative.
  static func append(_ number: Int, width: Int = 1, to bytes: inout [UInt8]) {
    var (left, length) = (number, 1)
    while left >= 10 {
      left /= 10
      length += 1
    }
    let places = max(width, length)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: places))
    left = number
    for place in stride(from: start + places - 1, through: start, by: -1) {
      bytes[place] = UInt8(ascii: "0") + UInt8(left % 10)
      left /= 10
    }
  }
}
