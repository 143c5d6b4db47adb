import Audit
import Evidence
import Measures
import Workspace

extension ProfileSections {
  /// What the evidence says of the catchment: claims, voices, hidden pockets, change. Released pages have none and say so
  /// under "What this page cannot say".
  func evidenceSections() -> [Section] {
    guard !counts.isCoarse, let evidence = borough.evidence else { return [] }
    return [claimsSection(evidence), voicesSection(evidence), pocketsSection(evidence), changeSection(evidence)]
  }

  /// What we think, how sure, who says so, what would change our mind, what was done.
  private func claimsSection(_ evidence: EvidencePicture) -> Section {
    let title = say("What we think, and how sure")
    let areas = Set(evidence.areasOfCatchment[catchment.code] ?? [])
    let claims = evidence.claims.filter { graded in
      switch graded.claim.place {
      case .authority: true
      case .area(let code): areas.contains(code)
      case .catchment(let code): code == catchment.code
      }
    }
    guard !claims.isEmpty else {
      return Section(
        "claims", title, [.paragraph(say("Nobody has made a claim of need yet. needs claim draft starts."))])
    }
    let table = Table(
      say("Claims of need, each to be tested"),
      columns: [
        .init(say("Claim")), .init(say("How sure")), .init(say("Who says so")), .init(say("Who is against")),
        .init(say("What would change our mind")), .init(say("What was done")),
      ],
      rows: claims.map { graded in
        let claim = graded.claim
        let tests = evidence.tests.filter { $0.claim == claim.id }
        let done =
          tests.enumerated().map { index, test in
            let asked = say.number(test.asked).ofFigure(all(EvidenceMeasures.asked(claim.id, test: index)))
            return say("\(say.day(test.date)): \(outcomeWords(test.outcome)), \(asked) asked")
          }
          + evidence.responses.filter { $0.claim == claim.id }.map { "\($0.what): \(statusWords($0.status))" }
        return [
          Cell(claimWords(claim), detail: claim.id), Cell(gradeWords(graded.grade.grade)),
          Cell(kindWords(graded.grade.agreeing)), Cell(kindWords(graded.grade.against)),
          Cell(claim.refutedIf.isEmpty ? "–" : claim.refutedIf),
          Cell(done.isEmpty ? say("not tested yet") : done.joined(separator: "; ")),
        ]
      })
    return Section("claims", title, [.table(table)])
  }

  /// Who spoke in the whole authority, who is loud, who has not been heard.
  private func voicesSection(_ evidence: EvidencePicture) -> Section {
    let title = say("Who has spoken, and who has not")
    let balance = evidence.balance
    guard balance.consented > 0 else {
      return Section(
        "voices", title,
        [.paragraph(say("Nobody's voice was noted in this cycle. So the page speaks in numbers alone."))])
    }
    var lines = [
      say(
        "\(say.number(balance.consented).ofFigure(all(EvidenceMeasures.voices))) voices were noted in the authority. They weigh as much as \(say.decimal(balance.effectiveVoices ?? 0, places: 0).ofFigure(all(EvidenceMeasures.effectiveVoices))) people who each speak as often."
      )
    ]
    for loud in balance.loud {
      let share = inHundred(loud.share).ofFigure(all(EvidenceMeasures.loudShare(loud.contributor)))
      lines.append(say("One person, \(loud.contributor), is loud: \(share) voices are theirs."))
    }
    for group in balance.unheard {
      let key = group.column.isEmpty ? group.group : "\(group.column)=\(group.group)"
      let voices = say.number(group.voices).ofFigure(all(EvidenceMeasures.voices(ofGroup: key)))
      let fair = say.decimal(group.ratio.expected, places: 0).ofFigure(
        all(EvidenceMeasures.expectedVoices(ofGroup: key)))
      lines.append(say("Not heard: \(group.group). \(voices) voices, where \(fair) would be fair."))
    }
    for column in balance.uncoded {
      lines.append(say("No voice was noted by \(column). So nothing is said of its groups."))
    }
    let table = Table(
      say("What was raised, and what is left without the loudest"),
      columns: [
        .init(say("Theme")), .init(say("Raised"), isNumeric: true), .init(say("Disputed"), isNumeric: true),
        .init(say("Raised without the loudest person"), isNumeric: true),
        .init(say("Raised without the loudest source"), isNumeric: true),
      ],
      rows: balance.themes.map { theme in
        [
          Cell(theme.theme), number(theme.all.raises, all(EvidenceMeasures.theme(.raised, theme.theme))),
          number(theme.all.disputes, all(EvidenceMeasures.theme(.disputed, theme.theme))),
          number(
            theme.withoutLoudestContributor.raises,
            all(EvidenceMeasures.theme(.raisedWithoutLoudestPerson, theme.theme))),
          number(
            theme.withoutLoudestSource.raises, all(EvidenceMeasures.theme(.raisedWithoutLoudestSource, theme.theme))),
        ]
      })
    return Section("voices", title, [.list(lines), .table(table)])
  }

