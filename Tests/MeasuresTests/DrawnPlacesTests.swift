import Geodata
import Geometry
import Tally
import Testing
import Workspace

@testable import Measures

/// Two areas of 100 m by 100 m beside each other; a catchment holds the west 60 m of the first.
@Suite("Drawn places") struct DrawnPlacesTests {
  private static func box(_ x: Double, _ width: Double, _ y: Double = 0, _ height: Double = 100) -> MultiPolygon {
    MultiPolygon([
      Polygon(exterior: [
        Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height), Point(x: x, y: y + height),
        Point(x: x, y: y),
      ])
    ])
  }

  private static var content: CycleContent {
    let day = Day(daysSince1970: 20_000)
    var content = CycleContent(cycle: CycleRecord(label: "c", from: day, to: day))
    content.areas = [
      .init(code: "A1", name: "A1", surface: 10_000, shape: box(0, 100)),
      .init(code: "A2", name: "A2", surface: 10_000, shape: box(100, 100)),
    ]
    content.catchments = [.init(code: "C", name: "C", surface: 6_000, shape: box(0, 60))]
    content.atoms = [
      .init(area: "", catchments: [], surface: 0), .init(area: "A1", catchments: [], surface: 4_000),
      .init(area: "A1", catchments: ["C"], surface: 6_000), .init(area: "A2", catchments: [], surface: 10_000),
      .init(area: "A2", catchments: ["C"], surface: 0),
    ]
    for (atom, number) in [7, 40, 60, 100, 1].enumerated() {
      content.tallies.append(.init(atom: atom, measure: "enrolled", by: "all", key: "", count: Count(exactly: number)))
    }
    content.denominators = [
      .init(area: "A1", set: "children", value: 200), .init(area: "A2", set: "children", value: 300),
    ]
    content.denominatorSets = [.init(id: "children", title: "", date: nil, source: "", isStale: false)]
    return content
  }

  private static func facts(
    _ shapes: [MultiPolygon], _ making: DrawnPlaces.Making = .atoms
  ) throws -> (facts: CycleFacts, drawn: DrawnPlaces) {
    let places = shapes.enumerated().map { DrawnPlace(code: "P\($0.offset)", name: "", shape: $0.element) }
    let drawn = DrawnPlaces(places, of: content, making: making)
    return (try content.facts(name: "x", crs: "EPSG:27700").placing(drawn, content: content), drawn)
  }

  @Test("are made of the atoms that lie in them by half, whole; one without surface goes with its area's largest")
  func atoms() throws {
    // 0…70: the whole atom of C, and 10 of the 40 m beside it.
    let (facts, drawn) = try Self.facts([Self.box(0, 70), Self.box(80, 75), Self.box(500, 10)])
    #expect(facts.catchments.map(\.people.enrolled.value) == [60, 40 + 101, 0])
    #expect(drawn.outside.isEmpty)
    #expect(facts.weights.map(\.weight) == [0.6, 0.4, 1])
    #expect(facts.weights.allSatisfy { $0.rule == .area })
    let book = FigureBook(facts: facts)
    #expect(book.figure("children.count", at: "P1")?.value == 0.4 * 200 + 300)
    #expect(book.figure("enrolled.rate", at: "P1")?.value == 141.0 / 380)
  }

  @Test("need no rule where all their areas are whole")
  func whole() throws {
    let (facts, _) = try Self.facts([Self.box(-5, 104.9), Self.box(99, 120)])
    #expect(facts.catchments.map(\.people.enrolled.value) == [100, 101])
    #expect(facts.weights.allSatisfy { $0.weight == 1 && $0.rule == facts.cycle.rule })
  }

  @Test("by surface take shares, and say between what the count lies")
  func surface() throws {
    let (facts, _) = try Self.facts([Self.box(0, 70), Self.box(0, 100, 0, 50)], .surface)
    let counts = facts.catchments.map(\.people.enrolled)
    #expect(abs(counts[0].value - (60 + 10)) < 1e-6)
    #expect(counts[0].low == 60 && counts[0].high == 100)
    #expect(abs(counts[1].value - 50) < 1e-6)
    #expect(counts[1].low == 0 && counts[1].high == 100)
  }

  @Test("that cut an atom in three are each under half, so it lies in none, and that is told")
  func thirds() throws {
    let (facts, drawn) = try Self.facts([Self.box(100, 34), Self.box(134, 33), Self.box(167, 33)])
    #expect(facts.catchments.allSatisfy { $0.people.enrolled.value == 0 })
    #expect(drawn.outside == [1, 2, 3, 4])
  }
}
