import Tally

/// The least and the most of a group of children, for each set of classes.
///
/// Each child is in one of three classes: in sustained use (1), reached but not sustained (2), not reached (4). Counts of
/// sustained, reached and enrolled bound the nested sums 1, 1+2, 1+2+4. What such counts allow is an integral generalized
/// polymatroid (bounds on a laminar family; Frank & Tardos 1988), and so is the sum of several: a vector of whole numbers
/// is a sum of allowed ones exactly if for every set of classes it lies between the sums of their least and most.
struct ClassBounds {
  /// By set of classes, a bit each; at 0 stands 0.
  var low: SIMD8<Int>
  /// Likewise.
  var high: SIMD8<Int>

  /// Nobody.
  static let zero = ClassBounds(low: .zero, high: .zero)

  init(low: SIMD8<Int>, high: SIMD8<Int>) {
    (self.low, self.high) = (low, high)
  }

  /// What three counts allow; nil if nothing.
  init?(enrolled: ClosedRange<Int>, reached: ClosedRange<Int>, sustained: ClosedRange<Int>) {
    // Tighten by sustained ≤ reached ≤ enrolled.
    let s0 = sustained.lowerBound
    let r0 = max(reached.lowerBound, s0)
    let e0 = max(enrolled.lowerBound, r0)
    let e1 = enrolled.upperBound
    let r1 = min(reached.upperBound, e1)
    let s1 = min(sustained.upperBound, r1)
    guard s0 <= s1, r0 <= r1, e0 <= e1 else { return nil }
    low = [0, s0, max(0, r0 - s1), r0, max(0, e0 - r1), s0 + max(0, e0 - r1), max(0, e0 - s1), e0]
    high = [0, s1, r1 - s0, r1, e1 - r0, min(s1, r0) + e1 - r0, e1 - s0, e1]
  }

  /// Adds bounds of other children.
  static func + (left: ClassBounds, right: ClassBounds) -> ClassBounds {
    ClassBounds(low: left.low &+ right.low, high: left.high &+ right.high)
  }

  /// Takes bounds out that were added before.
  static func - (left: ClassBounds, right: ClassBounds) -> ClassBounds {
    ClassBounds(low: left.low &- right.low, high: left.high &- right.high)
  }

  /// Whether some whole numbers of the three classes keep all bounds. O(most − least of the first class).
  var isPossible: Bool {
    guard low[1] <= high[1] else { return false }
    for s in low[1]...high[1] {
      let m0 = max(low[2], low[3] - s)
      let m1 = min(high[2], high[3] - s)
      let n0 = max(low[4], low[5] - s)
      let n1 = min(high[4], high[5] - s)
      let both0 = max(low[6], low[7] - s)
      let both1 = min(high[6], high[7] - s)
      // Two numbers with bounds on each and on their sum.
      if m0 <= m1, n0 <= n1, both0 <= both1, m0 + n0 <= both1, both0 <= m1 + n1 { return true }
    }
    return false
  }
}

extension Count {
  /// From the least to the most.
  var range: ClosedRange<Int> { low...max(low, high) }
}