  /// Communities, not community: how far areas differ, and the hidden pockets.
  private func pocketsSection(_ evidence: EvidencePicture) -> Section {
    let title = say("Hidden pockets")
    let areas = Set(evidence.areasOfCatchment[catchment.code] ?? [])
    let mine = evidence.pockets.filter { areas.contains($0.area) }
    let shares = mine.map { (area: $0.area, share: Double($0.reached) / Double($0.children)) }
      .sorted { ($0.share, $0.area) < ($1.share, $1.area) }
    var lines: [String] = []
    if let least = shares.first, let most = shares.last, shares.count > 1 {
      lines.append(
        say(
          "The areas differ: \(inHundred(least.share).ofFigure(id(EvidenceMeasures.pocket(.share), at: least.area))) children are reached in \(areaName(least.area)), \(inHundred(most.share).ofFigure(id(EvidenceMeasures.pocket(.share), at: most.area))) in \(areaName(most.area))."
        ))
    }
    let pockets = mine.filter(\.isPocket)
    for pocket in pockets {
      func printed(_ text: String, _ what: EvidenceMeasures.Pocket) -> String {
        text.ofFigure(id(EvidenceMeasures.pocket(what), at: pocket.area))
      }
      let reached = printed(say.number(pocket.reached), .reached)
      let children = printed(say.number(pocket.children), .children)
      let expected = printed(say.decimal(Double(pocket.children) * pocket.expectedRate, places: 0), .expected)
      lines.append(
        say(
          "\(areaName(pocket.area)): \(reached) of \(children) children are reached. The rest of the catchment and its need would let expect \(expected)."
        ))
    }
    if pockets.isEmpty { lines.append(say("No area is reached far less than its need and its neighbours let expect.")) }
    return Section("pockets", title, [.list(lines)])
  }

  /// Change since the cycle before, in four parts that add up.
  private func changeSection(_ evidence: EvidencePicture) -> Section {
    let title = say("What changed since last time")
    let changes = evidence.changes.filter { $0.catchment == catchment.code }
    guard !changes.isEmpty else {
      return Section("change", title, [.paragraph(say("There is no earlier cycle to compare with."))])
    }
    func cell(_ value: Int?, _ change: CatchmentChange, _ part: EvidenceMeasures.Part) -> Cell {
      guard let value else { return Cell(say("not separable")) }
      let isPart = part != .before && part != .after
      return Cell(
        isPart && value > 0 ? "+\(say.number(value))" : say.number(value), number: Double(value),
        figure: id(EvidenceMeasures.change(change.measure, part)))
    }
    let table = Table(
      say("Children then and now, and why the number changed; the parts add up"),
      columns: [
        .init(say("Count")), .init(say("Then"), isNumeric: true), .init(say("Now"), isNumeric: true),
        .init(say("Lives"), isNumeric: true), .init(say("Corrected data"), isNumeric: true),
        .init(say("Boundary"), isNumeric: true), .init(say("Method"), isNumeric: true),
      ],
      rows: changes.map { change in
        [
          Cell(measureWords(change.measure)), cell(change.before, change, .before), cell(change.after, change, .after),
          cell(change.real, change, .real), cell(change.data, change, .data),
          cell(change.boundary, change, .boundary), cell(change.method, change, .method),
        ]
      })
    return Section("change", title, [.table(table)] + sameChildren())
  }

  private func number(_ value: Int, _ figure: String) -> Cell {
    Cell(say.number(value), number: Double(value), figure: figure)
  }

  /// The id of a figure of the whole authority.
  private func all(_ measure: String) -> String { id(measure, at: Figure.authorityPlace) }

  private func areaName(_ code: String) -> String {
    let name = facts.areas.first { $0.code == code }?.name ?? code
    return name == code ? code : "\(name) (\(code))"
  }

  func measureWords(_ measure: String) -> String {
    switch measure {
    case "enrolled": say("Enrolled")
    case "reached": say("Reached")
    case "reached-here": say("Reached here")
    case "sustained": say("Sustained")
    default: measure
    }
  }

  private func claimWords(_ claim: Claim) -> String {
    let place: String =
      switch claim.place {
      case .authority: say("In the authority")
      case .area(let code): say("In \(areaName(code))")
      case .catchment: say("In this catchment")
      }
    if claim.comparator == .restOfCatchment { return say("\(place) far fewer children are reached than next door.") }
    if !claim.theme.isEmpty { return say("\(place) \(claim.theme) is a need.") }
    if claim.measure.isEmpty { return say("\(place) the group \(claim.group) has not been heard.") }
    let against = claim.comparator.text
    return claim.predicate == .below
      ? say("\(place) \(claim.measure) is lower than \(against).")
      : say("\(place) \(claim.measure) is higher than \(against).")
  }

  private func gradeWords(_ grade: ClaimGrade.Grade) -> String {
    switch grade {
    case .strong: say("quite sure: three kinds of evidence agree")
    case .fair: say("fairly: two kinds agree")
    case .thin: say("not very: one kind only")
    case .contested: say("contested: some are against")
    case .none: say("a guess so far")
    }
  }

  private func kindWords(_ kinds: [ClaimGrade.Kind]) -> String {
    let words = kinds.map { kind in
      switch kind {
      case .numbers: say("numbers")
      case .use: say("use of services")
      case .voices: say("voices")
      case .intelligence: say("what is known to be coming")
      }
    }
    return words.isEmpty ? "–" : words.joined(separator: ", ")
  }

  private func statusWords(_ status: Response.Status) -> String {
    switch status {
    case .planned: say("planned")
    case .running: say("under way")
    case .met: say("reached its target")
    case .missed: say("missed its target")
    case .declined: say("decided against")
    }
  }

  private func outcomeWords(_ outcome: ClaimTest.Outcome) -> String {
    switch outcome {
    case .supported: say("it held")
    case .revised: say("it was put anew")
    case .refuted: say("it did not hold")
    case .open: say("nothing was settled")
    }
  }
}
