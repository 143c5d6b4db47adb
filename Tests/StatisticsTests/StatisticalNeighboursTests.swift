import Statistics
import Testing

@Suite("Statistical neighbours") struct StatisticalNeighboursTests {
  @Test("are the nearest in standard deviations, by hand")
  func byHand() {
    // Means 3 and 30; deviations over n: √2 and √200. z of the first: −√2 and −√2; steps of 1/√2 from one to the next.
    let values: [[Double?]] = [[1, 10], [2, 20], [3, 30], [4, 40], [5, 50]]
    let found = StatisticalNeighbours(values, count: 2)
    #expect(found.nearest[0].map(\.place) == [1, 2])
    #expect(abs(found.nearest[0][0].distance - 0.5.squareRoot()) < 1e-12)
    #expect(abs(found.nearest[0][1].distance - 2.0.squareRoot()) < 1e-12)
    // Equally near: the earlier comes first.
    #expect(found.nearest[2].map(\.place) == [1, 3])
  }

  @Test("do not change when an indicator is given in another unit, or turned round")
  func units() {
    let values: [[Double?]] = [[1, 7], [2, 3], [5, 4], [9, 1], [3, 3]]
    let other = values.map { [$0[0].map { 1_000 * $0 - 7 }, $0[1].map { -$0 }] }
    let (one, two) = (StatisticalNeighbours(values).nearest, StatisticalNeighbours(other).nearest)
    for (a, b) in zip(one, two) {
      #expect(a.map(\.place) == b.map(\.place))
      #expect(zip(a, b).allSatisfy { abs($0.distance - $1.distance) < 1e-9 })
    }
  }

  @Test("leave out a place that lacks a value, and take an indicator that is the same everywhere for nothing")
  func ugly() {
    let found = StatisticalNeighbours([[1, 5], [nil, 5], [3, 5], [.nan, 5]])
    #expect(found.incomplete == [1, 3])
    #expect(found.nearest[1].isEmpty && found.nearest[3].isEmpty)
    #expect(found.nearest[0].map(\.place) == [2])
    #expect(found.nearest[0].allSatisfy { abs($0.distance - 2.0.squareRoot()) < 1e-12 })
    #expect(StatisticalNeighbours([]).nearest.isEmpty)
    #expect(StatisticalNeighbours([[]]).nearest == [[]])
    #expect(StatisticalNeighbours([[4]], count: 3).nearest == [[]])
  }
}
