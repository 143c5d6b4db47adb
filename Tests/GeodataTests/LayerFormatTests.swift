import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("Formats of layers")
struct LayerFormatTests {
  struct Format: Sendable, CustomTestStringConvertible {
    var file: String
    var arguments: [String]
    /// The column of the code as the format has it.
    var code = "LSOA21_CODE"
    /// The CRS that has to be stated.
    var crs: String?

    var testDescription: String { file }
  }

  static let degrees = ["-t_srs", "EPSG:4326"]

  static let formats = [
    Format(file: "areas.shp", arguments: ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"]),
    Format(file: "areas.gpkg", arguments: ["-f", "GPKG"]),
    Format(file: "areas.gdb", arguments: ["-f", "OpenFileGDB", "-nlt", "MULTIPOLYGON"]),
    Format(file: "areas.kml", arguments: ["-f", "LIBKML"] + degrees),
    Format(file: "areas.kmz", arguments: ["-f", "LIBKML"] + degrees),
    Format(file: "areas.gml", arguments: ["-f", "GML"]),
    Format(file: "degrees.gml", arguments: ["-f", "GML", "-dsco", "FORMAT=GML3"] + degrees),
    Format(file: "areas.fgb", arguments: ["-f", "FlatGeobuf"]),
    Format(file: "areas.csv", arguments: ["-f", "CSV", "-lco", "GEOMETRY=AS_WKT"], crs: "EPSG:27700"),
    Format(file: "areas.tab", arguments: ["-f", "MapInfo File"]),
    Format(file: "areas.sqlite", arguments: ["-f", "SQLite"], code: "lsoa21_code"),
    Format(file: "areas.shp.zip", arguments: ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"]),
    Format(file: "mercator.gpkg", arguments: ["-f", "GPKG", "-t_srs", "EPSG:3857"]),
  ]

  @Test("Each format gives the same two areas, and nothing is left beside the file", arguments: formats)
  func format(format: Format) throws {
    let file = try LayerFixture.write(as: format.file, format.arguments)
    let before = try file.contents()
    let layer = try Layer.read(
      LayerSource(
        url: file.sibling(format.file), crs: format.crs, codeColumn: format.code, nameColumn: "label"))
    #expect(layer.features.map(\.code) == ["A", "B"])
    #expect(layer.features.map(\.name) == ["Café Row", "Mill Lane"])
    let areas = layer.features.map { $0.shape?.area ?? 0 }
    #expect(abs(areas[0] - 990_000) < 20 && abs(areas[1] - 1_250_000) < 20, "\(areas)")
    #expect(layer.features.map { $0.shape?.polygons.count } == [1, 2])
    #expect(layer.features[0].shape?.polygons.first?.holes.count == 1)
    let box = try #require(layer.features[0].shape?.envelope)
    #expect(abs(box.minX - 430_000) < 5 && abs(box.minY - 550_000) < 5)
    #expect(try file.contents() == before)
  }

  @Test("A shapefile without its .prj is refused, one with ESRI's names for the grid is read")
  func projection() throws {
    let file = try LayerFixture.write(as: "areas.shp", ["-f", "ESRI Shapefile"])
    let source = LayerSource(url: file.sibling("areas.shp"), codeColumn: "LSOA21_CODE")
    let prj = file.sibling("areas.prj")
    #expect(try String(contentsOf: prj, encoding: .utf8).contains("British_National_Grid"))
    let layer = try Layer.read(source)
    #expect(layer.reading.contains("EPSG:27700"))
    #expect(layer.complaints.contains { $0.what.contains("LSOA21_COD is taken for LSOA21_CODE") })
    try FileManager.default.removeItem(at: prj)
    let line = try #require(refusal { _ = try Layer.read(source) })
    #expect(line.contains("areas.shp") && line.contains(".prj") && line.contains("EPSG:27700"))
  }

  @Test("Zips with a GeoPackage, a GeoJSON in a folder, or a geodatabase are looked into; two layers are refused")
  func zips() throws {
    for (name, arguments) in [
      ("areas.gpkg", ["-f", "GPKG"]), ("areas.geojson", ["-f", "GeoJSON", "-lco", "RFC7946=NO"]),
      ("areas.gdb", ["-f", "OpenFileGDB", "-nlt", "MULTIPOLYGON"]),
    ] {
      let file = try LayerFixture.write(as: name, arguments)
      let zip = try zipped(file, [name], into: "boundaries.zip")
      let layer = try Layer.read(LayerSource(url: zip, crs: "EPSG:27700", codeColumn: "LSOA21_CODE"))
      #expect(layer.features.map(\.code) == ["A", "B"], "\(name)")
    }
    let two = try LayerFixture.write(as: "a.gpkg", ["-f", "GPKG"])
    try FileManager.default.copyItem(at: two.sibling("a.gpkg"), to: two.sibling("b.gpkg"))
    let zip = try zipped(two, ["a.gpkg", "b.gpkg"], into: "both.zip")
    let line = try #require(refusal { _ = try Layer.read(LayerSource(url: zip, codeColumn: "LSOA21_CODE")) })
    #expect(line.contains("a.gpkg") && line.contains("b.gpkg"))
    let broken = try TemporaryFile("PK no zip", "broken.zip")
    let words = try #require(refusal { _ = try Layer.read(LayerSource(url: broken.url, codeColumn: "c")) })
    #expect(words.contains("broken.zip"))
  }

  /// Packs files of a folder by GDAL's own zip writer.
  private func zipped(_ file: TemporaryFile, _ names: [String], into name: String) throws -> URL {
    let url = file.sibling(name)
    let folder = file.url.deletingLastPathComponent().path
    var entries: [(path: String, data: Data)] = []
    for name in names {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
      let members =
        isFolder.boolValue
        ? try FileManager.default.subpathsOfDirectory(atPath: folder + "/" + name).map { name + "/" + $0 } : [name]
      for member in members {
        entries.append((member, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + member))))
      }
    }
    try LayerFixture.zip(entries, to: url)
    return url
  }

