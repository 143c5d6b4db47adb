import Audit
import Foundation
import FoundationXML
import Measures
import Tally
import Testing
import Workspace

@testable import Reporting

@Suite("A comparison") struct ComparisonTests {
  private func content() throws -> CycleContent {
    var content = CycleContent(cycle: MadeUpBorough.exact.facts.cycle)
    content.atoms = [
      .init(area: "", catchments: [], surface: 0), .init(area: "E0101000", catchments: [], surface: 1),
      .init(area: "E0101000", catchments: ["CC01"], surface: 1),
      .init(area: "E0101008", catchments: ["CC01", "CC02"], surface: 1),
    ]
    for (atom, count) in [(0, 2), (1, 3), (2, 30), (3, 40)] {
      content.tallies.append(.init(atom: atom, measure: "enrolled", by: "all", key: "", count: Count(exactly: count)))
    }
    content.tallies.append(.init(atom: 2, measure: "reached", by: "centre", key: "CC02", count: Count(exactly: 9)))
    content.tallies.append(.init(atom: 2, measure: "reached", by: "centre", key: "CC01", count: Count(exactly: 4)))
    return content
  }

  private func comparison(_ made: MadeUpBorough = .exact, kind: Figure.Kind = .catchment) throws -> Comparison {
    Comparison(in: made.borough, kind: kind, coverage: CatchmentCoverage(try content()))
  }

  @Test("counts each child once: in no catchment, in one, in several")
  func coverage() throws {
    let coverage = CatchmentCoverage(try content())
    #expect(coverage.sets.map(\.catchments) == [[], ["CC01"], ["CC01", "CC02"]])
    #expect(coverage.sets.map(\.people.enrolled.value) == [5, 30, 40])
    #expect(coverage.mainCentre(of: "E0101000") == "CC02")
    #expect(coverage.mainCentre(of: "E0101008") == nil)
  }

  @Test("is a well-formed page with an alternative for each picture", arguments: [Figure.Kind.catchment, .area])
  func page(_ kind: Figure.Kind) throws {
    for made in [
      MadeUpBorough.exact, .released, MadeUpBorough(hasPopulation: false), MadeUpBorough(hasShapes: false),
      MadeUpBorough(hostile: MadeUpBorough.attack), MadeUpBorough(hasPeople: false, hasUse: false),
    ] {
      let reader = try Reader.read(try PageMarkup.render(try comparison(made, kind: kind).document(), banner: nil))
      for image in reader.all("img") {
        #expect((image["alt"] ?? "").count > 20)
        #expect(try Reader.read(try drawing(try #require(image["src"]))).elements.first?.name == "svg")
      }
      let document = try comparison(made, kind: kind).document()
      #expect(reader.all("section").count == document.sections.count + 1)
      #expect(document.sections.map(\.id).starts(with: ["places", "dots", "funnel", "ranks"]))
    }
  }

  @Test("takes its verdicts from the book: a place differs only if Benjamini and Hochberg say so")
  func verdicts() throws {
    let comparison = try comparison(kind: .area)
    for place in comparison.compared.places {
      let figure = try #require(comparison.borough.book.figure("reached.rate", at: place.code))
      #expect(place.rate.differs == figure.comparison?.isDifferent)
    }
  }

  @Test("ranks are the same each time, and hold the place's own rank")
  func ranks() throws {
    let once = try comparison().compared
    let again = try comparison().compared
    #expect(once.places.map(\.rank) == again.places.map(\.rank))
    for place in once.places {
      let rank = try #require(place.rank)
      let own = Double((once.ranked.firstIndex { $0.code == place.code } ?? 0) + 1)
      #expect(rank.interval.contains(own))
    }
  }

  @Test("as rows hides what a release hides")
  func rows() throws {
    let answer = try comparison(.released, kind: .area).answer
    let hidden = try #require(answer.rows.first { $0[1] == .text("E0101003") })
    #expect(hidden[4] == .text("c"))
    #expect(hidden[5] == .null)
    #expect(answer.rows.count == 24)
    #expect(answer.rows.allSatisfy { $0.count == answer.columns.count })
  }

