/// The government's summaries of deprivation for a district, a catchment or any other set of areas.
///
/// English Indices of Deprivation 2019, Research report, ch. 3.3: average score, average rank, proportion, extent, local
/// concentration. National ranks are used, never local ones. An area may count in part: `weight` is its share (see
/// `ApportionmentRule`), `people` its own denominator in each domain.
public struct DeprivationSummary: Hashable, Sendable {
  /// One area's place in the index.
  public struct Member: Hashable, Sendable {
    /// The national rank, 1 = most deprived; nil: not published.
    public var rank: Double?
    /// The score, where there is one.
    public var score: Double?
    /// The people that the domain counts; nil: not known.
    public var people: Double?
    /// The share of the area that belongs to the place, 0…1.
    public var weight: Double
    /// Makes a member.
    public init(rank: Double?, score: Double? = nil, people: Double?, weight: Double = 1) {
      self.rank = rank
      self.score = score
      self.people = people
      self.weight = weight
    }
  }

  /// Σ w·p·score / Σ w·p. Nil where a member has no score.
  public var averageScore: Double?
  /// Σ w·p·(N + 1 − rank) / Σ w·p: N is the most deprived.
  public var averageRank: Double?
  /// The share of areas (in part where they count in part) among the most deprived tenth, rank ≤ ⌊N/10⌋.
  public var proportion: Double?
  /// The share of people in the most deprived three tenths, those past the first tenth counted less and less.
  public var extent: Double?
  /// The people-weighted mean turned rank of the most deprived areas that hold exactly a tenth of the people.
  public var localConcentration: Double?
  /// Members that count (weight over 0).
  public var members: Int
  /// Of those, members without people or a rank from 1 to N. They are left out (of the proportion only those without a rank), and to
  /// be named.
  public var missing: Int
  /// Of those with rank and people, members without a score.
  public var missingScores: Int

  /// Summarises members of an index of `count` areas. With nobody in them the figures that weigh by people are nil; with
  /// no member at all every figure is.
  public init(_ members: [Member], of count: Int) {
    let counting = members.filter { $0.weight > 0 }
    self.members = counting.count
    let size = Double(count)
    let ranked = counting.compactMap { member in
      member.rank.flatMap { $0 >= 1 && $0 <= size ? (rank: $0, weight: member.weight) : nil }
    }
    let known = counting.compactMap { member -> (rank: Double, people: Double, weight: Double, score: Double?)? in
      guard let rank = member.rank, let people = member.people, people >= 0, rank >= 1, rank <= size
      else { return nil }
      return (rank, people, member.weight, member.score)
    }
    missing = counting.count - known.count
    missingScores = known.count { $0.score == nil }
    averageScore =
      missingScores == 0
      ? WeightedMean.of(known.map { ($0.score ?? 0, $0.weight * $0.people) }) : nil
    averageRank = WeightedMean.of(known.map { (size + 1 - $0.rank, $0.weight * $0.people) })
    proportion = WeightedMean.of(ranked.map { ($0.rank <= (size / 10).rounded(.down) ? 1 : 0, $0.weight) })
    extent = WeightedMean.of(
      known.map { (Self.extentWeight(rank: $0.rank, of: count), $0.weight * $0.people) })
    localConcentration = Self.concentration(
      known.map { (turned: size + 1 - $0.rank, people: $0.weight * $0.people) })
  }

  /// How much the people of an area count for the extent: q = ⌈100·rank/N⌉; 1 to q = 10; 0.95 − (0.9/19)(q − 11) to
  /// q = 30; else 0.
  public static func extentWeight(rank: Double, of count: Int) -> Double {
    guard count > 0, rank >= 1 else { return 0 }
    let percentile = (100 * rank / Double(count)).rounded(.up)
    if percentile <= 10 { return 1 }
    if percentile <= 30 { return 0.95 - (0.9 / 19) * (percentile - 11) }
    return 0
  }

  private static func concentration(_ areas: [(turned: Double, people: Double)]) -> Double? {
    let tenth = areas.reduce(0) { $0 + $1.people } / 10
    guard tenth > 0 else { return nil }
    var (held, sum) = (0.0, 0.0)
    for area in areas.sorted(by: { $0.turned > $1.turned }) {
      // The last area counts in part.
      let people = min(area.people, tenth - held)
      sum += people * area.turned
      held += people
      if held >= tenth { break }
    }
    return sum / held
  }
}
