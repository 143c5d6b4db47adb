import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("Layers that real people had trouble with", .enabled(if: SharedData.isPresent, "shared data is absent"))
struct LayerCaseTests {
  func read(_ path: String, code: String, name: String? = nil, crs: String? = nil) throws -> Layer {
    let url = try SharedData.url("cases/" + path)
    return try Layer.read(
      LayerSource(url: url, crs: crs, codeColumn: code, nameColumn: name),
      gridFolders: [try SharedData.url("proj").path])
  }

  @Test(
    "Metres without a CRS are refused in three formats, and read when the CRS is stated",
    arguments: ["areas-no-prj.shp", "areas-srs0.gpkg", "areas-metres.geojson"])
  func withoutCRS(file: String) throws {
    let line = try #require(refusal { _ = try read("03-no-crs/" + file, code: "LSOA21CD") })
    for word in [file, "CRS", "EPSG:27700", "British National Grid", "audit.yml"] {
      #expect(line.contains(word), "\(word) in \(line)")
    }
    let told = try read("03-no-crs/" + file, code: "LSOA21CD", crs: "EPSG:27700")
    #expect(told.features.map(\.code) == ["E01900001", "E01900002", "E01900003", "E01900004"])
    #expect(told.features.allSatisfy { $0.shape?.area == 1_000_000 })
  }

  @Test("A .cpg that says UTF-8 over Windows-1252 does not spoil a name, and is reported")
  func lyingEncoding() throws {
    let layer = try read("03-no-crs/areas-no-prj.shp", code: "LSOA21CD", name: "LSOA21NM", crs: "EPSG:27700")
    #expect(layer.features.last?.name == "Café Row")
    #expect(layer.complaints.contains { $0.what.contains("Windows-1252") && $0.severity == .warning })
  }

  @Test("The bow-tie catchment keeps both lobes, and its repair is listed")
  func bowTie() throws {
    let layer = try read("05-bow-tie-catchment/catchments.gpkg", code: "centre_id")
    let catchment = try #require(layer.features.first { $0.code == "CC01" }?.shape)
    #expect(abs(catchment.area - 2_000_000) < 1)
    let line = try #require(layer.complaints.first?.line)
    for word in ["catchments.gpkg, CC01", "self-intersection", "(431000, 551000)", "0 m² as drawn", "2000000 m²"] {
      #expect(line.contains(word), "\(word) in \(line)")
    }
  }

  @Test("A detached part joins its area, the area without geometry is named, metres by an old crs member are metres")
  func severalFeatures() throws {
    let layer = try read("07-one-code-in-several-features/areas.geojson", code: "LSOA21CD")
    #expect(layer.reading.hasSuffix("5 codes from 6 features; 4 with geometry"))
    #expect(layer.featureCount == 6)
    #expect(layer.features.first { $0.code == "E01900002" }?.shape?.area == 1_250_000)
    #expect(layer.features.first { $0.code == "E01900005" }.map { $0.shape == nil } == true)
    let lines = layer.complaints.map(\.line).joined(separator: "\n")
    #expect(lines.contains("E01900002 in 2 features"))
    #expect(lines.contains("E01900005 has no geometry"))
  }

  @Test("KML keeps the code in ExtendedData, and placemarks of one code are one catchment")
  func kml() throws {
    let layer = try read("09-kml-code-in-extended-data/catchments.kml", code: "centre_id")
    #expect(layer.features.map(\.code) == ["CC01", "CC02"])
    #expect(layer.featureCount == 3)
    #expect(abs((layer.features[0].shape?.area ?? 0) - 2_000_000) < 200)
    #expect(layer.complaints.contains { $0.what.contains("CC01 in 2 features") && $0.what.contains("overlap") })
  }

  @Test("Sunderland's 185 areas and 948 output areas are read, the sum of the areas as an independent engine has it")
  func sunderland() throws {
    func layer(_ name: String, _ code: String) throws -> Layer {
      try Layer.read(
        LayerSource(url: try SharedData.url("sunderland/" + name), codeColumn: code),
        gridFolders: [try SharedData.url("proj").path])
    }
    let areas = try layer("lsoa11.geojson", "LSOA11CD")
    #expect(areas.features.count == 185)
    #expect(areas.features.allSatisfy { $0.shape != nil })
    #expect(areas.accuracyStatement == "about 1 cm (OSTN15)")
    let catchments = try layer("catchments.geojson", "centre_id")
    // area-weights.csv: shares by GeoPandas; check each against GEOS here.
    let weights = try String(contentsOf: SharedData.url("sunderland/expected/area-weights.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
    var checked = 0
    for row in weights.prefix(60) {
      let cells = row.split(separator: ",").map(String.init)
      let catchment = try #require(catchments.features.first { $0.code == cells[0] }?.shape)
      let area = try #require(areas.features.first { $0.code == cells[1] }?.shape)
      let share = try Shape(catchment).intersection(Shape(area)).area / area.area
      #expect(abs(share - (Double(cells[2]) ?? -1)) < 1e-6, "\(row)")
      checked += 1
    }
    #expect(checked == 60)
  }
}
