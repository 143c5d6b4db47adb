import Measures
import Workspace

/// The values of declared indicators at each place, by which places are like each other.
struct PlaceLikeness: Sendable {
  /// The indicators with the titles of the measures that were taken, in the order declared.
  let indicators: [(id: String, title: String)]
  /// A row for each place, and in it a value for each indicator.
  let values: [[Double?]]

  /// Small areas are too many to be each other's neighbours here, and too small.
  init(_ chosen: [String]?, kind: Figure.Kind, places: [String], in borough: Borough) {
    let book = borough.book
    let all = kind == .area ? [] : borough.facts.indicators.filter { $0.level == "area" }
    let known = (chosen ?? all.map(\.id)).filter { id in all.contains { $0.id == id } }
    let measures = known.map { Self.measure(of: $0, at: places, in: book) }
    let rows = places.map { place in measures.map { book.figure($0, at: place)?.value } }
    // An indicator that no place has a value of says nothing; one that the user named stays, so that its lack is seen.
    let kept = known.indices.filter { column in chosen != nil || rows.contains { $0[column] != nil } }
    indicators = kept.map { (known[$0], book.dictionary[measures[$0]]?.title ?? known[$0]) }
    values = rows.map { row in kept.map { row[$0] } }
  }

  /// The summary of a ranked index, or the indicator itself, that most places have: the same for all of them.
  private static func measure(of id: String, at places: [String], in book: FigureBook) -> String {
    let summaries = ["average-score", "average-rank", "extent", "proportion"].map { "\(id).\($0)" } + [id]
    let counts = summaries.map { measure in places.count { book.figure(measure, at: $0)?.value != nil } }
    let most = counts.max() ?? 0
    return zip(summaries, counts).first { $0.1 == most }?.0 ?? id
  }
}
