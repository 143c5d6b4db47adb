import Statistics
import Tally
import Workspace

/// Which places of a kind are most like each other by declared indicators.
public struct PlaceLikeness: Sendable {
  /// The places' codes.
  public let places: [String]
  /// The indicators with the titles of the measures that were taken, in the order declared.
  public let indicators: [(id: String, title: String)]
  /// For each place the three most like it, as indices into `places`; empty where it lacks a value.
  public let nearest: [[StatisticalNeighbours.Neighbour]]

  /// Compares the places of a kind by the indicators that were chosen; nil: by all that the audit declares. Small areas are
  /// too many to be each other's neighbours here, and too small: they have none.
  public init(_ chosen: [String]?, kind: Figure.Kind, in book: FigureBook) {
    places =
      switch kind {
      case .catchment: book.facts.catchments.map(\.code)
      case .centre: book.facts.centres.map(\.code)
      default: []
      }
    let (places, all) = (places, book.facts.indicators.filter { $0.level == "area" })
    let known = (chosen ?? all.map(\.id)).filter { id in all.contains { $0.id == id } }
    let measures = known.map { Self.measure(of: $0, at: places, in: book) }
    let rows = places.map { place in measures.map { book.figure($0, at: place)?.value } }
    // An indicator that no place has a value of says nothing; one that the user named stays, so that its lack is seen.
    let kept = known.indices.filter { column in chosen != nil || rows.contains { $0[column] != nil } }
    indicators = kept.map { (known[$0], book.dictionary[measures[$0]]?.title ?? known[$0]) }
    nearest = StatisticalNeighbours(rows.map { row in kept.map { row[$0] } }).nearest
  }

  /// The places most like one, the nearest first.
  public func like(_ place: String) -> [(place: String, distance: Double)] {
    guard !indicators.isEmpty, let index = places.firstIndex(of: place) else { return [] }
    return nearest[index].map { (places[$0.place], $0.distance) }
  }

  /// The summary of a ranked index, or the indicator itself, that most places have: the same for all of them.
  private static func measure(of id: String, at places: [String], in book: FigureBook) -> String {
    let summaries = ["average-score", "average-rank", "extent", "proportion"].map { "\(id).\($0)" } + [id]
    let counts = summaries.map { measure in places.count { book.figure(measure, at: $0)?.value != nil } }
    let most = counts.max() ?? 0
    return zip(summaries, counts).first { $0.1 == most }?.0 ?? id
  }
}

/// The places most like one, together, by a measure of counted people; and by how much it exceeds them.
public struct PlacesAlike: Sendable {
  /// Their counted people together.
  public let events: Count
  /// Of how many.
  public let people: Double
  /// events / people.
  public var rate: Double { events.value / people }
  /// The place less them; nil where that has no interval.
  public let difference: ProportionDifference?

  /// Nil where no place like it has a share. Places with a share over 1 are left out.
  public init?(_ place: Figure?, beside others: [Figure]) {
    let known = others.filter { ($0.value ?? 2) <= 1 }
    let counts = known.compactMap { figure -> Count? in
      guard case .counted(let count)? = figure.numerator else { return nil }
      return count
    }
    let people = known.compactMap { $0.denominator?.value }.reduce(0, +)
    guard !counts.isEmpty, people > 0 else { return nil }
    let events = counts.reduce(Count.zero, +)
    (self.events, self.people) = (events, people)
    guard let place, (place.value ?? 2) <= 1, case .counted(let own)? = place.numerator,
      let mine = place.denominator?.value
    else {
      difference = nil
      return
    }
    difference = ProportionDifference(
      FigureNumber.counted(own).bounded, of: BoundedNumber(mine), less: FigureNumber.counted(events).bounded,
      of: BoundedNumber(people))
  }
}
