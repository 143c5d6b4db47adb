import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("Layers of points")
struct LayerPointTests {
  static func geoJSON(_ points: [(String, String?)], crs: String? = nil) -> String {
    LayerTests.geoJSON(
      points.map { ($0.0, $0.1.map { #"{"type": "Point", "coordinates": [\#($0)]}"# } ?? "null") }, crs: crs)
  }

  func read(_ text: String, crs: String? = nil) throws -> PointLayer {
    let file = try TemporaryFile(text, "children.geojson")
    return try withExtendedLifetime(file) { try PointLayer.read(LayerSource(url: file.url, crs: crs)) }
  }

  @Test("Points keep their order and columns; those without a place or outside Britain are counted by number only")
  func points() throws {
    let layer = try read(
      Self.geoJSON([("K1", "-1.38, 54.91"), ("K2", nil), ("K3", "0, 0"), ("K4", "-1.39, 54.92, 7")]))
    #expect(layer.columns == ["code"])
    #expect(layer.rows.map { $0.attributes["code"] } == ["K1", "K2", "K3", "K4"])
    #expect(layer.rows.map { $0.point != nil } == [true, false, false, true])
    let point = try #require(layer.rows[0].point)
    #expect(abs(point.x - 439_844) < 100 && abs(point.y - 557_500) < 1000)
    let lines = layer.complaints.map(\.line).joined(separator: "\n")
    #expect(lines.contains("1 row (the first is 2) without a place"))
    #expect(lines.contains("1 row (the first is 3) outside the area"))
    #expect(!lines.contains("K2") && !lines.contains("54.9"))
  }

  @Test("Latitude first is refused as swapped without printing a coordinate")
  func swapped() throws {
    let line = try #require(refusal { _ = try read(Self.geoJSON([("K1", "54.91, -1.38"), ("K2", "54.92, -1.39")])) })
    #expect(line.contains("swapped") && !line.contains("54.") && !line.contains("K1"))
  }
}
