import Audit
import Measures
import Workspace

extension BoroughPages {
  /// The explanations of figures of places that somebody named or drew, by id; ids of other places are not among them.
  public func explanations(of ids: [String], in chosen: ChosenPlaces) -> [String: Explanation] {
    var found: [String: Explanation] = [:]
    for index in chosen.shares.indices where !chosen.shares[index].isEmpty {
      let place = chosen.figurePlace(index)
      let mine = ids.filter { ChosenMark.place(ofFigure: $0) == place }
      guard !mine.isEmpty else { continue }
      // Voices are about the areas that count by half, as on the page.
      let areas = Set(chosen.shares[index].filter { $0.value >= 0.5 }.keys)
      let others = borough.evidence?.raised(about: areas, place: place) ?? ([], [])
      let book = Borough.book(of: chosen, place: index, others: others)
      for id in mine { found[id] = book.explanation(of: id) }
    }
    return found
  }
}
