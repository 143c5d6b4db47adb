import Measures
import Statistics
import Tally
import Testing
import Workspace

@Suite("Figures of people")
struct PeopleFigureTests {
  /// The rebuilt case "no children and a shared row": enrolled, children and what is expected stand in its case.yml.
  static func sharedRow() throws -> FigureBook {
    var made = MadeUpFacts()
    made.area("E01900001", (2, 1, 0), children: 0)
    made.area("E01900002", (0, 0, 0), children: 0)
    made.area("E01900003", (12, 6, 3), children: 10)
    made.area("E01900004", (10, 5, 2), children: 40)
    made.area("E01900005", (3, 1, 0), children: nil, state: .shared)
    made.area("E01900006", (4, 1, 0), children: nil, state: .shared)
    made.catchment("CC01", (17, 8, 3), of: ["E01900001": 1, "E01900003": 1, "E01900005": 1])
    made.catchment("CC02", (14, 6, 2), of: ["E01900002": 1, "E01900004": 1, "E01900006": 1])
    return FigureBook(facts: try made.facts())
  }

  @Test("Nobody, too many, and one row for two areas: each has its answer and no rate is made up")
  func specialDenominators() throws {
    let book = try Self.sharedRow()
    let none = try #require(book.figure("enrolled.rate", at: "E01900001"))
    #expect(none.value == nil)
    #expect(none.numerator?.value == 2)
    #expect(none.flags.contains(.denominatorZero))
    #expect(try #require(book.figure("enrolled.rate", at: "E01900002")).value == nil)
    let tooMany = try #require(book.figure("enrolled.rate", at: "E01900003"))
    #expect(tooMany.value == 1.2)
    #expect(tooMany.interval == nil)
    #expect(tooMany.flags.contains(.estimateTooSmall))
    #expect(tooMany.judgement(threshold: 0.65) == nil)
    let plain = try #require(book.figure("enrolled.rate", at: "E01900004"))
    #expect(plain.value == 0.25)
    #expect(abs((plain.interval?.lower ?? 0) - 0.1419) < 0.00005)
    #expect(abs((plain.interval?.upper ?? 0) - 0.4019) < 0.00005)
    for area in ["E01900005", "E01900006"] {
      let shared = try #require(book.figure("enrolled.rate", at: area))
      #expect(shared.value == nil)
      #expect(shared.denominator == nil)
      #expect(shared.flags.contains(.denominatorShared))
    }
    let catchment = try #require(book.figure("enrolled.rate", at: "CC01"))
    #expect(catchment.numerator?.value == 17)
    #expect(catchment.value == nil)
    #expect(catchment.flags.contains(.denominatorShared))
  }

  @Test("A suppressed number of children withholds its area's and its catchment's rate")
  func suppressed() throws {
    var made = MadeUpFacts()
    made.area("E01900001", (4, 2, 1), children: 1_024)
    made.area("E01900002", (3, 2, 1), children: nil, state: .suppressed)
    made.area("E01900003", (2, 1, 1), children: 60)
    made.area("E01900004", (3, 1, 0), children: 80)
    made.catchment("CC01", (6, 3, 2), of: ["E01900001": 1, "E01900003": 1])
    made.catchment("CC02", (6, 3, 1), of: ["E01900002": 1, "E01900004": 1])
    let book = FigureBook(facts: try made.facts())
    #expect(book.figure("reached.rate", at: "E01900001")?.value == 2.0 / 1_024)
    #expect(book.figure("reached.rate", at: "E01900002")?.value == nil)
    #expect(book.figure("reached.rate", at: "CC01")?.denominator?.value == 1_084)
    let incomplete = try #require(book.figure("reached.rate", at: "CC02"))
    #expect(incomplete.value == nil)
    #expect(incomplete.flags.contains(.denominatorSuppressed))
  }

  @Test("A catchment's rate is apportioned by the rule, and its spread is over all rules that can be computed")
  func spread() throws {
    var made = MadeUpFacts()
    made.area("A", (40, 30, 10), children: 100)
    made.area("B", (50, 20, 10), children: 100)
    made.catchment("C", (60, 40, 15), here: 35, of: [:])
    made.weights = [
      .init(catchment: "C", area: "A", rule: .area, weight: 0.5),
      .init(catchment: "C", area: "B", rule: .area, weight: 0.5),
      .init(catchment: "C", area: "A", rule: .population, weight: 0.9),
      .init(catchment: "C", area: "B", rule: .population, weight: 0.1),
      .init(catchment: "C", area: "B", rule: .population, weight: 1e-9),
      .init(catchment: "C", area: "A", rule: .bestFit, weight: 1),
    ]
    let book = FigureBook(facts: try made.facts())
    let rate = try #require(book.figure("reached.rate", at: "C"))
    #expect(rate.rule == .population)
    #expect(rate.denominator?.value == 100)
    #expect(rate.value == 0.4)
    #expect(rate.spread == Interval(0.4, 0.4))
    #expect(book.figure("reached-here.rate", at: "C")?.value == 0.35)
    made.weights[0].weight = 1
    let wide = try #require(FigureBook(facts: try made.facts()).figure("reached.rate", at: "C"))
    #expect(wide.spread == Interval(40.0 / 150, 0.4))
    let points = try #require(book.figure("reached.of-enrolled", at: "C"))
    #expect(points.spread == nil)
    #expect(points.rule == nil)
    #expect(points.interval == Wilson.interval(events: 40, of: 60))
    made.weights = []
    let unweighed = try #require(FigureBook(facts: try made.facts()).figure("reached.rate", at: "C"))
    #expect(unweighed.value == nil)
    #expect(unweighed.flags == [.noWeights])
  }

