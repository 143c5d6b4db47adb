import Evidence
import Measures
import Statistics

extension EvidenceFigures {
  /// What asking cost, what surveys found, what intelligence was worth, what is given.
  func asked() -> [Both] { burdens() + surveys() + intelligence() + offers() }

  private func burdens() -> [Both] {
    func one(_ what: EvidenceMeasures.Asking, _ burden: AskingBurden?, _ value: Double?) -> Both? {
      guard let value else { return nil }
      let words = what.rawValue.split(separator: "-").joined(separator: " ")
      return figure(
        EvidenceMeasures.asking(what, burden), value,
        title: "Burden of asking: \(words)\(burden.map { ", \($0.occasion)" } ?? "")",
        question: "What did asking cost people?", what: words, unit: what == .hours ? "hours" : "people",
        method: "Added up of what was written down.")
    }
    func all(_ burden: AskingBurden?, _ values: [(EvidenceMeasures.Asking, Double?)]) -> [Both] {
      values.compactMap { one($0.0, burden, $0.1) }
    }
    let sum = picture.asking
    return all(
      nil,
      [
        (.asked, Double(sum.asked)), (.answered, Double(sum.answered)), (.hours, sum.hours),
        (.askedBefore, sum.askedBefore.map { Double($0) }),
      ])
      + picture.burdens.flatMap { burden in
        all(
          burden,
          [
            (.asked, Double(burden.asked)), (.answered, Double(burden.answered)), (.hours, burden.hours),
            (.askedBefore, burden.askedBefore.map { Double($0) }), (.told, burden.told.map { Double($0) }),
          ])
      }
  }

  private func surveys() -> [Both] {
    picture.surveys.flatMap { answer in
      func one(_ what: EvidenceMeasures.Survey, _ value: Int) -> Both {
        figure(
          EvidenceMeasures.survey(what, answer), Double(value),
          title: "Survey \(answer.survey), \(answer.group), \(answer.theme): \(what.rawValue)",
          question: "What did the survey find?", what: what.rawValue, unit: "people")
      }
      let share = answer.agreement.map { interval in
        figure(
          EvidenceMeasures.survey(.share, answer), Double(answer.agree) / Double(answer.answered),
          over: Double(answer.answered), from: Double(answer.agree), interval: interval,
          title: "Survey \(answer.survey), \(answer.group), \(answer.theme): share",
          question: "How many call it a need?",
          what: "those who agree", unit: "share", method: "Of those who answered; Wilson.")
      }
      return [one(.asked, answer.asked), one(.answered, answer.answered), one(.agree, answer.agree)]
        + [share].compactMap { $0 }
    }
  }

  private func intelligence() -> [Both] {
    let waiting = figure(
      EvidenceMeasures.toScore, Double(picture.intelligence.toScore.count), title: "Intelligence to be scored",
      question: "How many pieces have expired and were not scored?", what: "pieces", unit: "pieces")
    return [waiting]
      + picture.intelligence.sources.map { record in
        figure(
          EvidenceMeasures.cameTrue(record.source), Double(record.hits) / Double(record.scored),
          over: Double(record.scored), from: Double(record.hits), interval: record.interval,
          title: "What \(record.source) foretold", question: "How often did it come true?", what: "hits", unit: "share",
          method: "Of the pieces that were scored; Wilson.")
      }
  }

  private func offers() -> [Both] {
    picture.ledger.entries.flatMap { entry in
      entry.offers.flatMap { offer -> [Both] in
        func one(_ what: EvidenceMeasures.OfferPart, _ value: Double?, _ unit: String) -> Both? {
          guard let value else { return nil }
          return figure(
            EvidenceMeasures.offer(what, offer), value, title: "Offer \(offer.id): \(what.rawValue)",
            question: "What is given?", what: what.rawValue, unit: unit, method: "As the file of offers says.")
        }
        let flow = words(
          EvidenceMeasures.offer(.flow, offer),
          [offer.flow.isEmpty ? "–" : offer.flow, entry.meaning].filter { !$0.isEmpty }.joined(separator: " "),
          title: "Offer \(offer.id): flow", question: "Which flow does it belong to?")
        return [
          one(.hours, offer.hours, "hours a week"), one(.volunteerHours, offer.volunteerHours, "hours a week"),
          one(.cost, offer.cost, "pounds a year"), flow,
        ].compactMap { $0 }
      }
    }
  }
}
