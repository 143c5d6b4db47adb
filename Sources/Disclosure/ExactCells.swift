/// What a release is made of: the exact counts of one cycle, as an audit finds them.
public struct ExactCells: Sendable {
  /// A count by atom, split by group, service or centre used.
  public struct Split: Sendable {
    /// Index into `atoms`.
    public var atom: Int
    /// What it is split by.
    public var kind: Kind
    /// `language=eal`; a service; a centre's id. Empty: the row named none.
    public var key: String
    /// `enrolled`, `reached`, `sustained`; others are passed over.
    public var measure: String
    /// Distinct children.
    public var count: Int
    /// Makes a split.
    public init(atom: Int, kind: Kind, key: String, measure: String, count: Int) {
      (self.atom, self.kind, self.key, self.measure, self.count) = (atom, kind, key, measure, count)
    }
  }

  /// All visits to a centre, whoever came.
  public struct Visits: Sendable {
    /// The centre's id; empty: the row named none.
    public var centre: String
    /// nil for all of them, else `service` or `month`.
    public var kind: Kind?
    /// A service; a month.
    public var key: String
    /// Rows.
    public var count: Int
    /// Makes a count of visits.
    public init(centre: String, kind: Kind?, key: String, count: Int) {
      (self.centre, self.kind, self.key, self.count) = (centre, kind, key, count)
    }
  }

  /// The atoms with their counts of people, before small ones join.
  public var atoms: [AtomCells.Exact] = []
  /// The areas' own surfaces in m², by code.
  public var surfaces: [String: Double] = [:]
  /// Counts of people by atom and split.
  public var splits: [Split] = []
  /// Counts of visits by centre.
  public var visits: [Visits] = []
  /// The names that may be printed.
  public var names = Names()
  /// The group columns whose zeros are hidden too.
  public var sensitiveColumns: Set<String> = []
  /// On how many different days a child comes to count as sustained: each of those has at least so many visits.
  public var sustainedDays = 3

  /// Starts without any.
  public init() {}
}

/// What counts are split by. The order is the one in which they are withheld.
public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Months, of a centre.
  case month
  /// Services, of a set or of a centre.
  case service
  /// Centres used, of a set.
  case centre
  /// Declared groups, of a set.
  case group

  /// The order in which kinds are withheld.
  public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

  private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
}
