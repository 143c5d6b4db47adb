import Audit
import Foundation
import Geodata
import Geometry
import Measures
import Tally
import Testing
import Workspace

@testable import Exporting

@Suite("An export") struct ExportTests {
  private static let attack = "=HYPERLINK(\"http://x\"), \"A\"; DROP TABLE areas;--<b>"

  private func square(_ x: Double, _ y: Double, _ side: Double = 1000) -> MultiPolygon {
    MultiPolygon([
      Polygon(exterior: [
        Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side),
        Point(x: x, y: y),
      ])
    ])
  }

  /// Three areas in a row, one of them with few children; one catchment over the first two.
  private func content() throws -> CycleContent {
    let from = try #require(Day(year: 2025, month: 9, day: 1))
    var content = CycleContent(cycle: CycleRecord(label: "2025-26", from: from, to: from.adding(days: 364)))
    content.areas = [
      .init(code: "A1", name: Self.attack, surface: 1e6, shape: square(400_000, 500_000)),
      .init(code: "A2", name: "Two, \"quoted\"", surface: 1e6, shape: square(401_000, 500_000)),
      .init(code: "A3", name: "Ysgol y Môr", surface: 1e6, shape: nil),
    ]
    content.catchments = [.init(code: "C1", name: "One", surface: 2e6, shape: square(400_000, 500_000, 2000))]
    content.centres = [.init(code: "C1", name: "One's centre", point: Point(x: 400_100, y: 500_100))]
    content.atoms = [
      .init(area: "A1", catchments: ["C1"], surface: 1e6), .init(area: "A2", catchments: ["C1"], surface: 1e6),
      .init(area: "A3", catchments: [], surface: 1e6),
    ]
    for (atom, numbers) in [(0, [43, 28, 11]), (1, [31, 17, 2]), (2, [3, 1, 0])] {
      for (measure, number) in zip(["enrolled", "reached", "sustained"], numbers) where number > 0 {
        content.tallies.append(
          .init(atom: atom, measure: measure, by: "all", key: "", count: Count(exactly: number)))
      }
    }
    content.weights = ["A1", "A2"].map { .init(catchment: "C1", area: $0, rule: .population, weight: 1) }
    content.denominatorSets = [
      .init(id: "children", title: "children", date: "2025-06-30", source: "estimate.csv", isStale: false)
    ]
    content.denominators = [("A1", 60.0), ("A2", 50), ("A3", 40)].map {
      .init(area: $0.0, set: "children", value: $0.1)
    }
    content.provenance = [
      .init(
        role: "areas", file: "areas.gpkg", sha256: "ab", bytes: 10, rows: 3, used: 3, reading: "", vintage: "2011",
        licence: "OGL v3", attribution: "Contains OS data"),
      .init(
        role: "enrolments", file: "enrolments.csv", sha256: "secret-hash", bytes: 10, rows: 60, used: 54, reading: "",
        isPersonal: true),
    ]
    return content
  }

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "needs-export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func release(in folder: URL) throws -> Workspace<Released> {
    let workspace = try Workspace<Exact>.create(at: folder.appending(path: "W.gpkg"))
    try workspace.write(try content(), name: "Newtown", engine: "0", crs: "EPSG:27700")
    let target = folder.appending(path: "R.gpkg")
    try ReleaseRun(workspace).write(to: target, cycles: [])
    return try Workspace<Released>.open(at: target)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("to CSV has hidden counts as c, keeps commas and quotes, and no cell starts a formula")
  func csv() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let export = try ReleaseExport(of: release(in: place))
    let areas = try #require(export.layers.first { $0.name == "areas" })
    let lines = CSVFiles.text(areas).components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("code,name,cycle,children,enrolled,enrolled_low,enrolled_high,reached"))
    #expect(
      lines[1].hasPrefix("A1,\"'=HYPERLINK(\"\"http://x\"\"), \"\"A\"\"; DROP TABLE areas;--<b>\",2025-26,60,45,43,47"))
    #expect(lines[2].hasPrefix("A2,\"Two, \"\"quoted\"\"\",2025-26,50,30,28,32"))
    // 3 enrolled, 1 reached: 1 to 4; nobody sustained.
    #expect(lines[3].hasPrefix("A3,Ysgol y Môr,2025-26,40,c,1,4,c,1,4,0,0,0,c"))
    for line in lines { #expect(!line.contains("secret-hash")) }
  }

  @Test("to CSV is described: each column of each file stands in its metadata and in the data package")
  func metadata() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let export = try ReleaseExport(of: release(in: place))
    let target = place.appending(path: "csv")
    try export.write(.csv, to: target)
    let package = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: target.appending(path: "datapackage.json")))
        as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == export.layers.count)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let header = try String(contentsOf: target.appending(path: path), encoding: .utf8).prefix { $0 != "\r\n" }
      let schema = try #require(resource["schema"] as? [String: Any])
      let names = try #require(schema["fields"] as? [[String: Any]]).compactMap { $0["name"] as? String }
      #expect(header == names.joined(separator: ","))
      let web = try #require(
        try JSONSerialization.jsonObject(
          with: Data(contentsOf: target.appending(path: path + "-metadata.json"))) as? [String: Any])
      #expect(web["url"] as? String == path)
    }
  }

  @Test("to each format is the same bytes each time", arguments: ExportFormat.allCases)
  func deterministic(_ format: ExportFormat) throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let export = try ReleaseExport(of: release(in: place))
    var copies: [[String: Data]] = []
    for number in 1...2 {
      let target = place.appending(path: "copy\(number).\(format.rawValue)")
      try export.write(format, to: target)
      var files: [String: Data] = [:]
      if let names = try? FileManager.default.contentsOfDirectory(atPath: target.path) {
        for name in names { files[name] = try Data(contentsOf: target.appending(path: name)) }
      } else {
        files["file"] = try Data(contentsOf: target)
      }
      copies.append(files)
    }
    #expect(!copies[0].isEmpty)
    for (name, data) in copies[0] { #expect(copies[1][name] == data, "\(name)") }
    // Nothing is left beside what was asked for.
    let left = try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasPrefix(".") }
    #expect(left.isEmpty)
  }

  @Test("to a GeoPackage reads back by ogrinfo, with its layers, styles and the same numbers")
  func geoPackage() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let file = place.appending(path: "out.gpkg")
    try ReleaseExport(of: release(in: place)).write(.geoPackage, to: file)
    let all = try run("/usr/bin/ogrinfo", ["-al", "-q", file.path])
    #expect(all.contains("reached (Integer64) = 30"))
    #expect(all.contains("enrolled (Integer64) = (null)"))
    #expect(all.contains("enrolled_high (Integer64) = 4"))
    #expect(all.contains("Layer name: layer_styles"))
    #expect(all.contains("graduatedSymbol"))
    #expect(all.contains("Contains OS data"))
    #expect(!all.contains("secret-hash"))
  }

  @Test("to GeoJSON has longitude and latitude, counter-clockwise, and no crs member")
  func geoJSON() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let target = place.appending(path: "geojson")
    try ReleaseExport(of: release(in: place)).write(.geoJSON, to: target)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: target.appending(path: "areas.geojson")))
        as? [String: Any])
    #expect(object["crs"] == nil)
    let features = try #require(object["features"] as? [[String: Any]])
    #expect(features.count == 3)
    #expect(features[2]["geometry"] is NSNull)
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    let polygons = try #require(geometry["coordinates"] as? [Any])
    var ring = try #require(polygons.first as? [Any])
    if let inner = ring.first as? [Any], inner.first is [Any] { ring = inner }
    let points = ring.compactMap { $0 as? [Double] }.map { Point(x: $0[0], y: $0[1]) }
    // PROJ's cs2cs gives 400000, 500000 as 2.00151 W, 54.39547 N.
    #expect(points.contains { abs($0.x + 2.00151) < 0.0001 && abs($0.y - 54.39547) < 0.0001 })
    var doubled = 0.0
    for (a, b) in zip(points, points.dropFirst()) { doubled += a.x * b.y - b.x * a.y }
    #expect(doubled > 0)
  }

  @Test("to shapefiles has a key to the short names, which are different from each other")
  func shapefile() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let target = place.appending(path: "shp")
    try ReleaseExport(of: release(in: place)).write(.shapefile, to: target)
    let key = try String(contentsOf: target.appending(path: "field-key.csv"), encoding: .utf8)
      .components(separatedBy: "\r\n").dropFirst().filter { $0.hasPrefix("areas,") }
      .map { $0.split(separator: ",")[1] }
    #expect(Set(key).count == key.count)
    #expect(key.allSatisfy { $0.count <= 10 })
    let read = try run("/usr/bin/ogrinfo", ["-al", "-so", target.appending(path: "areas.shp").path])
    for short in key { #expect(read.contains("\n\(short): "), "\(short)") }
  }

  @Test("of chosen areas adds whole areas up, by the same definitions, and says so")
  func selection() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let release = try release(in: place)
    let both = try AreaChoice.codes(["A1", "A2"]).places(of: release, cycle: nil, name: "Both")
    let export = try ReleaseExport(of: release, chosen: both)
    let selection = try #require(export.layers.first { $0.name == "selection" })
    let row = try #require(selection.rows.first)
    func value(_ name: String) -> ExportValue? {
      selection.columns.firstIndex { $0.name == name }.map { row[$0] }
    }
    #expect(value("name") == .text("Both"))
    #expect(value("children") == .real(110))
    // 30 and 15 coarsened of 28 and 17: 45 of 110.
    #expect(value("reached") == .integer(45))
    #expect(value("reached_rate") == .real(45.0 / 110))
    #expect(export.layers.first { $0.name == "areas" }?.rows.count == 2)
    // Every column of every table is described, the selection's too.
    let places = export.layers.filter { ["areas", "selection", "centres"].contains($0.name) }
    #expect(
      export.layers.first { $0.name == "columns" }?.rows.count == places.reduce(0) { $0 + $1.columns.count })
    #expect(export.notes[0].contains("2 whole small areas"))
    // A list from a file may have a heading; what is no area after it is still refused.
    let listed = try AreaChoice.codes(["lsoa", "A1", "A2"], mayHaveHeading: true).places(
      of: release, cycle: nil, name: "Both")
    #expect(listed.shares == both.shares)
    #expect(throws: ExportError.unknownAreas(["A9"])) {
      try AreaChoice.codes(["lsoa", "A1", "A9"], mayHaveHeading: true).places(of: release, cycle: nil, name: nil)
    }
    #expect(throws: ExportError.unknownAreas(["A9"])) {
      try AreaChoice.codes(["A1", "A9"]).places(of: release, cycle: nil, name: nil)
    }
  }

  @Test("of a ring takes whole atoms of which at least half lies in it, and the shape is theirs")
  func ring() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let release = try release(in: place)
    // The ring holds a little more than half of A1 and nothing like half of A2.
    let choice = AreaChoice.ring(Point(x: 400_400, y: 500_500), radius: 700)
    let chosen = try choice.places(of: release, cycle: nil, name: nil)
    #expect(chosen.areas == ["A1"])
    #expect(abs(chosen.shapes[0].area - 1e6) < 1)
    #expect(chosen.how.contains("whole atoms") && chosen.how.contains("1 whole small area."))
    // The same point in degrees.
    let degrees = try CoordinateTransform(from: .britishNationalGrid, to: .wgs84)(Point(x: 400_400, y: 500_500))
    let same = try AreaChoice.ring(degrees, radius: 700).places(of: release, cycle: nil, name: nil)
    #expect(same.areas == chosen.areas)
    let nowhere = AreaChoice.ring(Point(x: 0, y: 0), radius: 700)
    #expect(throws: ExportError.nothingChosen) { try nowhere.places(of: release, cycle: nil, name: nil) }
    #expect(throws: ExportError.sharesOfRelease) {
      try choice.places(of: release, cycle: nil, name: nil, making: .surface)
    }
  }

  @Test("of polygons by their code has a row for each, and cut areas with the shape and share of the atoms that count")
  func polygons() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    var content = try content()
    // C1 now ends in the middle of A2: two atoms there.
    content.catchments[0].shape = square(400_000, 500_000, 1500)
    content.atoms[1].surface = 5e5
    content.atoms.append(.init(area: "A2", catchments: [], surface: 5e5))
    content.tallies.append(.init(atom: 3, measure: "enrolled", by: "all", key: "", count: Count(exactly: 20)))
    let workspace = try Workspace<Exact>.create(at: place.appending(path: "W.gpkg"))
    try workspace.write(content, name: "Newtown", engine: "0", crs: "EPSG:27700")
    try ReleaseRun(workspace).write(to: place.appending(path: "R.gpkg"), cycles: [])
    let release = try Workspace<Released>.open(at: place.appending(path: "R.gpkg"))
    let drawn = """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
      "features": [
      {"type": "Feature", "properties": {"id": "east"}, "geometry": {"type": "Polygon", "coordinates":
      [[[401450, 499000], [403000, 499000], [403000, 502000], [401450, 502000], [401450, 499000]]]}},
      {"type": "Feature", "properties": {"id": "west"}, "geometry": {"type": "Polygon", "coordinates":
      [[[399000, 499000], [401450, 499000], [401450, 502000], [399000, 502000], [399000, 499000]]]}}]}
      """
    let file = place.appending(path: "two.geojson")
    try Data(drawn.utf8).write(to: file)
    let chosen = try AreaChoice.file(LayerSource(url: file, codeColumn: "id")).places(
      of: release, cycle: nil, name: nil)
    #expect(chosen.facts.catchments.map(\.code) == ["east", "west"])
    #expect(chosen.shares.map { $0["A2"] } == [0.5, 0.5])
    #expect(abs(chosen.shapes[0].area - 5e5) < 1 && abs(chosen.shapes[1].area - 1.5e6) < 1)
    let export = try ReleaseExport(of: release, chosen: chosen)
    let selection = try #require(export.layers.first { $0.name == "selection" })
    let enrolled = try #require(selection.columns.firstIndex { $0.name == "enrolled" })
    // 20 to the nearest 5; 43 and 31 are 45 and 30.
    #expect(selection.rows.map { $0[enrolled] } == [.integer(20), .integer(75)])
    let areas = try #require(export.layers.first { $0.name == "areas" })
    #expect(areas.columns.last?.name == "share")
    #expect(areas.rows.map { $0.last } == [.real(1), .real(1)])
    #expect(export.notes[0].contains("2 places") && export.notes[0].contains("parts of 1"))
  }

  @Test("to a database that is not there says so without its address")
  func database() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let export = try ReleaseExport(of: release(in: place))
    do {
      try export.writeDatabase("PG:host=127.0.0.1 port=1 user=u password=hunter2 dbname=x connect_timeout=1")
      Issue.record("a database answered on port 1")
    } catch {
      #expect(!error.description.contains("hunter2"))
      #expect(error.exitCode == 74)
    }
  }
}
