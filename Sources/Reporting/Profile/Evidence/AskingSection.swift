import Audit
import Evidence

extension ProfileSections {
  /// What asking cost those who were asked.
  func askingSection(_ evidence: EvidencePicture) -> Section {
    let title = say("What asking cost people")
    guard !evidence.burdens.isEmpty else {
      return Section("asking", title, [.paragraph(say("Nobody was asked anything in this cycle, or nobody noted it."))])
    }
    let sum = evidence.asking
    func of(_ text: String, _ what: EvidenceMeasures.Asking) -> String {
      text.ofFigure(ofAuthority(EvidenceMeasures.asking(what)))
    }
    var lines = [
      say(
        "People were asked \(of(say.number(sum.asked), .asked)) times and answered \(of(say.number(sum.answered), .answered)) times."
      )
    ]
    if let hours = sum.hours {
      lines.append(say("They gave \(of(say.decimal(hours, places: 0), .hours)) hours that we know of."))
    } else {
      lines.append(say("Nobody noted how long it took."))
    }
    if let before = sum.askedBefore {
      lines.append(say("\(of(say.number(before), .askedBefore)) times somebody was asked who had been asked before."))
    }
    lines.append(
      sum.languages.isEmpty
        ? say("Nobody noted in which languages one could answer.")
        : say("One could answer in \(say.list(sum.languages))."))
    lines.append(
      sum.notTold.isEmpty
        ? say("All were told what came of it.")
        : say("Not all were told yet what came of: \(say.list(sum.notTold.map(\.replacingDashes)))."))
    let table = Table(
      say("Each time we asked"),
      columns: [
        .init(say("Occasion")), .init(say("Asked"), isNumeric: true), .init(say("Answered"), isNumeric: true),
        .init(say("Hours given"), isNumeric: true), .init(say("Asked before"), isNumeric: true),
        .init(say("Languages")), .init(say("Told what came of it"), isNumeric: true),
      ],
      rows: evidence.burdens.map { burden in
        func cell(_ value: Int?, _ what: EvidenceMeasures.Asking) -> Cell {
          value.map { number($0, ofAuthority(EvidenceMeasures.asking(what, burden))) } ?? Cell("–")
        }
        let hours = burden.hours.map {
          Cell(say.decimal($0), number: $0, figure: ofAuthority(EvidenceMeasures.asking(.hours, burden)))
        }
        return [
          Cell(
            burden.kind == .test ? burden.occasion : burden.occasion.replacingDashes, detail: occasionWords(burden.kind)
          ), cell(burden.asked, .asked),
          cell(burden.answered, .answered), hours ?? Cell("–"), cell(burden.askedBefore, .askedBefore),
          Cell(burden.languages.isEmpty ? "–" : burden.languages.joined(separator: ", ")), cell(burden.told, .told),
        ]
      })
    return Section("asking", title, [.list(lines), .table(table)])
  }

  private func occasionWords(_ kind: AskingBurden.Kind) -> String {
    switch kind {
    case .survey: say("survey")
    case .voices: say("voices")
    case .test: say("test of a claim")
    case .occasion: say("occasion")
    }
  }
}
