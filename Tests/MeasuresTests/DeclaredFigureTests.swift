import Disclosure
import Measures
import Statistics
import Tally
import Testing
import Workspace

@Suite("Figures of measures that an audit declares")
struct DeclaredFigureTests {
  private static func declared(
    _ id: String, _ numerator: String, _ denominator: String, unit: String = "share", per: Double = 1
  ) -> DeclaredMeasure {
    DeclaredMeasure(
      id: id, title: id, question: "?", numerator: numerator, denominator: denominator, unit: unit, per: per,
      polarity: "neither", theme: "use", caveats: [])
  }

  private static func made(coarse: Coarsening? = nil) throws -> CycleFacts {
    func count(_ number: Int) -> Count { coarse?.coarsen(number) ?? Count(exactly: number) }
    var made = MadeUpFacts()
    made.area("A", (40, 30, 20), children: 60, more: ["births": 10, "twos": 0])
    made.area("B", (20, 6, 2), children: 90, more: ["births": 30, "twos": 0])
    made.catchment(
      "C", (50, 33, 21),
      splits: [
        .init(measure: "reached", by: "service", key: "play", count: count(24)),
        .init(measure: "enrolled", by: "group", key: "language=eal", count: count(9)),
        .init(measure: "reached", by: "group", key: "language=eal", count: count(3)),
      ], of: ["A": 1, "B": 0.5])
    made.sets += [
      .init(id: "births", title: "Births in a year", date: "2023-06-30", source: "births.csv", isStale: true),
      .init(id: "twos", title: "Two-year-olds", date: "2025-01-16", source: "twos.csv", isStale: false),
    ]
    if let coarse {
      (made.hide, made.base) = (4, 5)
      made.catchments[0].people = .init(
        enrolled: coarse.coarsen(50), reached: coarse.coarsen(33), sustained: coarse.coarsen(21))
    }
    var facts = try made.facts()
    facts.declaredMeasures = [
      declared("play-per-birth", "reached[service=play]", "births", unit: "rate", per: 100),
      declared("never-seen", "enrolled - reached", "enrolled"),
      declared("twos-reached", "reached", "twos", unit: "ratio"),
      declared("eal-reached", "reached[language=eal]", "enrolled[language=eal]"),
      declared("chess", "reached[service=chess]", "reached"),
    ]
    return facts
  }

  @Test("A count over a denominator: apportioned, with Byar's interval, spread and the flag that it is old")
  func rate() throws {
    let figure = try #require(FigureBook(facts: try Self.made()).figure("play-per-birth", at: "C"))
    // Births: 10 + 30/2. 100 × 24 / 25.
    #expect(figure.numerator?.value == 24 && figure.denominator?.value == 25)
    #expect(figure.value == 96)
    let byar = try #require(EventInterval.rate(events: 24, of: 25))
    #expect(abs(try #require(figure.interval).lower - 100 * byar.lower) < 1e-9)
    #expect(figure.spread == Interval(96, 96))
    #expect(figure.flags == [.denominatorStale])
  }

  @Test("A count less its part, by Wilson; for areas and the authority too")
  func difference() throws {
    let book = FigureBook(facts: try Self.made())
    let figure = try #require(book.figure("never-seen", at: "C"))
    #expect(figure.value == 17.0 / 50)
    let wilson = try #require(Wilson.interval(events: 17, of: 50))
    #expect(figure.interval == wilson && figure.spread == nil && figure.rule == nil)
    #expect(book.figure("never-seen", at: "B")?.value == 0.7)
    #expect(book.figure("never-seen", at: Figure.authorityPlace)?.numerator?.value == 24)
  }

  @Test("Nobody below the line gives no figure and says so; a service that nobody used gives 0")
  func nobody() throws {
    let book = FigureBook(facts: try Self.made())
    let figure = try #require(book.figure("twos-reached", at: "C"))
    #expect(figure.value == nil && figure.flags.contains(.denominatorZero))
    #expect(book.figure("chess", at: "C")?.value == 0)
    #expect(book.figure("births.count", at: "C")?.value == 25)
    #expect(book.figure("births.count", at: "C")?.flags == [.denominatorStale])
    #expect(book.figure("twos.count", at: "C")?.flags == [.denominatorZero])
  }

  @Test("Each has an entry and an explanation with the numbers in it")
  func explained() throws {
    let book = FigureBook(facts: try Self.made())
    for id in ["play-per-birth", "never-seen", "twos-reached", "eal-reached", "chess", "births.count"] {
      #expect(book.dictionary[id] != nil, "\(id)")
    }
    let explanation = try #require(book.explanation(of: "play-per-birth@C@2025-26"))
    #expect(explanation.formula == "100 × 24 / 25 = 96")
    #expect(explanation.notes.contains { $0.contains("over two years") })
    #expect(explanation.queries == ["use-by-service", "who-lives-here"])
  }

  @Test("From a release the interval holds the exact one; a group's hidden count prints c")
  func released() throws {
    let exact = FigureBook(facts: try Self.made())
    let book = FigureBook(facts: try Self.made(coarse: .small))
    for id in ["play-per-birth", "never-seen", "eal-reached"] {
      let (one, other) = (try #require(exact.figure(id, at: "C")), try #require(book.figure(id, at: "C")))
      #expect(try #require(other.interval).contains(try #require(one.interval)), "\(id)")
    }
    #expect(try book.answer(measure: "eal-reached", place: "C").rows[0][5] == .text("c"))
    // The authority's splits are not in a release, so it has no figure of them.
    #expect(book.figure("play-per-birth", at: Figure.authorityPlace) == nil)
  }
}