  @Test("Where the rule asked for cannot be computed, area is taken and said")
  func otherRule() throws {
    var made = MadeUpFacts()
    made.area("A", (4, 2, 1), children: 10)
    made.catchment("C", (4, 2, 1), of: ["A": 0.5], rules: [.area])
    let rate = try #require(FigureBook(facts: try made.facts()).figure("enrolled.rate", at: "C"))
    #expect(rate.rule == .area)
    #expect(rate.flags.contains(.otherRule))
  }

  @Test("Unreached is children less reached, with the mirrored interval")
  func unreached() throws {
    var made = MadeUpFacts()
    made.area("A", (80, 65, 10), children: 100)
    let figure = try #require(FigureBook(facts: try made.facts()).figure("unreached", at: "A"))
    #expect(figure.value == 35)
    let wilson = try #require(Wilson.interval(events: 65, of: 100))
    #expect(abs((figure.interval?.lower ?? 0) - 100 * (1 - wilson.upper)) < 1e-9)
    #expect(abs((figure.interval?.upper ?? 0) - 100 * (1 - wilson.lower)) < 1e-9)
  }

  @Test("A group is compared with its complement, never with the total")
  func groups() throws {
    var made = MadeUpFacts()
    made.area("A", (100, 60, 30), children: 200)
    func split(_ measure: String, _ count: Int) -> CycleFacts.Split {
      .init(measure: measure, by: "group", key: "language=eal", count: Count(exactly: count))
    }
    made.catchment(
      "C", (100, 60, 30), splits: [split("enrolled", 20), split("reached", 5)], of: ["A": 1])
    let book = FigureBook(facts: try made.facts())
    #expect(book.figure("group-reached.language=eal", at: "C")?.value == 0.25)
    let gap = try #require(book.figure("group-gap.language=eal", at: "C"))
    // 5/20 − 55/80: statsmodels.stats.proportion.confint_proportions_2indep(5, 20, 55, 80, compare="diff", method="newcomb")
    #expect(abs((gap.value ?? 0) + 0.4375) < 1e-12)
    #expect(abs((gap.interval?.lower ?? 0) - -0.6029160030615148) < 1e-9)
    #expect(abs((gap.interval?.upper ?? 0) - -0.19350717002861803) < 1e-9)
  }

  @Test("Places are compared with the authority in one family, and only what passes is different")
  func comparison() throws {
    var made = MadeUpFacts()
    for index in 1...20 { made.area("A\(100 + index)", (60, index == 7 ? 10 : 50, 10), children: 100) }
    let book = FigureBook(facts: try made.facts())
    let family = book.figures(measure: "reached.rate", kind: .area)
    #expect(family.count == 20)
    let different = family.filter { $0.comparison?.isDifferent == true }
    #expect(different.map(\.place) == ["A107"])
    #expect(family.allSatisfy { ($0.comparison?.q ?? 0) >= ($0.comparison?.p ?? 1) })
  }

  @Test("What could not be located and casual visits are said as bounds, and only in an exact workspace")
  func bounds() throws {
    var made = MadeUpFacts()
    made.area("A", (80, 65, 10), children: 100)
    made.totals["grades/not-located"] = 7
    made.centres = [
      .init(
        code: "C", name: "C", point: nil,
        visits: [
          .init(measure: "visits", by: "all", key: "", count: Count(exactly: 300)),
          .init(measure: "visits", by: "visitor", key: "casual", count: Count(exactly: 20)),
          .init(measure: "visits", by: "visitor", key: "unknown", count: Count(exactly: 3)),
        ])
    ]
    made.centres[0].children = Count(exactly: 60)
    let book = FigureBook(facts: try made.facts())
    #expect(book.figure("reached.at-centre", at: "C")?.interval == Interval(60, 80))
    #expect(book.figure("enrolled.with-not-located", at: "authority")?.interval == Interval(80, 87))
    #expect(book.figure("reached.with-casual", at: "authority")?.interval == Interval(65, 85))
    #expect(book.figure("reached.with-unknown", at: "authority")?.interval == Interval(65, 68))
    #expect(book.figure("visits.count", at: "C")?.value == 300)
    made.hide = 4
    made.base = 5
    #expect(FigureBook(facts: try made.facts()).figure("reached.with-casual", at: "authority") == nil)
  }

  @Test("Every figure has an entry, every id is one of a kind and made of measure, place and cycle")
  func dictionary() throws {
    let book = try Self.sharedRow()
    #expect(Set(book.figures.map(\.id)).count == book.figures.count)
    for figure in book.figures {
      let entry = try #require(book.dictionary[figure.measure])
      #expect(!entry.title.isEmpty && !entry.question.isEmpty && !entry.method.isEmpty && !entry.unit.isEmpty)
      #expect(entry.kinds.contains(figure.kind))
      #expect(figure.id == "\(figure.measure)@\(figure.place)@2025-26")
      #expect(figure.value.map { $0.isFinite } ?? true)
    }
    #expect(try book.dictionary.json() == MeasureDictionary(of: book.facts).json())
  }
}
