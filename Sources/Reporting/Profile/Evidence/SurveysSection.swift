import Audit
import Evidence
import Statistics

extension ProfileSections {
  /// What surveys found, with how many were asked and answered, and what is known to be coming.
  func surveySections(_ evidence: EvidencePicture) -> [Section] {
    var sections: [Section] = []
    if !evidence.surveys.isEmpty {
      let low = evidence.surveys.contains { ($0.responseRate ?? 1) < 1.0 / 3 }
      let table = Table(
        say("Answers by theme and group"),
        columns: [
          .init(say("Theme")), .init(say("Survey and group")), .init(say("Asked"), isNumeric: true),
          .init(say("Answered"), isNumeric: true), .init(say("Call it a need"), isNumeric: true),
          .init(say("Of those who answered")),
        ],
        rows: evidence.surveys.map { answer in
          [
            Cell(answer.theme.replacingDashes),
            Cell("\(answer.survey), \(answer.group)".replacingDashes),
            number(answer.asked, ofAuthority(EvidenceMeasures.survey(.asked, answer))),
            number(answer.answered, ofAuthority(EvidenceMeasures.survey(.answered, answer))),
            number(answer.agree, ofAuthority(EvidenceMeasures.survey(.agree, answer))),
            Cell(
              answer.agreement.map { between($0.lower, $0.upper) } ?? "–",
              figure: answer.agreement == nil ? nil : ofAuthority(EvidenceMeasures.survey(.share, answer))),
          ]
        })
      var blocks: [Block] = [.table(table)]
      if low {
        blocks.append(
          .note(
            say(
              "Where fewer than one in three answered, those who did may think otherwise than those who did not. The limits do not know that."
            )))
      }
      sections.append(Section("surveys", say("What surveys found"), blocks))
    }
    let intelligence = evidence.intelligence
    var lines = intelligence.current.map { piece in
      say(
        "\(piece.voice.theme.replacingDashes), from \(piece.voice.source.replacingDashes), about \(placeName(piece.voice.place)): current until \(piece.voice.expires.map { say.day($0) } ?? "–")."
      )
    }
    if !intelligence.toScore.isEmpty {
      let waiting = say.number(intelligence.toScore.count).ofFigure(ofAuthority(EvidenceMeasures.toScore))
      lines.append(
        say.plural(
          intelligence.toScore.count, one: "\(waiting) piece has expired and waits to be scored: did it come true?",
          many: "\(waiting) pieces have expired and wait to be scored: did they come true?"))
    }
    for record in intelligence.sources {
      let id = ofAuthority(EvidenceMeasures.cameTrue(record.source))
      let limits = record.interval.map { say("; likely \(between($0.lower, $0.upper).ofFigure(id))") } ?? ""
      let (hits, scored) = (say.number(record.hits).ofFigure(id), say.number(record.scored).ofFigure(id))
      lines.append(say("Of what \(record.source.replacingDashes) foretold, \(hits) of \(scored) came true\(limits)."))
    }
    if !lines.isEmpty { sections.append(Section("coming", say("What is known to be coming"), [.list(lines)])) }
    return sections
  }
}
