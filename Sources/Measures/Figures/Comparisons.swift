import Statistics

/// Each place against the authority, one Benjamini–Hochberg family for a measure and a kind of place.
public enum Comparisons {
  /// The rates that are compared.
  static let measures = [
    "enrolled.rate", "reached.rate", "sustained.rate", "reached.of-enrolled", "reached-here.rate", CentreFigures.ownID,
  ]

  static func compared(_ figures: [Figure], with declared: [String] = []) -> [Figure] {
    var result = figures
    for measure in measures + declared {
      // A centre's own reach is compared with the mean of all centres' own, the others with the authority's rate.
      let own = figures.indices.filter { figures[$0].measure == measure }
      for kind in [Figure.Kind.area, .catchment, .centre] {
        let family = own.filter { figures[$0].kind == kind }
        guard family.count > 1, let rate = rate(own.map { figures[$0] }, family.map { figures[$0] }) else { continue }
        let tests = family.map { test(figures[$0], rate) }
        for ((index, p), q) in zip(zip(family, tests), BenjaminiHochberg.adjusted(tests)) {
          guard let p, let q else { continue }
          result[index].comparison = .init(rate: rate, p: p, q: q)
        }
      }
    }
    return result
  }

  /// The same places against another rate: the nation's, or that of other authorities. One family of tests.
  ///
  /// One for each figure, in their order; nil where a figure cannot be tested, or the rate is not between 0 and 1.
  public static func against(_ rate: Double, _ figures: [Figure]) -> [Figure.Comparison?] {
    guard rate > 0, rate < 1 else { return figures.map { _ in nil } }
    let tests = figures.map { test($0, rate) }
    return zip(tests, BenjaminiHochberg.adjusted(tests)).map { p, q in
      guard let p, let q else { return nil }
      return .init(rate: rate, p: p, q: q)
    }
  }

  private static func rate(_ all: [Figure], _ family: [Figure]) -> Double? {
    if let authority = all.first(where: { $0.kind == .authority }) {
      guard let value = authority.value, value > 0, value < 1 else { return nil }
      return value
    }
    let known = family.filter { $0.value != nil }
    let people = known.reduce(0) { $0 + ($1.denominator?.value ?? 0) }
    let events = known.reduce(0) { $0 + ($1.numerator?.value ?? 0) }
    return people > 0 && events > 0 && events < people ? events / people : nil
  }

  /// Exact tests take x and n rounded half up.
  private static func test(_ figure: Figure, _ rate: Double) -> Double? {
    guard let value = figure.value, value <= 1, let events = figure.numerator?.value,
      let people = figure.denominator?.value
    else { return nil }
    func whole(_ number: Double) -> Int { Int((number + 0.5).rounded(.down)) }
    return MidPTest.twoSided(events: min(whole(events), whole(people)), of: whole(people), rate: rate)
  }
}
