import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("Layers of areas and catchments")
struct LayerTests {
  /// A GeoJSON of these features; a code of nil is left out.
  static func geoJSON(_ features: [(code: String?, geometry: String)], crs: String? = nil) -> String {
    let member =
      crs.map { #""crs": {"type": "name", "properties": {"name": "\#($0)"}}, "# } ?? ""
    let body = features.map { feature in
      let properties = feature.code.map { #"{"code": "\#($0)"}"# } ?? #"{"other": 1}"#
      return #"{"type": "Feature", "properties": \#(properties), "geometry": \#(feature.geometry)}"#
    }
    return #"{"type": "FeatureCollection", \#(member)"features": [\#(body.joined(separator: ",\n"))]}"#
  }

  static func polygon(_ points: [(Double, Double)]) -> String {
    let ring = (points + [points[0]]).map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
    return #"{"type": "Polygon", "coordinates": [[\#(ring)]]}"#
  }

  static func square(_ x: Double, _ y: Double, _ side: Double = 1000) -> String {
    polygon([(x, y), (x + side, y), (x + side, y + side), (x, y + side)])
  }

  static let bng = "urn:ogc:def:crs:EPSG::27700"

  func read(
    _ text: String, _ name: String = "areas.geojson", crs: String? = nil, code: String? = "code"
  ) throws -> Layer {
    let file = try TemporaryFile(text, name)
    return try withExtendedLifetime(file) {
      try Layer.read(LayerSource(url: file.url, name: name, crs: crs, codeColumn: code))
    }
  }

  @Test("Areas come sorted by code, in metres, whatever the order of the file")
  func sorted() throws {
    let layer = try read(
      Self.geoJSON([("B", Self.square(431_000, 550_000)), ("A", Self.square(430_000, 550_000))], crs: Self.bng))
    #expect(layer.features.map(\.code) == ["A", "B"])
    #expect(layer.features.map(\.number) == [2, 1])
    #expect(layer.features.allSatisfy { $0.shape?.area == 1_000_000 })
    #expect(layer.complaints.isEmpty)
    #expect(layer.reading == "areas.geojson (GeoJSON, EPSG:27700): 2 codes from 2 features; 2 with geometry")
  }

  @Test("Metres in a GeoJSON without a crs member are refused with what they look like, and taken when stated")
  func metresWithoutCRS() throws {
    let text = Self.geoJSON([("A", Self.square(430_000, 550_000))])
    let line = try #require(refusal { _ = try read(text) })
    for word in ["areas.geojson", "CRS is missing", "RFC 7946", "EPSG:27700", "British National Grid", "crs:"] {
      #expect(line.contains(word), "\(word)")
    }
    #expect(try read(text, crs: "EPSG:27700").features[0].shape?.area == 1_000_000)
    let stated = try #require(refusal { _ = try read(text, crs: "EPSG:4326") })
    #expect(stated.contains("no degrees"))
    let nonsense = #expect(throws: GeodataError.self) { try read(text, crs: "EPSG:abc") }
    #expect(nonsense?.exitCode == 78)
  }

  @Test("Degrees stated as British grid are refused")
  func degreesAsMetres() throws {
    let text = Self.geoJSON([("A", Self.square(-1.4, 54.9, 0.01))])
    let line = try #require(refusal { _ = try read(text, crs: "EPSG:27700") })
    #expect(line.contains("look like degrees") && line.contains("EPSG:4326"))
    let layer = try read(text)
    let area = try #require(layer.features[0].shape?.area)
    // A hundredth of a degree is about 642 m by 1113 m here.
    #expect(abs(area - 642 * 1113) < 5000)
    #expect(layer.accuracyStatement.contains("OSTN15"))
  }

  @Test("Latitude where longitude should be is refused as swapped")
  func swapped() throws {
    let line = try #require(refusal { _ = try read(Self.geoJSON([("A", Self.square(54.9, -1.4, 0.01))])) })
    #expect(line.contains("swapped") && line.contains("areas.geojson"))
    #expect(!line.contains("54.9"))
  }

  @Test("A file that breaks off is refused by its name; so are an empty one and one that is not there")
  func broken() throws {
    let text = Self.geoJSON([("A", Self.square(430_000, 550_000)), ("B", Self.square(1, 2))], crs: Self.bng)
    for cut in [10, text.count / 2, text.count - 40, text.count - 2] {
      let line = refusal { _ = try read(String(text.prefix(cut))) }
      #expect(line?.contains("areas.geojson") == true, "cut after \(cut)")
    }
    #expect(refusal { _ = try read("") }?.contains("areas.geojson") == true)
    #expect(refusal { _ = try read(Self.geoJSON([], crs: Self.bng)) }?.contains("areas.geojson") == true)
    let missing = LayerSource(url: URL(fileURLWithPath: "/nowhere/areas.gpkg"), codeColumn: "code")
    let error = #expect(throws: GeodataError.self) { try Layer.read(missing) }
    #expect(error?.exitCode == 66 && error?.description.contains("/nowhere") == false)
  }

  @Test("A code column that is not there is refused with the columns that are, and the nearest name")
  func missingColumn() throws {
    let text = Self.geoJSON([("A", Self.square(430_000, 550_000))], crs: Self.bng)
    let line = try #require(refusal { _ = try read(text, code: "cade") })
    #expect(line.contains("cade") && line.contains("it has: code") && line.contains("did you mean code?"))
    let layer = try read(text, code: "CODE")
    #expect(layer.complaints.map(\.severity) == [.note])
    #expect(layer.features[0].code == "A")
  }

  @Test("Features without a code are named by number, one without geometry by its code; neither stops the reading")
  func namelessAndNull() throws {
    let layer = try read(
      Self.geoJSON(
        [
          ("A", Self.square(430_000, 550_000)), (nil, Self.square(431_000, 550_000)), (" ", "null"), ("B", "null"),
          ("C", #"{"type": "LineString", "coordinates": [[430000, 550000], [430001, 550001]]}"#),
        ], crs: Self.bng))
    #expect(layer.features.map(\.code) == ["A", "B", "C"])
    #expect(layer.features.map { $0.shape == nil } == [false, true, true])
    let lines = layer.complaints.map(\.line).joined(separator: "\n")
    #expect(lines.contains("B has no geometry"))
    #expect(lines.contains("line string") && lines.contains("has no area"))
    #expect(lines.contains("features 2, 3 without a code"))
  }

  @Test("Two features of one code become one area; what both hold counts once and is said")
  func dissolved() throws {
    let layer = try read(
      Self.geoJSON(
        [
          ("A", Self.square(430_000, 550_000)), ("B", Self.square(440_000, 550_000)),
          ("A", Self.square(430_500, 550_000)),
        ], crs: Self.bng))
    #expect(layer.features.map(\.code) == ["A", "B"])
    #expect(layer.features[0].shape?.area == 1_500_000)
    let line = try #require(layer.complaints.first?.line)
    #expect(line.contains("A in 2 features (1, 3), taken as one") && line.contains("overlap by 500000 m²"))
  }

  @Test("A bow-tie is repaired and listed with place and areas, never NaN or a percentage of nothing")
  func bowTie() throws {
    let cross = Self.polygon([(430_000, 550_000), (432_000, 552_000), (432_000, 550_000), (430_000, 552_000)])
    let layer = try read(Self.geoJSON([("A", cross)], crs: Self.bng))
    #expect(abs((layer.features[0].shape?.area ?? 0) - 2_000_000) < 1)
    #expect(
      layer.complaints[0].line
        == "areas.geojson, A: self-intersection at (431000, 551000): 0 m² as drawn, 2000000 m² after repair; "
        + "look at it on the map, and redraw it if this is not what was meant")
  }

  @Test("Grid metres that the file calls web Mercator, and numbers of no planet, are refused with what they look like")
  func wrongProjection() throws {
    let text = Self.geoJSON([("A", Self.square(430_000, 550_000))])
    let line = try #require(refusal { _ = try read(text, crs: "EPSG:3857") })
    #expect(line.contains("areas.geojson, A") && line.contains("EPSG:27700"))
    let far = Self.geoJSON([("A", Self.polygon([(430_000, 550_000), (1e300, 550_000), (430_000, 1e300)]))])
    #expect(refusal { _ = try read(far, crs: "EPSG:27700") }?.contains("too large") == true)
    let utm = try #require(refusal { _ = try read(Self.geoJSON([("A", Self.square(600_000, 6_080_000))])) })
    #expect(utm.contains("EPSG:32630"))
  }

  @Test("Areas that overlap or leave a gap are named with sizes; catchments may, and it is noted")
  func tiling() throws {
    let layer = try read(
      Self.geoJSON(
        [
          ("A", Self.square(430_000, 550_000)), ("B", Self.square(430_900, 550_000)),
          ("C", Self.polygon([(440_000, 550_000), (441_000, 550_000), (441_000, 551_000), (440_000, 551_000)])),
          ("D", Self.square(441_000, 550_000)), ("E", Self.square(442_000.5, 550_000)),
        ], crs: Self.bng))
    let complaints = layer.tilingComplaints()
    #expect(
      complaints.map(\.line) == [
        "areas.geojson: A and B overlap by 100000 m² at (430950, 550500); a point there goes to the lowest code"
      ])
    #expect(complaints[0].severity == .warning)
    #expect(layer.tilingComplaints(role: .catchments).map(\.severity) == [.note])
    // A ring of four areas around a hole.
    let ring = try read(
      Self.geoJSON(
        [(0, 0, 3, 1), (0, 2, 3, 1), (0, 1, 1, 1), (2, 1, 1, 1)].enumerated().map { n, box in
          let (x, y) = (430_000 + 1000 * Double(box.0), 550_000 + 1000 * Double(box.1))
          let (w, h) = (1000 * Double(box.2), 1000 * Double(box.3))
          return ("\(n)", Self.polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)]))
        }, crs: Self.bng))
    let gap = ring.tilingComplaints()
    #expect(gap.map(\.what) == ["a gap of 1000000 m² at (431500, 551500) between 0, 1, 2, 3"])
  }

  @Test("The third dimension is dropped")
  func heights() throws {
    let high =
      #"{"type": "Polygon", "coordinates": [[[430000, 550000, 7], [431000, 550000, 8], "#
      + #"[431000, 551000, 9], [430000, 550000, 7]]]}"#
    #expect(try read(Self.geoJSON([("A", high)], crs: Self.bng)).features[0].shape?.area == 500_000)
    // GDAL calls degrees with heights EPSG:4979: the same place as without.
    let flat = Self.geoJSON([("A", Self.polygon([(-1.4, 54.9), (-1.39, 54.9), (-1.39, 54.91)]))])
    let layer = try read(flat.replacingOccurrences(of: "54.9]", with: "54.9, 33]"))
    #expect(try layer.features.map(\.shape) == read(flat).features.map(\.shape))
  }

  @Test("An analysis CRS in degrees, or one that nobody knows, is audit.yml's fault", arguments: ["EPSG:4326", "moon"])
  func analysisCRS(text: String) throws {
    let file = try TemporaryFile(Self.geoJSON([("A", Self.square(430_000, 550_000))], crs: Self.bng), "a.geojson")
    let error = #expect(throws: GeodataError.self) {
      try Layer.read(LayerSource(url: file.url, codeColumn: "code"), analysisCRS: text)
    }
    #expect(error?.exitCode == 78)
  }
}
