import Measures
import Statistics
import Tally
import Testing

@Suite("Words that say doubt")
struct WordsTests {
  @Test("An interval is read in children, not in decimals")
  func between() throws {
    let wilson = try #require(Wilson.interval(events: 65, of: 100))
    #expect(DoubtWords.between(wilson) == "between 55 and 74 in 100")
    #expect(DoubtWords.between(Interval(0.601, 0.603)) == "about 60 in 100")
    #expect(DoubtWords.outOf100(0.001) == "fewer than 1 in 100")
    #expect(DoubtWords.outOf100(0.999) == "more than 99 in 100")
    #expect(DoubtWords.outOf100(1) == "100 in 100")
    #expect(DoubtWords.percent(0.65) == "65 %")
    #expect(DoubtWords.percent(0.125) == "12.5 %")
    #expect(DoubtWords.spread(Interval(0.62, 0.66)) == "62 to 66 in 100, by the rule taken")
    #expect(DoubtWords.spread(Interval(0.62, 0.621)) == nil)
  }

  @Test("A threshold is met, not met, or it is said what would settle it")
  func threshold() throws {
    let open = try #require(ThresholdJudgement(events: 65, of: 100, threshold: 0.65))
    #expect(
      DoubtWords.threshold(open) == "cannot tell yet whether 65 % is met; 8 more children reached would settle it")
    let small = try #require(ThresholdJudgement(events: 1, of: 2, threshold: 0.65))
    #expect(DoubtWords.threshold(small) == "this place is too small to show 65 %")
    #expect(
      DoubtWords.threshold(try #require(ThresholdJudgement(events: 90, of: 100, threshold: 0.65))) == "65 % is met")
  }

  @Test("Flesch–Kincaid's grade: a plain sentence is low, an official one is high")
  func grade() throws {
    // 6 words, 1 sentence, 6 syllables: 0.39·6 + 11.8·1 − 15.59 = −1.45
    #expect(abs(try #require(ReadingGrade.fleschKincaid("The cat sat on the mat.")) + 1.45) < 1e-9)
    let official = "Notwithstanding methodological considerations, apportionment necessitates interpretation."
    #expect(try #require(ReadingGrade.fleschKincaid(official)) > 18)
    #expect(ReadingGrade.fleschKincaid("…") == nil)
  }

  @Test("Every sentence that says doubt can be read before grade 12")
  func readable() throws {
    var sentences = [DoubtWords.standing]
    for (events, people) in [(65.0, 100.0), (1, 2), (90, 100), (20, 100), (412, 640)] {
      for threshold in [0.65, 0.8] {
        let judgement = try #require(ThresholdJudgement(events: events, of: people, threshold: threshold))
        sentences.append(DoubtWords.threshold(judgement) + ".")
      }
      let figure = Figure(
        measure: "reached.rate", kind: .catchment, place: "CC01", cycle: "2025-26", value: events / people,
        interval: Wilson.interval(events: events, of: people))
      sentences.append(try #require(DoubtWords.rate(figure)))
    }
    for sentence in sentences {
      let grade = try #require(ReadingGrade.fleschKincaid(sentence))
      #expect(grade < 12, "grade \(grade): \(sentence)")
    }
  }

  @Test("Counts are printed to the base, half up; what is only known to be hidden is c")
  func counts() {
    let text = CountText(hide: 4, base: 5)
    #expect(text.text(Count(value: 2.5, low: 1, high: 4)) == "c")
    #expect(text.text(Count(exactly: 0)) == "0")
    #expect(text.text(Count(value: 217.5, low: 202, high: 242)) == "220")
    #expect(text.text(Count(value: 217.4, low: 202, high: 242)) == "215")
    #expect(CountText(hide: 0, base: 1).text(Count(exactly: 3)) == "3")
  }
}
