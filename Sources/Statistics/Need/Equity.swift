/// Whether what is given reaches the most deprived: concentration index, slope and relative index of inequality.
///
/// Kakwani N, Wagstaff A, van Doorslaer E (1997), J Econometrics 77:87; Mackenbach J P, Kunst A E (1997), Soc Sci Med
/// 44:757. Places are ordered by deprivation, the most deprived first; f = n/Σn; R is the cumulative f to the middle of
/// a place, shared by ties; r = x/n; μ = Σf·r.
public struct Equity: Hashable, Sendable {
  /// C = 2Σf·r·R/μ − 1. Negative: concentrated among the most deprived. Nil where nobody has an event.
  public var concentration: Double?
  /// The slope of the n-weighted line of r on R: from the most to the least deprived end. Nil where all share one rank.
  public var slope: Double?
  /// fitted(0)/fitted(1): how many times as much the most deprived end has. Nil unless both are over 0.
  public var relative: Double?
  /// The interval of `concentration`, from draws.
  public var concentrationInterval: Interval?
  /// The interval of `slope`, from draws.
  public var slopeInterval: Interval?
  /// The interval of `relative`, from draws; nil where a draw has none.
  public var relativeInterval: Interval?
  /// Places that counted.
  public var places: Int

  /// One place.
  public struct Place: Hashable, Sendable {
    /// Deprivation, 1 = the most deprived; nil: the place is left out.
    public var rank: Double?
    /// Events.
    public var events: Double
    /// People; 0, or fewer than events: the place is left out.
    public var people: Double
    /// Draws of its rate (`RateDraws`); nil: no intervals.
    public var draws: [Double]?
    /// Makes a place.
    public init(rank: Double?, events: Double, people: Double, draws: [Double]? = nil) {
      (self.rank, self.events, self.people, self.draws) = (rank, events, people, draws)
    }
  }

  /// Nil where no place counts.
  public init?(_ places: [Place]) {
    let known = places.filter { $0.rank != nil && $0.people > 0 && $0.events >= 0 && $0.events <= $0.people }
      .sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
    guard !known.isEmpty else { return nil }
    self.places = known.count
    let total = known.reduce(0) { $0 + $1.people }
    let shares = known.map { $0.people / total }
    let positions = Self.positions(known.map { $0.rank ?? 0 }, shares)
    let exact = Self.indices(known.map { $0.events / $0.people }, shares, positions)
    (concentration, slope, relative) = exact
    let draws = known.map { $0.draws ?? [] }
    let count = draws.map(\.count).min() ?? 0
    guard count > 0 else { return }
    let drawn = (0..<count).map { draw in Self.indices(draws.map { $0[draw] }, shares, positions) }
    if concentration != nil { concentrationInterval = Percentile.interval(drawn.compactMap(\.0)) }
    if slope != nil { slopeInterval = Percentile.interval(drawn.compactMap(\.1)) }
    let ratios = drawn.compactMap(\.2)
    if relative != nil, ratios.count == count { relativeInterval = Percentile.interval(ratios) }
  }

  private static func positions(_ ranks: [Double], _ shares: [Double]) -> [Double] {
    var positions = [Double](repeating: 0, count: ranks.count)
    var (start, before) = (0, 0.0)
    while start < ranks.count {
      var end = start
      var block = 0.0
      while end < ranks.count, ranks[end] == ranks[start] {
        block += shares[end]
        end += 1
      }
      for place in start..<end { positions[place] = before + block / 2 }
      before += block
      start = end
    }
    return positions
  }

  private static func indices(
    _ rates: [Double], _ shares: [Double], _ positions: [Double]
  ) -> (Double?, Double?, Double?) {
    var (mean, cross, middle) = (0.0, 0.0, 0.0)
    for place in rates.indices {
      mean += shares[place] * rates[place]
      cross += shares[place] * rates[place] * positions[place]
      middle += shares[place] * positions[place]
    }
    let concentration = mean > 0 ? 2 * cross / mean - 1 : nil
    var (covariance, variance) = (0.0, 0.0)
    for place in rates.indices {
      let gap = positions[place] - middle
      covariance += shares[place] * gap * (rates[place] - mean)
      variance += shares[place] * gap * gap
    }
    guard variance > 0 else { return (concentration, nil, nil) }
    let slope = covariance / variance
    let (first, last) = (mean - slope * middle, mean + slope * (1 - middle))
    return (concentration, slope, first > 0 && last > 0 ? first / last : nil)
  }
}
