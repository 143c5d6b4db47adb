import Measures
import Statistics
import Testing
import Workspace

@Suite("Figures of deprivation and declared indicators")
struct DeprivationFigureTests {
  static func made() -> MadeUpFacts {
    var made = MadeUpFacts()
    made.indicators = [
      .init(
        id: "imd", title: "Index of Multiple Deprivation", theme: "deprivation", unit: "score",
        polarity: "higher-is-worse", of: 100, vintage: "IoD 2019", denominator: "population"),
      .init(
        id: "idaci", title: "IDACI", theme: "deprivation", unit: "rank", polarity: "higher-is-worse", of: 100,
        denominator: "children-0-15"),
      .init(
        id: "free-meals", title: "Free school meals", theme: "school", unit: "percent", polarity: "higher-is-worse"),
      .init(id: "births", title: "Births", theme: "births", unit: "count", polarity: "neither"),
      .init(
        id: "income-score", title: "A score", theme: "deprivation", unit: "score", polarity: "higher-is-worse",
        denominator: "population"),
      .init(
        id: "ward-obesity", title: "Obesity", theme: "health", unit: "percent", polarity: "higher-is-worse",
        level: "ward"),
    ]
    func values(_ rank: Double, _ score: Double, _ meals: (Double, Double), _ births: Double) -> [CycleContent
      .IndicatorValue]
    {
      [
        .init(indicator: "imd", area: "", value: score, rank: rank, decile: Int((rank / 10).rounded(.up))),
        .init(indicator: "idaci", area: "", rank: 101 - rank),
        .init(
          indicator: "free-meals", area: "", value: 100 * meals.0 / meals.1, numerator: meals.0, denominator: meals.1),
        .init(indicator: "births", area: "", value: births),
        .init(indicator: "income-score", area: "", value: score / 100),
        .init(indicator: "ward-obesity", area: "", value: 20),
      ]
    }
    let people = ["population": 1_000.0, "children-0-15": 200.0]
    made.area("A", (40, 30, 10), children: 100, more: people, values: values(5, 60, (10, 40), 12))
    made.area("B", (50, 20, 10), children: 100, more: people, values: values(11, 50, (30, 60), 20))
    made.area(
      "C", (50, 20, 10), children: 200, more: ["population": 2_000, "children-0-15": 100],
      values: values(90, 5, (5, 100), 31))
    made.catchment("X", (60, 40, 15), of: ["A": 1, "B": 0.5], rules: [.area, .population])
    return made
  }

  @Test("Summaries of a catchment and of the authority, each index by its own denominator")
  func summaries() throws {
    let book = FigureBook(facts: try Self.made().facts())
    func value(_ measure: String, _ place: String) -> Double { book.figure(measure, at: place)?.value ?? .nan }
    #expect(abs(value("imd.average-score", "X") - (60.0 * 1_000 + 50 * 500) / 1_500) < 1e-9)
    #expect(abs(value("imd.average-rank", "X") - (96.0 * 1_000 + 90 * 500) / 1_500) < 1e-9)
    #expect(abs(value("imd.proportion", "X") - 1 / 1.5) < 1e-12)
    #expect(abs(value("imd.extent", "X") - (1_000 + 0.95 * 500) / 1_500) < 1e-12)
    #expect(value("imd.local-concentration", "X") == 96)
    // IDACI's ranks are 96, 90 and 11, of 200, 200 and 100 children.
    #expect(abs(value("idaci.average-rank", "authority") - (5.0 * 200 + 11 * 200 + 90 * 100) / 500) < 1e-9)
    #expect(book.figure("idaci.average-score", at: "authority") == nil)
    #expect(book.dictionary["idaci.average-score"] == nil)
    #expect(value("children.decile-1", "authority") == 0.25)
    #expect(value("children.decile-9", "authority") == 0.5)
    #expect(book.figure("imd.extent", at: "X")?.rule == .population)
  }

