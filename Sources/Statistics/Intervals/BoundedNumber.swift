/// A number that is known exactly, or only between two bounds, as coarsened counts are.
///
/// `BoundedNumber(65)` is exact; `BoundedNumber(220, low: 202, high: 242)` is a sum of coarsened cells.
public struct BoundedNumber: Hashable, Sendable {
  /// What rates are computed from.
  public var value: Double
  /// The least it can be.
  public var low: Double
  /// The most it can be.
  public var high: Double

  /// A number known between two bounds.
  public init(_ value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// A number known exactly.
  public init(_ value: Double) {
    self.init(value, low: value, high: value)
  }

  /// Whether nothing about it is hidden.
  public var isExact: Bool { low == high }

  /// Adds value and bounds.
  public static func + (left: BoundedNumber, right: BoundedNumber) -> BoundedNumber {
    BoundedNumber(left.value + right.value, low: left.low + right.low, high: left.high + right.high)
  }

  /// What is left of one when the other, which is a part of it, is taken away. Never below 0.
  public func less(_ part: BoundedNumber) -> BoundedNumber {
    BoundedNumber(max(0, value - part.value), low: max(0, low - part.high), high: max(0, high - part.low))
  }
}
