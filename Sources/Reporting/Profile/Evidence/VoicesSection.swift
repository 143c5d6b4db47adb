import Audit
import Evidence

extension ProfileSections {
  /// Who spoke in the whole authority and here, who is loud, who has not been heard, how far two coders agree.
  func voicesSection(_ evidence: EvidencePicture) -> Section {
    let title = say("Who has spoken, and who has not")
    let balance = evidence.balance
    guard balance.consented > 0 else {
      return Section(
        "voices", title,
        [.paragraph(say("Nobody's voice was noted in this cycle. So the page speaks in numbers alone."))])
    }
    var lines = [
      say(
        "\(say.number(balance.consented).ofFigure(ofAuthority(EvidenceMeasures.voices))) voices were noted in the authority. They weigh as much as \(say.decimal(balance.effectiveVoices ?? 0, places: 0).ofFigure(ofAuthority(EvidenceMeasures.effectiveVoices))) people who each speak as often."
      ), voicesHere(evidence),
    ]
    for loud in balance.loud {
      let share = inHundred(loud.share).ofFigure(ofAuthority(EvidenceMeasures.loudShare(loud.contributor)))
      lines.append(say("One person, \(loud.contributor), is loud: \(share) voices are theirs."))
    }
    for group in balance.unheard {
      let key = group.column.isEmpty ? group.group : "\(group.column)=\(group.group)"
      let voices = say.number(group.voices).ofFigure(ofAuthority(EvidenceMeasures.voices(ofGroup: key)))
      let fair = say.decimal(group.ratio.expected, places: 0).ofFigure(
        ofAuthority(EvidenceMeasures.expectedVoices(ofGroup: key)))
      lines.append(
        say.plural(
          group.voices, one: "Not heard: \(group.group.replacingDashes). \(voices) voice, where \(fair) would be fair.",
          many: "Not heard: \(group.group.replacingDashes). \(voices) voices, where \(fair) would be fair."))
    }
    for column in balance.uncoded {
      lines.append(say("No voice was noted by \(column). So nothing is said of its groups."))
    }
    if let agreement = balance.agreement {
      let kappa =
        agreement.value.map {
          say("; kappa \(say.decimal($0, places: 2).ofFigure(ofAuthority(EvidenceMeasures.kappa)))")
        } ?? ""
      let twice = say.number(agreement.items).ofFigure(ofAuthority(EvidenceMeasures.codedTwice))
      let alike = inHundred(agreement.agreement).ofFigure(ofAuthority(EvidenceMeasures.codersAgree))
      lines.append(
        say(
          "\(twice) voices were coded twice: the two coders agree on \(alike)\(kappa)."
        ))
    }
    return Section("voices", title, [.list(lines), .table(themes(evidence))])
  }

  /// What was said of this catchment.
  func voicesHere(_ evidence: EvidencePicture) -> String {
    let mine =
      chosen == nil
      ? evidence.raising { $0.isAbout(.catchment(catchment.code)) } : evidence.raising(about: ownAreas(evidence))
    guard !mine.isEmpty else {
      return chosen == nil
        ? say("Nobody raised anything about this catchment.") : say("Nobody raised anything about these areas.")
    }
    let counts = Dictionary(mine.map { ($0.theme, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let themes = counts.prefix(3).map { theme, count in
      "\(theme.replacingDashes) (\(say.number(count).ofFigure(id(EvidenceMeasures.raised(theme)))))"
    }
    let raise = say.number(mine.count).ofFigure(id(EvidenceMeasures.raised()))
    guard chosen == nil else {
      return say.plural(
        mine.count, one: "About these areas \(raise) voice raises something: \(say.list(themes)).",
        many: "About these areas \(raise) voices raise something, most of all \(say.list(themes)).")
    }
    return say.plural(
      mine.count, one: "About this catchment \(raise) voice raises something: \(say.list(themes)).",
      many: "About this catchment \(raise) voices raise something, most of all \(say.list(themes)).")
  }

  private func themes(_ evidence: EvidencePicture) -> Table {
    Table(
      say("What was raised, and what is left without the loudest"),
      columns: [
        .init(say("Theme")), .init(say("Raised"), isNumeric: true), .init(say("Disputed"), isNumeric: true),
        .init(say("Raised without the loudest person"), isNumeric: true),
        .init(say("Raised without the loudest source"), isNumeric: true),
      ],
      rows: evidence.balance.themes.map { theme in
        let meaning = evidence.codebook.meaning(.theme, theme.theme)
        return [
          Cell(theme.theme.replacingDashes, detail: meaning.isEmpty ? nil : meaning),
          number(theme.all.raises, ofAuthority(EvidenceMeasures.theme(.raised, theme.theme))),
          number(theme.all.disputes, ofAuthority(EvidenceMeasures.theme(.disputed, theme.theme))),
          number(
            theme.withoutLoudestContributor.raises,
            ofAuthority(EvidenceMeasures.theme(.raisedWithoutLoudestPerson, theme.theme))),
          number(
            theme.withoutLoudestSource.raises,
            ofAuthority(EvidenceMeasures.theme(.raisedWithoutLoudestSource, theme.theme))),
        ]
      })
  }
}
