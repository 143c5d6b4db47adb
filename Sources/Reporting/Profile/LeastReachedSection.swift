import Measures
import Workspace

extension ProfileSections {
  /// An area with what is still to do there.
  struct Outreach {
    var name: String
    var code: String
    var children: Double
    var unreached: Double?
    var rate: Rate
    var member: Borough.Member
  }

  /// The catchment's areas with children still to reach, those with most first. Without numbers of children, none.
  func leastReached() -> [Outreach] {
    members.compactMap { member -> Outreach? in
      let area = facts.areas[member.area]
      guard let rate = Rate(borough.book.figure("reached.rate", at: area.code), thresholds: []),
        let children = rate.denominator, children > 0, let value = rate.value, value <= 1
      else { return nil }
      let isHidden = counts.isHidden(area.people.reached)
      return Outreach(
        name: area.name, code: area.code, children: children,
        unreached: isHidden ? nil : borough.book.figure("unreached", at: area.code)?.value, rate: rate, member: member)
    }.sorted { a, b in
      let (x, y) = (a.unreached ?? a.children, b.unreached ?? b.children)
      return x == y ? a.code < b.code : x > y
    }
  }

  /// Where most children are still to be reached.
  func leastReachedSection() -> Section {
    let title = say("Where most children are still to be reached")
    guard hasPeople, hasUse else {
      return Section("outreach", title, [.notice(say("Without enrolments and visits this cannot be said."))])
    }
    guard rates.children != nil else {
      return Section("outreach", title, [.notice(say("Without numbers of children by area this cannot be said."))])
    }
    let areas = leastReached()
    guard !areas.isEmpty else {
      return Section("outreach", title, [.paragraph(say("No area of the catchment has a rate."))])
    }
    let table = Table(
      say("Areas with most children still to be reached"),
      columns: [
        .init(say("Area")), .init(say("Children"), isNumeric: true), .init(say("Not reached"), isNumeric: true),
        .init(say("Reached of children"), isNumeric: true), .init(say("Share in the place"), isNumeric: true),
      ],
      rows: areas.prefix(8).map { area in
        [
          Cell(area.name, detail: area.name == area.code ? nil : area.code),
          Cell(
            say.decimal(area.children, places: 0), number: area.children, figure: id("children.count", at: area.code)),
          area.unreached.map {
            Cell(
              say.number(roundedToShow($0)), number: Double(roundedToShow($0)), figure: id("unreached", at: area.code))
          }
            ?? Cell(say("most")),
          rateCell(area.rate),
          shareOfAreaCell(area.member),
        ]
      })
    return Section(
      "outreach", title,
      [
        .table(table),
        .note(say("Areas, not homes. Not reached = children of the estimate less children reached.")),
      ])
  }
}
