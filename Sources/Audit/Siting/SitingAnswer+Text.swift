import Siting
import Tally
import Workspace

extension SitingAnswer {
  /// The chosen sites as rows: metres, people served (the nearest site is theirs), and the place.
  public var table: QueryResult {
    QueryResult(
      columns: ["site", "name", "easting", "northing", "serves", "mean_metres"],
      rows: chosen.map { site in
        [
          .text(site.code), .text(site.name), .real(Self.rounded(site.point.x)), .real(Self.rounded(site.point.y)),
          .real(Self.rounded(site.serves)), .real(Self.rounded(site.metres)),
        ]
      })
  }

  /// What was asked and what the sites better, a line each.
  public var summary: [String] {
    func whole(_ number: Double) -> String { String(Int(number.rounded())) }
    func percent(_ number: Double) -> String { "\((1000 * number / problem.weight).rounded() / 10) %" }
    let goal =
      question.isCoverage
      ? "as many as possible within \(whole(question.within)) m (maximal covering)"
      : "the least distance for all (p-median)"
    let kept: String =
      switch question.existing {
      case .keep: "\(problem.kept.count) existing centres stay"
      case .offer: "existing centres are candidates like the others"
      case .ignore: "as if there were no centre yet"
      }
    var lines = [
      "\(name), \(cycle): \(question.sites) sites among \(problem.candidates.count) candidates; \(kept).",
      "Need: \(question.need.words), \(whole(problem.weight)) in \(problem.demand.count) areas. Goal: \(goal).",
      "Mean straight-line distance: \(mean.before.map { "\(whole($0)) m before, " } ?? "")\(whole(mean.after)) m after.",
      "Within \(whole(question.within)) m: \(problem.kept.isEmpty ? "" : "\(percent(covered.before)) before, ")"
        + "\(percent(covered.after)) after.",
      proof,
    ]
    if chosen.count < question.sites {
      lines.append("\(chosen.count) are enough: a further site would better nothing.")
    }
    if !leftOut.isEmpty {
      lines.append(
        "\(leftOut.count) areas without a number or a place are left out: \(leftOut.prefix(5).joined(separator: ", "))."
      )
    }
    return lines
  }

  /// How sure it is that nothing is better.
  public var proof: String {
    if solution.isProven { return "Proven: no other choice is better." }
    guard let gap = solution.gap else {
      return "Stopped after \(question.seconds) s: it is not known how much better another choice could be."
    }
    return
      "Stopped after \(question.seconds) s: another choice could be better by at most \((gap * 10_000).rounded() / 100) %."
  }

  /// All of it as JSON.
  public var json: String {
    func number(_ value: Double?) -> String {
      value.flatMap { $0.isFinite ? String(Self.rounded($0)) : nil } ?? "null"
    }
    return """
      {
      "audience": "\(isInternal ? "internal" : "any")",
      "borough": \(JSONText.quoted(name)),
      "cycle": \(JSONText.quoted(cycle)),
      "need": \(JSONText.quoted(question.need.words)),
      "goal": "\(question.isCoverage ? "coverage" : "distance")",
      "within": \(number(question.within)),
      "people": \(number(problem.weight)),
      "proven": \(solution.isProven),
      "gap": \(solution.gap.map { $0.isFinite ? String($0) : "null" } ?? "null"),
      "mean_metres_before": \(number(mean.before)),
      "mean_metres_after": \(number(mean.after)),
      "within_before": \(number(covered.before)),
      "within_after": \(number(covered.after)),
      "sites": \(table.json().dropLast())
      }

      """
  }

  private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
