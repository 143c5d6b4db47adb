import Statistics
import Testing

/// Tukey's outer fences.
@Suite("Outer fences")
struct OuterFencesTests {
  @Test("fences are three interquartile ranges beyond the quartiles that NumPy's percentile gives")
  func quartiles() throws {
    // numpy.percentile([2, 4, 4, 5, 7, 8, 9, 11, 100], [25, 75]) = 4, 9
    let fences = try #require(OuterFences([9, 100, 2, 4, 11, 4, 5, 7, 8]))
    #expect(fences.low == -11 && fences.high == 24)
    #expect(fences.isBeyond(100) && !fences.isBeyond(24))
  }

  @Test("few values, equal values and values that are no numbers give no fences")
  func none() {
    #expect(OuterFences([1, 2, 3, 4, 5, 6, 7]) == nil)
    #expect(OuterFences(Array(repeating: 3, count: 20)) == nil)
    #expect(OuterFences(Array(repeating: .nan, count: 20)) == nil)
  }

  @Test("equal counts have the spread that chance gives, so that 9 children of families of one pass and 10 do not")
  func counts() throws {
    let fences = try #require(OuterFences(counts: Array(repeating: 1, count: 50)))
    #expect(!fences.isBeyond(9) && fences.isBeyond(10))
  }
}
