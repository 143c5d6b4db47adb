import Foundation
import Testing
import Workspace

@testable import Audit

@Suite("Population points and groups' denominators")
struct PopulationPointsTests {
  /// Two square areas of 100 m side by side, and a catchment that holds the left one and 40 m of the right one.
  static func run(_ more: String, _ files: [String: String]) throws -> CycleContent {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func layer(_ shapes: [(String, Int, Int)]) -> String {
      let features = shapes.map { code, left, right in
        let ring = [(left, 0), (right, 0), (right, 100), (left, 100), (left, 0)]
          .map { "[\(430_000 + $0.0), \(550_000 + $0.1)]" }.joined(separator: ",")
        return """
          {"type":"Feature","properties":{"code":"\(code)"},"geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
          """
      }
      return """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},
        "features":[\(features.joined(separator: ","))]}
        """
    }
    var all = files
    all["areas.geojson"] = layer([("A", 0, 100), ("B", 100, 200)])
    all["catchments.geojson"] = layer([("C", 0, 140)])
    all["children.csv"] = "area,n\nA,50\nB,50\n"
    all["audit.yml"] = """
      name: Two squares
      areas: {file: areas.geojson, columns: {code: code}}
      catchments: {file: catchments.geojson, columns: {code: code}}
      population: {file: children.csv, columns: {area: area, children: n}, date: 2025-06-30}
      cycles: [{label: 2025-26, from: 2025-09-01, to: 2026-08-31}]
      \(more)
      """
    for (name, text) in all { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    let file = try AuditFile.read(folder.appendingPathComponent("audit.yml"), data: nil)
    return try AuditRun(file, cycle: nil).content
  }

  static func weight(_ content: CycleContent, _ area: String, _ rule: ApportionmentRule) -> Double? {
    content.weights.first { $0.area == area && $0.rule == rule }?.weight
  }

  @Test("Weighted points give the rules population, half and best-fit without a postcode directory")
  func points() throws {
    // Three quarters of B's people live in its left 40 m; A has no point and takes its surface.
    let content = try Self.run(
      "population-points: {file: oa.csv, columns: {weight: people, easting: x, northing: y}}",
      ["oa.csv": "oa,people,x,y\n1,75,430120,550050\n2,25,430180,550050\n3,9,,\n"])
    #expect(Self.weight(content, "B", .population) == 0.75)
    #expect(Self.weight(content, "B", .half) == 1)
    // The weighted centroid is at 135 m, inside the catchment's 140.
    #expect(Self.weight(content, "B", .bestFit) == 1)
    #expect(Self.weight(content, "A", .population).map { abs($0 - 1) < 1e-9 } == true)
    #expect(abs(try #require(Self.weight(content, "B", .area)) - 0.4) < 1e-9)
    #expect(content.complaints.contains { $0.line.contains("1 area holds no population point (A)") })
    #expect(content.complaints.contains { $0.line.contains("no coordinates or no weight in 1 row") })
    #expect(content.provenance.contains { $0.role == "population-points" && $0.rows == 3 && $0.used == 2 })
  }

  @Test("One given point for each area is its centroid, for best-fit alone")
  func centroids() throws {
    let content = try Self.run(
      """
      population-points: {file: pwc.csv, columns: {area: code, easting: x, northing: y}}
      """, ["pwc.csv": "code,x,y\nA,430050,550050\nB,430190,550050\n"])
    #expect(Self.weight(content, "A", .bestFit) == 1)
    #expect(Self.weight(content, "B", .bestFit) == nil)
    // No population point at all: the rules population and half are not known.
    #expect(Self.weight(content, "B", .population) == nil)
    #expect(content.provenance.contains { $0.reading.contains("its centroid, for best-fit") })
  }

  @Test("A group's children by area become its denominator, and one that is no column=value is refused")
  func groups() throws {
    let content = try Self.run(
      """
      group-denominators:
        - {group: language=eal, file: eal.csv, columns: {area: area, children: n}, date: 2021-03-21}
      """, ["eal.csv": "area,n\nA,12\nB,c\n"])
    let set = try #require(content.denominatorSets.first { $0.id == "language=eal" })
    #expect(set.isStale)
    #expect(content.denominators.first { $0.set == "language=eal" && $0.area == "A" }?.value == 12)
    #expect(content.denominators.first { $0.set == "language=eal" && $0.area == "B" }?.state == .suppressed)
    #expect(throws: AuditError.self) {
      try Self.run(
        "group-denominators: [{group: eal, file: children.csv, columns: {area: area, children: n}}]", [:])
    }
  }
}
