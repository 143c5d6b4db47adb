import Statistics

/// The change of a rate of one catchment in four parts that add up: exact fractions until they are printed.
public struct RateChange: Hashable, Sendable {
  /// Last cycle's rate.
  public let before: Rational
  /// This cycle's rate.
  public let after: Rational
  /// Its change, taken apart.
  public let parts: ChangeInParts

  /// The rate of two counts of the same catchment; nil where either cycle has nobody to count it of.
  ///
  /// A step between them with nobody below the line, or that the counts do not have, leaves the parts beside it nil.
  public init?(_ above: CatchmentChange, over below: CatchmentChange) {
    func steps(_ change: CatchmentChange) -> [Int?] {
      let m1 = change.method.map { change.before + $0 }
      let m2 = m1.flatMap { m1 in change.boundary.map { m1 + $0 } }
      return [change.before, m1, m2, change.real.map { change.after - $0 }, change.after]
    }
    let rates = zip(steps(above), steps(below)).map { above, below -> Rational? in
      guard let above, let below else { return nil }
      return Rational(above, over: below)
    }
    guard let first = rates[0], let last = rates[4],
      let parts = ChangeInParts(first, rates[1], rates[2], rates[3], last)
    else { return nil }
    (before, after, self.parts) = (first, last, parts)
  }

  /// Before, the four parts and after in so many parts of 1 (1,000: tenths of a percentage point), rounded so that what
  /// is printed adds up to the last digit too: real, data, boundary, method. Nil where a part is not separable.
  ///
  /// Each part is rounded down; the units that are missing go to those that lost most, the first of equal ones first.
  public func printed(in units: Int) -> (before: Int, parts: [Int], after: Int)? {
    let exact = [parts.real, parts.data, parts.boundary, parts.method].compactMap { $0?.value }
    guard exact.count == 4 else { return nil }
    func round(_ value: Double) -> Int { Int((value * Double(units)).rounded(.toNearestOrAwayFromZero)) }
    let (first, last) = (round(before.value), round(after.value))
    var rounded = exact.map { Int(($0 * Double(units)).rounded(.down)) }
    let lost = zip(exact, rounded).map { $0 * Double(units) - Double($1) }
    let order = rounded.indices.sorted { (lost[$1], $0) < (lost[$0], $1) }
    let missing = last - first - rounded.reduce(0, +)
    guard (0...order.count).contains(missing) else { return nil }
    for index in order.prefix(missing) { rounded[index] += 1 }
    return (first, rounded, last)
  }
}
