import Foundation
import Geometry

/// SplitMix64: small, seeded, the same everywhere.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Shapes that are hard on a join: coordinates near 10⁶ in steps of a millimetre, holes, parts, slivers, shared borders.
struct RandomShapes {
  var random: Seeded
  var origin = Point(x: 1_000_000, y: 900_000)
  /// Coordinates are multiples of it.
  var step = 0.001

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }

  mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  func snapped(_ x: Double, _ y: Double) -> Point {
    Point(x: (x / step).rounded() * step, y: (y / step).rounded() * step)
  }

  /// A star around a centre: never crosses itself before rounding.
  mutating func ring(_ center: Point, _ radius: ClosedRange<Double>, count: Int) -> [Point] {
    var points: [Point] = []
    for index in 0..<count {
      let angle = (Double(index) + number(0...0.8)) / Double(count) * 2 * Double.pi
      let r = number(radius)
      points.append(snapped(center.x + r * cos(angle), center.y + r * sin(angle)))
    }
    points.append(points[0])
    return Bool.random(using: &random) ? points : points.reversed()
  }

  /// One to three parts, each with a hole at times. `extent`: where they lie and how large they are.
  mutating func shape(extent: Double) -> MultiPolygon {
    var polygons: [Polygon] = []
    let count = whole(1...3)
    for part in 0..<count {
      let size = number(0.02...0.3) * extent
      let center = Point(
        x: origin.x + ((Double(part) + 0.5) / 3 + number(-0.1...0.1)) * extent,
        y: origin.y + number(0...1) * extent)
      let outer = ring(center, (0.4 * size)...size, count: whole(3...40))
      let hole = ring(center, (0.05 * size)...(0.2 * size), count: whole(3...9))
      polygons.append(Polygon(exterior: outer, holes: Bool.random(using: &random) ? [hole] : []))
    }
    return MultiPolygon(polygons)
  }

  /// A triangle some steps wide and up to the extent long.
  mutating func sliver(extent: Double) -> MultiPolygon {
    let start = anywhere(extent)
    let end = anywhere(extent)
    let third = Point(x: end.x + step, y: end.y + 2 * step)
    return MultiPolygon([Polygon(exterior: [start, end, third, start])])
  }

  mutating func anywhere(_ extent: Double) -> Point {
    snapped(origin.x + number(-0.1...1.1) * extent, origin.y + number(-0.1...1.1) * extent)
  }

  /// A net of quadrangles that share their borders exactly, with bent corners.
  mutating func net(side: Int, extent: Double) -> [MultiPolygon] {
    let cell = extent / Double(side)
    var corners: [[Point]] = []
    for row in 0...side {
      var line: [Point] = []
      for column in 0...side {
        line.append(
          snapped(
            origin.x + (Double(column) + number(-0.3...0.3)) * cell,
            origin.y + (Double(row) + number(-0.3...0.3)) * cell))
      }
      corners.append(line)
    }
    var shapes: [MultiPolygon] = []
    for row in 0..<side {
      for column in 0..<side {
        let (lower, upper) = (corners[row], corners[row + 1])
        shapes.append(
          MultiPolygon([
            Polygon(exterior: [lower[column], lower[column + 1], upper[column + 1], upper[column], lower[column]])
          ]))
      }
    }
    return shapes
  }

  /// Points in and around the shapes: anywhere, on vertices, on edges and a step beside them, level with vertices.
  mutating func points(for shapes: [MultiPolygon], extent: Double, count: Int) -> [Point] {
    let rings = shapes.flatMap { $0.polygons.flatMap { $0.rings } }
    let edges = rings.flatMap { Array(zip($0, $0.dropFirst())) }
    var points: [Point] = []
    while points.count < count {
      let (a, b) = edges[whole(0...(edges.count - 1))]
      let t = number(0...1)
      switch whole(0...7) {
      case 0: points.append(a)
      case 1: points.append(Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2))
      case 2: points.append(snapped(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
      case 3: points.append(Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)))
      case 4: points.append(Point(x: a.x + (t - 0.5) * extent, y: a.y))
      case 5: points.append(Point(x: a.x, y: a.y + (t - 0.5) * extent))
      case 6: points.append(Point(x: a.x + step * Double(whole(-2...2)), y: a.y + step * Double(whole(-1...1))))
      default: points.append(anywhere(extent))
      }
    }
    return points
  }
}
