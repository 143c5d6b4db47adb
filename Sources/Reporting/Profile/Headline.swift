import Measures
import Statistics
import Workspace

extension ProfileSections {
  /// What a centre head should take away first of all: whom the centre's place reaches, and how sure that is.
  func headline() -> [String] {
    if hasPeople, hasUse, let reached = rates.reached, let value = reached.value {
      if reached.exceedsEstimate || rates.enrolled?.exceedsEstimate == true {
        return [say("More children are enrolled here than the estimate says live here. No rate is safe.")]
      }
      let limits = reached.interval.map { interval in
        say("The true figure is likely \(between(interval.lower, interval.upper).ofFigure(reached.id)).")
      }
      return [say("About \(inHundred(value).ofFigure(reached.id)) \(ages) who live here were reached.")]
        + (limits.map { [$0] } ?? [])
    }
    if hasPeople, hasUse, let rate = rates.reachedOfEnrolled, let value = rate.value {
      return [
        say("About \(inHundred(value).ofFigure(rate.id)) enrolled children who live here were reached."),
        say("We do not know how many children live here in all."),
      ]
    }
    guard hasPeople else {
      return [say("No list of enrolled children was given. So this page cannot say who was reached.")]
    }
    return [
      say(
        "\(counts.text(catchment.people.enrolled).ofFigure(id("enrolled.count"))) children who live here are enrolled."),
      say("No record of visits was given. So we cannot say who was reached."),
    ]
  }

  /// A sentence on each threshold; those missed or met together share one.
  func verdicts(of rate: Rate?) -> [String] {
    let judgements = rate?.judgements ?? []
    let missed = judgements.filter { $0.verdict == .notMet }
    let met = judgements.filter { $0.verdict == .met }
    var lines: [String] = []
    if met.count > 1 { lines.append(say("The levels of \(levels(met)) are met.")) }
    if met.count == 1 { lines += met.map { verdict($0, rate?.id) } }
    lines += judgements.filter { $0.verdict != .met && $0.verdict != .notMet }.map { verdict($0, rate?.id) }
    if missed.count > 1 { lines.append(say("The levels of \(levels(missed)) are not met.")) }
    if missed.count == 1 { lines += missed.map { verdict($0, rate?.id) } }
    return lines
  }

  private func levels(_ judgements: [ThresholdJudgement]) -> String {
    say.list(judgements.map { say.percent($0.threshold) })
  }

  /// One sentence on one threshold.
  func verdict(_ judgement: ThresholdJudgement, _ figure: String?) -> String {
    let level = say.percent(judgement.threshold)
    switch judgement.verdict {
    case .met: return say("The \(level) level is met.")
    case .notMet: return say("The \(level) level is not met.")
    case .cannotTell(let more):
      let first = say("We cannot tell yet if the \(level) level is met.")
      return first + " "
        + say.plural(
          more, one: "1 more child would settle it.", many: "\(say.number(more)) more children would settle it."
        ).ofFigure(figure)
    case .tooSmall: return say("This place is too small to show \(level).")
    }
  }

  /// A whole number, to the base where counts are coarsened.
  func roundedToShow(_ value: Double) -> Int {
    let base = Double(max(1, counts.isCoarse ? counts.base : 1))
    return Int((value / base + 0.5).rounded(.down) * base)
  }
}
