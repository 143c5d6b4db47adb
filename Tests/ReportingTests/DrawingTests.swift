import Geometry
import Testing

@testable import Reporting

@Suite("Drawings") struct DrawingTests {
  typealias Vertex = SharedBorders.Vertex

  /// The corners of a path of ours.
  private func vertices(_ path: String) -> [[Vertex]] {
    path.split(separator: "z").map { ring in
      var result: [Vertex] = []
      let halves = ring.dropFirst().split(separator: "l", maxSplits: 1)
      let start = halves[0].split(separator: " ").compactMap { Int32($0) }
      var at = Vertex(x: start[0], y: start[1])
      result.append(at)
      let spaced = halves[1].replacing("-", with: " -").split(separator: " ").compactMap { Int32($0) }
      for index in stride(from: 0, to: spaced.count, by: 2) {
        at = Vertex(x: at.x + spaced[index], y: at.y + spaced[index + 1])
        result.append(at)
      }
      return result
    }
  }

  @Test("a border that two shapes share is simplified to the same line in both")
  func sharedBorders() {
    let borough = MadeUpBorough.exact
    func place(_ point: Point) -> Vertex {
      Vertex(x: Int32(((point.x - 429_000) / 10).rounded()), y: Int32(((558_000 - point.y) / 10).rounded()))
    }
    let shapes = (0..<24).map { SharedBorders.onGrid(borough.shape($0), place) }
    let borders = SharedBorders(shapes, tolerance: 2)
    var edges: [[Vertex]: Int] = [:]
    var before = 0
    var after = 0
    for rings in shapes {
      before += rings.reduce(0) { $0 + $1.count }
      for ring in vertices(borders.path(rings)) {
        after += ring.count
        for index in ring.indices {
          let edge = [ring[index], ring[(index + 1) % ring.count]].sorted()
          edges[edge, default: 0] += 1
        }
      }
    }
    #expect(after < before)
    // Each edge belongs to two areas, or lies on the outside of the whole; a sliver would show as an edge used once
    // between two corners that lie inside.
    let once = edges.filter { $0.value == 1 }.keys
    let outside = once.allSatisfy { edge in
      // The outside is one closed line: each of its corners is on exactly two such edges.
      once.count { $0.contains(edge[0]) } == 2 && once.count { $0.contains(edge[1]) } == 2
    }
    #expect(outside)
    #expect(edges.values.allSatisfy { $0 <= 2 })
  }

  @Test("a label stands inside its shape, also where that is a ring with a hole or a crescent")
  func labels() throws {
    func square(_ a: Double, _ b: Double) -> [Point] {
      [Point(x: a, y: a), Point(x: b, y: a), Point(x: b, y: b), Point(x: a, y: b), Point(x: a, y: a)]
    }
    let ring = MultiPolygon([Polygon(exterior: square(0, 10), holes: [square(2, 8)])])
    let point = try #require(ring.labelPoint)
    #expect(!(point.x > 2 && point.x < 8 && point.y > 2 && point.y < 8))
    #expect(point.x > 0 && point.x < 10)
    #expect(MultiPolygon().labelPoint == nil)
    let two = MultiPolygon([Polygon(exterior: square(0, 1)), Polygon(exterior: square(20, 30))])
    #expect(try #require(two.labelPoint).x > 20)
  }

  @Test("classes are the same whatever the order of the values, and hold each of them")
  func classes() {
    let values = [0.1, 0.12, 0.2, 0.22, 0.3, 0.31, 0.4, 0.45, 0.5, 0.9]
    let classes = ShadeClasses(quantilesOf: values, step: 0.01)
    #expect(classes.breaks == ShadeClasses(quantilesOf: values.reversed(), step: 0.01).breaks)
    #expect(classes.count == 5)
    #expect(classes.index(of: 0.1) == 0)
    #expect(classes.index(of: 0.9) == 4)
    #expect(ShadeClasses(quantilesOf: [0.3, 0.3], step: 0.01).count == 1)
    #expect(ShadeClasses(quantilesOf: [], step: 0.01).count == 1)
  }

  @Test("shades, and what is lower, higher or not different, are told apart without colour")
  func grey() throws {
    /// Rec. 709 luminance of #rrggbb, 0…1.
    func luminance(_ colour: String) throws -> Double {
      let number = try #require(Int(colour.dropFirst(), radix: 16))
      let parts = [16, 8, 0].map { Double((number >> $0) & 255) / 255 }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let shades = try ShadeClasses.shades.map(luminance)
    for (light, dark) in zip(shades, shades.dropFirst()) { #expect(light - dark > 0.1) }
    let judged = try [Comparison.sameColour, Comparison.lowColour, Comparison.highColour].map(luminance)
    #expect(judged[0] - judged[1] > 0.15 && judged[1] - judged[2] > 0.3)
  }

  @Test(
    "coordinates are written to a tenth, without surprises",
    arguments: [(1.25, "1.3"), (-0.04, "0"), (-1.5, "-1.5"), (3, "3"), (.nan, "0")])
  func coordinates(_ value: Double, _ text: String) { #expect(svg(value) == text) }
}
