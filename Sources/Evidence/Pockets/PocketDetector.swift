import Statistics

/// Finds hidden pockets: areas whose children are reached far less, or far more, than the rest of their catchment and
/// their deprivation let expect (measures.md, "Pockets, balance").
///
/// For each area the expected rate is that of the rest of its catchment, after what the national decile explains over
/// the authority has been taken out. Areas differ more than chance in any borough; that over-dispersion is measured
/// from all areas, the most extreme tenth at each end drawn in, and is no pocket. The p-value is two-sided mid-p of the
/// beta-binomial distribution; over all areas of the authority Benjamini–Hochberg at q.
///
/// ```swift
/// let findings = PocketDetector().find(in: areas)
/// findings.filter(\.isPocket).map(\.area)
/// ```
public struct PocketDetector: Sendable {
  /// The share of false alarms among what is called different.
  public var rate: Double
  /// The share at each end that is drawn in when over-dispersion is measured.
  public var winsorised: Double

  /// Makes a detector with the house's parameters.
  public init(rate: Double = 0.05, winsorised: Double = 0.1) {
    (self.rate, self.winsorised) = (rate, winsorised)
  }

  /// A small area as the detector sees it.
  public struct Area: Hashable, Sendable {
    /// The code.
    public var code: String
    /// Reached children.
    public var reached: Int
    /// Children who live there: of the denominator, or enrolled.
    public var children: Int
    /// The national decile of deprivation, 1 = most deprived; nil where there is none.
    public var decile: Int?
    /// The catchments that it belongs to, sorted.
    public var catchments: [String]

    /// Makes an area.
    public init(code: String, reached: Int, children: Int, decile: Int?, catchments: [String]) {
      (self.code, self.reached, self.children, self.decile, self.catchments) =
        (code, reached, children, decile, catchments)
    }
  }

  /// The findings for all areas that can be tested, in the order of the codes. O(areas × areas of a catchment).
  public func find(in areas: [Area]) -> [PocketFinding] {
    let areas = areas.sorted { $0.code < $1.code }
    // More reached than exist: the estimate is too small and gives no verdict.
    let known = areas.filter { $0.children > 0 && $0.reached <= $0.children }
    let hasDeciles = known.contains { $0.decile != nil }
    func place(_ area: Area) -> (events: Double, people: Double, x: Double) {
      (Double(area.reached), Double(area.children), Double(area.decile ?? 0))
    }
    let testable = hasDeciles ? known.filter { $0.decile != nil } : known
    guard let trend = LogisticTrend(testable.map(place)) else { return [] }

    var expected: [(area: Area, against: String?, rate: Double)] = []
    for area in testable {
      let home = area.catchments.min()
      let rest = testable.filter { $0.code != area.code && (home.map($0.catchments.contains) ?? true) }
      let others = testable.filter { $0.code != area.code }
      if let shift = trend.shift(rest.map(place)) {
        let logOdds = trend.logOdds(at: place(area).x) + shift
        expected.append((area, home, LogisticTrend.rate(logOdds: logOdds)))
      } else if let shift = trend.shift(others.map(place)) {
        let logOdds = trend.logOdds(at: place(area).x) + shift
        expected.append((area, nil, LogisticTrend.rate(logOdds: logOdds)))
      }
    }
    let correlation = correlation(of: expected.map { ($0.area, $0.rate) })
    let values = expected.map {
      MidPTest.twoSided(
        events: $0.area.reached, of: $0.area.children, rate: $0.rate, correlation: correlation)
    }
    let adjusted = BenjaminiHochberg.adjusted(values)
    return expected.indices.compactMap { index in
      guard let p = values[index], let q = adjusted[index] else { return nil }
      let (area, against, rate) = expected[index]
      return PocketFinding(
        area: area.code, comparedWith: against, reached: area.reached, children: area.children, expectedRate: rate,
        pValue: p, adjusted: q, isDifferent: q <= self.rate)
    }
  }

  /// ρ of children in one area, from the areas' scores with the extremes drawn in.
  private func correlation(of areas: [(area: Area, rate: Double)]) -> Double {
    let scores = areas.map { area, rate in
      (Double(area.reached) - Double(area.children) * rate) / (Double(area.children) * rate * (1 - rate)).squareRoot()
    }
    let sorted = scores.sorted()
    guard let low = Percentile.of(sorted: sorted, winsorised),
      let high = Percentile.of(sorted: sorted, 1 - winsorised)
    else { return 0 }
    let drawn = zip(areas, scores).map { place, score in
      let n = Double(place.area.children)
      let spread = (n * place.rate * (1 - place.rate)).squareRoot()
      return (events: n * place.rate + min(max(score, low), high) * spread, people: n, rate: place.rate)
    }
    return MidPTest.correlation(drawn) ?? 0
  }
}

/// What the detector says of one area.
public struct PocketFinding: Hashable, Sendable {
  /// The area's code.
  public var area: String
  /// The catchment whose other areas it was compared with; nil: the authority's other areas.
  public var comparedWith: String?
  /// Reached children.
  public var reached: Int
  /// Children who live there.
  public var children: Int
  /// The share that was to be expected, 0…1.
  public var expectedRate: Double
  /// Two-sided mid-p.
  public var pValue: Double
  /// Benjamini–Hochberg over all areas of the authority.
  public var adjusted: Double
  /// Whether it is called different.
  public var isDifferent: Bool
  /// Whether it is a pocket: called different, and reached less than expected.
  public var isPocket: Bool { isDifferent && Double(reached) < Double(children) * expectedRate }
}
