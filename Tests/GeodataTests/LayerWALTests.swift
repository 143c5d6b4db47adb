import CGDAL
import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("GeoPackages that somebody has open")
struct LayerWALTests {
  /// A GeoPackage with a third area that is still in the log beside it.
  private func withLog(_ body: (TemporaryFile, URL) throws -> Void) throws {
    let file = try LayerFixture.write(as: "areas.gpkg", ["-f", "GPKG"])
    let url = file.sibling("areas.gpkg")
    // Another folder, whose open connection keeps the log; its files are then copied as they are.
    let dataset = try #require(
      GDALOpenEx(url.path, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil))
    _ = GDALDatasetExecuteSQL(dataset, "PRAGMA journal_mode = WAL", nil, nil).map {
      GDALDatasetReleaseResultSet(dataset, $0)
    }
    let layer = try #require(GDALDatasetGetLayer(dataset, 0))
    let feature = try #require(OGR_F_Create(OGR_L_GetLayerDefn(layer)))
    OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, "LSOA21_CODE"), "C")
    let polygon = try #require(OGR_G_CreateGeometry(wkbPolygon))
    let ring = try #require(OGR_G_CreateGeometry(wkbLinearRing))
    for (x, y) in [(436_000.0, 550_000.0), (437_000, 550_000), (437_000, 551_000), (436_000, 550_000)] {
      OGR_G_AddPoint_2D(ring, x, y)
    }
    OGR_G_AddGeometryDirectly(polygon, ring)
    OGR_F_SetGeometryDirectly(feature, polygon)
    #expect(OGR_L_CreateFeature(layer, feature) == OGRERR_NONE)
    OGR_F_Destroy(feature)
    GDALFlushCache(dataset)
    let copy = try TemporaryFile([], "placeholder")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        at: URL(fileURLWithPath: url.path + suffix), to: copy.sibling("areas.gpkg" + suffix))
    }
    GDALClose(dataset)
    try body(copy, copy.sibling("areas.gpkg"))
  }

  @Test("Rows that are still in the log are read, and no file in the folder changes, also where it is read-only")
  func log() throws {
    try withLog { folder, url in
      let before = try folder.contents()
      #expect((before["areas.gpkg-wal"]?.count ?? 0) > 0)
      let source = LayerSource(url: url, codeColumn: "LSOA21_CODE")
      #expect(try Layer.read(source).features.map(\.code) == ["A", "B", "C"])
      #expect(try folder.contents() == before)
      let parent = url.deletingLastPathComponent().path
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: parent)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: parent) }
      #expect(try Layer.read(source).features.map(\.code) == ["A", "B", "C"])
      #expect(try folder.contents() == before)
    }
  }

  @Test("A GeoPackage left in WAL mode without a log is read and nothing appears beside it")
  func modeWithoutLog() throws {
    try withLog { folder, url in
      try FileManager.default.removeItem(at: folder.sibling("areas.gpkg-wal"))
      let before = try folder.contents()
      #expect(try Layer.read(LayerSource(url: url, codeColumn: "LSOA21_CODE")).features.count >= 2)
      #expect(try folder.contents() == before)
    }
  }
}
