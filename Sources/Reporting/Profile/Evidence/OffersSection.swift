import Audit
import Evidence
import Geodata

extension ProfileSections {
  /// What the centre gives, flow by flow, and until when the money lasts; nothing where no offers are listed at all.
  func offerSections(_ evidence: EvidencePicture) -> [Section] {
    guard !evidence.ledger.entries.isEmpty else { return [] }
    let title = say("What is given here, and whose money")
    let mine = evidence.ledger.offers(of: catchment.code)
    guard !mine.isEmpty else {
      return [Section("offers", title, [.paragraph(say("No offer of this centre is listed."))])]
    }
    var lines: [String] = []
    for offer in mine {
      guard let end = offer.fundEnds else { continue }
      lines.append(
        end <= cycle.to
          ? say(
            "The money for \(offer.service.replacingDashes) (\(offer.funder.replacingDashes)) ended on \(say.day(end))."
          )
          : say(
            "The money for \(offer.service.replacingDashes) (\(offer.funder.replacingDashes)) ends on \(say.day(end)).")
      )
    }
    let table = Table(
      say("Offers of this centre, by flow"),
      columns: [
        .init(say("Offer")), .init(say("Flow")), .init(say("Theme")), .init(say("Given by")),
        .init(say("Hours a week"), isNumeric: true), .init(say("Of volunteers"), isNumeric: true),
        .init(say("Pounds a year"), isNumeric: true), .init(say("Money from")),
      ],
      rows: mine.map { offer in
        let meaning = evidence.codebook.meaning(.flow, offer.flow)
        return [
          Cell(
            offer.service.replacingDashes.capitalisedFirst,
            detail: offer.languages.isEmpty ? nil : offer.languages.joined(separator: ", ")),
          Cell(
            offer.flow.isEmpty ? "–" : offer.flow, figure: ofAuthority(EvidenceMeasures.offer(.flow, offer)),
            detail: meaning.isEmpty ? nil : meaning),
          Cell(offer.theme.isEmpty ? "–" : offer.theme.replacingDashes),
          Cell(offer.provider.isEmpty ? "–" : offer.provider.replacingDashes),
          amount(offer.hours, .hours, offer), amount(offer.volunteerHours, .volunteerHours, offer),
          amount(offer.cost, .cost, offer),
          Cell(offer.funder.isEmpty ? "–" : offer.funder.replacingDashes),
        ]
      })
    let note = say("Flows are different things, such as advice and volunteers' hours. So they are not added up.")
    return [Section("offers", title, (lines.isEmpty ? [] : [.list(lines)]) + [.table(table), .note(note)])]
  }

  private func amount(_ value: Double?, _ what: EvidenceMeasures.OfferPart, _ offer: Offer) -> Cell {
    guard let value else { return Cell("–") }
    return Cell(
      value == value.rounded() ? say.decimal(value, places: 0) : say.decimal(value), number: value,
      figure: ofAuthority(EvidenceMeasures.offer(what, offer)))
  }
}
