import Foundation
import Testing

@testable import Geometry

/// A square of so many metres with its least corner there.
func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygon {
  MultiPolygon([Polygon(Envelope(minX: x, minY: y, maxX: x + side, maxY: y + side))])
}

func ring(_ numbers: (Double, Double)...) -> [Point] { numbers.map { Point(x: $0.0, y: $0.1) } }

@Suite("Shapes, their areas and their repair")
struct ShapeTests {
  /// The bow-tie of two lobes in the middle of the British grid.
  let bowTie = MultiPolygon([
    Polygon(
      exterior: ring((430_000, 550_000), (432_000, 552_000), (432_000, 550_000), (430_000, 552_000), (430_000, 550_000))
    )
  ])

  @Test("A bow-tie has exactly no area as drawn, both its lobes after repair, and the crossing is named")
  func bowTieRepaired() throws {
    let repair = try bowTie.repaired()
    #expect(!repair.wasValid)
    #expect(repair.reason == "Self-intersection")
    #expect(repair.location == Point(x: 431_000, y: 551_000))
    #expect(repair.areaAsDrawn == 0)
    #expect(abs(repair.areaAfter - 2_000_000) < 1e-6)
    #expect(repair.shape.polygons.count == 2)
  }

  @Test("A valid shape comes back vertex by vertex")
  func validUntouched() throws {
    let shape = square(430_000, 550_000, 1000)
    let repair = try shape.repaired()
    #expect(repair.wasValid && repair.reason == nil && repair.shape == shape)
    #expect(repair.areaAfter == 1_000_000 && repair.areaAsDrawn == 1_000_000)
  }

  @Test("An open ring is closed and said so; a ring of two points is left out, never a crash")
  func openAndShort() throws {
    let open = MultiPolygon([Polygon(exterior: ring((0, 0), (10, 0), (10, 10), (0, 10)))])
    let repair = try open.repaired()
    #expect(repair.reason == "Ring is not closed" && repair.areaAfter == 100 && !repair.wasValid)
    let short = MultiPolygon([Polygon(exterior: ring((0, 0), (1, 1), (0, 0)))])
    #expect(try short.repaired().shape.isEmpty)
    #expect(try short.repaired().reason == "Ring has fewer than four points")
    #expect(throws: GeometryError.self) { try Shape(short) }
    #expect(try MultiPolygon().repaired().wasValid)
  }

  @Test("A hole of fewer than four points and a hole outside its shell are mended")
  func holes() throws {
    let exterior = ring((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))
    let thin = MultiPolygon([Polygon(exterior: exterior, holes: [ring((1, 1), (2, 2), (1, 1))])])
    #expect(try thin.repaired().areaAfter == 100)
    let outside = MultiPolygon([
      Polygon(exterior: exterior, holes: [ring((20, 20), (30, 20), (30, 30), (20, 30), (20, 20))])
    ])
    #expect(try !outside.repaired().wasValid)
  }

  @Test("Parts that overlap are united: the ground between them counts once and is not punched out")
  func overlappingParts() throws {
    let shape = MultiPolygon(square(0, 0, 10).polygons + square(5, 0, 10).polygons)
    let repair = try shape.repaired()
    #expect(repair.areaAsDrawn == 200 && abs(repair.areaAfter - 150) < 1e-9)
  }

  @Test("Coordinates that are no numbers are refused", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(number: Double) throws {
    let shape = MultiPolygon([Polygon(exterior: ring((0, 0), (number, 0), (1, 1), (0, 0)))])
    let error = #expect(throws: GeometryError.self) { try shape.repaired() }
    #expect(error?.kind == .notFinite)
    #expect(throws: GeometryError.self) { try Shape(shape) }
  }

  @Test("Areas of grid coordinates agree with GEOS to a part in 10¹²")
  func area() throws {
    for n in 1...50 {
      let centre = Point(x: 400_000 + Double(n) * 1234.5, y: 500_000 + Double(n) * 777.7)
      let corners = (0..<n + 3).map { k in
        let angle = 2 * Double.pi * Double(k) / Double(n + 3)
        return Point(x: centre.x + 300 * cos(angle), y: centre.y + 200 * sin(angle))
      }
      let shape = MultiPolygon([Polygon(exterior: corners + [corners[0]])])
      let geos = try Shape(shape).area
      #expect(abs(shape.area - geos) <= 1e-9 * geos)
    }
  }

  @Test("Overlay keeps areas: what both hold and what one holds add up to what either holds")
  func overlay() throws {
    let a = try Shape(square(0, 0, 10))
    let b = try Shape(square(6, 4, 10))
    #expect(try a.intersection(b).area == 24)
    #expect(try a.union(b).area == 176)
    #expect(try a.difference(b).area == 76)
    #expect(try a.symDifference(b).area == 152)
    #expect(try a.distance(to: Shape(Point(x: 13, y: 14))) == 5)
    #expect(try a.centroid() == Point(x: 5, y: 5))
    #expect(try a.intersection(Shape(square(20, 20, 1))).isEmpty)
    #expect(try Shape(MultiPolygon()).centroid() == nil)
  }

  @Test("Squares that share an edge touch, and touching is no overlap")
  func predicates() throws {
    let a = try Shape(square(0, 0, 10))
    let b = try Shape(square(10, 0, 10))
    #expect(try a.touches(b) && a.intersects(b) && !a.overlaps(b))
    #expect(try a.covers(Shape(square(0, 0, 5))))
    #expect(try MultiPolygon.union([square(0, 0, 10), square(10, 0, 10)]).polygons.count == 1)
  }

  @Test("A prepared shape covers its border, contains its inside, and knows boxes")
  func prepared() throws {
    let shape = try PreparedShape(square(0, 0, 10))
    #expect(try shape.covers(Point(x: 10, y: 5)) && !shape.contains(Point(x: 10, y: 5)))
    #expect(try shape.contains(Point(x: 5, y: 5)) && !shape.covers(Point(x: 10.000001, y: 5)))
    #expect(try shape.intersects(Envelope(minX: 10, minY: 10, maxX: 12, maxY: 12)))
    #expect(try !shape.intersects(Envelope(minX: 11, minY: 10, maxX: 12, maxY: 12)))
  }

  @Test("Overlay of an invalid shape is an error with GEOS's words, not a crash")
  func invalidOverlay() throws {
    let broken = try Shape(bowTie)
    let error = #expect(throws: GeometryError.self) {
      try broken.intersection(Shape(square(430_500, 550_500, 1000)))
    }
    #expect(error?.description.contains("TopologyException") == true)
    #expect(throws: GeometryError.self) { try Shape(wkt: "POLYGON((0 0, 1") }
    #expect(throws: GeometryError.self) { try Shape(wkb: [1, 2, 3]) }
  }

  @Test("Each of many threads repairs and cuts its own shapes and gets the same")
  func threads() async throws {
    let expected = try bowTie.repaired()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var same = true
          for _ in 0..<50 { same = try same && bowTie.repaired() == expected }
          return same
        }
      }
      for try await same in group { #expect(same) }
    }
  }
}
