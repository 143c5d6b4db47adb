/// Numbers as text, the same on every machine.
public enum FigureText {
  /// Up to six decimal places, trailing zeros left out: 0.553, 412.7, 65.
  public static func plain(_ number: Double) -> String {
    guard number.isFinite else { return "none" }
    let scaled = (number.magnitude * 1_000_000).rounded()
    guard scaled < 9e15 else { return String(number) }
    let whole = Int(scaled)
    let sign = number < 0 && whole > 0 ? "-" : ""
    var decimals = String(whole % 1_000_000)
    decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return sign + String(whole / 1_000_000) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// All digits, so that reading it back gives the same number; whole numbers without a point.
  public static func exact(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    return String(number)
  }
}
