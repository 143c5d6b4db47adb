import Statistics

/// How sure the order of places by a measure of counted people is.
public struct OrderedPlaces: Sendable {
  /// How sure the rank of each is, 1 = highest; nil where it has no rate, and for small areas.
  public let ranks: [RankInterval?]

  /// Ranks figures of one measure, cycle and kind of place, by draws that no thread or order can change.
  public init(_ figures: [Figure], seed: String = FigureBook.defaultSeed) {
    let draws = figures.map { figure -> [Double]? in
      // A small area has too few children for its rank to be worth drawing; catchments are what is compared.
      guard figure.kind != .area, let value = figure.value, value <= 1, let events = figure.numerator?.value,
        let people = figure.denominator?.value
      else { return nil }
      return RateDraws.of(events: events, people: people, seed: FigureSeed.of(figure: figure.id, seed: seed))
    }
    ranks = RankInterval.of(draws)
  }
}

extension Figure {
  /// Whether it is a share of people who were counted, by which places can be compared.
  public var isShareOfPeople: Bool {
    guard case .counted? = numerator, denominator != nil, let value else { return false }
    return value >= 0 && measure != "unreached" && !measure.hasSuffix(".gap")
  }
}
