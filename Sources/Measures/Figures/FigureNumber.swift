import Statistics
import Tally

/// A number above or below a line: a count of the authority's own, which a release coarsens, or a published one.
public enum FigureNumber: Hashable, Sendable {
  /// Children or visits counted.
  case counted(Count)
  /// Given by a publisher, or apportioned from what was.
  case given(Double)

  /// Value, least and most.
  public var bounded: BoundedNumber {
    switch self {
    case .counted(let count): BoundedNumber(count.value, low: Double(count.low), high: Double(count.high))
    case .given(let number): BoundedNumber(number)
    }
  }

  /// What rates are computed from.
  public var value: Double {
    switch self {
    case .counted(let count): count.value
    case .given(let number): number
    }
  }
}
