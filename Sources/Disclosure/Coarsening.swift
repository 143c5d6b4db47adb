import Tally

/// How a count is coarsened: 0 stays 0, 1…h is hidden, everything else goes to the nearest b, half up, and never below
/// the least multiple of b above h (measures.md, Disclosure, 2).
///
/// ```swift
/// let small = Coarsening.small
/// small.coarsen(3)      // value 2.5, low 1, high 4
/// small.coarsen(34)     // value 35, low 33, high 37
/// ```
///
/// A cell is coarsened by its own count alone, so what leaves depends on nothing else.
public struct Coarsening: Hashable, Sendable {
  /// h: counts of 1…h are hidden.
  public let hide: Int
  /// b: other counts go to the nearest multiple of it.
  public let base: Int

  /// `small`: h = 4, b = 5, the default.
  public static let small = Coarsening(unchecked: 4, 5)
  /// `six`: h = 5, b = 5.
  public static let six = Coarsening(unchecked: 5, 5)
  /// `eight`: h = 7, b = 5.
  public static let eight = Coarsening(unchecked: 7, 5)
  /// `ten`: h = 9, b = 10.
  public static let ten = Coarsening(unchecked: 9, 10)

  private init(unchecked hide: Int, _ base: Int) {
    (self.hide, self.base) = (hide, base)
  }

  /// A council's own: h ≥ 3, b ≥ 3, b ≤ 2h; anything weaker or coarser is refused.
  public init(hide: Int, base: Int) throws(DisclosureError) {
    guard hide >= 3, base >= 3, base <= 2 * hide, hide <= 1000 else { throw .profile(hide: hide, base: base) }
    self.init(unchecked: hide, base)
  }

  /// The profile of that name: small, six, eight or ten.
  public static func named(_ name: String) throws(DisclosureError) -> Coarsening {
    switch name {
    case "small": .small
    case "six": .six
    case "eight": .eight
    case "ten": .ten
    default: throw .unknownProfile(name)
    }
  }

  /// The least multiple of b above h: no shown count is below it.
  public var least: Int { (hide / base + 1) * base }

  /// What leaves of a count. `sensitive`: of a group whose zeros are hidden too. A count below 0 is 0.
  public func coarsen(_ count: Int, sensitive: Bool = false) -> Count {
    if count <= hide {
      if sensitive { return Count(value: Double(hide) / 2, low: 0, high: hide) }
      return count <= 0 ? .zero : Count(value: Double(1 + hide) / 2, low: 1, high: hide)
    }
    let value = max(nearest(count), least)
    // n goes to m when 2n ≥ 2m − b and 2n < 2m + b: half up.
    let low = value == least ? hide + 1 : (2 * value - base + 1) / 2
    return Count(value: Double(value), low: low, high: (2 * value + base - 1) / 2)
  }

  /// The multiple of b that is nearest to the count, half up.
  private func nearest(_ count: Int) -> Int { (2 * count + base) / (2 * base) * base }

  /// What is printed of a sum of coarsened counts: the value to the nearest b, half up, or nil (the symbol "c") where
  /// the sum's high is 1…h.
  public func printed(_ sum: Count) -> Int? {
    guard !(1...hide).contains(sum.high) else { return nil }
    let doubled = Int((sum.value * 2).rounded())
    return (doubled + base) / (2 * base) * base
  }
}
