import Statistics
import Workspace

extension Comparison {
  private static let mostDots = 60

  func dotsSection() -> Section {
    let title = say("Places with their intervals")
    guard !compared.ranked.isEmpty else { return Section("dots", title, [.notice(say("There is no figure to draw."))]) }
    // Of many small areas, the ends of the order; the table has all.
    var shown = compared.ranked
    var note: Block?
    if shown.count > Comparison.mostDots {
      shown = Array(shown.prefix(Comparison.mostDots / 2) + shown.suffix(Comparison.mostDots / 2))
      note = .note(
        say(
          "The \(say.number(Comparison.mostDots / 2)) highest and the \(say.number(Comparison.mostDots / 2)) lowest are drawn; the table has all."
        ))
    }
    let chart = RankedDots(
      rows: shown.compactMap { place in
        guard let value = place.rate.value, value <= 1, let interval = place.rate.interval else { return nil }
        return .init(
          label: place.name, value: value, low: interval.lower, high: interval.upper,
          differs: place.rate.differs == true)
      }, reference: compared.wholeRate,
      referenceName: kind == .centre ? say("all centres together") : say("the whole of \(facts.name)"), say: say,
      axis: say("in 100"), dotName: say("best estimate"), lineName: say("95% interval"))
    let different = compared.places.filter { $0.rate.differs == true }.count
    let picture = chart.draw(
      title: say("\(measureTitle), by place"),
      description: say(
        "Dots with intervals for \(say.number(shown.count)) places; different from the whole by more than chance: \(say.number(different)). The table has the numbers."
      ))
    return Section("dots", title, [.picture(picture)] + (note.map { [$0] } ?? []))
  }

  func funnelSection() -> Section {
    let title = say("Which places stand out for their size")
    guard let funnel = compared.funnel, funnel.rate > 0, funnel.rate < 1 else {
      return Section("funnel", title, [.notice(say("There is no rate of the whole to compare with."))])
    }
    let marks = compared.places.compactMap { place -> FunnelPlot.Mark? in
      guard let children = place.rate.denominator, children > 0, let value = place.rate.value, value <= 1,
        !counts.isHidden(place.rate.numerator)
      else { return nil }
      return .init(label: place.name, children: children, value: value, side: place.side ?? 0)
    }
    let out = compared.places.filter { ($0.side ?? 0) != 0 }
    let names = out.prefix(8).map(\.name)
    let picture = FunnelPlot(marks: marks, funnel: funnel, say: say, axis: say("in 100")).draw(
      title: say("Funnel plot: \(measureTitle)"),
      description: out.isEmpty
        ? say("Funnel plot of \(say.number(marks.count)) places. None lies beyond the 99.8% limits.")
        : say(
          "Funnel plot of \(say.number(marks.count)) places. Beyond the 99.8% limits: \(say.number(out.count)), such as \(say.list(Array(names)))."
        ))
    return Section(
      "funnel", title,
      [
        .picture(picture),
        .note(say("Small places vary more by chance. The limits are wide for them and narrow for large ones.")),
      ])
  }

  func ranksSection() -> Section {
    let title = say("How sure the order is")
    guard kind != .area else {
      return Section(
        "ranks", title, [.paragraph(say("Small areas are not ranked: chance moves them too far in any order."))])
    }
    let places = compared.ranked.filter { $0.rank != nil }
    guard places.count > 1 else {
      return Section("ranks", title, [.paragraph(say("There are too few places to rank."))])
    }
    let chart = RankedDots(
      rows: places.compactMap { place in
        place.rank.map {
          .init(label: place.name, value: $0.mean, low: $0.interval.lower, high: $0.interval.upper, differs: true)
        }
      }, reference: nil, referenceName: "", say: say, isShare: false, axis: say("rank, 1 = highest"),
      dotName: say("mean rank"), lineName: say("middle 95% of ranks drawn"), isJudged: false)
    let first = places[0]
    let picture = chart.draw(
      title: say("Ranks with their doubt"),
      description: say(
        "Ranks of \(say.number(places.count)) places. \(first.name) is in the top three in \(say.percent(first.rank?.shareInTop ?? 0)) of draws."
      ))
    let lines = places.prefix(5).map { place in
      say("\(place.name) is in the top three in \(topThree(place)) of draws.")
    }
    return Section("ranks", title, [.beside([.picture(picture)], [.list(lines)])])
  }
}
