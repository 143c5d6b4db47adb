import Workspace

extension ProfileSections {
  /// Who lives here: children with date and doubt of the estimate, by age, enrolled, families.
  func peopleSection() -> Section {
    let title = say("Who lives here")
    guard let children = rates.children else {
      var blocks: [Block] = [
        .notice(say("No numbers of children by area were given. So no share of all children can be worked out."))
      ]
      if hasPeople { blocks.append(.paragraph(enrolledSentence)) }
      return Section("people", title, blocks)
    }
    var blocks: [Block] = [
      .paragraph(
        say("About \(say.decimal(children, places: 0)) \(ages) live here.") + " " + enrolledSentence)
    ]
    if let spread = rates.childrenSpread,
      say.decimal(spread.lower, places: 0) != say.decimal(spread.upper, places: 0)
    {
      blocks.append(
        .paragraph(
          say(
            "Other ways to share out areas give \(say.decimal(spread.lower, places: 0)) to \(say.decimal(spread.upper, places: 0))."
          )))
    }
    blocks += flags()
    let ageRows = agesTable(total: children)
    if ageRows.count > 1 {
      blocks.append(
        .table(
          Table(
            say("Children by age"),
            columns: [
              .init(say("Age")), .init(say("Children"), isNumeric: true), .init(say("Share"), isNumeric: true),
            ], rows: ageRows)))
    }
    return Section("people", title, blocks)
  }

  private var enrolledSentence: String {
    guard hasPeople else { return say("No list of enrolled children was given.") }
    let enrolled = say("Enrolled children who live here: \(counts.long(catchment.people.enrolled)).")
    if let families = catchment.people.families, cycle.countsFamilies {
      return enrolled + " " + say("They belong to \(say.number(families)) families.")
    }
    return enrolled
  }

  private func flags() -> [Block] {
    var blocks: [Block] = []
    for set in facts.denominatorSets where set.id == "children" {
      if let date = set.date {
        blocks.append(.note(say("The estimate is for \(say.day(iso: date)). Source: \(set.source).")))
      } else {
        blocks.append(.note(say("The estimate has no date. Source: \(set.source).")))
      }
      if set.isStale {
        blocks.append(
          .notice(
            say(
              "The estimate is more than two years older than the start of the cycle. Births and moves since are not in it."
            )
          ))
      }
    }
    let missing = borough.apportioned("children", in: catchment.code, by: rule).missing
    if !missing.isEmpty {
      let names = say.list(missing.map { facts.areas[$0].name })
      blocks.append(.notice(say("The number of children is not known for \(names). They are left out of the total.")))
    }
    if rates.enrolled?.exceedsEstimate == true {
      blocks.append(
        .notice(say("More children are enrolled than the estimate says live here. The estimate is too small.")))
    }
    return blocks
  }

  private func agesTable(total: Double) -> [[Cell]] {
    cycle.ages.compactMap { age -> [Cell]? in
      guard let sum = borough.apportioned("age-\(age)", in: catchment.code, by: rule).sum else { return nil }
      return [
        Cell(age == 0 ? say("under 1") : say.number(age)), Cell(say.decimal(sum, places: 0), number: sum),
        Cell(total > 0 ? say.percent(sum / total) : "–", number: total > 0 ? sum / total : nil),
      ]
    }
  }
}