  @Test("A declared share is added up from its parts with Wilson's interval, a count is added, a score is weighed")
  func declared() throws {
    let book = FigureBook(facts: try Self.made().facts())
    let area = try #require(book.figure("free-meals", at: "A"))
    #expect(area.value == 25)
    #expect(area.interval == Wilson.interval(events: 10, of: 40)?.scaled(by: 100))
    let catchment = try #require(book.figure("free-meals", at: "X"))
    #expect(abs((catchment.value ?? 0) - 100 * (10 + 15) / (40.0 + 30)) < 1e-9)
    let wilson = try #require(Wilson.interval(events: 25, of: 70)?.scaled(by: 100))
    #expect(abs((catchment.interval?.lower ?? 0) - wilson.lower) < 1e-9)
    #expect(book.figure("births", at: "X")?.value == 22)
    #expect(book.figure("births", at: "authority")?.value == 63)
    #expect(abs((book.figure("income-score", at: "X")?.value ?? 0) - (0.6 * 1_000 + 0.5 * 500) / 1_500) < 1e-12)
  }

  @Test("What is published for wards is shown there and never spread over areas")
  func wards() throws {
    let book = FigureBook(facts: try Self.made().facts())
    #expect(book.figure("ward-obesity", at: "X") == nil)
    #expect(book.figure("ward-obesity", at: "authority") == nil)
    #expect(book.dictionary["ward-obesity"]?.caveats.isEmpty == false)
  }

  @Test("Areas without a rank are left out and flagged")
  func missing() throws {
    var made = Self.made()
    made.areas[1].indicators["imd"] = nil
    let figure = try #require(FigureBook(facts: try made.facts()).figure("imd.average-rank", at: "X"))
    #expect(figure.value == 96)
    #expect(figure.flags.contains(.valuesMissing))
  }
}

@Suite("The index rebuilt")
struct RebuiltIndexTests {
  static func made() -> MadeUpFacts {
    var made = MadeUpFacts()
    let domains = RebuiltIndex.publishedWeights.map(\.domain)
    made.indicators = domains.map {
      .init(
        id: $0, title: $0, theme: "deprivation", unit: "rank", polarity: "higher-is-worse", of: 100,
        denominator: "population")
    }
    for (code, rank, people) in [("A", 1.0, 100.0), ("B", 50, 300)] {
      made.area(
        code, (1, 1, 1), children: 10, more: ["population": people],
        values: domains.map { .init(indicator: $0, area: code, rank: $0 == "crime" ? 101 - rank : rank) })
    }
    made.catchment("X", (2, 2, 2), of: ["A": 1, "B": 1])
    return made
  }

  @Test("With the published weights, without a domain, and with declared weights")
  func rebuilt() throws {
    let facts = try Self.made().facts()
    let book = FigureBook(facts: facts, asked: "imd.rebuilt.income=1+crime=3")
    func x(_ rank: Double) throws -> Double { try #require(ExponentialTransform.score(rank: rank, of: 100)) }
    let whole = FigureBook(facts: facts, asked: "imd.*")
    let all = try #require(whole.figure("imd.rebuilt", at: "A")?.value)
    #expect(abs(all - (0.906 * 100 + 0.093 * (try x(100)))) < 1e-9)
    #expect(abs(try #require(whole.figure("imd.without-crime", at: "A")?.value) - 99.9) < 1e-9)
    #expect(book.figure("imd.without-crime", at: "A") == nil, "an area's own is made when it is asked for")
    let declared = try #require(book.figure("imd.rebuilt.income=1+crime=3", at: "A")?.value)
    #expect(abs(declared - (0.25 * 100 + 0.75 * (try x(100)))) < 1e-9)
    let one = try #require(
      FigureBook(facts: facts, asked: "imd.without-crime").figure("imd.without-crime", at: "B")?.value)
    #expect(abs(try #require(book.figure("imd.without-crime", at: "X")?.value) - (99.9 * 100 + one * 300) / 400) < 1e-9)
    #expect(book.explanation(of: "imd.rebuilt.income=1+crime=3@X@2025-26") != nil)
    #expect(FigureBook(facts: facts, asked: "imd.rebuilt.luck=1").figures(measure: "imd.rebuilt.luck=1").isEmpty)
  }
}
