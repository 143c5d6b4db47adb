/// Which places touch which: for each place the others' positions, in order.
public struct Neighbours: Hashable, Sendable {
  /// For each place, its neighbours; never itself, none twice.
  public let lists: [[Int]]

  /// Takes lists as they come, drops the place itself and repeats, and makes them go both ways. Nil where a position is out
  /// of range.
  public init?(_ lists: [[Int]]) {
    var sets = [Set<Int>](repeating: [], count: lists.count)
    for (place, others) in lists.enumerated() {
      for other in others where other != place {
        guard lists.indices.contains(other) else { return nil }
        sets[place].insert(other)
        sets[other].insert(place)
      }
    }
    self.lists = sets.map { $0.sorted() }
  }

  /// Places without a neighbour; to be named.
  public var islands: [Int] { lists.indices.filter { lists[$0].isEmpty } }

  /// Pairs, each way counted.
  public var links: Int { lists.reduce(0) { $0 + $1.count } }
}
