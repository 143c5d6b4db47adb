import ArgumentParser
import Foundation
import Geometry
import SpatialJoin

/// Asks GEOS the same as the index, point by point, over a real layer.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compares the index with GEOS's covers on points in, on and beside borders.")

  @Option(help: "The places: code,wkb in hexadecimal; invalid ones are welcome.")
  var places: String

  @Option(help: "How many points.")
  var points = 1_000_000

  func run() throws {
    let shapes = try PlaceFile.read(URL(fileURLWithPath: places)).map(\.shape)
    let index = AreaIndex(shapes, threads: 2)
    let prepared = try shapes.map { try PreparedShape($0) }
    let invalid = try shapes.count { try !Shape($0).validity().isValid }
    // Envelopes by squares of a ten-thousandth of the extent: nothing of the index is asked.
    var extent = Envelope.empty
    for shape in prepared { extent.expand(to: shape.envelope) }
    let side = max(extent.width, extent.height) / 200
    func square(_ value: Double, _ from: Double) -> Int { Int((value - from) / side) }
    var near: [Int: [Int]] = [:]
    for (number, shape) in prepared.enumerated() {
      let box = shape.envelope
      for row in square(box.minY, extent.minY)...square(box.maxY, extent.minY) {
        for column in square(box.minX, extent.minX)...square(box.maxX, extent.minX) {
          near[row * 1_000 + column, default: []].append(number)
        }
      }
    }
    var (differing, held, several) = (0, 0, 0)
    var found: [Int32] = []
    for number in 0..<points {
      var random = Draw(seed: 11, stream: 4, number)
      let point = self.point(shapes, &random)
      index.all(covering: point, into: &found)
      let candidates = near[square(point.y, extent.minY) * 1_000 + square(point.x, extent.minX)] ?? []
      let expected = try candidates.filter { try prepared[$0].covers(point) }.map { Int32($0) }
      if found != expected || index.first(covering: point).map({ Int32($0) }) != expected.first { differing += 1 }
      if !found.isEmpty { held += 1 }
      if found.count > 1 { several += 1 }
    }
    print(
      "\(points) points over \(shapes.count) shapes, \(invalid) of them invalid: \(held) held, \(several) by several, "
        + "\(differing) differ from GEOS")
    if differing > 0 { throw ExitCode(1) }
  }

  /// A vertex, a place on an edge, or a place in the envelope of a random shape.
  private func point(_ shapes: [MultiPolygon], _ random: inout Draw) -> Point {
    let shape = shapes[random.below(shapes.count)]
    let polygon = shape.polygons[random.below(shape.polygons.count)]
    let corner = random.below(polygon.exterior.count - 1)
    let (a, b) = (polygon.exterior[corner], polygon.exterior[corner + 1])
    let along = random.unit()
    switch random.below(4) {
    case 0: return a
    case 1: return Point(x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y))
    case 2: return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    default:
      let box = polygon.exterior.reduce(into: Envelope.empty) { $0.expand(to: $1) }
      return Point(x: box.minX + random.unit() * box.width, y: box.minY + random.unit() * box.height)
    }
  }
}
