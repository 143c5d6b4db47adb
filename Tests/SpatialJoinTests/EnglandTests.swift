import Foundation
import Geometry
import PublishedData
import Testing

@testable import Geodata
@testable import SpatialJoin

/// England's small areas in metres as they stand in the published file, not mended; read once for every batch of points.
private struct England: Sendable {
  let shapes: [MultiPolygon]
  let index: AreaIndex

  static let file = SharedData.url("england/lsoa11-bgc.gpkg")

  static let whole = Result {
    var reader = try RawLayerReader(LayerSource(url: file, codeColumn: "LSOA11CD"))
    let drawn = try reader.read().features.compactMap { feature -> MultiPolygon? in
      if case .area(let shape) = feature.geometry { shape } else { nil }
    }
    let shapes = try Parallel.slices(drawn, of: 1_024) { slice throws(GeometryError) in
      let transform = try CoordinateTransform(from: CRS("EPSG:4326"), to: CRS("EPSG:27700"))
      var shapes: [MultiPolygon] = []
      for shape in slice { shapes.append(try transform(shape)) }
      return shapes
    }
    return England(shapes: shapes, index: AreaIndex(shapes, threads: 2))
  }
}

@Suite("Which areas hold a point, over England's real areas")
struct EnglandTests {
  @Test(
    "A million points on vertices, on edges and beside them: equal to GEOS covers, invalid areas included",
    .enabled(if: SharedData.has("england/lsoa11-bgc.gpkg")), arguments: 0..<2)
  func equalsGEOS(half: Int) throws {
    let england = try England.whole.get()
    let oracle = GEOSOracle()
    let references = england.shapes.map { oracle.shape($0) }
    #expect(references.count { !$0.isValid } == 90)
    let near = Near(england.shapes)
    var source = RandomShapes(seed: UInt64(half))
    var (differing, held) = (0, 0)
    var found: [Int32] = []
    for _ in 0..<500_000 {
      let point = source.point(in: england.shapes)
      england.index.all(covering: point, into: &found)
      let expected = near.shapes(at: point).filter { references[Int($0)].covers(point) }
      if found != expected || england.index.first(covering: point).map({ Int32($0) }) != expected.first {
        differing += 1
      }
      if !found.isEmpty { held += 1 }
    }
    #expect(differing == 0)
    // Three in four are on a border of some area, so what is compared is the hard part.
    #expect(held > 375_000)
  }
}

/// The shapes whose envelopes touch a square of the extent: nothing of the index is asked.
private struct Near {
  private let extent: Envelope
  private let side: Double
  private var squares: [Int: [Int32]] = [:]

  init(_ shapes: [MultiPolygon]) {
    let boxes = shapes.map(\.envelope)
    extent = boxes.reduce(into: .empty) { $0.expand(to: $1) }
    side = max(extent.width, extent.height) / 400
    for (number, box) in boxes.enumerated() {
      for row in row(box.minY)...row(box.maxY) {
        for column in column(box.minX)...column(box.maxX) {
          squares[row * 1_000 + column, default: []].append(Int32(number))
        }
      }
    }
  }

  func shapes(at point: Point) -> [Int32] { squares[row(point.y) * 1_000 + column(point.x)] ?? [] }

  private func row(_ y: Double) -> Int { Int((y - extent.minY) / side) }

  private func column(_ x: Double) -> Int { Int((x - extent.minX) / side) }
}

extension RandomShapes {
  /// A vertex, a place on an edge, its middle, or a place in the envelope of a part of a random shape.
  fileprivate mutating func point(in shapes: [MultiPolygon]) -> Point {
    let polygons = shapes[whole(0...(shapes.count - 1))].polygons
    let ring = polygons[whole(0...(polygons.count - 1))].exterior
    let corner = whole(0...(ring.count - 2))
    let (a, b) = (ring[corner], ring[corner + 1])
    switch whole(0...3) {
    case 0: return a
    case 1:
      let along = number(0...1)
      return Point(x: a.x + along * (b.x - a.x), y: a.y + along * (b.y - a.y))
    case 2: return Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    default:
      let box = ring.reduce(into: Envelope.empty) { $0.expand(to: $1) }
      return Point(x: number(box.minX...box.maxX), y: number(box.minY...box.maxY))
    }
  }
}
