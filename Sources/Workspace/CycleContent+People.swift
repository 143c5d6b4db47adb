extension CycleContent {
  /// A kind of denominator: whom it counts, when, and who says so.
  public struct DenominatorSet: Hashable, Sendable {
    /// `children` (those of the eligible ages), `age-0`…, `population`, `children-0-15`, `working-age`, `aged-60-over`.
    public var id: String
    /// In words.
    public var title: String
    /// The day it describes, as text, if known.
    public var date: String?
    /// File and publisher.
    public var source: String
    /// Whether it describes a day over two years from the cycle's first day.
    public var isStale: Bool
    /// Makes a set.
    public init(id: String, title: String, date: String?, source: String, isStale: Bool) {
      (self.id, self.title, self.date, self.source, self.isStale) = (id, title, date, source, isStale)
    }
  }

  /// How many people one area has, of one kind.
  public struct Denominator: Hashable, Sendable {
    /// Whether the number is there.
    public enum State: String, Sendable {
      /// It is.
      case given
      /// The table has no row, or a blank, for the area.
      case missing
      /// The publisher suppressed it; low and high say what is known.
      case suppressed
      /// One row bears several codes; no area has a number of its own.
      case shared
    }
    /// The area's code.
    public var area: String
    /// The set's id.
    public var set: String
    /// The number; nil unless given.
    public var value: Double?
    /// The least it can be, where that is known.
    public var low: Double?
    /// The most it can be, where that is known.
    public var high: Double?
    /// Whether the number is there.
    public var state: State
    /// Makes a denominator.
    public init(
      area: String, set: String, value: Double?, low: Double? = nil, high: Double? = nil, state: State = .given
    ) {
      (self.area, self.set, self.value, self.low, self.high, self.state) = (area, set, value, low, high, state)
    }
  }

  /// By area, how many people of a denominator set there are; areas without a number are left out.
  public func people(of set: String) -> [String: Double] {
    Dictionary(denominators.filter { $0.set == set }.compactMap { row in row.value.map { (row.area, $0) } }) {
      first, _ in first
    }
  }
}
