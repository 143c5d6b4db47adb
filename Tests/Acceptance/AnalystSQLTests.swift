import Foundation
import Testing

/// The functions of `needs sql`, held against SciPy 1.x: `scipy.stats.norm`, `chi2`, `beta` with the formulas of
/// measures.md. Printed with 16 places by scipy.
@Suite("The functions of needs sql") struct AnalystSQLTests {
  private static let workspace: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    let run = try NeedsCommand.run(
      "audit", NeedsCommand.root.appendingPathComponent("geodata/audit.yml").path, "--workspace", folder.path("W.gpkg"))
    #expect(run.exitCode == 0, "\(run.messages)")
    return folder
  }

  /// What a SELECT of one number gives; nil for NULL.
  private func number(_ expression: String) throws -> Double? {
    let run = try NeedsCommand.run(
      "sql", "SELECT \(expression)", "--workspace", try Self.workspace.get().path("W.gpkg"), "--format", "csv")
    try #require(run.exitCode == 0, "\(expression): \(run.messages)")
    return Double(run.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first ?? "")
  }

  @Test(
    "give what SciPy gives, at 95 % and at 99.8 %",
    arguments: [
      ("wilson_lower(65, 100)", 0.5525444329688797), ("wilson_upper(65, 100)", 0.7363575175690247),
      ("wilson_lower(65, 100, 99.8)", 0.49549465740704474), ("wilson_upper(65, 100, 99.8)", 0.7783540614089685),
      ("wilson_upper(3, 7, 99.8)", 0.847956435374812), ("wilson_lower(0, 5)", 0), ("wilson_upper(5, 5)", 1),
      ("byar_lower(10)", 4.787449913967563), ("byar_upper(10)", 18.391458605756473),
      ("byar_lower(250, 99.8)", 203.96201219765697), ("byar_upper(250, 99.8)", 302.8327229872441),
      ("poisson_exact_lower(3)", 0.6186721228956014), ("poisson_exact_upper(3)", 8.767273069742323),
      ("poisson_exact_lower(0)", 0), ("poisson_exact_upper(0)", 3.6888794541139354),
      ("poisson_exact_upper(9, 99.8)", 22.65737330906293),
      ("newcombe_lower(56, 70, 48, 80)", 0.0524314724023649), ("newcombe_upper(56, 70, 48, 80)", 0.333872654036906),
      ("newcombe_lower(10, 10, 0, 20)", 0.6790860371419147), ("p_at_least(65, 100, 0.65)", 0.4957973943762206),
      ("exp_transform(1, 32844)", 100), ("normal_cdf(0)", 0.5),
      ("weighted_mean(v, w) FROM (SELECT 1 v, 3 w UNION SELECT 5, 1 UNION SELECT NULL, 9 UNION SELECT 2, NULL)", 2),
      ("extent(r, 100, p) FROM (SELECT 10 r, 1 p UNION SELECT 11, 1 UNION SELECT 31, 2)", 0.4875),
      ("local_concentration(r, 10, p) FROM (SELECT 1 r, 5 p UNION SELECT 10, 45)", 10),
      ("average_rank(r, 10, p) FROM (SELECT 1 r, 5 p UNION SELECT 10, 5)", 5.5),
      ("proportion_most_deprived(r, 10) FROM (SELECT 1 r UNION SELECT 10)", 0.5),
    ])
  func values(_ expression: String, _ expected: Double) throws {
    let value = try #require(try number(expression))
    #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(expression) = \(value)")
  }

  @Test(
    "are NULL where there is no answer",
    arguments: [
      "wilson_lower(0, 0)", "wilson_lower(7, 5)", "wilson_upper(-1, 5)", "wilson_lower(NULL, 5)",
      "wilson_lower(3, NULL)",
      "wilson_lower('many', 5)", "wilson_lower(3, 5, 0)", "wilson_lower(3, 5, 100)", "wilson_lower(3, 5, NULL)",
      "byar_lower(-1)", "byar_upper(NULL)", "poisson_exact_upper(-2)", "exp_transform(0, 10)", "exp_transform(11, 10)",
      "exp_transform(1, 0)", "exp_transform(3, 2.5)", "p_at_least(7, 5, 0.65)", "p_at_least(3, 5, 1.5)",
      "newcombe_lower(1, 0, 1, 5)", "newcombe_lower(6, 5, 1, 5)", "weighted_mean(1, 0)",
      "weighted_mean(v, w) FROM (SELECT 1 v, 1 w) WHERE 0", "extent(1, 10, 0)", "extent(12, 10, 5)", "extent(0, 10, 5)",
      "extent(NULL, 10, 5)", "extent(r, n, 1) FROM (SELECT 1 r, 10 n UNION SELECT 2, 11)", "average_rank(1, 10, -3)",
      "proportion_most_deprived(0, 10)", "proportion_most_deprived(12, 10)",
    ])
  func noAnswer(_ expression: String) throws {
    #expect(try number(expression) == nil, "\(expression)")
  }
}
