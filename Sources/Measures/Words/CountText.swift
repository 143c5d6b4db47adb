import Tally

/// How a count of children or visits is printed (measures.md, Disclosure 3): to the nearest b, half up; `c` where all that
/// is known is that it is 1…h.
public struct CountText: Hashable, Sendable {
  /// h: counts 1…h are hidden; 0 where counts are exact.
  public let hide: Int
  /// b: others are rounded to it; 1 where counts are exact.
  public let base: Int

  /// How a workspace prints.
  public init(hide: Int, base: Int) {
    (self.hide, self.base) = (hide, max(1, base))
  }

  /// The symbol of a hidden count.
  public static let hidden = "c"
  /// The symbol of a withheld count.
  public static let withheld = "w"

  /// The number that is printed; nil where the count is hidden.
  public func number(_ count: Count) -> Int? {
    if count.high >= 1, count.high <= hide { return nil }
    return Int((count.value / Double(base) + 0.5).rounded(.down)) * base
  }

  /// The number as text, or `c`.
  public func text(_ count: Count) -> String { number(count).map(String.init) ?? Self.hidden }
}
