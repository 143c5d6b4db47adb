import Measures
import Statistics
import Workspace

extension ProfileSections {
  /// Whether any area has a national tenth.
  var hasDeprivation: Bool { facts.decileIndicator != nil }

  /// Shares of children in each national tenth, 1 first; nil where they are not known.
  private func sharesByTenth(at place: String) -> [Double]? {
    let book = place == Figure.authorityPlace ? borough.whole : borough.book
    let shares = (1...10).compactMap { book.figure("children.decile-\($0)", at: place)?.value }
    return shares.count == 10 ? shares : nil
  }

  /// Deprivation of children by national tenth.
  func deprivationSection() -> Section {
    let title = say("How deprived the areas are")
    guard hasDeprivation, let own = sharesByTenth(at: catchment.code) else {
      return Section(
        "deprivation", title,
        [
          .notice(
            hasDeprivation
              ? say("The number of children by area is not known. So they cannot be counted by deprivation.")
              : say("No index of deprivation was given. So this part is empty."))
        ])
    }
    let all = sharesByTenth(at: Figure.authorityPlace)
    let indicator = facts.decileIndicator
    let most = own.firstIndex(of: own.max() ?? 0) ?? 0
    func tenth(_ index: Int) -> String { "children.decile-\(index + 1)" }
    func whole(_ index: Int) -> String { ofAuthority(tenth(index)) }
    let mostDeprived = inHundred(own[0]).ofFigure(id(tenth(0)))
    var sentence = say("\(mostDeprived) children here live in the most deprived tenth of areas in the country.")
      .capitalisedFirst
    if let all { sentence += " " + say("In the whole of \(facts.name) it is \(inHundred(all[0]).ofFigure(whole(0))).") }
    let chart = ColumnChart(
      columns: (0..<10).map { index in
        .init(
          label: String(index + 1), value: own[index],
          text: (own[index] > 0 ? say.percent(own[index]) : "0").ofFigure(id(tenth(index))),
          reference: all?[index])
      }, say: say, axis: say("national tenth: 1 = most deprived, 10 = least"),
      ownName: chosen == nil ? say("children of this catchment") : say("children of this place"),
      referenceName: all == nil ? nil : say("children of \(facts.name)"))
    let picture = chart.draw(
      title: say("Children by national tenth of deprivation"),
      description: say(
        "Column chart. Most children, \(say.percent(own[most]).ofFigure(id(tenth(most)))), live in tenth \(String(most + 1))."
      )
        + " " + say("\(say.percent(own[0]).ofFigure(id(tenth(0)))) live in tenth 1, the most deprived."))
    let table = Table(
      say("Children by national tenth of deprivation"),
      columns: [
        .init(say("Tenth")), .init(chosen == nil ? say("This catchment") : say("This place"), isNumeric: true),
        .init(facts.name, isNumeric: true),
      ],
      rows: (0..<10).map { index in
        [
          Cell(index == 0 ? say("1 (most)") : index == 9 ? say("10 (least)") : String(index + 1)),
          Cell(say.percent(own[index]), number: own[index], figure: id(tenth(index))),
          Cell(
            all.map { say.percent($0[index]) } ?? "–", number: all?[index], figure: all == nil ? nil : whole(index)),
        ]
      })
    var blocks: [Block] = [.paragraph(sentence), .beside([.picture(picture)], [.table(table)])]
    if let indicator {
      blocks.append(
        .note(
          say(
            "\(say.name(indicator.title)), \(indicator.vintage). Deprivation is of areas: not every child there is deprived."
          )))
    }
    return Section("deprivation", title, blocks)
  }
}