  @Test("is held against neighbours together and the nation, each place tested anew")
  func yardsticks() throws {
    let others = [
      OtherAuthority(name: "A", kind: .neighbour, measure: "reached.rate", numerator: 100, denominator: 400),
      OtherAuthority(name: "B", kind: .neighbour, measure: "reached.rate", numerator: 500, denominator: 600),
      OtherAuthority(name: "N", kind: .nation, measure: "reached.rate", value: 0.99),
      OtherAuthority(name: "C", kind: .neighbour, measure: "enrolled.rate", value: 0.1),
    ].compactMap { $0 }
    let comparison = Comparison(
      in: MadeUpBorough.exact.borough, coverage: CatchmentCoverage(try content()), others: others)
    #expect(comparison.compared.yardsticks.map(\.rate) == [0.6, 0.99])
    #expect(comparison.compared.places.allSatisfy { $0.differs[1] == true })
    let answer = comparison.answer
    #expect(answer.rows.allSatisfy { $0.count == answer.columns.count })
    let kind = try #require(answer.columns.firstIndex(of: "kind"))
    #expect(answer.rows.map { $0[kind] }.suffix(3) == [.text("neighbour"), .text("neighbour"), .text("nation")])
    let page = try Reader.read(try PageMarkup.render(comparison.document(), banner: nil))
    #expect(page.text.contains("In 2 neighbouring authorities it is 60 in 100."))
  }

  @Test("sets cycles beside each other, and asks for rows of all only where they were asked for")
  func cycles() throws {
    func rows(_ isOfCycles: Bool) throws -> Int {
      let made = Comparison(
        in: MadeUpBorough.exact.borough, coverage: CatchmentCoverage(try content()),
        earlier: [MadeUpBorough.exact.borough], isOfCycles: isOfCycles)
      #expect(made.document().sections.contains { $0.id == "cycles" })
      return made.answer.rows.count
    }
    #expect(try rows(false) == 2)
    #expect(try rows(true) == 4)
  }

  @Test("names the places most like each by the indicators that were declared")
  func likeness() throws {
    let comparison = Comparison(
      in: MadeUpBorough.exact.borough, coverage: CatchmentCoverage(try content()), indicators: ["imd"])
    // Two places, one indicator: each is one standard deviation from the mean, so two apart.
    #expect(comparison.compared.places.map { $0.like.map(\.place) } == [["CC02"], ["CC01"]])
    #expect(comparison.compared.places.allSatisfy { abs($0.like[0].distance - 2) < 1e-12 })
  }

  @Test("shares out children and their deprivation over gaps and overlaps by surface")
  func childrenOfGaps() throws {
    let content = try content()
    let coverage = CatchmentCoverage(content)
    // The first area has two atoms of equal surface, one in no catchment; the ninth lies in two.
    #expect(coverage.shares { $0 == 0 } == ["E0101000": 0.5])
    #expect(coverage.shares { $0 > 1 } == ["E0101008": 1])
    let section = try comparison().coverageSection()
    let table = try #require(
      section.blocks.compactMap { block -> Table? in if case .table(let table) = block { table } else { nil } }.first)
    // 60 children in the first area, half of them in no catchment, all in the most deprived tenth.
    #expect(table.rows[0].map(\.text.withoutFigures) == ["no catchment", "1", "30", "30", "5", "0", "0"])
    #expect(table.rows[0][3].detail?.withoutFigures == "100%")
  }

  @Test("draws flows as lines, those to another centre over the others, from areas, in a release from catchments")
  func flowMap() throws {
    var facts = MadeUpBorough.exact.facts
    facts.homeFlows = [
      .init(area: "E0101000", catchments: ["CC01"], centre: "CC01", children: Count(exactly: 30)),
      .init(area: "E0101000", catchments: ["CC01"], centre: "CC03", children: Count(exactly: 9)),
      .init(area: "E0101001", catchments: [], centre: "CC03", children: Count(exactly: 3)),
      .init(area: "", catchments: [], centre: "CC03", children: Count(exactly: 4)),
    ]
    let made = MadeUpBorough.exact.borough
    let borough = Borough(facts: facts, areaShapes: made.areaShapes, catchmentShapes: made.catchmentShapes)
    let exact = Comparison(in: borough, coverage: CatchmentCoverage(try content()))
    let released = Comparison(in: MadeUpBorough.released.borough, coverage: CatchmentCoverage(try content()))
    for (comparison, lines) in [(exact, 3), (released, 2)] {
      let pictures = comparison.flowsSection().blocks.compactMap { block -> Picture? in
        if case .picture(let picture) = block { picture } else { nil }
      }
      let map = try #require(pictures.first { $0.title.hasPrefix("Flow map") })
      #expect(map.description.contains("\(lines) lines"))
      #expect(map.svg.components(separatedBy: "stroke-linecap=\"round\"").count - 1 == lines)
      #expect(try Reader.read(map.svg).all("title").count == 1)
    }
  }

  @Test("colours each area by the centre most used there, and numbers those that are not in its catchment")
  func natural() throws {
    let blocks = try comparison().naturalCatchments()
    guard case .table(let table)? = blocks.last else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0[0].detail } == ["E0101000"])
    #expect(table.rows[0][2].text == "Centre 2")
    #expect(table.rows[0][3].text == "9")
  }
}
