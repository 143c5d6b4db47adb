import Statistics
import Testing

/// Examples with their answers from papers and from other people's programs; the source stands beside each number.
@Suite("Published examples")
struct PublishedExamplesTests {
  @Test("Newcombe's paired interval and McNemar's mid-p test")
  func paired() throws {
    // Complete response before and after consolidation therapy (Cavo et al. 2012): Fagerland, Lydersen and Laake,
    // Statistical Analysis of Contingency Tables (2017), chapter 8: −0.0621 (−0.1186 to −0.0046), mid-P 0.034690; the
    // authors' R package contingencytables, test-ch8.R, has the same.
    let therapy = try #require(ProportionDifference(both: 59, first: 6, second: 16, neither: 80))
    #expect(abs(therapy.value - -0.0621) < 0.00005)
    #expect(abs(therapy.interval.lower - -0.1186) < 0.00005)
    #expect(abs(therapy.interval.upper - -0.0046) < 0.00005)
    #expect(abs(try #require(MidPTest.twoSided(events: 6, of: 22, rate: 0.5)) - 0.034690) < 5e-7)
    // Turned round it is the same with the other sign.
    let turned = try #require(ProportionDifference(both: 59, first: 16, second: 6, neither: 80))
    #expect(abs(turned.interval.lower + therapy.interval.upper) < 1e-12)
    #expect(abs(turned.interval.upper + therapy.interval.lower) < 1e-12)
  }

  @Test("A paired difference has an answer at every edge: nobody changed, all changed, one child, all the same")
  func pairedEdges() throws {
    for (both, first, second, neither) in [
      (5, 0, 0, 5), (0, 10, 0, 0), (0, 0, 10, 0), (1, 0, 0, 0), (0, 0, 0, 1), (10, 0, 0, 0), (0, 5, 5, 0),
    ] {
      let difference = try #require(
        ProportionDifference(both: both, first: first, second: second, neither: neither))
      #expect(difference.interval.contains(Interval(difference.value, difference.value)))
      #expect(difference.interval.lower >= -1 && difference.interval.upper <= 1)
      #expect(difference.interval.width > 0, "\(both) \(first) \(second) \(neither)")
    }
  }

  @Test("A directly standardised rate, its variance and Dobson's interval")
  func standardised() throws {
    // Down's syndrome by mother's age among fifth and later births, Michigan 1950–1964 (Stark and Mantell 1966; Fleiss
    // 1981, table 14.4; Fay and Feuer 1997, table II). The vignette of the R package dsrTest 1.0.0 prints 75.52901 per
    // 100,000 and the gamma interval 67.70212 to 188.30017, which holds the same variance as Dobson's.
    let cases = [0.0, 8, 63, 112, 262, 295]
    let births = [327.0, 30_666, 123_419, 149_919, 104_088, 34_392]
    let standard = [319_933.0, 931_318, 786_511, 488_235, 237_863, 61_313]
    let strata = zip(cases, zip(births, standard)).map {
      StandardisedRate.Stratum(events: $0, people: $1.0, standard: $1.1)
    }
    let rate = try #require(StandardisedRate.direct(strata))
    #expect(rate.events == 740)
    #expect(abs(rate.value * 1e5 - 75.52901) < 5e-6)
    // Dobson's scale √(Var/O), taken back out of the interval.
    let byar = try #require(Byar.interval(events: 740))
    let scale = (rate.interval.upper - rate.value) / (byar.upper - 740)
    #expect(abs((rate.interval.lower - rate.value) / (byar.lower - 740) / scale - 1) < 1e-9)
    let variance = scale * scale * 740
    let gamma = try #require(GammaDistribution(shape: rate.value * rate.value / variance))
    #expect(abs(gamma.quantile(0.025) * variance / rate.value * 1e5 - 67.70212) < 5e-6)
    let sum = standard.reduce(0, +)
    let most = zip(births, standard).map { $1 / sum / $0 }.max() ?? 0
    let (mean, spread) = (rate.value + most, variance + most * most)
    let upper = try #require(GammaDistribution(shape: mean * mean / spread))
    #expect(abs(upper.quantile(0.975) * spread / mean * 1e5 - 188.30017) < 5e-5)
    // Dobson et al. (1991) on exact Poisson limits (SciPy: chi2.ppf): 67.632835 to 83.867032; Byar's are within 1e-5 of them.
    #expect(abs(rate.interval.lower * 1e5 / 67.63283525830497 - 1) < 1e-5)
    #expect(abs(rate.interval.upper * 1e5 / 83.86703174351808 - 1) < 1e-5)
  }
}
