import Foundation
import GRDB
import Geometry
import Testing

@testable import Workspace

@Suite("The workspace is a GeoPackage")
struct GeoPackageTests {
  @Test("GDAL's validator accepts it", .enabled(if: isInstalled("/usr/bin/ogrinfo"), "needs gdal-bin, python3-gdal"))
  func validator() throws {
    let workspace = try Borough.workspace()
    let path = workspace.url.path
    let answer = try run("/usr/bin/python3", ["-W", "ignore", "-m", "osgeo_utils.samples.validate_gpkg", path])
    #expect(answer.code == 0, "\(answer.output)")
    #expect(!answer.output.lowercased().contains("error"), "\(answer.output)")
  }

  @Test("ogrinfo finds the layers, their CRS, and no warning", .enabled(if: isInstalled("/usr/bin/ogrinfo")))
  func layers() throws {
    let workspace = try Borough.workspace()
    let all = try run("/usr/bin/ogrinfo", ["-ro", workspace.url.path])
    #expect(all.code == 0)
    #expect(all.output.contains("areas (Multi Polygon)"))
    #expect(all.output.contains("centres (Point)"))
    #expect(all.output.contains("tallies (None)"))
    #expect(!all.output.contains("Warning"), "\(all.output)")
    let areas = try run("/usr/bin/ogrinfo", ["-ro", workspace.url.path, "areas", "-where", "code='A1'"])
    #expect(areas.output.contains("27700"))
    #expect(areas.output.contains("Feature Count: 1"))
    #expect(areas.output.contains("400000 501000"))
  }

  @Test("Only its owner may read it")
  func mode() throws {
    let workspace = try Borough.workspace()
    let attributes = try FileManager.default.attributesOfItem(atPath: workspace.url.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("The same content gives the same bytes, whatever its order")
  func deterministic() throws {
    let one = try Borough.workspace()
    var content = Borough.content()
    content.tallies.reverse()
    content.areas.reverse()
    content.weights.reverse()
    let other = try Borough.workspace([content])
    #expect(try Data(contentsOf: one.url) == Data(contentsOf: other.url))
  }

  @Test("The R*Tree follows rows that are written, rewritten and removed")
  func spatialIndex() throws {
    let workspace = try Borough.workspace()
    for _ in 0..<2 {
      try workspace.write(Borough.content(), name: "Made up", engine: "0", crs: "EPSG:27700")
    }
    let boxes = try workspace.read { db in
      try Row.fetchAll(
        db, sql: "SELECT a.code, minx, maxy FROM areas a JOIN rtree_areas_geom r ON r.id = a.id ORDER BY a.code")
    }
    #expect(boxes.map { $0[0] as String } == ["A1", "A2"])
    #expect(boxes.map { $0[1] as Double } == [400_000, 400_000])
    #expect(boxes.map { $0[2] as Double } == [502_000, 501_000])
    let count = try workspace.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM rtree_areas_geom") }
    #expect(count == 2)
  }

  @Test("A shape comes back as it was, from any byte, and cut bytes give nothing")
  func blobs() throws {
    let hole = [Point(x: 1, y: 1), Point(x: 2, y: 1), Point(x: 1, y: 2), Point(x: 1, y: 1)]
    let shape = MultiPolygon(
      Borough.square(0, 0, 5).polygons.map { Polygon(exterior: $0.exterior, holes: [hole]) }
        + Borough.square(9, 9, 0.1).polygons)
    let bytes = GeoPackageBlob.encode(shape, srs: 27700)
    var reader = try #require(GeoPackageBlobReader(bytes))
    #expect(reader.envelope == shape.envelope)
    #expect(reader.multiPolygon() == shape)
    for length in 0..<bytes.count {
      var cut = GeoPackageBlobReader(Array(bytes.prefix(length)))
      #expect(cut?.multiPolygon() == nil)
    }
    var empty = try #require(GeoPackageBlobReader(GeoPackageBlob.encode(MultiPolygon(), srs: 27700)))
    #expect(empty.isEmpty)
    #expect(empty.multiPolygon() == MultiPolygon())
  }

  @Test("A borough in another CRS says so in every layer")
  func otherReference() throws {
    let workspace = try Workspace<Exact>.create(at: Borough.place())
    try workspace.write(Borough.content(), name: "", engine: "", crs: "EPSG:2157")
    let ids = try workspace.read { db in
      try Int.fetchAll(db, sql: "SELECT DISTINCT srs_id FROM gpkg_geometry_columns")
    }
    #expect(ids == [2157])
    #expect(throws: WorkspaceError.self) {
      try workspace.write(Borough.content(), name: "", engine: "", crs: "British National Grid")
    }
  }
}
