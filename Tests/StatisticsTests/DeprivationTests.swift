import Statistics
import Testing

@Suite("Deprivation")
struct DeprivationTests {
  @Test("The exponential transform: 1 is 100, 0.9 is 50.4267, 0.5 is 15.6468 (measures.md)")
  func transform() {
    #expect(ExponentialTransform.score(share: 1) == 100)
    #expect(isClose(ExponentialTransform.score(share: 0.9), 50.4267, 1e-6))
    #expect(isClose(ExponentialTransform.score(share: 0.5), 15.6468, 3e-6))
    #expect(ExponentialTransform.score(share: 0) == 0)
    #expect(ExponentialTransform.score(rank: 1, of: 32_844) == 100)
    #expect(ExponentialTransform.score(rank: 0, of: 32_844) == nil)
    #expect(ExponentialTransform.score(rank: 5, of: 4) == nil)
  }

  @Test("Four areas by hand: score, turned rank, proportion, extent, local concentration")
  func byHand() {
    // N = 100: ranks 5 (q 5, weight 1), 11 (0.95), 30 (0.05), 90 (0); people 100, 100, 200, 600.
    let summary = DeprivationSummary(
      [
        .init(rank: 90, score: 5, people: 600), .init(rank: 5, score: 60, people: 100),
        .init(rank: 30, score: 20, people: 200), .init(rank: 11, score: 50, people: 100),
      ], of: 100)
    // (60·100 + 50·100 + 20·200 + 5·600)/1000, (96·100 + 90·100 + 71·200 + 11·600)/1000
    #expect(isClose(summary.averageScore, 18))
    #expect(isClose(summary.averageRank, 39.4))
    #expect(summary.proportion == 0.25)
    // (1·100 + 0.95·100 + 0.05·200)/1000
    #expect(isClose(summary.extent, 0.205))
    #expect(summary.localConcentration == 96)
    #expect(summary.missing == 0)
  }

  @Test("The last area of the local concentration counts in part")
  func concentration() {
    let summary = DeprivationSummary(
      [.init(rank: 1, people: 30), .init(rank: 11, people: 50), .init(rank: 50, people: 920)], of: 100)
    // A tenth of 1,000 is 100: 30 at 100, 50 at 90, 20 of the third at 51.
    #expect(isClose(summary.localConcentration, 85.2))
  }

  @Test("An area that counts in part counts in part everywhere")
  func weights() {
    let summary = DeprivationSummary(
      [.init(rank: 1, people: 100, weight: 0.25), .init(rank: 60, people: 100, weight: 0.75)], of: 100)
    #expect(summary.proportion == 0.25)
    #expect(summary.extent == 0.25)
    // 0.25·100 + 0.75·41
    #expect(summary.averageRank == 55.75)
  }

  @Test("Missing ranks, missing people, nobody and no area have defined answers")
  func special() {
    let missing = DeprivationSummary([.init(rank: nil, people: 10), .init(rank: 4, people: 10)], of: 100)
    #expect(missing.missing == 1)
    #expect(missing.averageRank == 97)
    #expect(missing.averageScore == nil)
    let nobody = DeprivationSummary([.init(rank: 4, people: 0)], of: 100)
    #expect(nobody.averageRank == nil)
    #expect(nobody.extent == nil)
    #expect(nobody.localConcentration == nil)
    #expect(nobody.proportion == 1)
    let empty = DeprivationSummary([], of: 100)
    #expect(empty.proportion == nil)
    #expect(empty.averageScore == nil)
    #expect(WeightedMean.of([(1, 0), (2, 0)]) == nil)
    #expect(WeightedMean.of([(1, -1), (2, 2)]) == nil)
  }
}
