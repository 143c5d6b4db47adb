/// Which places are most like each other by declared indicators.
///
/// Each indicator is standardised over the places, (x − mean)/s with s over n; the distance of two places is
/// √(Σ(zᵢ − zⱼ)²/m) over the m indicators: 1 is one standard deviation apart in each. An indicator that is the same
/// everywhere tells nobody apart and counts 0.
public struct StatisticalNeighbours: Hashable, Sendable {
  /// A place beside another.
  public struct Neighbour: Hashable, Sendable {
    /// The other place's index.
    public var place: Int
    /// How far apart they are.
    public var distance: Double
  }

  /// By place, the nearest first; of two equally near the earlier. Empty for a place that lacks a value.
  public let nearest: [[Neighbour]]
  /// Places that lack a value of an indicator and are compared with nobody.
  public let incomplete: [Int]

  /// Finds the `count` nearest of each place. `values` has a row for each place and in it a value for each indicator.
  /// O(places² · indicators).
  public init(_ values: [[Double?]], count: Int = 3) {
    let known = values.indices.filter { row in !values[row].isEmpty && values[row].allSatisfy { $0?.isFinite == true } }
    incomplete = values.indices.filter { !known.contains($0) }
    let width = known.map { values[$0].count }.min() ?? 0
    var scores = [[Double]](repeating: [], count: values.count)
    for column in 0..<width {
      let numbers = known.map { values[$0][column] ?? 0 }
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      let spread = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)).squareRoot()
      for (row, number) in zip(known, numbers) { scores[row].append(spread > 0 ? (number - mean) / spread : 0) }
    }
    var result = [[Neighbour]](repeating: [], count: values.count)
    for place in known {
      let others = known.filter { $0 != place }.map { other in
        let squares = zip(scores[place], scores[other]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return Neighbour(place: other, distance: width > 0 ? (squares / Double(width)).squareRoot() : 0)
      }
      result[place] = Array(
        others.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(max(0, count)))
    }
    nearest = result
  }
}
