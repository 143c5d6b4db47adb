/// Distinct families by place. Two homes, one family: they are counted per place and never added.
public struct FamilyTally: Sendable {
  private var all: [UInt64] = []
  private var reached: [UInt64] = []

  /// Starts with none.
  public init() {}

  /// Adds a child's family to a place. A child without a family id adds nothing.
  public mutating func add(place: Int, family: Int32, isReached: Bool) {
    guard family >= 0 else { return }
    let pair = UInt64(place) << 32 | UInt64(family)
    all.append(pair)
    if isReached { reached.append(pair) }
  }

  /// Distinct families, and those with a reached child, for each of `places` places. O(n log n).
  public func counts(places: Int) -> [(families: Int, reached: Int)] {
    let families = FamilyTally.distinct(all, places: places)
    let reached = FamilyTally.distinct(reached, places: places)
    return (0..<places).map { (families[$0], reached[$0]) }
  }

  private static func distinct(_ pairs: [UInt64], places: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: places)
    var last = UInt64.max
    for pair in pairs.sorted() where pair != last {
      counts[Int(pair >> 32)] += 1
      last = pair
    }
    return counts
  }
}
