/// A count of people or visits, with what is known of it: exactly, or only between two bounds.
///
/// An exact count has `low == high == value`. A coarsened one (see `Disclosure`) carries the least and the most counts
/// that coarsen to the same; a hidden cell 1…h has the value (1 + h)/2. Sums add all three, so the bounds stay true.
public struct Count: Hashable, Sendable {
  /// The value that measures are computed from. A multiple of ½.
  public var value: Double
  /// The least it can be.
  public var low: Int
  /// The most it can be.
  public var high: Int

  /// Makes a count from value and bounds.
  @inlinable
  public init(value: Double, low: Int, high: Int) {
    self.value = value
    self.low = low
    self.high = high
  }

  /// Makes a count that is known exactly.
  @inlinable
  public init(exactly count: Int) {
    self.init(value: Double(count), low: count, high: count)
  }

  /// No one. Exact.
  public static let zero = Count(exactly: 0)

  /// Whether nothing about it is hidden.
  @inlinable
  public var isExact: Bool { low == high }

  /// Adds value and bounds.
  @inlinable
  public static func + (left: Count, right: Count) -> Count {
    Count(value: left.value + right.value, low: left.low + right.low, high: left.high + right.high)
  }

  /// Adds value and bounds.
  @inlinable
  public static func += (left: inout Count, right: Count) { left = left + right }
}
