import Statistics
import Testing

@Suite("Comparisons")
struct ComparisonTests {
  @Test("Newcombe's differences of independent proportions")
  func newcombe() throws {
    // statsmodels.stats.proportion.confint_proportions_2indep(*row, compare="diff", method="newcomb");
    // 0.0524…0.3339 is also the first example of Newcombe 1998, table II.
    let rows: [(x1: Double, n1: Double, x2: Double, n2: Double, lower: Double, upper: Double)] = [
      (56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614),
      (9, 10, 3, 10, 0.1705227239345029, 0.809017973535488),
      (5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165),
      (10, 10, 0, 20, 0.6790860371419145, 1.0),
      (0, 10, 0, 10, -0.27753279986288926, 0.27753279986288926),
    ]
    for row in rows {
      let difference = try #require(
        ProportionDifference(
          BoundedNumber(row.x1), of: BoundedNumber(row.n1), less: BoundedNumber(row.x2), of: BoundedNumber(row.n2)))
      #expect(isClose(difference.interval.lower, row.lower))
      #expect(isClose(difference.interval.upper, row.upper))
      #expect(difference.interval.contains(difference.value))
    }
    #expect(
      ProportionDifference(BoundedNumber(1), of: BoundedNumber(0), less: BoundedNumber(1), of: BoundedNumber(2)) == nil)
  }

  @Test("Paired differences: nothing changed is 0, order turns the sign, the association narrows the interval")
  func paired() throws {
    let same = try #require(ProportionDifference(both: 30, first: 0, second: 0, neither: 20))
    #expect(same.value == 0)
    #expect(!same.isDifferent)
    let one = try #require(ProportionDifference(both: 36, first: 12, second: 2, neither: 10))
    let other = try #require(ProportionDifference(both: 36, first: 2, second: 12, neither: 10))
    #expect(isClose(one.value, 1.0 / 6))
    #expect(isClose(one.interval.lower, -other.interval.upper))
    #expect(isClose(one.interval.upper, -other.interval.lower))
    let unpaired = try #require(
      ProportionDifference(BoundedNumber(48), of: BoundedNumber(60), less: BoundedNumber(38), of: BoundedNumber(60)))
    #expect(one.interval.width < unpaired.interval.width)
    #expect(ProportionDifference(both: 0, first: 0, second: 0, neither: 0) == nil)
    #expect(ProportionDifference(both: 1, first: -1, second: 0, neither: 0) == nil)
  }

  @Test("A directly standardised rate with Dobson's interval")
  func direct() throws {
    // numpy: d = (w*x/n).sum()/w.sum(); v = (w**2*x/n**2).sum()/w.sum()**2; d + sqrt(v/O)*(byar(O) - O)
    let rate = try #require(
      StandardisedRate.direct([
        .init(events: 3, people: 500, standard: 5_000), .init(events: 8, people: 800, standard: 5_500),
        .init(events: 12, people: 900, standard: 6_000), .init(events: 20, people: 700, standard: 5_000),
        .init(events: 7, people: 300, standard: 4_000),
      ]))
    #expect(isClose(rate.value, 0.01573295985060691))
    #expect(isClose(rate.interval.lower, 0.011517440964166185))
    #expect(isClose(rate.interval.upper, 0.02093868773771394))
    #expect(StandardisedRate.direct([.init(events: 9, people: 500, standard: 5_000)]) == nil)
    #expect(StandardisedRate.direct([.init(events: 12, people: 0, standard: 5_000)]) == nil)
    #expect(StandardisedRate.direct([.init(events: 12, people: 10, standard: 0)]) == nil)
  }

  @Test("With one stratum the standardised rate is the crude one with Byar's interval; the ratio too")
  func oneStratum() throws {
    let rate = try #require(StandardisedRate.direct([.init(events: 25, people: 400, standard: 1)]))
    let byar = try #require(Byar.interval(events: 25))
    #expect(isClose(rate.value, 0.0625))
    #expect(isClose(rate.interval.lower, byar.lower / 400))
    #expect(isClose(rate.interval.upper, byar.upper / 400))
    let ratio = try #require(StandardisedRate.indirect([.init(events: 25, people: 400, standard: 0.05)]))
    #expect(isClose(ratio.value, 1.25))
    #expect(isClose(ratio.interval.upper, byar.upper / 20))
    #expect(StandardisedRate.indirect([.init(events: 9, people: 400, standard: 0.05)]) == nil)
    #expect(StandardisedRate.indirect([.init(events: 20, people: 400, standard: 0)]) == nil)
  }

  @Test("Funnel limits are exact where small and by the normal curve where not")
  func funnel() throws {
    // B = scipy.stats.binom(n, p); c = B.cdf(ks); ks[c > alpha/2][0], ks[c >= 1 - alpha/2][0]
    let exact: [(n: Double, p: Double, level: ConfidenceLevel, lower: Double, upper: Double)] = [
      (20, 0.1, .percent95, 0, 5), (20, 0.1, .percent99point8, 0, 7), (6, 0.65, .percent95, 2, 6),
      (6, 0.65, .percent99point8, 0, 6), (3, 0.95, .percent95, 2, 3), (3, 0.95, .percent99point8, 1, 3),
    ]
    for row in exact {
      let limits = try #require(Funnel(rate: row.p)?.limits(people: row.n, at: row.level))
      #expect(isClose(limits.lower, row.lower / row.n))
      #expect(isClose(limits.upper, row.upper / row.n))
    }
    let funnel = try #require(Funnel(rate: 0.6))
    let limits = try #require(funnel.limits(people: 96))
    // 0.6 ± 1.959963984540054·√(0.24/96)
    #expect(isClose(limits.lower, 0.6 - 1.959963984540054 * 0.05))
    #expect(isClose(limits.upper, 0.6 + 1.959963984540054 * 0.05))
    #expect(funnel.side(events: 57, of: 96) == 0)
    #expect(funnel.side(events: 30, of: 96) == -1)
    #expect(funnel.side(events: 90, of: 96) == 1)
    #expect(funnel.side(events: 97, of: 96) == nil)
    #expect(funnel.limits(people: 0) == nil)
    #expect(Funnel(rate: 1.2) == nil)
    // A place on the line is within: 5 of 20 at p0 = 0.1.
    #expect(Funnel(rate: 0.1)?.side(events: 5, of: 20) == 0)
    #expect(Funnel(rate: 0.1)?.side(events: 6, of: 20) == 1)
    #expect(Funnel(rate: 0)?.limits(people: 10) == Interval(0, 0))
  }

  @Test("Over-dispersion: winsorised φ and τ²")
  func dispersion() throws {
    // numpy: z clipped at numpy.quantile(z, [0.1, 0.9]); phi = (z**2).sum()/I;
    // tau2 = max(0, (I*phi - (I - 1))/(w.sum() - (w**2).sum()/w.sum()))
    let people: [Double] = [20, 50, 40, 18, 80, 50]
    let mild = try #require(OverDispersion(Array(zip([10.0, 30, 22, 5, 60, 41], people)), rate: 0.6))
    #expect(isClose(mild.dispersion, 3.487125479556063))
    #expect(isClose(mild.between, 0.01865891101749941))
    let strong = try #require(OverDispersion(Array(zip([5.0, 40, 35, 5, 75, 25], people)), rate: 0.6))
    #expect(isClose(strong.dispersion, 10.55765554024755))
    #expect(isClose(strong.between, 0.0683720701421796))
    let none = try #require(OverDispersion([(6, 10), (12, 20), (60, 100)], rate: 0.6))
    #expect(none.dispersion < 1e-20)
    #expect(none.between == 0)
    #expect(OverDispersion([(6, 10)], rate: 0.6) == nil)
    #expect(OverDispersion([(6, 10), (0, 0)], rate: 0.6) == nil)
  }

  @Test("Benjamini and Hochberg's adjusted p-values; what was not tested is not in the family")
  func manyComparisons() {
    // scipy.stats.false_discovery_control([.01, .04, .03, .005, .5, .04])
    let expected = [0.03, 0.048, 0.048, 0.03, 0.5, 0.048]
    let adjusted = BenjaminiHochberg.adjusted([0.01, 0.04, 0.03, 0.005, 0.5, 0.04])
    for (got, want) in zip(adjusted, expected) { #expect(isClose(got, want)) }
    let withGap = BenjaminiHochberg.adjusted([0.01, nil, 0.04])
    #expect(isClose(withGap[0], 0.02))
    #expect(withGap[1] == nil)
    #expect(BenjaminiHochberg.discoveries([0.01, nil, 0.06]) == [true, false, false])
    #expect(BenjaminiHochberg.adjusted([]).isEmpty)
  }

  @Test("Mid-p tests: binomial, beta-binomial, Fisher's")
  func midP() {
    // b = scipy.stats.binom(40, 0.6): 2*min(b.cdf(14) + b.pmf(15)/2, b.sf(15) + b.pmf(15)/2)
    #expect(isClose(MidPTest.twoSided(events: 15, of: 40, rate: 0.6), 0.004572270646583613))
    // The same with s = 1/0.02 - 1 and scipy.stats.betabinom(40, 0.6*s, 0.4*s)
    #expect(isClose(MidPTest.twoSided(events: 15, of: 40, rate: 0.6, correlation: 0.02), 0.03449582773444708))
    // The same with scipy.stats.hypergeom(528, 208, 20) at 8
    #expect(isClose(MidPTest.twoSided(events: 8, of: 20, against: 200, of: 508), 0.9448372234437218))
    #expect(MidPTest.twoSided(events: 3, of: 2, rate: 0.6) == nil)
    #expect(MidPTest.twoSided(events: 0, of: 0, rate: 0.6) == nil)
    #expect(MidPTest.twoSided(events: 1, of: 2, against: 0, of: 0) == nil)
  }

  @Test("The intraclass correlation is found again by moments, and is 0 where chance explains all")
  func correlation() throws {
    var generator = Xoshiro256(seed: (9, 8, 7, 6))
    let size = 1 / 0.05 - 1
    let beta = try #require(BetaDistribution(0.6 * size, 0.4 * size))
    let places = (0..<2_000).map { _ -> (events: Double, people: Double, rate: Double) in
      let rate = generator.beta(beta)
      return (Double((0..<30).count { _ in generator.uniform() < rate }), 30, 0.6)
    }
    let found = try #require(MidPTest.correlation(places))
    #expect(abs(found - 0.05) < 0.01)
    #expect(MidPTest.correlation([(6, 10, 0.6), (12, 20, 0.6), (30, 50, 0.6)]) == 0)
    #expect(MidPTest.correlation([]) == nil)
  }

  @Test("Empirical Bayes draws small places to the mean; nobody gets the mean; chance alone gives all the mean")
  func bayes() throws {
    let places: [(events: Double, people: Double)] = [(10, 20), (30, 50), (2, 40), (0, 0), (25, 30)]
    for kind in [EmpiricalBayes.Kind.poisson, .binomial] {
      let bayes = try #require(EmpiricalBayes(places, kind: kind))
      #expect(bayes.rates[3] == bayes.overall)
      for (place, rate) in zip(places, bayes.rates) where place.people > 0 {
        let raw = place.events / place.people
        #expect(Interval(raw, bayes.overall).contains(rate))
      }
    }
    let equal = try #require(EmpiricalBayes([(5, 10), (10, 20), (50, 100)]))
    #expect(equal.explainsNothing)
    #expect(equal.rates == [0.5, 0.5, 0.5])
    #expect(EmpiricalBayes([(0, 0), (0, 0)]) == nil)
    #expect(EmpiricalBayes([]) == nil)
  }
}
