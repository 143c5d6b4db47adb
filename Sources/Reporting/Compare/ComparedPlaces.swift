import Audit
import Measures
import Statistics
import Workspace

/// The places of one kind, beside each other, for one measure: values, intervals, whether they differ, how sure ranks are.
struct ComparedPlaces: Sendable {
  /// One place.
  struct Place: Sendable {
    var code: String
    var name: String
    var rate: Rate
    /// −1 below the 99.8 % limits of the funnel, 1 above, 0 within; nil where there is no rate.
    var side: Int?
    /// How sure its rank is, 1 = highest.
    var rank: RankInterval?
    /// Whether it differs from each yardstick by more than chance, in their order; nil where that cannot be tested.
    var differs: [Bool?]
    /// The places that are most like it, by code, the nearest first.
    var like: [(place: String, distance: Double)]
    /// Those together; nil where they have no rate.
    var beside: PlacesAlike?
  }

  /// A rate from outside that every place is held against.
  struct Yardstick: Sendable {
    var kind: OtherAuthority.Kind
    var rate: Double
    /// Whether the rate is of all their children together, or the mean of their rates.
    var isPooled: Bool
    var count: Int
  }

  let measure: MeasureEntry?
  let measureID: String
  let places: [Place]
  let whole: Rate?
  /// The rate that places are compared with: the authority's, or the mean of all places where it has none.
  let wholeRate: Double?
  /// The id of that rate's figure.
  let wholeID: String?
  /// The id of the number of places that differ.
  let differentID: String
  let funnel: Funnel?
  /// Places with a value, highest first.
  let ranked: [Place]
  /// The neighbours' and the nation's rates.
  let yardsticks: [Yardstick]
  /// The figures of other authorities for this measure.
  let others: [OtherAuthority]
  /// The indicators by which places are like each other, with their titles.
  let indicators: [(id: String, title: String)]
  /// The indicators that the question named; nil: all.
  let chosen: [String]?

  /// Looks up, judges and ranks the places of a kind. Ranks come from draws that no thread or order can change.
  init(
    _ measure: String, kind: Figure.Kind, in borough: Borough, others: [OtherAuthority] = [],
    indicators chosen: [String]? = nil
  ) {
    let facts = borough.facts
    let names: [(String, String)] =
      switch kind {
      case .area: facts.areas.map { ($0.code, $0.name) }
      case .catchment: facts.catchments.map { ($0.code, facts.name(of: $0)) }
      case .centre: facts.centres.map { ($0.code, $0.name) }
      case .authority: []
      }
    let entries = names.compactMap { code, name -> (String, String, Figure, Rate)? in
      guard let figure = borough.book.figure(measure, at: code),
        let rate = Rate(figure, thresholds: facts.cycle.thresholds)
      else { return nil }
      return (code, name, figure, rate)
    }
    let whole = Rate(borough.book.figure(measure, at: Figure.authorityPlace), thresholds: [])
    let wholeRate = whole?.value ?? entries.lazy.compactMap { $0.2.comparison?.rate }.first
    let funnel = wholeRate.flatMap { Funnel(rate: $0) }
    let ranks = OrderedPlaces(entries.map(\.2)).ranks
    let mine = others.filter { $0.measure == measure }
    let yardsticks = Self.yardsticks(mine)
    let tests = yardsticks.map { Comparisons.against($0.rate, entries.map(\.2)) }
    let likeness = PlaceLikeness(chosen, kind: kind, in: borough.book)
    let figures = Dictionary(entries.map { ($0.0, $0.2) }) { first, _ in first }
    places = entries.indices.map { index in
      let (code, name, figure, rate) = entries[index]
      let like = likeness.like(code)
      let side = rate.denominator.flatMap {
        funnel?.side(events: rate.numerator.value, of: $0, at: .percent99point8)
      }
      return Place(
        code: code, name: name, rate: rate, side: side, rank: ranks[index],
        differs: tests.map { $0[index]?.isDifferent }, like: like,
        beside: PlacesAlike(figure, beside: like.compactMap { figures[$0.place] }))
    }
    ranked = places.filter { $0.rate.value != nil }.sorted {
      $0.rate.value == $1.rate.value ? $0.code < $1.code : ($0.rate.value ?? 0) > ($1.rate.value ?? 0)
    }
    (self.measure, measureID, self.whole, self.wholeRate) = (
      borough.book.dictionary[measure], measure, whole, wholeRate
    )
    self.chosen = chosen
    wholeID = whole?.value == nil ? wholeRate.map { _ in facts.figureID(ComparedMeasures.whole(measure)) } : whole?.id
    differentID = facts.figureID(ComparedMeasures.different(kind, measure))
    (self.funnel, self.yardsticks, self.others, indicators) = (funnel, yardsticks, mine, likeness.indicators)
  }

  /// The neighbours' rate together and the nation's.
  private static func yardsticks(_ others: [OtherAuthority]) -> [Yardstick] {
    [OtherAuthority.Kind.neighbour, .nation].compactMap { kind in
      let list = others.filter { $0.kind == kind }
      guard !list.isEmpty else { return nil }
      let people = list.compactMap(\.denominator)
      guard people.count == list.count else {
        return .init(
          kind: kind, rate: list.reduce(0) { $0 + $1.value } / Double(list.count), isPooled: false, count: list.count)
      }
      let events = list.compactMap(\.numerator).reduce(0, +)
      return .init(kind: kind, rate: events / people.reduce(0, +), isPooled: true, count: list.count)
    }
  }

  /// The id of what stands beside a place's rate.
  func id(_ measure: String, of place: Place, _ cycle: String) -> String {
    Figure.id(measure: measure, place: place.code, cycle: cycle)
  }

  /// The name of a place.
  func name(of code: String) -> String { places.first { $0.code == code }?.name ?? code }
}
