import Statistics
import Testing

@Suite("Draws")
struct RandomTests {
  @Test("xoshiro256** from 1, 2, 3, 4 gives its published first numbers")
  func reference() {
    // The test vector of Rust's rand_xoshiro, which is the authors' C program with s = {1, 2, 3, 4}.
    var generator = Xoshiro256(seed: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
      16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    for number in expected { #expect(generator.next() == number) }
    var zero = Xoshiro256(seed: (0, 0, 0, 0))
    #expect(zero.next() == 11_520)
  }

  @Test("Normal, gamma and beta draws have the distributions they should (Kolmogorov's distance under 1.95/√n)")
  func distributions() throws {
    var generator = Xoshiro256(seed: (11, 22, 33, 44))
    let count = 20_000
    func distance(_ draws: [Double], _ cumulative: (Double) -> Double) -> Double {
      draws.sorted().enumerated().map { index, draw in
        let p = cumulative(draw)
        return max(abs(p - Double(index) / Double(count)), abs(Double(index + 1) / Double(count) - p))
      }.max() ?? 1
    }
    // 1.95/√n is Kolmogorov's limit at 0.1 %; the seed is fixed, so that the test is too.
    let limit = 1.95 / Double(count).squareRoot()
    #expect(distance((0..<count).map { _ in generator.normal() }, Normal.cumulative) < limit)
    for shape in [0.5, 1, 2.5, 40] {
      let gamma = try #require(GammaDistribution(shape: shape))
      #expect(distance((0..<count).map { _ in generator.gamma(shape: shape) }, gamma.cumulative) < limit)
    }
    for (a, b) in [(0.5, 20.5), (65.5, 35.5)] {
      let beta = try #require(BetaDistribution(a, b))
      #expect(distance((0..<count).map { _ in generator.beta(beta) }, beta.cumulative) < limit)
    }
    #expect(distance((0..<count).map { _ in generator.uniform() }, { $0 }) < limit)
  }

  @Test("Dirichlet draws sum to 1, have the means of their weights, and keep a zero at zero")
  func dirichlet() throws {
    var generator = Xoshiro256(seed: (5, 6, 7, 8))
    var sums = [0.0, 0, 0, 0]
    for _ in 0..<4_000 {
      let shares = generator.dirichlet([20, 15, 15, 0])
      let draw = try #require(shares)
      #expect(abs(draw.reduce(0, +) - 1) < 1e-12)
      for index in 0..<4 { sums[index] += draw[index] }
    }
    #expect(abs(sums[0] / 4_000 - 0.4) < 0.01)
    #expect(abs(sums[1] / 4_000 - 0.3) < 0.01)
    #expect(sums[3] == 0)
    #expect(generator.dirichlet([0, 0]) == nil)
    #expect(generator.dirichlet([1, -1]) == nil)
  }

  @Test("Whole numbers below a bound are all as likely")
  func below() {
    var generator = Xoshiro256(seed: (3, 1, 4, 1))
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
    // χ² with 6 degrees of freedom; its 99.9 % point is 22.46.
    let square = counts.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
    #expect(square < 22.46)
    #expect(generator.below(1) == 0)
    #expect(generator.below(0) == 0)
  }

  @Test("The same seed gives the same draws, and another seed others")
  func deterministic() {
    let one = RateDraws.of(events: 65, people: 100, seed: (1, 2, 3, 4))
    #expect(one == RateDraws.of(events: 65, people: 100, seed: (1, 2, 3, 4)))
    #expect(one != RateDraws.of(events: 65, people: 100, seed: (1, 2, 3, 5)))
    #expect(RateDraws.of(events: 1, people: 0, seed: (1, 2, 3, 4)) == nil)
    #expect(RateDraws.of(events: 12, people: 10, seed: (1, 2, 3, 4)) == nil)
  }
}
