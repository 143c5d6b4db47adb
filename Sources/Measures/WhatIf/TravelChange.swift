import Workspace

/// Who would live nearer to a centre and who further, and how far: straight-line metres, in counts and means alone.
///
/// A child's centre is that of the catchment that holds the home; where several do, the nearest of theirs; where none
/// with a centre does, the nearest open centre.
public struct TravelChange: Sendable {
  /// Whom a row counts.
  public enum Who: String, Sendable, CaseIterable {
    /// Children enrolled whose home is located.
    case enrolled
    /// Of those, the ones with a visit in the cycle.
    case reached
    /// All children of the ages by the population estimate, each area's spread evenly over its population points.
    case children
  }

  /// One group of children.
  public struct Row: Sendable {
    /// Whom it counts.
    public var who: Who
    /// `all`, `group` or `decile`.
    public var by: String
    /// Empty for all; `language=eal`; `1`, the most deprived national decile, or empty where the area has none.
    public var key: String
    /// How many.
    public var children: Double
    /// Winners: over a metre nearer.
    public var nearer: Double
    /// Within a metre as far as before.
    public var same: Double
    /// Losers: over a metre further.
    public var further: Double
    /// Metres.
    public var mean: (before: Double, after: Double)
    /// Metres; the middle child, or between the two.
    public var median: (before: Double, after: Double)
    /// How many live in a catchment that has a centre.
    public var inCatchment: (before: Double, after: Double)
    /// Of those reached, how many came to a centre that closes; nil for the estimate.
    public var losesCentre: Double?
    /// Of those, how many came to no other.
    public var losesOnlyCentre: Double?
  }

  /// One home, or one population point's share of its area's children, while rows are added up. In memory only.
  public struct Home: Sendable {
    /// How many children it stands for.
    public var children: Double
    /// Metres to its centre.
    public var before: Double
    /// Metres to its centre.
    public var after: Double
    /// Whether a catchment with a centre holds it.
    public var isInCatchment: (before: Bool, after: Bool)
    /// Whether the child came to a centre that closes, and whether to that alone.
    public var losesCentre = false
    /// Whether the child came to no centre that stays.
    public var losesOnlyCentre = false

    /// Makes a home.
    public init(children: Double, before: Double, after: Double, isInCatchment: (before: Bool, after: Bool)) {
      self.children = children
      self.before = before
      self.after = after
      self.isInCatchment = isInCatchment
    }
  }

  /// In the order of whom, split and key.
  public var rows: [Row]

  /// Makes it from rows.
  public init(_ rows: [Row]) { self.rows = rows }

  /// The row of all of a kind.
  public func all(_ who: Who) -> Row? { rows.first { $0.who == who && $0.by == "all" } }

  /// The rows as an answer. Counts of the estimate are rounded to a tenth, metres to whole ones.
  public var table: QueryResult {
    QueryResult(
      columns: [
        "who", "by", "key", "children", "nearer", "same", "further", "mean_metres_before", "mean_metres_after",
        "median_metres_before", "median_metres_after", "in_catchment_before", "in_catchment_after",
        "reached_at_closed_centre", "reached_only_there",
      ],
      rows: rows.map { row in
        [
          .text(row.who.rawValue), .text(row.by), .text(row.key), Self.count(row.children), Self.count(row.nearer),
          Self.count(row.same), Self.count(row.further), Self.metres(row.mean.before), Self.metres(row.mean.after),
          Self.metres(row.median.before), Self.metres(row.median.after), Self.count(row.inCatchment.before),
          Self.count(row.inCatchment.after), row.losesCentre.map(Self.count) ?? .null,
          row.losesOnlyCentre.map(Self.count) ?? .null,
        ]
      })
  }

  /// The same in fewer columns, for people at a terminal.
  public var brief: QueryResult {
    func pair(_ sides: (before: Double, after: Double)) -> SQLValue {
      .text("\(Int(sides.before.rounded())) → \(Int(sides.after.rounded()))")
    }
    return QueryResult(
      columns: ["who", "by", "key", "children", "nearer", "same", "further", "mean", "median", "lose their centre"],
      rows: rows.map { row in
        [
          .text(row.who.rawValue), .text(row.by), .text(row.key), .integer(Int(row.children.rounded())),
          .integer(Int(row.nearer.rounded())), .integer(Int(row.same.rounded())),
          .integer(Int(row.further.rounded())), pair(row.mean), pair(row.median),
          row.losesCentre.map(Self.count) ?? .null,
        ]
      })
  }

  private static func count(_ number: Double) -> SQLValue {
    number == number.rounded() ? .integer(Int(number)) : .real((number * 10).rounded() / 10)
  }

  private static func metres(_ number: Double) -> SQLValue {
    number.isFinite ? .integer(Int(number.rounded())) : .null
  }
}

extension TravelChange.Row {
  /// Less than this is no change, in metres.
  static let tolerance = 1.0

  /// Adds homes up; nil where there is none. O(n log n).
  public init?(_ who: TravelChange.Who, by: String, key: String, _ homes: [TravelChange.Home]) {
    let counted = homes.filter { $0.children > 0 }
    guard !counted.isEmpty else { return nil }
    func sum(_ value: (TravelChange.Home) -> Double) -> Double { counted.reduce(0) { $0 + value($1) } }
    func number(_ holds: (TravelChange.Home) -> Bool) -> Double { sum { holds($0) ? $0.children : 0 } }
    let all = sum(\.children)
    self.init(
      who: who, by: by, key: key, children: all, nearer: number { $0.after < $0.before - Self.tolerance },
      same: number { abs($0.after - $0.before) <= Self.tolerance },
      further: number { $0.after > $0.before + Self.tolerance },
      mean: (sum { $0.children * $0.before } / all, sum { $0.children * $0.after } / all),
      median: (Self.median(counted, \.before), Self.median(counted, \.after)),
      inCatchment: (number(\.isInCatchment.before), number(\.isInCatchment.after)),
      losesCentre: who == .children ? nil : number(\.losesCentre),
      losesOnlyCentre: who == .children ? nil : number(\.losesOnlyCentre))
  }

  /// The weighted median: where half of the children live nearer; between two values where exactly half do.
  private static func median(
    _ homes: [TravelChange.Home], _ metres: KeyPath<TravelChange.Home, Double>
  ) -> Double {
    let sorted = homes.map { ($0[keyPath: metres], $0.children) }.sorted { $0.0 < $1.0 }
    let half = sorted.reduce(0) { $0 + $1.1 } / 2
    var below = 0.0
    for (index, entry) in sorted.enumerated() {
      below += entry.1
      if abs(below - half) <= 1e-9 * half, index + 1 < sorted.count { return (entry.0 + sorted[index + 1].0) / 2 }
      if below > half { return entry.0 }
    }
    return sorted.last?.0 ?? .nan
  }
}
