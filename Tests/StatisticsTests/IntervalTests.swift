import Statistics
import Testing

@Suite("Intervals")
struct IntervalTests {
  @Test("65 of 100 is 0.5525…0.7364 by Wilson (measures.md; testdata_Proportion.xlsx, Area4)")
  func wilson() throws {
    let wide = try #require(Wilson.interval(events: 65, of: 100))
    #expect(isClose(wide.lower, 0.55254443296887967))
    #expect(isClose(wide.upper, 0.73635751756902468))
    let wider = try #require(Wilson.interval(events: 65, of: 100, at: .percent99point8))
    #expect(isClose(wider.lower, 0.49549465740704313))
    #expect(isClose(wider.upper, 0.77835406140896968))
  }

  @Test("10 of 40 is 0.1419…0.4019 by Wilson (the rebuilt case of a shared row)")
  func wilsonOfTheCase() throws {
    let interval = try #require(Wilson.interval(events: 10, of: 40))
    #expect(abs(interval.lower - 0.1419) < 0.00005)
    #expect(abs(interval.upper - 0.4019) < 0.00005)
  }

  @Test("Nobody, more events than people, and numbers that are none have no Wilson interval")
  func noWilson() {
    #expect(Wilson.interval(events: 0, of: 0) == nil)
    #expect(Wilson.interval(events: 12, of: 10) == nil)
    #expect(Wilson.interval(events: -1, of: 10) == nil)
    #expect(Wilson.interval(events: .nan, of: 10) == nil)
    #expect(Wilson.interval(events: 1, of: .infinity) == nil)
  }

  @Test("At 0 and at 100 % one limit is the estimate itself")
  func ends() {
    #expect(Wilson.interval(events: 0, of: 7)?.lower == 0)
    #expect(Wilson.interval(events: 7, of: 7)?.upper == 1)
  }

  @Test("Ten events are 4.787…18.391 by Byar (measures.md)")
  func byar() throws {
    let interval = try #require(EventInterval.interval(events: 10))
    #expect(abs(interval.lower - 4.787) < 0.0005)
    #expect(abs(interval.upper - 18.391) < 0.0005)
    // testdata_Byars_Wilson.xlsx, x = 10, 99.8 %.
    let wider = try #require(Byar.interval(events: 10, at: .percent99point8))
    #expect(isClose(wider.lower, 2.916318374695686))
    #expect(isClose(wider.upper, 24.193724927880535))
  }

  @Test("Fewer than ten events take the exact Poisson interval")
  func exact() throws {
    // scipy.stats.chi2.ppf(0.025, 2*5)/2, scipy.stats.chi2.ppf(0.975, 2*5 + 2)/2
    let five = try #require(EventInterval.interval(events: 5))
    #expect(isClose(five.lower, 1.62348639011842, 1e-12))
    #expect(isClose(five.upper, 11.668332079322669, 1e-12))
    // scipy.stats.chi2.ppf(0.975, 2)/2
    let none = try #require(EventInterval.interval(events: 0))
    #expect(none.lower == 0)
    #expect(isClose(none.upper, 3.6888794541139363, 1e-12))
    #expect(EventInterval.interval(events: -1) == nil)
  }

  @Test("Every Wilson interval contains its estimate, stays in 0…1 and shrinks as the place grows")
  func properties() throws {
    for people in [1.0, 2, 3, 7, 20, 63.5, 100, 999, 12_345] {
      for share in [0, 0.01, 0.1, 0.33, 0.5, 0.65, 0.9, 0.999, 1] {
        let events = share * people
        let one = try #require(Wilson.interval(events: events, of: people))
        #expect(one.lower >= 0 && one.upper <= 1)
        #expect(one.contains(min(1, events / people)))
        let double = try #require(Wilson.interval(events: 2 * events, of: 2 * people))
        #expect(double.width < one.width)
        let wider = try #require(Wilson.interval(events: events, of: people, at: .percent99point8))
        #expect(wider.contains(one))
      }
    }
  }

  @Test("The interval of bounded counts holds that of every pair of counts within the bounds")
  func bounded() throws {
    let events = BoundedNumber(20, low: 18, high: 22)
    let people = BoundedNumber(25, low: 21, high: 27)
    let all = try #require(Wilson.interval(events: events, of: people))
    for x in 18...22 {
      for n in 21...27 where x <= n {
        let one = try #require(Wilson.interval(events: Double(x), of: Double(n)))
        #expect(all.contains(one))
      }
    }
    #expect(Wilson.interval(events: BoundedNumber(65), of: BoundedNumber(100)) == Wilson.interval(events: 65, of: 100))
    #expect(Wilson.interval(events: BoundedNumber(2.5, low: 1, high: 4), of: BoundedNumber(2, low: 0, high: 4)) == nil)
  }
}
