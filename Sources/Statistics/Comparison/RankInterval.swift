/// How sure a place's rank is: many draws of all places' values are ranked, and the middle 95 % of a place's ranks given.
///
/// Marshall E C, Spiegelhalter D J (1998), Reliability of league tables of in vitro fertilisation clinics, BMJ 316:1701.
public struct RankInterval: Hashable, Sendable {
  /// From the 2.5th to the 97.5th percentile of the ranks drawn.
  public var interval: Interval
  /// The mean of the ranks drawn.
  public var mean: Double
  /// The share of draws in which the place is among the top k.
  public var shareInTop: Double

  /// One for each place, in order; a place without draws has none and is not ranked. One place: rank 1 for sure.
  ///
  /// Each place's draws come from its own seed; all have the same number. Cost: draws × places × log places.
  public static func of(_ draws: [[Double]?], top: Int = 3, lowestFirst: Bool = false) -> [RankInterval?] {
    let known = draws.indices.filter { !(draws[$0] ?? []).isEmpty }
    let columns = known.map { draws[$0] ?? [] }
    let count = columns.map(\.count).min() ?? 0
    var ranks = [[Double]](repeating: [], count: known.count)
    for place in ranks.indices { ranks[place].reserveCapacity(count) }
    for draw in 0..<count {
      let ranked = Ranks.of(columns.map { $0[draw] }, lowestFirst: lowestFirst)
      for place in ranked.indices { ranks[place].append(ranked[place]) }
    }
    var result = [RankInterval?](repeating: nil, count: draws.count)
    for (place, index) in known.enumerated() {
      guard let interval = Percentile.interval(ranks[place]) else { continue }
      result[index] = RankInterval(
        interval: interval, mean: ranks[place].reduce(0, +) / Double(count),
        shareInTop: Double(ranks[place].count { $0 <= Double(top) }) / Double(count))
    }
    return result
  }
}
