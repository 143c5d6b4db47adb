import Statistics
import Workspace

extension ProfileSections {
  /// Whether any area has a national tenth.
  var hasDeprivation: Bool { facts.areas.contains { $0.indicators["imd"]?.decile != nil } }

  /// The denominator set that children are weighed by, if any area has it.
  private var childrenSet: String? {
    ["children", "children-0-15", "population"].first { set in
      facts.areas.contains { $0.denominators[set]?.value != nil }
    }
  }

  /// Shares of children in each national tenth, 1 first; nil where nothing is known.
  func sharesByTenth(of members: [Borough.Member]) -> [Double]? {
    guard let set = childrenSet else { return nil }
    var shares = [Double](repeating: 0, count: 10)
    var total = 0.0
    for member in members {
      let area = facts.areas[member.area]
      guard let decile = area.indicators["imd"]?.decile, (1...10).contains(decile),
        let children = area.denominators[set]?.value
      else { continue }
      shares[decile - 1] += member.weight * children
      total += member.weight * children
    }
    return total > 0 ? shares.map { $0 / total } : nil
  }

  /// The share of children in the most deprived tenth of areas of the nation.
  func shareInMostDeprivedTenth(of members: [Borough.Member]) -> Double? { sharesByTenth(of: members)?.first }

  /// Deprivation of children by national tenth.
  func deprivationSection() -> Section {
    let title = say("How deprived the areas are")
    guard hasDeprivation, let own = sharesByTenth(of: members) else {
      return Section(
        "deprivation", title, [.notice(say("No index of deprivation was given. So this part is empty."))])
    }
    let everywhere = facts.areas.indices.map { Borough.Member(area: $0, weight: 1) }
    let all = sharesByTenth(of: everywhere)
    let indicator = facts.indicators.first { $0.id == "imd" }
    let most = own.firstIndex(of: own.max() ?? 0) ?? 0
    var sentence = say("\(inHundred(own[0])) children here live in the most deprived tenth of areas in the country.")
      .capitalisedFirst
    if let all { sentence += " " + say("In the whole of \(facts.name) it is \(inHundred(all[0])).") }
    let chart = ColumnChart(
      columns: (0..<10).map { index in
        .init(
          label: String(index + 1), value: own[index], text: own[index] > 0 ? say.percent(own[index]) : "0",
          reference: all?[index])
      }, say: say, axis: say("national tenth: 1 = most deprived, 10 = least"),
      ownName: say("children of this catchment"),
      referenceName: all == nil ? nil : say("children of \(facts.name)"))
    let picture = chart.draw(
      title: say("Children by national tenth of deprivation"),
      description: say("Column chart. Most children, \(say.percent(own[most])), live in tenth \(String(most + 1)).")
        + " " + say("\(say.percent(own[0])) live in tenth 1, the most deprived."))
    let table = Table(
      say("Children by national tenth of deprivation"),
      columns: [
        .init(say("Tenth")), .init(say("This catchment"), isNumeric: true), .init(facts.name, isNumeric: true),
      ],
      rows: (0..<10).map { index in
        [
          Cell(index == 0 ? say("1 (most)") : index == 9 ? say("10 (least)") : String(index + 1)),
          Cell(say.percent(own[index]), number: own[index]),
          Cell(all.map { say.percent($0[index]) } ?? "–", number: all?[index]),
        ]
      })
    var blocks: [Block] = [.paragraph(sentence), .beside([.picture(picture)], [.table(table)])]
    if let indicator {
      blocks.append(
        .note(
          say("\(indicator.title), \(indicator.vintage). Deprivation is of areas: not every child there is deprived.")))
    }
    return Section("deprivation", title, blocks)
  }
}
