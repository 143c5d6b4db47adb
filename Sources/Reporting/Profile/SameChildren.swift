import Measures

extension ProfileSections {
  /// Whether the children who were counted in both cycles came more or less than then, and whether it is more than chance.
  /// Internal only, as the figures are.
  func sameChildren() -> [Block] {
    let rows = PairedFigures.measures.compactMap { measure -> [Cell]? in
      guard let change = borough.book.figure(PairedFigures.id(measure), at: catchment.code), let value = change.value,
        let children = change.denominator?.value
      else { return nil }
      func share(_ id: String) -> Cell {
        let figure = borough.book.figure(id, at: catchment.code)
        return Cell(
          figure?.value.map { say.decimal($0 * 100, places: 0) } ?? "–", number: figure?.value, figure: figure?.id)
      }
      let verdict: String =
        switch change.comparison?.isDifferent {
        case true?: value < 0 ? say("fewer: more than chance") : say("more: more than chance")
        case false?:
          change.interval.map { $0.lower > 0 || $0.upper < 0 } == true
            ? say("not sure: one of many catchments may differ so by chance") : say("may be chance")
        case nil: say("nobody changed")
        }
      return [
        Cell(measureWords(measure)), Cell(say.decimal(children, places: 0), number: children, figure: change.id),
        share(PairedFigures.then(measure)), share(PairedFigures.now(measure)), gapCell(change), Cell(verdict),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          say("The same children, then and now"),
          columns: [
            .init(say("Count")), .init(say("Children here both times"), isNumeric: true),
            .init(say("Then, in 100"), isNumeric: true), .init(say("Now, in 100"), isNumeric: true),
            .init(say("Difference, likely between"), isNumeric: true), .init(say("Reading")),
          ], rows: rows)),
      .note(
        say(
          "Children who are new, have left or have moved are not in it. All catchments are judged together, so that few findings are by chance."
        )),
    ]
  }
}
