import Measures
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
        say("About \(say.decimal(children, places: 0).ofFigure(id("children.count"))) \(ages) live here.") + " "
          + enrolledSentence)
    ]
    if let spread = rates.childrenSpread,
      say.decimal(spread.lower, places: 0) != say.decimal(spread.upper, places: 0)
    {
      blocks.append(
        .paragraph(
          say(
            "Other ways to share out areas give \(say.decimal(spread.lower, places: 0).ofFigure(id("children.count"))) to \(say.decimal(spread.upper, places: 0).ofFigure(id("children.count")))."
          )))
    }
    blocks += flags()
    let ageRows = agesTable()
    if ageRows.count > 1 {
      blocks.append(
        .table(
          Table(
            say("Children by age"),
            columns: [
              .init(say("Age")), .init(say("Children"), isNumeric: true), .init(say("Share"), isNumeric: true),
            ], rows: ageRows)))
    }
    blocks += others()
    return Section("people", title, blocks)
  }

  private var enrolledSentence: String {
    guard hasPeople else { return say("No list of enrolled children was given.") }
    let enrolled = say(
      "Enrolled children who live here: \(counts.long(catchment.people.enrolled).ofFigure(id("enrolled.count"))).")
    if let families = catchment.people.families, cycle.countsFamilies {
      return enrolled + " " + say("They belong to \(say.number(families).ofFigure(id(UseMeasures.families))) families.")
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

  /// Births, two-year-olds who may have a funded place, and whom else the audit names, each with its date and doubt.
  private func others() -> [Block] {
    let rows = DenominatorMeasures.sets(facts).compactMap { set -> [Cell]? in
      let measure = DenominatorMeasures.id(set.id)
      guard let figure = borough.book.figure(measure, at: catchment.code) else { return nil }
      let doubts = figure.flags.map { flagWords($0) }.filter { !$0.isEmpty }
      return [
        Cell(say.name(set.title), detail: doubts.isEmpty ? nil : say.list(doubts)),
        Cell(
          figure.value.map { say.decimal($0, places: 0) } ?? say("not given"), number: figure.value,
          figure: figure.value == nil ? nil : id(measure)),
        Cell(set.date.map { say.day(iso: $0) } ?? say("no date")),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          say("Others who live here, or are born here"),
          columns: [.init(say("Who")), .init(say("Number"), isNumeric: true), .init(say("As of"))], rows: rows))
    ]
  }

  /// What must be known beside a number of people, in a few words.
  private func flagWords(_ flag: FigureFlag) -> String {
    switch flag {
    case .denominatorStale: say("over two years old at the start of the cycle")
    case .denominatorZero: say("nobody, says the file")
    case .denominatorMissing: say("not given for an area here")
    case .denominatorSuppressed: say("suppressed for an area here")
    case .denominatorShared: say("an area here is counted with another")
    case .noWeights: say("how much of each area belongs here is not known")
    case .otherRule: say("shared out by another rule than asked for")
    default: ""
    }
  }

  private func agesTable() -> [[Cell]] {
    cycle.ages.compactMap { age -> [Cell]? in
      guard let number = borough.book.figure(UseMeasures.age(age), at: catchment.code)?.value else { return nil }
      let share = borough.book.figure(UseMeasures.ageShare(age), at: catchment.code)?.value
      return [
        Cell(age == 0 ? say("under 1") : say.number(age)),
        Cell(say.decimal(number, places: 0), number: number, figure: id(UseMeasures.age(age))),
        Cell(
          share.map { say.percent($0) } ?? "–", number: share,
          figure: share.flatMap { _ in id(UseMeasures.ageShare(age)) }),
      ]
    }
  }
}
