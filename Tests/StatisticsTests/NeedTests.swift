import Statistics
import Testing

@Suite("Need, equity, voices, change")
struct NeedTests {
  @Test("Concentration index, slope and relative index")
  func equity() throws {
    // numpy: f = n/n.sum(); R = cumsum(f) - f/2; C = 2*(f*r*R).sum()/mu - 1;
    // slope, intercept = numpy.polyfit(R, r, 1, w=sqrt(n)); intercept/(intercept + slope)
    let rows: [(rank: Double, events: Double, people: Double)] = [
      (10, 70, 100), (20, 50, 80), (30, 60, 120), (40, 40, 90), (50, 20, 60),
    ]
    let places = rows.enumerated().map { index, row in
      Equity.Place(
        rank: row.rank, events: row.events, people: row.people,
        draws: RateDraws.of(events: row.events, people: row.people, seed: (UInt64(index), 7, 7, 7)))
    }
    let equity = try #require(Equity(places.reversed()))
    #expect(isClose(equity.concentration, -0.12777777777777777))
    #expect(isClose(equity.slope, -0.42857142857142827))
    #expect(isClose(equity.relative, 2.3432835820895503))
    #expect(equity.concentrationInterval?.contains(-0.12777) == true)
    #expect(equity.slopeInterval?.contains(-0.42857) == true)
    #expect(equity.relativeInterval?.contains(2.34328) == true)
  }

