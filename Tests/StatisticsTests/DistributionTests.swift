import Statistics
import Testing

/// Expected numbers are SciPy 1.17's; the call stands above each list.
@Suite("Distributions agree with SciPy")
struct DistributionTests {
  @Test("Φ, its tail and its inverse, far into the tails")
  func normal() {
    // [(x, scipy.stats.norm.cdf(x), scipy.stats.norm.sf(x)) for x in xs]
    let expected: [(x: Double, lower: Double, upper: Double)] = [
      (-30.0, 4.906713927147908e-198, 1.0),
      (-8.5, 9.47953482220325e-18, 1.0),
      (-3.090232306167813, 0.0009999999999999998, 0.999),
      (-1.959963984540054, 0.025, 0.975),
      (-1.0, 0.15865525393145707, 0.8413447460685429),
      (-1e-09, 0.49999999960105773, 0.5000000003989423),
      (0.0, 0.5, 0.5),
      (0.3, 0.6179114221889526, 0.3820885778110474),
      (1.959963984540054, 0.975, 0.025),
      (5.0, 0.9999997133484281, 2.866515718791933e-07),
      (8.2, 0.9999999999999999, 1.2019351542735735e-16),
      (37.0, 1.0, 5.7255712225239266e-300),
    ]
    for row in expected {
      #expect(isClose(Normal.cumulative(row.x), row.lower, 1e-12))
      #expect(isClose(Normal.upperTail(row.x), row.upper, 1e-12))
    }
    // [(p, scipy.stats.norm.ppf(p)) for p in ps]
    let quantiles: [(p: Double, x: Double)] = [
      (1e-300, -37.0470962993612),
      (1e-20, -9.262340089798409),
      (1e-09, -5.9978070150076865),
      (0.001, -3.090232306167813),
      (0.025, -1.9599639845400545),
      (0.0242, -1.9738394633131995),
      (0.02426, -1.9727855514678603),
      (0.1, -1.2815515655446004),
      (0.4999, -0.0002506628300880075),
      (0.5, 0.0),
      (0.6, 0.2533471031357997),
      (0.975, 1.959963984540054),
      (0.999, 3.090232306167813),
      (0.999999999999, 7.0344869100478356),
    ]
    for row in quantiles { #expect(isClose(Normal.quantile(row.p), row.x, 1e-12)) }
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
  }

  @Test("The beta distribution: both tails and quantiles, small, skewed and large")
  func beta() throws {
    // [(a, b, x, scipy.special.betainc(a, b, x), scipy.special.betaincc(a, b, x)) …]
    let expected: [(a: Double, b: Double, x: Double, lower: Double, upper: Double)] = [
      (0.5, 0.5, 0.1, 0.20483276469913345, 0.7951672353008665),
      (0.5, 0.5, 0.999999, 0.9993633801215482, 0.0006366198784800777),
      (65.5, 35.5, 0.65, 0.5042026056237789, 0.4957973943762206),
      (65.5, 35.5, 0.2, 6.887566283091309e-23, 1.0),
      (65.5, 35.5, 0.95, 1.0, 3.88065324483931e-21),
      (0.5, 20.5, 0.03, 0.7333172354427024, 0.2666827645572974),
      (20.5, 0.5, 0.9, 0.03883916980569265, 0.9611608301943074),
      (1.0, 1.0, 0.37, 0.37, 0.63),
      (1234.5, 765.5, 0.62, 0.5985619419637532, 0.40143805803624766),
      (100000.5, 50000.5, 0.667, 0.6080390576685004, 0.39196094233148937),
      (100000.5, 50000.5, 0.65, 2.475804208721886e-42, 1.0),
      (0.5, 100000.0, 1e-05, 0.8427013118385188, 0.15729868816148118),
      (3.0, 4.0, 1e-08, 1.9999999549999994e-23, 1.0),
      (2.25, 917.25, 0.001, 0.17530727921697725, 0.8246927207830227),
    ]
    for row in expected {
      let beta = try #require(BetaDistribution(row.a, row.b))
      #expect(isClose(beta.cumulative(row.x), row.lower, 1e-11), "I_x(\(row.a), \(row.b)) at \(row.x)")
      #expect(isClose(beta.upperTail(row.x), row.upper, 1e-11), "1 − I_x(\(row.a), \(row.b)) at \(row.x)")
    }
    // [(a, b, p, scipy.stats.beta.ppf(p, a, b)) …]
    let quantiles: [(a: Double, b: Double, p: Double, x: Double)] = [
      (0.5, 0.5, 0.025, 0.001541333133436012),
      (65.5, 35.5, 0.05, 0.5690596921993656),
      (65.5, 35.5, 0.975, 0.7381543898756786),
      (0.5, 20.5, 0.025, 2.4246478459242733e-05),
      (20.5, 0.5, 0.975, 0.9999757535215408),
      (1.0, 1.0, 0.37, 0.37),
      (1234.5, 765.5, 0.001, 0.5833652892577853),
      (100000.5, 50000.5, 0.999, 0.6704204716088844),
      (0.5, 10000.5, 0.5, 2.2745993797440672e-05),
    ]
    for row in quantiles {
      let beta = try #require(BetaDistribution(row.a, row.b))
      #expect(isClose(beta.quantile(row.p), row.x, 1e-11), "quantile \(row.p) of Beta(\(row.a), \(row.b))")
    }
    #expect(BetaDistribution(0, 1) == nil)
    #expect(BetaDistribution(1, .nan) == nil)
    #expect(BetaDistribution(jeffreys: 3, of: 2) == nil)
  }

  @Test("The gamma distribution and χ²")
  func gamma() throws {
    // [(a, x, scipy.special.gammainc(a, x), scipy.special.gammaincc(a, x)) …]
    let expected: [(a: Double, x: Double, lower: Double, upper: Double)] = [
      (0.5, 0.01, 0.11246291601828491, 0.887537083981715),
      (0.5, 30.0, 0.9999999999999906, 9.485737571073857e-15),
      (1.0, 1.0, 0.6321205588285577, 0.36787944117144245),
      (9.0, 4.0, 0.021363434487984143, 0.9786365655120158),
      (9.0, 30.0, 0.9999979539240957, 2.0460759042705695e-06),
      (65.0, 65.0, 0.5164955945253746, 0.48350440547462537),
      (65.0, 120.0, 0.9999999851528032, 1.4847196833757077e-08),
      (1046.0, 980.0, 0.018997604292219604, 0.9810023957077804),
      (1046.0, 1200.0, 0.9999973974569254, 2.602543074575227e-06),
      (123456.0, 123000.0, 0.097065473355233, 0.902934526644767),
      (0.001, 0.5, 0.9994399333435291, 0.0005600666564707501),
      (20.0, 0.001, 4.10640490283015e-79, 1.0),
    ]
    for row in expected {
      let gamma = try #require(GammaDistribution(shape: row.a))
      #expect(isClose(gamma.cumulative(row.x), row.lower, 1e-11), "P(\(row.a), \(row.x))")
      #expect(isClose(gamma.upperTail(row.x), row.upper, 1e-11), "Q(\(row.a), \(row.x))")
    }
    // [(d, p, scipy.stats.chi2.ppf(p, d)) …]
    let quantiles: [(degrees: Double, p: Double, x: Double)] = [
      (1.0, 0.95, 3.841458820694124),
      (2.0, 0.001, 0.002001000667167068),
      (18.0, 0.025, 8.230746194756668),
      (20.0, 0.975, 34.16960690283833),
      (184.0, 0.95, 216.649238997807),
      (2000.0, 0.999, 2201.156196586629),
      (0.5, 0.1, 0.00013500124771267946),
    ]
    for row in quantiles {
      let distribution = try #require(ChiSquareDistribution(degrees: row.degrees))
      #expect(isClose(distribution.quantile(row.p), row.x, 1e-11), "χ²(\(row.p); \(row.degrees))")
    }
  }

  @Test("Binomial and Poisson terms and tails")
  func counts() throws {
    // [(n, p, k, scipy.stats.binom.pmf(k, n, p), .cdf(k, n, p), .sf(k - 1, n, p)) …]
    let binomial: [(n: Int, p: Double, k: Int, mass: Double, lower: Double, upper: Double)] = [
      (1, 0.3, 0, 0.7000000000000002, 0.7, 1.0),
      (10, 0.3, 0, 0.0282475249, 0.028247524900000005, 1.0),
      (10, 0.3, 3, 0.2668279319999998, 0.6496107184000002, 0.6172172136000003),
      (10, 0.3, 10, 5.9048999999999975e-06, 1.0, 5.9048999999999975e-06),
      (50, 0.0065, 2, 0.03784605632568624, 0.9957144316657097, 0.04213162465997652),
      (120, 0.65, 90, 0.00517656188913168, 0.9928594702166009, 0.012317091672530747),
      (5000, 0.6, 2900, 0.00018112595129775636, 0.0020802189479286744, 0.9981009070033692),
      (5000, 0.001, 20, 2.587510667138327e-07, 0.9999999208682958, 3.3788277088903656e-07),
      (30, 1e-06, 1, 2.999913001217989e-05, 0.9999999995650081, 2.9999565004059972e-05),
    ]
    for row in binomial {
      let distribution = try #require(BinomialDistribution(people: row.n, probability: row.p))
      #expect(isClose(distribution.mass(row.k), row.mass, 1e-11), "mass of \(row.k) in \(row.n)")
      #expect(isClose(distribution.cumulative(row.k), row.lower, 1e-11))
      #expect(isClose(distribution.upperTail(row.k), row.upper, 1e-11))
    }
    // [(mean, k, scipy.stats.poisson.pmf(k, mean), .cdf(k, mean), .sf(k - 1, mean)) …]
    let poisson: [(mean: Double, k: Int, mass: Double, lower: Double, upper: Double)] = [
      (0.1, 0, 0.9048374180359595, 0.9048374180359595, 1.0),
      (3.2, 1, 0.1304390527307719, 0.17120125670913808, 0.9592377960216338),
      (3.2, 9, 0.0039522501982355174, 0.9982381121318153, 0.005714138066420132),
      (100.0, 120, 0.005561064886513308, 0.9773306709216473, 0.02823039396486565),
      (5000.0, 4800, 9.987733294079885e-05, 0.0022694038783433665, 0.997830473454598),
    ]
    for row in poisson {
      let distribution = try #require(PoissonDistribution(mean: row.mean))
      #expect(isClose(distribution.mass(row.k), row.mass, 1e-11))
      #expect(isClose(distribution.cumulative(row.k), row.lower, 1e-11))
      #expect(isClose(distribution.upperTail(row.k), row.upper, 1e-11))
    }
    #expect(BinomialDistribution(people: -1, probability: 0.5) == nil)
    #expect(PoissonDistribution(mean: -1) == nil)
  }
}
