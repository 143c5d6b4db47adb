import Foundation
import Testing

@testable import Geodata

@Suite("Layers that somebody made to do harm stop at stated limits")
struct LayerLimitsTests {
  private static let square = "[[430000,550000],[431000,550000],[431000,551000],[430000,551000],[430000,550000]]"

  private static func geoJSON(_ geometry: String, properties: String = "") -> String {
    "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:27700\"}},"
      + "\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"X\"\(properties)},\"geometry\":\(geometry)}]}"
  }

  /// What the reader says of a file; nil where it takes it.
  private static func said(_ url: URL) -> String? {
    refusal { _ = try Layer.read(LayerSource(url: url, codeColumn: "code")) }
  }

  private static func said(_ bytes: [UInt8], _ name: String) throws -> String? {
    let file = try TemporaryFile(bytes, name)
    return said(file.url)
  }

  private static func kml(declaring entities: String, code: String) -> String {
    "<?xml version=\"1.0\"?><!DOCTYPE kml [\(entities)]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
      + "<Placemark><ExtendedData><Data name=\"code\"><value>\(code)</value></Data></ExtendedData><Polygon>"
      + "<outerBoundaryIs><LinearRing><coordinates>-1.5,54.8 -1.4,54.8 -1.4,54.9 -1.5,54.8</coordinates></LinearRing>"
      + "</outerBoundaryIs></Polygon></Placemark></Document></kml>"
  }

  private static func gml(declaring entities: String, code: String) -> String {
    "<?xml version=\"1.0\"?><!DOCTYPE x [\(entities)]><x:FeatureCollection xmlns:x=\"http://x\" "
      + "xmlns:gml=\"http://www.opengis.net/gml\"><gml:featureMember><x:a fid=\"1\"><x:geometry><gml:Polygon "
      + "srsName=\"EPSG:27700\"><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>430000,550000 431000,550000 "
      + "431000,551000 430000,550000</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></x:geometry>"
      + "<x:code>\(code)</x:code></x:a></gml:featureMember></x:FeatureCollection>"
  }

  /// Each ten times the one before: the last is a hundred billion laughs.
  private static let laughs =
    "<!ENTITY a0 \"ha\">"
    + (1...11).map { n in "<!ENTITY a\(n) \"\(String(repeating: "&a\(n - 1);", count: 10))\">" }.joined()

  @Test("KML and GML that declare entities are refused, in UTF-16, packed and under another name too")
  func entities() throws {
    let harmless = Self.kml(declaring: "", code: "X").replacing("<!DOCTYPE kml []>", with: "")
    #expect(try Self.said(Array(harmless.utf8), "areas.kml") == nil, "the same without entities is read")
    let bomb = Self.kml(declaring: Self.laughs, code: "&a11;")
    let units = bomb.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    let elsewhere = "<!ENTITY f SYSTEM \"file:///etc/passwd\">"
    let files: [(name: String, bytes: [UInt8])] = [
      ("areas.kml", Array(bomb.utf8)), ("areas.kml", wide), ("areas.geojson", Array(bomb.utf8)),
      ("areas.gml", Array(Self.gml(declaring: Self.laughs, code: "&a11;").utf8)),
      ("areas.kml", Array(Self.kml(declaring: elsewhere, code: "&f;").utf8)),
      ("areas.gml", Array(Self.gml(declaring: elsewhere, code: "&f;").utf8)),
      (
        "areas.kml",
        [UInt8](repeating: 32, count: 5000) + Array(bomb.replacing("<?xml version=\"1.0\"?>", with: "").utf8)
      ),
      ("areas.gpx", Array(bomb.utf8)), ("areas.svg", Array(bomb.utf8)), ("areas.jml", Array(bomb.utf8)),
      ("areas.kmz", archive([(path: "doc.kml", text: bomb)])), ("areas.zip", archive([(path: "a/b.kml", text: bomb)])),
      ("areas.zip", archive([(path: "a.kmz", bytes: archive([(path: "doc.kml", text: bomb)]))], isPacked: true)),
      ("areas.kml.gz", deflated(Array(bomb.utf8), windowBits: 31)),
    ]
    for file in files {
      let words = try #require(try Self.said(file.bytes, file.name))
      #expect(words.contains("declares XML entities") && words.contains(file.name), "\(words)")
    }
  }

