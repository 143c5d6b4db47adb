import Measures
import Statistics
import Workspace

extension ProfileSections {
  /// What a centre head should take away, in short sentences.
  func headline() -> [String] {
    var lines: [String] = []
    if hasPeople, hasUse, let reached = rates.reached, let value = reached.value {
      if reached.exceedsEstimate || rates.enrolled?.exceedsEstimate == true {
        lines.append(say("More children are enrolled here than the estimate says live here. No rate is safe."))
      } else {
        lines.append(say("About \(inHundred(value).ofFigure(reached.id)) \(ages) who live here were reached."))
        if let interval = reached.interval {
          lines.append(
            say("The true figure is likely \(between(interval.lower, interval.upper).ofFigure(reached.id))."))
        }
        lines += verdicts(of: reached)
      }
    } else if hasPeople, hasUse, let rate = rates.reachedOfEnrolled, let value = rate.value {
      lines.append(say("About \(inHundred(value).ofFigure(rate.id)) enrolled children who live here were reached."))
      lines.append(say("We do not know how many children live here in all."))
    } else if hasPeople {
      lines.append(
        say(
          "\(counts.text(catchment.people.enrolled).ofFigure(id("enrolled.count"))) children who live here are enrolled."
        ))
      lines.append(say("No record of visits was given. So we cannot say who was reached."))
    } else {
      lines.append(say("No list of enrolled children was given. So this page cannot say who was reached."))
    }
    if let here = rates.reachedHere?.value, let all = rates.reached?.value, centre != nil, all <= 1 {
      lines.append(say("This centre itself reached \(inHundred(here).ofFigure(rates.reachedHere?.id)) of them."))
    }
    if let share = borough.book.figure("children.decile-1", at: catchment.code)?.value, share >= 0.005 {
      let tenth = inHundred(share).ofFigure(id("children.decile-1"))
      lines.append(say("\(tenth) children here live in the most deprived tenth of areas.").capitalisedFirst)
    }
    if let least = leastReached().first, let gap = least.unreached, gap >= 10, hasUse {
      lines.append(
        say(
          "The area with most children still to reach is \(least.name): about \(say.number(roundedToShow(gap)).ofFigure(id("unreached", at: least.code)))."
        ))
    }
    return lines + evidenceHeadline()
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