  @Test("Equity where all are equal, nobody is reached, one place, or none is known")
  func equitySpecial() throws {
    let equal = try #require(
      Equity([.init(rank: 1, events: 5, people: 10), .init(rank: 2, events: 10, people: 20)]))
    #expect(abs(equal.concentration ?? 1) < 1e-12)
    #expect(abs(equal.slope ?? 1) < 1e-12)
    let unreached = try #require(
      Equity([.init(rank: 1, events: 0, people: 10), .init(rank: 2, events: 0, people: 20)]))
    #expect(unreached.concentration == nil)
    #expect(unreached.relative == nil)
    let tied = try #require(
      Equity([.init(rank: 1, events: 5, people: 10), .init(rank: 1, events: 1, people: 20)]))
    #expect(tied.slope == nil)
    #expect(abs(tied.concentration ?? 1) < 1e-12)
    let one = try #require(Equity([.init(rank: 1, events: 5, people: 10), .init(rank: nil, events: 5, people: 10)]))
    #expect(one.places == 1)
    #expect(one.slope == nil)
    #expect(Equity([.init(rank: 1, events: 12, people: 10)]) == nil)
    #expect(Equity([]) == nil)
  }

  @Test("A need index ranks, transforms and weighs; an area with a gap is not ranked")
  func index() throws {
    let index = try #require(
      NeedIndex([
        .init(id: "idaci", weight: 1, values: [100, 200, 300, 400, nil], higherIsMoreNeed: false),
        .init(id: "unreached", weight: 3, values: [0.1, 0.5, 0.5, 0.9, 1], higherIsMoreNeed: true),
      ]))
    #expect(index.ranked == [0, 1, 2, 3])
    let x1 = 100.0
    let x4 = try #require(ExponentialTransform.score(rank: 4, of: 4))
    #expect(isClose(index.scores[0] ?? nil, 0.25 * x1 + 0.75 * x4))
    #expect(isClose(index.scores[3] ?? nil, 0.25 * x4 + 0.75 * x1))
    #expect(index.scores[4] == nil)
    #expect(index.ranks[3] == 1)
    let sensitivity = index.sensitivity(seed: (1, 2, 3, 4))
    #expect(sensitivity[4] == nil)
    #expect(sensitivity[3]?.interval.contains(1) == true)
    let chance = index.rankIntervals()
    #expect(chance[3]?.interval == Interval(1, 1))
    #expect(NeedIndex([]) == nil)
    #expect(NeedIndex([.init(id: "x", weight: 0, values: [1], higherIsMoreNeed: true)]) == nil)
  }

  @Test("The overlap of areas: headcount, intensity, and their product")
  func overlap() throws {
    // Ten areas; the first is the most deprived tenth of both components, the second of the first only.
    let first = (1...10).map { Double($0) as Double? }
    let second: [Double?] = [1, 10, 2, 3, 4, 5, 6, 7, 8, 9]
    let index = try #require(
      NeedIndex([
        .init(id: "a", weight: 0.6, values: first, higherIsMoreNeed: false),
        .init(id: "b", weight: 0.4, values: second, higherIsMoreNeed: false),
      ]))
    // Ranks 1 and 2 of ten are at R = 1 and 0.9, so both are deprived.
    let overlap = try #require(Overlap(index, children: [Double](repeating: 10, count: 10)))
    #expect(overlap.counts.prefix(3) == [2, 1, 1])
    #expect(overlap.headcount == 0.1)
    #expect(overlap.intensity == 1)
    let any = try #require(Overlap(index, children: [Double](repeating: 10, count: 10), atLeast: 1))
    #expect(isClose(any.headcount, 0.3))
    #expect(isClose(any.intensity, (1 + 0.6 + 0.4) / 3))
    #expect(isClose(any.adjusted, 0.2))
    #expect(Overlap(index, children: [Double](repeating: 0, count: 10)) == nil)
  }

  @Test("Cohen's kappa, effective voices and representation")
  func voices() throws {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: sklearn.metrics.cohen_kappa_score gives 0.4.
    let pairs =
      Array(repeating: ("yes", "yes"), count: 20) + Array(repeating: ("yes", "no"), count: 5)
      + Array(repeating: ("no", "yes"), count: 10) + Array(repeating: ("no", "no"), count: 15)
    #expect(isClose(CohenKappa(pairs.map { (first: $0.0, second: $0.1) })?.value, 0.4))
    #expect(CohenKappa([]) == nil)
    let same = try #require(CohenKappa([(first: "a", second: "a")]))
    #expect(same.value == nil)
    #expect(same.agreement == 1)
    #expect(EffectiveVoices([5, 5, 5, 5])?.value == 4)
    #expect(EffectiveVoices([10, 0])?.value == 1)
    #expect(EffectiveVoices([]) == nil)
    #expect(EffectiveVoices([0, 0]) == nil)
    let silent = try #require(RepresentationRatio(voices: 0, of: 50, people: 200, of: 1_000))
    #expect(silent.isUnheard)
    #expect(silent.expected == 10)
    let heard = try #require(RepresentationRatio(voices: 12, of: 50, people: 200, of: 1_000))
    #expect(isClose(heard.value, 1.2))
    #expect(!heard.isUnheard)
    #expect(RepresentationRatio(voices: 0, of: 0, people: 200, of: 1_000) == nil)
    #expect(RepresentationRatio(voices: 1, of: 2, people: 0, of: 1_000) == nil)
  }

  @Test("Four parts of a change add up exactly, for any counts")
  func change() throws {
    var generator = Xoshiro256(seed: (2, 7, 1, 8))
    for _ in 0..<1_000 {
      var rates: [Rational] = []
      for _ in 0..<5 {
        let people = 1 + generator.below(20_000)
        let reached = generator.below(people + 1)
        rates.append(try #require(Rational(reached, over: people)))
      }
      let change = try #require(ChangeInParts(rates[0], rates[1], rates[2], rates[3], rates[4]))
      var sum = Rational.zero
      for part in [change.method, change.boundary, change.data, change.real] {
        let known = try #require(part)
        sum = try #require(sum.adding(known))
      }
      #expect(sum == change.total)
    }
    let unknown = try #require(ChangeInParts(Rational(1), nil, nil, nil, Rational(3)))
    #expect(!unknown.isSeparable)
    #expect(unknown.total == Rational(2))
    #expect(unknown.real == nil)
  }

  @Test("Fractions are reduced, ordered, and say so when they would overflow")
  func rationals() throws {
    let half = try #require(Rational(-2, over: -4))
    #expect(half.description == "1/2")
    #expect(half.value == 0.5)
    let third = try #require(Rational(1, over: 3))
    #expect(third < half)
    #expect(Rational(1, over: 0) == nil)
    let fractions = (0..<3).compactMap { Rational(1, over: Int.max - $0) }
    let sum = try #require(fractions[0].adding(fractions[1]))
    #expect(sum.adding(fractions[2]) == nil)
  }
}
