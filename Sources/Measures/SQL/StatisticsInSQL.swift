import Statistics
import Workspace

extension AnalystFunctions {
  /// The functions behind the figures, for `needs sql`: an interval in SQL is the interval on the page.
  ///
  /// `wilson_lower(x, n)`, `wilson_upper(x, n)`, `byar_lower(x)`, `byar_upper(x)`, `poisson_exact_lower(x)`,
  /// `poisson_exact_upper(x)` at 95 %, or with one more argument, as 99.8, at that level; `newcombe_lower(x1, n1, x2, n2)`,
  /// `newcombe_upper` of the first rate less the second; `exp_transform(rank, n)`, `p_at_least(x, n, t)`, `normal_cdf(z)`; aggregates
  /// `weighted_mean(v, w)`, `extent(rank, n, p)`, `local_concentration(rank, n, p)`, `average_rank(rank, n, p)`,
  /// `proportion_most_deprived(rank, n)`. NULL where there is no answer.
  public static let statistics = AnalystFunctions(
    scalars: intervals + [
      .init("newcombe_lower", 4) { difference($0)?.interval.lower },
      .init("newcombe_upper", 4) { difference($0)?.interval.upper },
      .init("exp_transform", 2) { numbers in
        Int(exactly: numbers[1]).flatMap { ExponentialTransform.score(rank: numbers[0], of: $0) }
      },
      .init("p_at_least", 3) { ThresholdJudgement(events: $0[0], of: $0[1], threshold: $0[2])?.probability },
      .init("normal_cdf", 1) { Normal.cumulative($0[0]) },
    ],
    aggregates: [
      WeightedMeanInSQL.self, ExtentInSQL.self, LocalConcentrationInSQL.self, AverageRankInSQL.self,
      ProportionInSQL.self,
    ])
}

extension AnalystFunctions {
  /// Each limit at 95 %, and at the level that one more argument says in per cent.
  private static var intervals: [Scalar] {
    func limits(
      _ name: String, _ count: Int, _ interval: @escaping @Sendable ([Double], ConfidenceLevel) -> Interval?
    ) -> [Scalar] {
      func limit(_ side: String, _ of: @escaping @Sendable (Interval) -> Double) -> [Scalar] {
        [
          Scalar("\(name)_\(side)", count) { interval($0, .percent95).map(of) },
          Scalar("\(name)_\(side)", count + 1) { numbers in
            level(numbers[count]).flatMap { interval(numbers, $0) }.map(of)
          },
        ]
      }
      return limit("lower") { $0.lower } + limit("upper") { $0.upper }
    }
    return limits("wilson", 2) { Wilson.interval(events: $0[0], of: $0[1], at: $1) }
      + limits("byar", 1) { Byar.interval(events: $0[0], at: $1) }
      + limits("poisson_exact", 1) { ExactPoisson.interval(events: $0[0], at: $1) }
  }

  private static func level(_ percent: Double) -> ConfidenceLevel? {
    switch percent {
    case 95: .percent95
    case 99.8: .percent99point8
    default: ConfidenceLevel(percent / 100)
    }
  }

  private static func difference(_ numbers: [Double]) -> ProportionDifference? {
    ProportionDifference(
      BoundedNumber(numbers[0]), of: BoundedNumber(numbers[1]), less: BoundedNumber(numbers[2]),
      of: BoundedNumber(numbers[3]))
  }
}

private enum WeightedMeanInSQL: AnalystAggregate {
  static let name = "weighted_mean"
  static let arguments = 2
  static func value(of rows: [[Double?]]) -> Double? {
    WeightedMean.of(
      rows.compactMap { row in
        guard let value = row[0], let weight = row[1] else { return nil }
        return (value, weight)
      })
  }
}

/// The rows of rank, N and people as a summary; nil where the rows do not agree on N.
private func summary(_ rows: [[Double?]]) -> DeprivationSummary? {
  let sizes = Set(rows.compactMap { $0[1] })
  guard sizes.count == 1, let size = sizes.first.flatMap({ Int(exactly: $0) }) else { return nil }
  return DeprivationSummary(
    rows.map { .init(rank: $0[0], people: $0.count > 2 ? $0[2] : nil) }, of: size)
}

private enum ExtentInSQL: AnalystAggregate {
  static let name = "extent"
  static let arguments = 3
  static func value(of rows: [[Double?]]) -> Double? { summary(rows)?.extent }
}

private enum LocalConcentrationInSQL: AnalystAggregate {
  static let name = "local_concentration"
  static let arguments = 3
  static func value(of rows: [[Double?]]) -> Double? { summary(rows)?.localConcentration }
}

private enum AverageRankInSQL: AnalystAggregate {
  static let name = "average_rank"
  static let arguments = 3
  static func value(of rows: [[Double?]]) -> Double? { summary(rows)?.averageRank }
}

private enum ProportionInSQL: AnalystAggregate {
  static let name = "proportion_most_deprived"
  static let arguments = 2
  static func value(of rows: [[Double?]]) -> Double? { summary(rows)?.proportion }
}
