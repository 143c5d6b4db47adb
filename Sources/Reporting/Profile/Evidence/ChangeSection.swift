import Audit
import Evidence

extension ProfileSections {
  /// Change since the cycle before, in four parts that add up, and whether a new audit is advised.
  func changeSection(_ evidence: EvidencePicture) -> Section {
    let title = say("What changed since last time")
    let advice = evidence.adviceByPlace.enumerated()
      .filter { ($0.element.catchment ?? catchment.code) == catchment.code }
      .map { say.sentence($0.element.words, of: ofAuthority(EvidenceMeasures.advice($0.offset))) }
    let advised: [Block] =
      advice.isEmpty ? [] : [.heading(say("A new audit is advised before its time")), .list(advice)]
    let changes = evidence.changes.filter { $0.catchment == catchment.code }
    guard !changes.isEmpty else {
      return Section("change", title, [.paragraph(say("There is no earlier cycle to compare with."))] + advised)
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
      } + rates(changes))
    return Section("change", title, [.table(table)] + sameChildren() + areasThenAndNow(evidence) + advised)
  }

  /// The catchment's areas then and now, and how the counts of then came into the areas of now.
  private func areasThenAndNow(_ evidence: EvidencePicture) -> [Block] {
    let areas = evidence.areasOfCatchment[catchment.code] ?? []
    let mine = evidence.areaChanges.filter { areas.contains($0.area) }
    guard !mine.isEmpty else { return [] }
    func cells(_ area: String, _ measure: String) -> [Cell] {
      let change = mine.first { $0.area == area && $0.measure == measure }
      return [(change?.before, true), (change?.after, false)].map { value, then in
        value.map {
          Cell(
            $0 == $0.rounded() ? say.decimal($0, places: 0) : say.decimal($0), number: $0,
            figure: id(EvidenceMeasures.area(measure, then: then), at: area))
        } ?? Cell("–")
      }
    }
    let hasChildren = mine.contains { $0.measure == "children" }
    let measures = (hasChildren ? ["children"] : []) + ["enrolled", "reached"]
    let table = Table(
      say("The areas then and now"),
      columns: [.init(say("Area"))]
        + measures.flatMap { measure in
          [
            Table.Column(say("\(measureWords(measure)) then"), isNumeric: true),
            Table.Column(say("\(measureWords(measure)) now"), isNumeric: true),
          ]
        },
      rows: areas.map { area in [Cell(areaName(area))] + measures.flatMap { cells(area, $0) } })
    var notes: [Block] = []
    if mine.contains(where: { $0.how == .sharedOut }) {
      notes.append(
        .note(
          say(
            "The areas are not those of last time. Some counts of then were shared out by a lookup, which is not exact where an area was split."
          )))
    }
    return [.table(table)] + notes
  }

  /// The rates of enrolled children in points of a hundred, rounded so that the printed parts add up.
  private func rates(_ changes: [CatchmentChange]) -> [[Cell]] {
    guard let enrolled = changes.first(where: { $0.measure == "enrolled" }) else { return [] }
    return ["reached", "sustained"].compactMap { measure in
      guard let count = changes.first(where: { $0.measure == measure }),
        let rate = RateChange(count, over: enrolled), let printed = rate.printed(in: 1000)
      else { return nil }
      func cell(_ value: Int, _ part: EvidenceMeasures.Part) -> Cell {
        let text = say.decimal(Double(value) / 10)
        return Cell(
          part != .before && part != .after && value > 0 ? "+\(text)" : text, number: Double(value) / 1000,
          figure: id(EvidenceMeasures.changeOfRate(measure, part)))
      }
      return [
        Cell(say("\(measureWords(measure)) in a hundred enrolled")), cell(printed.before, .before),
        cell(printed.after, .after),
      ] + zip(printed.parts, [EvidenceMeasures.Part.real, .data, .boundary, .method]).map { cell($0, $1) }
    }
  }
}
