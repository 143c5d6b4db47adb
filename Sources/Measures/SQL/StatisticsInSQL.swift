import Statistics
import Workspace

extension AnalystFunctions {
  /// The functions behind the figures, for `needs sql`: an interval in SQL is the interval on the page.
  ///
  /// `wilson_lower(x, n)`, `wilson_upper(x, n)`, `byar_lower(x)`, `byar_upper(x)`, `poisson_exact_lower(x)`,
  /// `poisson_exact_upper(x)` (all at 95 %), `exp_transform(rank, n)`, `p_at_least(x, n, t)`, `normal_cdf(z)`; aggregates
  /// `weighted_mean(v, w)`, `extent(rank, n, p)`, `local_concentration(rank, n, p)`, `average_rank(rank, n, p)`,
  /// `proportion_most_deprived(rank, n)`. NULL where there is no answer.
  public static let statistics = AnalystFunctions(
    scalars: [
      .init("wilson_lower", 2) { Wilson.interval(events: $0[0], of: $0[1])?.lower },
      .init("wilson_upper", 2) { Wilson.interval(events: $0[0], of: $0[1])?.upper },
      .init("byar_lower", 1) { Byar.interval(events: $0[0])?.lower },
      .init("byar_upper", 1) { Byar.interval(events: $0[0])?.upper },
      .init("poisson_exact_lower", 1) { ExactPoisson.interval(events: $0[0])?.lower },
      .init("poisson_exact_upper", 1) { ExactPoisson.interval(events: $0[0])?.upper },
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
