import Tally

extension CycleContent {
  /// A count by atom: measure, split (`by`) and the value of the split (`key`).
  public struct TallyRow: Hashable, Sendable {
    /// Index into `atoms`.
    public var atom: Int
    /// `enrolled`, `reached`, `sustained`, `visits`.
    public var measure: String
    /// `all`, `group`, `service`, `month`, `centre`.
    public var by: String
    /// Empty for all; `language=eal`; `stay-and-play`; `2025-09`; `CC01`.
    public var key: String
    /// The count.
    public var count: Count
    /// Makes a row.
    public init(atom: Int, measure: String, by: String, key: String, count: Count) {
      (self.atom, self.measure, self.by, self.key, self.count) = (atom, measure, by, key, count)
    }
  }

  /// The same children in two cycles: how many did something both times, only then, only now, never.
  public struct PairedCount: Hashable, Sendable {
    /// The label of the cycle before.
    public var since: String
    /// `area`, `catchment` or `authority`.
    public var kind: String
    /// The place's code, in which they lived both times; empty for the authority.
    public var place: String
    /// `reached`, `reached-here`, `sustained`.
    public var measure: String
    /// Both times.
    public var both: Int
    /// In the cycle before alone.
    public var thenOnly: Int
    /// In this cycle alone.
    public var nowOnly: Int
    /// Neither time.
    public var neither: Int
    /// Makes a row.
    public init(
      since: String, kind: String, place: String, measure: String, both: Int, thenOnly: Int, nowOnly: Int, neither: Int
    ) {
      self.since = since
      self.kind = kind
      self.place = place
      self.measure = measure
      self.both = both
      self.thenOnly = thenOnly
      self.nowOnly = nowOnly
      self.neither = neither
    }
    /// How many children were counted in both cycles.
    public var children: Int { both + thenOnly + nowOnly + neither }
  }

  /// All visits to a centre, whoever came.
  public struct CentreVisits: Hashable, Sendable {
    /// The centre's id; empty where the row names none.
    public var centre: String
    /// `all`, `service`, `month`, `visitor` (internal: counted, enrolled-not-counted, casual, unknown).
    public var by: String
    /// The value of the split; empty for all.
    public var key: String
    /// Rows.
    public var count: Count
    /// Makes a row.
    public init(centre: String, by: String, key: String, count: Count) {
      (self.centre, self.by, self.key, self.count) = (centre, by, key, count)
    }
  }

  /// Distinct families at one place. Never added over places.
  public struct FamilyCount: Hashable, Sendable {
    /// `area`, `catchment`, `atom` (code: `area|catchment|…`) or `authority` (code empty).
    public var kind: String
    /// The place's code.
    public var code: String
    /// Distinct families of the enrolled children there.
    public var families: Int
    /// Distinct families of the reached children there.
    public var reached: Int
    /// Makes a row.
    public init(kind: String, code: String, families: Int, reached: Int) {
      (self.kind, self.code, self.families, self.reached) = (kind, code, families, reached)
    }
  }

  /// A kind of counts that a release does not show of one catchment set or centre.
  public struct Withheld: Hashable, Sendable {
    /// Index into `atoms` of the catchment set; nil: it is a centre.
    public var set: Int?
    /// The centre's id; empty for a set.
    public var centre: String
    /// `all` (visits), `group`, `service`, `centre`, `month`.
    public var by: String
    /// Makes an entry.
    public init(set: Int?, centre: String = "", by: String) {
      (self.set, self.centre, self.by) = (set, centre, by)
    }
  }
}