  @Test("Arcs are stroked within the stated tolerance, heights and measures dropped")
  func curves() throws {
    let wkt = [
      "CURVEPOLYGON (CIRCULARSTRING (431000 550000, 430000 551000, 429000 550000, 430000 549000, 431000 550000))",
      "MULTISURFACE Z (((440000 550000 1, 441000 550000 2, 441000 551000 3, 440000 550000 1)))",
      "POLYGON ZM ((450000 550000 1 2, 451000 550000 2 3, 451000 551000 3 4, 450000 550000 1 2))",
    ]
    let csv = "code,WKT\n" + zip(["A", "B", "C"], wkt).map { "\($0),\"\($1)\"\n" }.joined()
    let file = try TemporaryFile(csv, "curves.csv")
    let layer = try Layer.read(LayerSource(url: file.url, crs: "EPSG:27700", codeColumn: "code"))
    let areas = layer.features.map { $0.shape?.area ?? 0 }
    // A circle of a kilometre: a tenth of a metre all round is 628 m².
    #expect(areas[0] < Double.pi * 1e6 && areas[0] > Double.pi * 1e6 - 628)
    #expect(areas[1...] == [500_000, 500_000])
    #expect(layer.complaints.contains { $0.what.contains("arcs") && $0.what.contains("0.1 m") })
  }

  @Test(
    "A file geodatabase, GeoPackage or KML of several layers is read where one has the code, else its layers listed")
  func severalLayers() throws {
    let file = try LayerFixture.write(as: "map.gpkg", ["-f", "GPKG", "-nln", "areas"])
    let other = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"road": "A19"}, "geometry":
       {"type": "Point", "coordinates": [-1.4, 54.9]}}]}
      """
    try LayerFixture.append(other, to: file.sibling("map.gpkg"), ["-f", "GPKG", "-nln", "roads", "-update"])
    var source = LayerSource(url: file.sibling("map.gpkg"), codeColumn: "LSOA21_CODE")
    #expect(try Layer.read(source).features.map(\.code) == ["A", "B"])
    source.layer = "roads"
    source.codeColumn = "road"
    #expect(refusal { _ = try Layer.read(source) }?.contains("no feature has an area") == true)
    source.layer = "aeras"
    let line = try #require(refusal { _ = try Layer.read(source) })
    #expect(line.contains("areas, roads") && line.contains("did you mean areas?"))
    source.layer = nil
    source.codeColumn = nil
    #expect(refusal { _ = try Layer.read(source) }?.contains("several layers") == true)
  }

  @Test("A KML of the ordinary driver keeps ExtendedData's code too, and a placemark's name is no code")
  func extendedData() throws {
    let kml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>drawn on Monday</name>
      <ExtendedData><Data name="centre"><value>C1</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing>
      <coordinates>-1.4,54.9,0 -1.39,54.9,0 -1.39,54.91,0 -1.4,54.9,0</coordinates></LinearRing></outerBoundaryIs>
      </Polygon></Placemark></Document></kml>
      """
    let file = try TemporaryFile(kml, "patch.kml")
    let layer = try Layer.read(LayerSource(url: file.url, codeColumn: "centre", nameColumn: "Name"))
    #expect(layer.features.map(\.code) == ["C1"] && layer.features[0].name == "drawn on Monday")
    let line = try #require(refusal { _ = try Layer.read(LayerSource(url: file.url, codeColumn: "centre_id")) })
    #expect(line.contains("centre_id") && line.contains("Name") && line.contains("patch.kml"))
  }

  @Test("Ten bytes of anything are refused by the file's name", arguments: ["shp", "gpkg", "kml", "gml", "fgb", "csv"])
  func garbage(suffix: String) throws {
    let file = try TemporaryFile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "areas." + suffix)
    let line = try #require(refusal { _ = try Layer.read(LayerSource(url: file.url, codeColumn: "code")) })
    #expect(line.contains("areas." + suffix) && !line.contains("/"))
  }
}