  @Test("What unpacks to two hundred times its size is refused: in a zip, a KMZ, a gzip, a shapefile's part")
  func bombs() throws {
    let blank = [UInt8](repeating: 32, count: 70 << 20)
    let json = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8) + blank + Array("]}".utf8)
    let files: [(String, [UInt8])] = [
      ("areas.zip", archive([(path: "areas.geojson", bytes: json)], isPacked: true)),
      ("areas.kmz", archive([(path: "doc.kml", bytes: Array("<kml>".utf8) + blank)], isPacked: true)),
      ("areas.zip", archive([(path: "a.shp", bytes: [0, 0, 39, 10]), (path: "a.dbf", bytes: blank)], isPacked: true)),
      ("areas.geojson.gz", deflated(json, windowBits: 31)),
    ]
    for (name, bytes) in files {
      let words = try #require(try Self.said(bytes, name))
      #expect(words.contains("holds more than 200 times its packed size"), "\(words)")
    }
  }

  @Test("A zip of too many entries, and one in a zip, is refused; a path that climbs out of a zip leads nowhere")
  func archives() throws {
    let many = archive((0..<Limits.archiveEntries + 1).map { (path: "\($0).txt", bytes: []) }, isPacked: false)
    // The count in the archive's end has sixteen bits: it is one too many, and wraps.
    _ = try #require(try Self.said(many, "areas.zip"))
    let layer = Self.geoJSON("{\"type\":\"Polygon\",\"coordinates\":[\(Self.square)]}")
    let inner = archive([(path: "areas.geojson", text: layer)])
    let nested = try #require(try Self.said(archive([(path: "in.zip", bytes: inner)], isPacked: true), "areas.zip"))
    #expect(nested.contains("the zip holds no layer"), "\(nested)")
    let climbing = archive([(path: "../../../../etc/x/areas.geojson", text: layer)])
    #expect(try Self.said(climbing, "areas.zip")?.contains("holds no layer") == true)
  }

  @Test("A pipe, a device and a folder are no layers, and none may stand beside a shapefile or in a geodatabase")
  func pipes() throws {
    let place = try TemporaryFile("", "beside.txt")
    for name in ["pipe.geojson", "pipe.gpkg", "pipe.zip", "pipe.kml", "pipe.shp", "pipe.shp.gz"] {
      let pipe = place.sibling(name)
      #expect(mkfifo(pipe.path, 0o600) == 0)
      let words = try #require(Self.said(pipe))
      #expect(words.contains("is a pipe, a device or a socket, not a file"), "\(words)")
    }
    let device = refusal { _ = try Layer.read(LayerSource(url: URL(fileURLWithPath: "/dev/zero"), name: "areas.kml")) }
    #expect(device?.contains("is a pipe, a device or a socket") == true)
    for name in ["folder.geojson", "folder.shp", "folder.gdb"] {
      try FileManager.default.createDirectory(at: place.sibling(name), withIntermediateDirectories: true)
    }
    #expect(Self.said(place.sibling("folder.geojson"))?.contains("is a folder, not a file") == true)
    #expect(Self.said(place.sibling("folder.shp"))?.contains("is a folder, not a file") == true)
    #expect(mkfifo(place.sibling("folder.gdb/a00000001.gdbtable").path, 0o600) == 0)
    #expect(Self.said(place.sibling("folder.gdb"))?.contains("a00000001.gdbtable beside it") == true)
  }

  @Test("A shapefile's companion that is a pipe, or a link to another folder, is refused")
  func companions() throws {
    for (ending, makes) in [("dbf", "pipe"), ("shx", "link"), ("prj", "pipe")] {
      let file = try LayerFixture.write(as: "areas.shp", ["-f", "ESRI Shapefile"])
      let companion = file.sibling("areas.\(ending)")
      #expect(refusal { _ = try Layer.read(LayerSource(url: file.sibling("areas.shp"))) } == nil)
      try FileManager.default.removeItem(at: companion)
      if makes == "pipe" {
        #expect(mkfifo(companion.path, 0o600) == 0)
      } else {
        try FileManager.default.createSymbolicLink(atPath: companion.path, withDestinationPath: "/etc/hostname")
      }
      let words = try #require(Self.said(file.sibling("areas.shp")))
      #expect(words.contains("has areas.\(ending) beside it, which is no file of its folder"), "\(words)")
    }
  }

  @Test("GDAL's own paths to servers and archives are files that are not there")
  func virtualPaths() throws {
    for path in ["/vsicurl/http://127.0.0.1:9/a.geojson", "/vsizip/vsizip/a.zip/a.geojson", "/vsimem/needs-/a.geojson"]
    {
      let words = try #require(Self.said(URL(fileURLWithPath: path)))
      #expect(words.contains("there is no such file"), "\(words)")
    }
  }

  @Test(
    "Coordinates that are no numbers, infinite or beyond any map are refused",
    arguments: ["NaN", "Infinity", "-Infinity", "1e999", "1e308", "-1e308", "1e15", "99999999"])
  func coordinates(number: String) throws {
    let text = Self.geoJSON(
      "{\"type\":\"Polygon\",\"coordinates\":[\(Self.square.replacing("431000", with: number))]}")
    let words = try #require(try Self.said(Array(text.utf8), "areas.geojson"))
    // 99,999,999 is a place of some maps, of no British one. What is none at all is told with its feature.
    let isSomewhere = number == "99999999"
    #expect(
      isSomewhere
        ? words.contains("kilometres outside the British grid")
        : words.contains("areas.geojson, X: ")
          && ["a coordinate is not a number or infinite", "a coordinate is no place"].contains { words.contains($0) },
      "\(words)")
    guard Double(number).map({ abs($0) > 1e8 }) == true, number.last?.isNumber == true else { return }
    let rows = "code,WKT\nX,\"POLYGON((430000 550000, \(number) 550000, 431000 551000, 430000 550000))\"\n"
    let degrees = Self.kml(declaring: "", code: "X").replacing("<!DOCTYPE kml []>", with: "").replacing(
      "-1.4,54.8", with: "\(number),54.8")
    for (name, text) in [("areas.csv", rows), ("areas.kml", degrees)] {
      let words = try #require(try Self.said(Array(text.utf8), name))
      #expect(words.contains("\(name), X: a coordinate is no place"), "\(words)")
    }
  }

  @Test(
    "A point whose coordinates are no place is one without a place, and its row is named",
    arguments: ["1e308", "1e999", "1e12"])
  func points(number: String) throws {
    let point = "{\"type\":\"Point\",\"coordinates\":[430500,550500]}"
    let second =
      ",{\"type\":\"Feature\",\"properties\":{\"code\":\"Y\"},\"geometry\":\(point.replacing("430500", with: number))}]}"
    let text = Self.geoJSON(point).dropLast(2) + second
    let file = try TemporaryFile(Array(text.utf8), "centres.geojson")
    let read = try PointLayer.read(LayerSource(url: file.url, crs: "EPSG:27700"))
    #expect(read.rows.map { $0.point == nil } == [false, true])
    let said = read.complaints.map(\.what).joined(separator: "\n")
    #expect(said.contains("1 row (the first is 2) with coordinates that are no place"), "\(said)")
  }

  @Test(
    "Nesting without end is refused or read, and ends nothing but the reading", arguments: [40, 900, 5000, 200_000])
  func nesting(depth: Int) throws {
    func nested(_ open: String, _ inside: String, _ close: String) -> String {
      String(repeating: open, count: depth) + inside + String(repeating: close, count: depth)
    }
    let square = "{\"type\":\"Polygon\",\"coordinates\":[\(Self.square)]}"
    let texts = [
      Self.geoJSON("{\"type\":\"Polygon\",\"coordinates\":\(nested("[", "1", "]"))}"),
      Self.geoJSON(nested("{\"type\":\"GeometryCollection\",\"geometries\":[", square, "]}")),
      Self.geoJSON(square, properties: ",\"deep\":" + nested("[", "", "]")),
    ]
    for (n, text) in texts.enumerated() {
      let words = try Self.said(Array(text.utf8), "areas.geojson")
      // 900 levels of an attribute that nobody asked for do no harm.
      #expect(words != nil || (n == 2 && depth <= 900), "\(n): \(words ?? "read")")
    }
    let collections = nested(
      "GEOMETRYCOLLECTION(", "POLYGON((430000 550000, 431000 550000, 431000 551000, 430000 550000))", ")")
    #expect(try Self.said(Array("code,WKT\nX,\"\(collections)\"\n".utf8), "areas.csv") != nil)
  }

  @Test("A border that crosses itself millions of times is refused in a moment; a bow-tie is mended")
  func crossings() throws {
    var random = SystemRandomNumberGenerator()
    var ring = (0..<6000).map { _ in
      "[\(Double.random(in: 430_000...431_000, using: &random)),\(Double.random(in: 550_000...551_000, using: &random))]"
    }
    ring.append(ring[0])
    let text = Self.geoJSON("{\"type\":\"Polygon\",\"coordinates\":[[\(ring.joined(separator: ","))]]}")
    let start = ContinuousClock.now
    let words = try #require(try Self.said(Array(text.utf8), "areas.geojson"))
    #expect(words.contains("crosses itself more than 100000 times"), "\(words)")
    #expect(ContinuousClock.now - start < .seconds(60))
    let tie = "[[430000,550000],[431000,551000],[431000,550000],[430000,551000],[430000,550000]]"
    #expect(
      try Self.said(Array(Self.geoJSON("{\"type\":\"Polygon\",\"coordinates\":[\(tie)]}").utf8), "a.geojson") == nil)
  }
}
