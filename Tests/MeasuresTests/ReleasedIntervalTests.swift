import Disclosure
import Foundation
import Measures
import Statistics
import Tally
import Testing
import Workspace

@Suite("Figures of a release")
struct ReleasedIntervalTests {
  /// A made-up tally of a catchment: cells of enrolled, reached and sustained children.
  static func cells(_ generator: inout Xoshiro256) -> [(enrolled: Int, reached: Int, sustained: Int)] {
    (0...generator.below(8)).map { _ in
      let enrolled = generator.below(generator.below(3) == 0 ? 8 : 80)
      let reached = generator.below(enrolled + 1)
      return (enrolled, reached, generator.below(reached + 1))
    }
  }

  @Test("The interval from released cells contains the exact one, and a verdict is never bolder (10,000 tallies)")
  func intervals() throws {
    var generator = Xoshiro256(seed: (10, 20, 30, 40))
    var compared = 0
    for _ in 0..<10_000 {
      let profile = [Coarsening.small, .six, .eight, .ten][generator.below(4)]
      let cells = Self.cells(&generator)
      let enrolled = cells.reduce(0) { $0 + $1.enrolled }
      let reached = cells.reduce(0) { $0 + $1.reached }
      let coarseEnrolled = cells.reduce(Count.zero) { $0 + profile.coarsen($1.enrolled) }
      let coarseReached = cells.reduce(Count.zero) { $0 + profile.coarsen($1.reached) }
      let (x, n) = (FigureNumber.counted(coarseReached).bounded, FigureNumber.counted(coarseEnrolled).bounded)
      guard enrolled > 0, let exact = Wilson.interval(events: Double(reached), of: Double(enrolled)) else { continue }
      let released = try #require(Wilson.interval(events: x, of: n))
      #expect(released.contains(exact), "\(cells)")
      #expect(released.lower >= 0 && released.upper <= 1)
      let one = ThresholdJudgement(events: Double(reached), of: Double(enrolled), threshold: 0.65)?.verdict
      let other = ThresholdJudgement(events: x, of: n, threshold: 0.65)?.verdict
      if other == .met { #expect(one == .met) }
      if other == .notMet { #expect(one == .notMet) }
      // The first cell against the others: the difference's interval holds the exact one too.
      let rest = (n: FigureNumber.counted(coarseEnrolled).bounded, x: FigureNumber.counted(coarseReached).bounded)
      let (part, partReached) = (cells[0].enrolled, cells[0].reached)
      let (a, b) = (profile.coarsen(part), profile.coarsen(partReached))
      let (groupN, groupX) = (FigureNumber.counted(a).bounded, FigureNumber.counted(b).bounded)
      let exactGap = ProportionDifference(
        BoundedNumber(Double(partReached)), of: BoundedNumber(Double(part)),
        less: BoundedNumber(Double(reached - partReached)), of: BoundedNumber(Double(enrolled - part)))
      let releasedGap = ProportionDifference(
        groupX, of: groupN, less: rest.x.less(groupX), of: rest.n.less(groupN))
      if let exactGap, let releasedGap { #expect(releasedGap.interval.contains(exactGap.interval), "\(cells)") }
      compared += 1
    }
    #expect(compared > 9_000)
  }

  @Test("A release's figures hold released numbers only: hidden counts print c, withheld ones w, explain says so")
  func released() throws {
    var made = MadeUpFacts()
    made.area("A", (3, 2, 1), children: 60)
    made.area("B", (40, 30, 20), children: 90)
    made.catchment("C", (43, 32, 21), here: nil, of: ["A": 1, "B": 1])
    func coarse(_ people: inout CycleFacts.PeopleCounts, _ counts: [(Int, Int, Int)]) {
      let sum = { (part: ((Int, Int, Int)) -> Int) in
        counts.map(part).reduce(Count.zero) { $0 + Coarsening.small.coarsen($1) }
      }
      people = .init(enrolled: sum { $0.0 }, reached: sum { $0.1 }, sustained: sum { $0.2 })
    }
    coarse(&made.areas[0].people, [(3, 2, 1)])
    coarse(&made.areas[1].people, [(40, 30, 20)])
    coarse(&made.catchments[0].people, [(3, 2, 1), (40, 30, 20)])
    (made.hide, made.base) = (4, 5)
    made.sources = [
      .init(
        role: "enrolments", file: "enrolments.csv", sha256: "abc", bytes: 9, rows: 9, used: 9, reading: "UTF-8",
        isPersonal: true)
    ]
    made.rejects = [.init(file: "enrolments.csv", reason: "no id", rows: 2, firstRows: [3])]
    let book = FigureBook(facts: try made.facts())
    let table = try book.answer(measure: "enrolled.rate", place: "A")
    #expect(table.rows[0][5] == .text("c"))
    #expect(table.rows[0][6] == .integer(60))
    let withheld = try book.answer(measure: "reached-here.rate", place: "C")
    #expect(withheld.rows[0][5] == .text("w"))
    #expect(withheld.rows[0][7] == .text("w"))
    let count = try book.answer(measure: "enrolled.count", place: "C")
    // 2.5 + 40, to the nearest five, half up.
    #expect(count.rows[0][7] == .integer(45))
    let explanation = try #require(book.explanation(of: "reached.rate@C@2025-26"))
    #expect(explanation.rejected.isEmpty)
    #expect(explanation.files.allSatisfy { $0.sha256.isEmpty && $0.rows == nil })
    #expect(explanation.releaseRule.contains("1…4 are hidden"))
    #expect(explanation.formula.contains("between 29 and 36"))
  }
}

@Suite("Explanations")
struct ExplanationTests {
  @Test("The formula of each figure gives the figure again")
  func formulas() throws {
    let book = FigureBook(facts: try DeprivationFigureTests.made().facts())
    var checked = 0
    for figure in book.figures {
      let explanation = try #require(book.explanation(of: figure.id))
      #expect(explanation.figure == figure.id)
      #expect(!explanation.queries.isEmpty)
      guard figure.measure.hasSuffix(".rate"), let value = figure.value else { continue }
      // "40 / 100 = 0.4": read back and divide.
      let parts = explanation.formula.components(separatedBy: " = ")[0].components(separatedBy: " / ")
      let above = try #require(Double(parts[0]))
      let below = try #require(Double(parts[1]))
      #expect(abs(above / below - value) < 1e-6)
      checked += 1
    }
    #expect(checked > 10)
    #expect(book.explanation(of: "nothing@A@2025-26") == nil)
  }

  @Test("A catchment's summary is worked out again from the terms that are printed")
  func terms() throws {
    let book = FigureBook(facts: try DeprivationFigureTests.made().facts())
    let explanation = try #require(book.explanation(of: "imd.average-rank@X@2025-26"))
    #expect(explanation.terms.map(\.area) == ["A", "B"])
    let members = explanation.terms.map {
      DeprivationSummary.Member(rank: $0.value, people: $0.people, weight: $0.weight)
    }
    #expect(
      DeprivationSummary(members, of: 100).averageRank == book.figure("imd.average-rank", at: "X")?.value)
  }

  @Test("What is not there is refused with a hint, never answered with nothing")
  func refusals() throws {
    let book = FigureBook(facts: try DeprivationFigureTests.made().facts())
    #expect(throws: FigureRefusal.noSuchMeasure("reached.rates", nearest: "reached.rate")) {
      try book.answer(measure: "reached.rates")
    }
    #expect(throws: FigureRefusal.noSuchPlace("CC99")) { try book.answer(place: "CC99") }
    #expect(FigureRefusal.noSuchPlace("CC99").exitCode == 64)
  }
}
