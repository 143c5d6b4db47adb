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
    /// The same figure one cycle before.
    var before: Rate?
  }

  let measure: MeasureEntry?
  let measureID: String
  let places: [Place]
  let whole: Rate?
  let funnel: Funnel?
  /// Places with a value, highest first.
  let ranked: [Place]

  /// Looks up, judges and ranks the places of a kind. Ranks come from draws that no thread or order can change.
  init(_ measure: String, kind: Figure.Kind, in borough: Borough, before: FigureBook?) {
    let facts = borough.facts
    let names: [(String, String)] =
      switch kind {
      case .area: facts.areas.map { ($0.code, $0.name) }
      case .catchment: facts.catchments.map { ($0.code, borough.name(of: $0)) }
      default: []
      }
    let whole = Rate(borough.book.figure(measure, at: Figure.authorityPlace), thresholds: [])
    let funnel = whole?.value.flatMap { Funnel(rate: $0) }
    let rates = names.compactMap { code, name -> (String, String, Rate)? in
      Rate(borough.book.figure(measure, at: code), thresholds: facts.cycle.thresholds).map { (code, name, $0) }
    }
    // A small area has too few children for its rank to be worth drawing; catchments are what is compared.
    let draws =
      kind == .area
      ? rates.map { _ in [Double]?.none }
      : rates.map { entry -> [Double]? in
        guard let people = entry.2.denominator, let value = entry.2.value, value <= 1 else { return nil }
        return RateDraws.of(
          events: entry.2.numerator.value, people: people,
          seed: FigureSeed.of(figure: entry.2.id, seed: FigureBook.defaultSeed))
      }
    let ranks = RankInterval.of(draws)
    places = rates.indices.map { index in
      let (code, name, rate) = rates[index]
      let side = rate.denominator.flatMap {
        funnel?.side(events: rate.numerator.value, of: $0, at: .percent99point8)
      }
      return Place(
        code: code, name: name, rate: rate, side: side, rank: ranks[index],
        before: before.flatMap { Rate($0.figure(measure, at: code), thresholds: []) })
    }
    ranked = places.filter { $0.rate.value != nil }.sorted {
      $0.rate.value == $1.rate.value ? $0.code < $1.code : ($0.rate.value ?? 0) > ($1.rate.value ?? 0)
    }
    (self.measure, measureID, self.whole, self.funnel) = (borough.book.dictionary[measure], measure, whole, funnel)
  }
}
