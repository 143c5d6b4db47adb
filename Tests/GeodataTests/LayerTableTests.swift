import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("Maps of points read as tables")
struct LayerTableTests {
  static let points = """
    {"type": "FeatureCollection", "features": [
     {"type": "Feature", "properties": {"child_id": "K1", "note": "a \\"quoted\\", one"}, "geometry":
      {"type": "Point", "coordinates": [-1.38, 54.91]}},
     {"type": "Feature", "properties": {"child_id": "K2", "note": null}, "geometry": null},
     {"type": "Feature", "properties": {"child_id": "K3", "note": "two\\nlines"}, "geometry":
      {"type": "Point", "coordinates": [-1.39, 54.92, 12]}}]}
    """

  @Test(
    "Columns, rows and places come through, in several formats",
    arguments: [
      ("points.geojson", ["-f", "GeoJSON"]), ("points.gpkg", ["-f", "GPKG"]),
      ("points.gdb", ["-f", "OpenFileGDB", "-nlt", "POINT"]),
    ])
  func rows(name: String, arguments: [String]) throws {
    let file = try LayerFixture.write(Self.points, as: name, arguments + ["-dim", "XY"])
    let table = try Table.open(TableSource(url: file.sibling(name), name: name, columns: ["child_id"]))
    let rows = try table.rows().map(\.cells).sorted { $0[0] < $1[0] }
    let id = try table.index(of: "child_id")
    let note = try table.index(of: "note")
    let places = try #require(table.places)
    #expect(rows.map { $0[id] } == ["K1", "K2", "K3"])
    #expect(rows.map { $0[note] } == ["a \"quoted\", one", "", "two\nlines"])
    // A file geodatabase keeps whole multiples of a billionth of a degree.
    func rounded(_ column: Int) -> [Double?] { rows.map { Double($0[column]).map { ($0 * 1e9).rounded() / 1e9 } } }
    #expect(rounded(places.xColumn) == [-1.38, nil, -1.39])
    #expect(rounded(places.yColumn) == [54.91, nil, 54.92])
    #expect(try places.crs(stated: nil).isLongitudeLatitudeOfTheWeb)
    #expect(refusal { _ = try places.crs(stated: "EPSG:27700") }?.contains("look like degrees") == true)
    #expect(refusal { _ = try table.index(of: "child") }?.contains("child_id") == true)
  }

  @Test("Places with latitude first are refused without a coordinate or an id, a shapefile without .prj too")
  func refusals() throws {
    let swapped = Self.points.replacingOccurrences(of: "-1.38, 54.91", with: "54.91, -1.38")
      .replacingOccurrences(of: "-1.39, 54.92", with: "54.92, -1.39")
    let file = try TemporaryFile(swapped, "children.geojson")
    let table = try Table.open(TableSource(url: file.url, name: "children.geojson"))
    let line = try #require(refusal { _ = try table.places?.crs(stated: nil) })
    #expect(line.contains("children.geojson") && line.contains("swapped"))
    #expect(!line.contains("54.9") && !line.contains("K1"))
    let cut = try TemporaryFile(String(Self.points.prefix(400)), "children.geojson")
    let broken = try #require(refusal { _ = try Table.open(TableSource(url: cut.url, name: "children.geojson")) })
    #expect(broken.contains("children.geojson") && !broken.contains("K1"))
  }
}
