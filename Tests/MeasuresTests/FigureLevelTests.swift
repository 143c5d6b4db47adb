import Statistics
import Tally
import Testing
import Workspace

@testable import Measures

@Suite("A figure at another level") struct FigureLevelTests {
  private static func figure(
    _ above: FigureNumber?, _ below: FigureNumber?, _ value: Double, _ interval: Interval?, isCount: Bool = false
  ) -> Figure {
    Figure(
      measure: "m", kind: .area, place: "A", cycle: "1", numerator: above, denominator: below, value: value,
      interval: interval, isCount: isCount)
  }

  private static func isClose(_ interval: Interval?, _ low: Double, _ high: Double) -> Bool {
    guard let interval else { return false }
    return abs(interval.lower - low) < 1e-9 && abs(interval.upper - high) < 1e-9
  }

  // Each expected limit: the published formula with z = 3.090232306167813 (SciPy's norm.ppf(0.999)), outside of this code.
  @Test("has Wilson's or Byar's interval at 99.8 %, in its own unit")
  func level() {
    let (x, n) = (FigureNumber.counted(Count(exactly: 65)), FigureNumber.given(100))
    let share = Self.figure(x, n, 0.65, Wilson.interval(events: 65, of: 100))
    #expect(Self.isClose(share.at(.percent99point8).interval, 0.495494657407, 0.778354061409))
    #expect(share.at(.percent95) == share)
    let percent = Self.figure(.given(65), n, 65, Wilson.interval(events: 65, of: 100)?.scaled(by: 100))
    #expect(Self.isClose(percent.at(.percent99point8).interval, 100 * 0.495494657407, 100 * 0.778354061409))
    let none = Self.figure(.given(0), n, 0, Wilson.interval(events: 0, of: 100))
    #expect(Self.isClose(none.at(.percent99point8).interval, 0, 0.087170937280))
    let rate = Self.figure(.given(40), .given(2000), 20, EventInterval.rate(events: 40, of: 2000)?.scaled(by: 1000))
    #expect(Self.isClose(rate.at(.percent99point8).interval, 11.616598789387, 31.846427181064))
    let coarse = Count(value: 40, low: 38, high: 42)
    let released = Self.figure(
      .counted(coarse), n, 0.4,
      Wilson.interval(events: BoundedNumber(40, low: 38, high: 42), of: BoundedNumber(100)))
    let wide = released.at(.percent99point8).interval
    #expect(wide?.lower == Wilson.interval(events: 38, of: 100, at: .percent99point8)?.lower)
    #expect(wide?.upper == Wilson.interval(events: 42, of: 100, at: .percent99point8)?.upper)
  }

  @Test("has none where the interval is of another kind: a difference, a bound, ranks")
  func others() {
    let gap = Self.figure(.given(65), .given(100), -0.1, Interval(-0.2, 0.05))
    #expect(gap.at(.percent99point8).interval == nil)
    let bound = Self.figure(.given(65), nil, 65, Interval(65, 90), isCount: true)
    #expect(bound.at(.percent99point8).interval == nil && bound.at(.percent95) == bound)
    let rank = Self.figure(nil, nil, 3, Interval(1, 7))
    #expect(rank.at(.percent99point8).interval == nil)
  }
}
