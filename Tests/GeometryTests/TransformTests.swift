import Foundation
import PublishedData
import Testing

@testable import Geometry

@Suite("Coordinates between CRS")
struct TransformTests {
  static let grid = "proj/uk_os_OSTN15_NTv2_OSGBtoETRS.tif"
  static let points = "oracles/ostn15/OSTN15_OSGM15_TestOutput_ETRStoOSGB.txt"

  /// Ordnance Survey's forty points: id, where they are in ETRS89, where they are on the grid.
  static func surveyPoints() throws -> [(id: String, etrs: Point, grid: Point)] {
    func rows(_ name: String) throws -> [[String]] {
      try String(contentsOf: SharedData.url("oracles/ostn15/\(name)"), encoding: .utf8)
        .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map(String.init) }
    }
    let expected = Dictionary(
      uniqueKeysWithValues: try rows("OSTN15_OSGM15_TestOutput_ETRStoOSGB.txt").map { ($0[0], $0) })
    return try rows("OSTN15_OSGM15_TestInput_ETRStoOSGB.txt").map { row in
      let output = try #require(expected[row[0]])
      return (
        row[0], Point(x: try #require(Double(row[2])), y: try #require(Double(row[1]))),
        Point(x: try #require(Double(output[1])), y: try #require(Double(output[2])))
      )
    }
  }

  @Test(
    "OS's forty points come out within a centimetre with the OSTN15 grid, from each of the three CRS of the web",
    .enabled(if: SharedData.has(grid) && SharedData.has(points), "shared data with the OSTN15 grid is absent"),
    arguments: [CRS.etrs89, .wgs84, .crs84])
  func surveyed(source: CRS) throws {
    let transform = try CoordinateTransform(
      from: source, to: .britishNationalGrid, gridFolders: [SharedData.url("proj").path])
    #expect(transform.accuracyStatement == "about 1 cm (OSTN15)")
    let points = try Self.surveyPoints()
    #expect(points.count == 40)
    for point in points {
      let found = try transform(point.etrs)
      #expect(abs(found.x - point.grid.x) <= 0.01 && abs(found.y - point.grid.y) <= 0.01, "\(point.id)")
    }
    #expect(try transform(points.map(\.etrs)) == points.map { point in try transform(point.etrs) })
  }

  @Test(
    "Back from the grid the forty points return to where they were within a tenth of a millimetre's degrees",
    .enabled(if: SharedData.has(grid) && SharedData.has(points), "shared data with the OSTN15 grid is absent"))
  func inverse() throws {
    let folders = [SharedData.url("proj").path]
    let there = try CoordinateTransform(from: .etrs89, to: .britishNationalGrid, gridFolders: folders)
    let back = try CoordinateTransform(from: .britishNationalGrid, to: .wgs84, gridFolders: folders)
    for point in try Self.surveyPoints() {
      let returned = try back(there(point.etrs))
      #expect(returned.distance(to: point.etrs) < 1e-9)
    }
  }

  @Test(
    "Without the grid the points are up to five metres off, and the transformation says so",
    .enabled(if: SharedData.has(points), "shared data is absent"))
  func withoutGrid() throws {
    let transform = try CoordinateTransform(from: .etrs89, to: .britishNationalGrid)
    guard transform.accuracy != 0.01 else { return }
    #expect(transform.accuracyStatement == "up to 5 m (no OSTN15 grid found)")
    #expect(transform.accuracy == 5)
    var worst = 0.0
    for point in try Self.surveyPoints() { worst = max(worst, try transform(point.etrs).distance(to: point.grid)) }
    #expect(worst > 1 && worst < 5)
  }

  @Test(
    "Places outside Britain, swapped axes and numbers that are none are refused, never infinite",
    arguments: [
      Point(x: 54.9, y: -1.4), Point(x: 2.35, y: 48.86), Point(x: 430_000, y: 550_000), Point(x: .nan, y: 54),
      Point(x: 0, y: .infinity), Point(x: 0, y: 0),
    ])
  func outside(point: Point) throws {
    let transform = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    #expect(throws: GeometryError.self) { try transform(point) }
    let two = transform.each([point, Point(x: -1.4, y: 54.9)])
    #expect(two[0] == nil)
    #expect(two[1] != nil)
  }

  @Test("Far from the grid's own ground the way back is refused too")
  func outsideInverse() throws {
    let transform = try CoordinateTransform(from: .britishNationalGrid, to: .wgs84)
    #expect(throws: GeometryError.self) { try transform(Point(x: -9_000_000, y: 4_000_000)) }
    #expect(throws: GeometryError.self) { try transform(Point(x: 2_400_000, y: 550_000)) }
  }

  @Test("UTM and web Mercator reach the grid by way of the same grid shift as degrees do")
  func projected() throws {
    let place = Point(x: -1.38, y: 54.91)
    let direct = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid)
    for code in ["EPSG:3857", "EPSG:32630", "EPSG:25830"] {
      let out = try CoordinateTransform(from: .wgs84, to: CRS(code))
      let way = try CoordinateTransform(from: CRS(code), to: .britishNationalGrid)
      let arrived = try way(out(place))
      #expect(arrived.distance(to: try direct(place)) < 1e-3, "\(code)")
      #expect(way.accuracyStatement == direct.accuracyStatement)
    }
  }

  @Test("The same CRS on both sides changes nothing and is exact")
  func identity() throws {
    let transform = try CoordinateTransform(from: .crs84, to: .wgs84)
    #expect(try transform(Point(x: 54, y: -1)) == Point(x: 54, y: -1))
    #expect(transform.accuracy == 0)
  }

  @Test(
    "The British grid is known under every spelling",
    arguments: [
      "EPSG:27700", "epsg:27700", "27700", "urn:ogc:def:crs:EPSG::27700", "http://www.opengis.net/def/crs/EPSG/0/27700",
      "British National Grid", "EPSG:7405",
      """
      PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,
      299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
      PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],
      PARAMETER["Scale_Factor",0.9996012717],PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]
      """,
    ])
  func spellings(text: String) throws {
    #expect(try CRS(text) == .britishNationalGrid)
  }

  @Test("WGS 84 in ESRI's words is WGS 84, and nonsense is refused with what was asked for")
  func otherSpellings() throws {
    let esri = """
      GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
      """
    #expect(try CRS(esri) == .wgs84)
    #expect(try CRS("urn:ogc:def:crs:OGC:1.3:CRS84") == .crs84)
    #expect(try CRS("EPSG:4979") == .wgs84)
    #expect(try CRS("EPSG:4937") == .etrs89)
    #expect(try CRS("EPSG:32630").isGeographic == false)
    let error = #expect(throws: GeometryError.self) { try CRS("EPSG:99999999") }
    #expect(error?.kind == .unknownCRS)
    #expect(error?.description.contains("EPSG:99999999") == true)
  }
}
