import Measures
import Statistics
import Tally
import Workspace

extension ProfileSections {
  /// The page in short, as a centre head asks: who lives here, who is reached, who is missing, what people say, what we
  /// claim and how it will be tested. A question of which nothing is known is left to its section.
  func inShort() -> [Answer] {
    let answers = [
      Answer(say("Who lives here"), section: "people", livingHere()),
      Answer(say("Who is reached"), section: "reach", reachedHere()),
      Answer(say("Who is missing"), section: "outreach", missing()),
    ]
    return [Answer(headline().map { .init($0) })] + (answers + evidenceInShort()).filter { !$0.lines.isEmpty }
  }

  private func livingHere() -> [Answer.Line] {
    var lines: [Answer.Line] = []
    if let children = rates.children {
      let number = say.decimal(children, places: 0).ofFigure(id("children.count"))
      lines.append(.init(say("About \(number) \(ages) live here.")))
    }
    if let share = borough.book.figure("children.decile-1", at: catchment.code)?.value, share >= 0.005 {
      let tenth = inHundred(share).ofFigure(id("children.decile-1"))
      lines.append(.init(say("\(tenth) children here live in the most deprived tenth of areas.").capitalisedFirst))
    }
    return lines
  }

  private func reachedHere() -> [Answer.Line] {
    guard hasPeople, hasUse, let reached = rates.reached, reached.value != nil, !reached.exceedsEstimate,
      rates.enrolled?.exceedsEstimate != true
    else { return [] }
    var lines = verdicts(of: reached)
    if let here = rates.reachedHere?.value, centre != nil {
      lines.append(say("This centre itself reached \(inHundred(here).ofFigure(rates.reachedHere?.id)) of them."))
    }
    if let sustained = rates.sustained, let value = sustained.value, !counts.isHidden(sustained.numerator) {
      lines.append(
        say("\(inHundred(value).ofFigure(sustained.id)) children here \(sustainedMeaning).").capitalisedFirst)
    }
    return lines.map { .init($0) }
  }

  private func missing() -> [Answer.Line] {
    guard hasPeople, hasUse else { return [] }
    var lines: [String] = []
    if let least = leastReached().first, let gap = least.unreached, gap >= 10 {
      let number = say.number(roundedToShow(gap)).ofFigure(id("unreached", at: least.code))
      let most = say("The area with most children still to reach is \(least.name): about \(number).")
      let share = say.percent(least.member.weight).ofFigure(id(RunMeasures.shareOfArea(least.code)))
      lines.append(least.member.weight < 0.995 ? most + " " + say("Of the area \(share) counts here.") : most)
    }
    lines += pocketsInShort() + groupInShort()
    return lines.map { .init($0) }
  }

  /// The group that falls furthest behind the others, where that is more than chance.
  private func groupInShort() -> [String] {
    guard chosen == nil else { return [] }
    let keys = Set(catchment.splits.filter { $0.by == "group" }.map(\.key)).sorted()
    let behind = keys.compactMap { key -> (key: String, gap: Figure, value: Double)? in
      guard let gap = borough.book.figure("group-gap.\(key)", at: catchment.code), let value = gap.value,
        let interval = gap.interval, interval.upper < 0
      else { return nil }
      return (key, gap, value)
    }.min { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let behind,
      let rate = Rate(borough.book.figure("group-reached.\(behind.key)", at: catchment.code), thresholds: []),
      let share = rate.value, !counts.isHidden(rate.numerator)
    else { return [] }
    let difference = signed(behind.value).ofFigure(behind.gap.id)
    return [
      say(
        "Of those enrolled in the group \(groupName(behind.key)), \(inHundred(share).ofFigure(rate.id)) are reached: a gap to the others of \(difference) in 100."
      )
    ]
  }
}
