import Statistics
import Testing

@Suite("A threshold is met, not met, or cannot be told")
struct ThresholdTests {
  @Test("65 of 100 cannot tell whether 65 % is met; eight more would settle it")
  func cannotTell() throws {
    let judgement = try #require(ThresholdJudgement(events: 65, of: 100, threshold: 0.65))
    // scipy.special.betaincc(65.5, 35.5, 0.65)
    #expect(isClose(judgement.probability, 0.4957973943762206, 1e-11))
    #expect(judgement.verdict == .cannotTell(more: 8))
    // The one before is not enough: scipy.special.betaincc(65.5 + k, 35.5 - k, 0.65) for k = 7, 8.
    let before = try #require(ThresholdJudgement(events: 65 + Double(7), of: 100, threshold: 0.65))
    #expect(before.verdict == .cannotTell(more: 1))
    #expect(ThresholdJudgement(events: 65 + Double(8), of: 100, threshold: 0.65)?.verdict == .met)
  }

  @Test("Clearly over and clearly under")
  func clear() {
    #expect(ThresholdJudgement(events: 90, of: 100, threshold: 0.65)?.verdict == .met)
    #expect(ThresholdJudgement(events: 40, of: 100, threshold: 0.65)?.verdict == .notMet)
  }

  @Test("A place may be too small to show 65 %")
  func small() {
    // scipy.special.betaincc(2.5, 0.5, 0.65) is 0.8382 < 0.95.
    #expect(ThresholdJudgement(events: 2, of: 2, threshold: 0.65)?.verdict == .tooSmall)
    #expect(ThresholdJudgement(events: 1, of: 2, threshold: 0.65)?.verdict == .tooSmall)
  }

  @Test("Without a rate there is no verdict")
  func none() {
    #expect(ThresholdJudgement(events: 0, of: 0, threshold: 0.65) == nil)
    #expect(ThresholdJudgement(events: 12, of: 10, threshold: 0.65) == nil)
    #expect(ThresholdJudgement(events: 1, of: 10, threshold: 0) == nil)
    #expect(ThresholdJudgement(events: 1, of: 10, threshold: 1) == nil)
  }

  @Test("Coarsened counts are met only if met at the worst, not met only if not met at the best")
  func coarsened() throws {
    let people = BoundedNumber(100, low: 98, high: 102)
    for value in stride(from: 0.0, through: 95, by: 5) {
      let events = BoundedNumber(value, low: max(0, value - 2), high: value + 2)
      let judgement = try #require(ThresholdJudgement(events: events, of: people, threshold: 0.65))
      let worst = ThresholdJudgement(events: events.low, of: people.high, threshold: 0.65)?.verdict
      let best = ThresholdJudgement(events: events.high, of: people.low, threshold: 0.65)?.verdict
      #expect((judgement.verdict == .met) == (worst == .met))
      #expect((judgement.verdict == .notMet) == (best == .notMet))
      #expect(judgement.probability <= judgement.highestProbability)
    }
  }
}
