/// An exact fraction, so that parts of a change add up to the last digit.
public struct Rational: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Above the line, with the sign.
  public let numerator: Int128
  /// Below the line, over 0, with no factor shared.
  public let denominator: Int128

  /// A whole number.
  public init(_ whole: Int) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A fraction; nil over 0.
  public init?(_ numerator: Int, over denominator: Int) {
    self.init(wide: Int128(numerator), over: Int128(denominator))
  }

  private init?(wide numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard let divisor = Int128(exactly: a), divisor > 0 else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  /// Nothing.
  public static let zero = Rational(0)

  /// The nearest double.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// "3/4", or "2" where it is whole.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// The sum; nil where it would need more than 128 bits.
  public func adding(_ other: Rational) -> Rational? {
    let left = numerator.multipliedReportingOverflow(by: other.denominator)
    let right = other.numerator.multipliedReportingOverflow(by: denominator)
    let below = denominator.multipliedReportingOverflow(by: other.denominator)
    let above = left.partialValue.addingReportingOverflow(right.partialValue)
    guard !left.overflow, !right.overflow, !below.overflow, !above.overflow else { return nil }
    return Rational(wide: above.partialValue, over: below.partialValue)
  }

  /// The difference; nil where it would need more than 128 bits.
  public func subtracting(_ other: Rational) -> Rational? { adding(other.negated) }

  /// With the other sign.
  public var negated: Rational { Rational(kept: -numerator, denominator) }

  private init(kept numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Compares exactly; beyond 128 bits by the nearest doubles.
  public static func < (left: Rational, right: Rational) -> Bool {
    let one = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let other = right.numerator.multipliedReportingOverflow(by: left.denominator)
    guard !one.overflow, !other.overflow else { return left.value < right.value }
    return one.partialValue < other.partialValue
  }
}
