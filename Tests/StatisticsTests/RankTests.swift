import Statistics
import Testing

@Suite("Ranks and their doubt")
struct RankTests {
  @Test("Ties take the mean of their ranks; what is missing has none")
  func ties() {
    // scipy.stats.rankdata([-3, -1, -3, -2])
    #expect(Ranks.of([3.0, 1, 3, 2]) == [1.5, 4, 1.5, 3])
    #expect(Ranks.of([3.0, nil, 1], lowestFirst: true) == [2, nil, 1])
    #expect(Ranks.of([7.0, 7, 7]) == [2, 2, 2])
    #expect(Ranks.of([Double]()) == [])
  }

  @Test("Percentiles interpolate as NumPy does")
  func percentiles() {
    // numpy.quantile([1, 2, 4, 8, 16], [0.025, 0.5, 0.975])
    #expect(isClose(Percentile.of(sorted: [1, 2, 4, 8, 16], 0.025), 1.1))
    #expect(Percentile.of(sorted: [1, 2, 4, 8, 16], 0.5) == 4)
    #expect(isClose(Percentile.of(sorted: [1, 2, 4, 8, 16], 0.975), 15.2))
    #expect(Percentile.of(sorted: [], 0.5) == nil)
    #expect(Percentile.of(sorted: [3], 0.9) == 3)
  }

  @Test("A place that is surely first is first; alike places could be anywhere; one place is first; no draws, no rank")
  func intervals() throws {
    func draws(_ events: Double, _ people: Double, _ seed: UInt64) -> [Double]? {
      RateDraws.of(events: events, people: people, seed: (seed, 2, 3, 4))
    }
    let intervals = RankInterval.of(
      [draws(990, 1_000, 1), draws(50, 100, 2), draws(50, 100, 3), draws(50, 100, 4), draws(0, 0, 5)], top: 1)
    let first = try #require(intervals[0])
    #expect(first.interval == Interval(1, 1))
    #expect(first.shareInTop == 1)
    for place in 1...3 {
      let alike = try #require(intervals[place])
      #expect(alike.interval == Interval(2, 4))
      #expect(abs(alike.mean - 3) < 0.1)
    }
    #expect(intervals[4] == nil)
    #expect(RankInterval.of([draws(1, 2, 1)])[0]?.interval == Interval(1, 1))
  }

  @Test("185 places with 1,000 draws are ranked within seconds, even unoptimised and beside other tests")
  func speed() {
    let clock = ContinuousClock()
    let time = clock.measure {
      let draws = (0..<185).map { RateDraws.of(events: Double($0), people: 200, seed: (UInt64($0), 2, 3, 4)) }
      #expect(RankInterval.of(draws).count == 185)
    }
    #expect(time < .seconds(20))
  }
}
