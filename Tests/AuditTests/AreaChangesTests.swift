import Evidence
import Foundation
import Geodata
import Testing
import Workspace

@testable import Audit

/// Two areas in the first cycle, of which one is split in the second: A becomes A1 and A2, B stays.
@Suite("Areas of another vintage in a change")
struct AreaChangesTests {
  private static func layer(_ shapes: [(String, Int, Int)]) -> String {
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

  private static func auditFile(_ areas: String, register: String) -> String {
    """
    name: Split
    areas: {file: \(areas).geojson, columns: {code: code}}
    catchments: {file: catchments.geojson, columns: {code: code}}
    lookups: [{file: lookup.csv, columns: {from: old, to: new, change: change}}]
    cycles:
      - label: 2024-25
        from: 2024-09-01
        to: 2025-08-31
        population: {file: then.csv, columns: {area: area, children: n}, date: 2024-06-30}
        enrolments: {file: \(register), columns: {child: child, easting: x, northing: y}}
      - label: 2025-26
        from: 2025-09-01
        to: 2026-08-31
        population: {file: \(areas == "old" ? "then" : "now").csv, columns: {area: area, children: n}, date: 2025-06-30}
        enrolments: {file: register.csv, columns: {child: child, easting: x, northing: y}}
    """
  }

  /// The change of the second cycle, with last cycle's register there or gone, and what the machine finds of a claim on A.
  private static func run(
    isRegisterThere: Bool
  ) throws -> (changes: [AreaChange], claims: [EvidencePicture.GradedClaim]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func put(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try put("old.geojson", layer([("A", 0, 200), ("B", 200, 300)]))
    try put("new.geojson", layer([("A1", 0, 50), ("A2", 50, 200), ("B", 200, 300)]))
    try put("catchments.geojson", layer([("C", 0, 300)]))
    try put("lookup.csv", "old,new,change\nA,A1,S\nA,A2,S\nB,B,U\n")
    try put("then.csv", "area,n\nA,40\nB,10\n")
    try put("now.csv", "area,n\nA1,12\nA2,30\nB,9\n")
    // Four children in A1's ground, two in A2's, one in B; a year later one more in A2.
    let rows = ["1,430010", "2,430020", "3,430030", "4,430040", "5,430060", "6,430190", "7,430250"]
    let header = "child,x,y\n"
    try put("then-register.csv", header + rows.map { "\($0),550050" }.joined(separator: "\n") + "\n")
    try put("register.csv", header + (rows + ["8,430100"]).map { "\($0),550050" }.joined(separator: "\n") + "\n")

    let url = folder.appendingPathComponent("audit.yml")
    let store = try Workspace<Exact>.openOrCreate(at: folder.appendingPathComponent("w.gpkg"))
    try put("audit.yml", auditFile("old", register: "then-register.csv"))
    let before = try AuditFile.read(url, data: nil)
    try store.write(
      try AuditRun(before, cycle: "2024-25").content, name: "Split", engine: "test", crs: before.crs)
    _ = try EvidenceDesk(store, cycle: "2024-25").add(
      Claim(
        id: "", openedIn: "", place: .area("A"), measure: "enrolled.rate", comparator: .value(0.6), predicate: .below,
        state: .open))
    _ = try EvidenceDesk(store, cycle: "2024-25").add(
      Claim(
        id: "", openedIn: "", place: .area("B"), measure: "enrolled.rate", comparator: .lastCycle, predicate: .below,
        state: .open))

    try put("audit.yml", auditFile("new", register: "then-register.csv"))
    if !isRegisterThere { try FileManager.default.removeItem(at: folder.appendingPathComponent("then-register.csv")) }
    let after = try AuditFile.read(url, data: nil)
    var second = try AuditRun(after, cycle: "2025-26")
    try second.compare(after, in: store)
    try store.write(second.content, name: "Split", engine: "test", crs: after.crs)
    let picture = try EvidenceReader(store, cycle: "2025-26").picture()
    return (picture.areaChanges, picture.claims)
  }

  private static func row(_ changes: [AreaChange], _ area: String, _ measure: String) throws -> AreaChange {
    try #require(changes.first { $0.area == area && $0.measure == measure })
  }

  @Test(
    "Last cycle's children are counted again in the new areas where their files are there; estimates are shared out")
  func recounted() throws {
    let (changes, claims) = try Self.run(isRegisterThere: true)
    let enrolled = try ["A1", "A2", "B"].map { try Self.row(changes, $0, "enrolled") }
    #expect(enrolled.map(\.before) == [4, 2, 1] && enrolled.map(\.after) == [4, 3, 1])
    #expect(enrolled.allSatisfy { $0.how == .recounted })
    // A's estimate of 40 by surface: 50 m of 200 and 150 m of 200.
    let children = try ["A1", "A2", "B"].map { try Self.row(changes, $0, "children") }
    #expect(children.map(\.before) == [10, 30, 10] && children.map(\.after) == [12, 30, 9])
    #expect(children.allSatisfy { $0.how == .sharedOut })
    // The claim on A lives on as A1 and A2 together: 7 of 42 now, after 6 of 40.
    #expect(claims[0].history.map(\.verdict) == [.holds, .holds])
    #expect(claims[0].grade.evidence.first?.reason.hasPrefix("16.7 %") == true)
    #expect(claims[1].verdict == .cannotTell)
  }

  @Test("Without the files the counts of last cycle's areas are shared out by the lookup, and say so")
  func sharedOut() throws {
    let (changes, _) = try Self.run(isRegisterThere: false)
    let enrolled = try ["A1", "A2", "B"].map { try Self.row(changes, $0, "enrolled") }
    #expect(enrolled.map(\.before) == [1.5, 4.5, 1] && enrolled.map(\.after) == [4, 3, 1])
    #expect(enrolled.allSatisfy { $0.how == .sharedOut })
  }

  @Test("What areas became is followed over several vintages where each step is plain")
  func followed() {
    let first = AreaChanges.successors(
      [["A", "A1", "S"], ["A", "A2", "S"], ["B", "B", "U"]].map { $0.map(SQLValue.text) })
    #expect(first == ["A": ["A1", "A2"], "B": ["B"]])
    let second = AreaChanges.successors(
      [["A1", "A1", "U"], ["A2", "C", "M"], ["B", "C", "M"]].map { $0.map(SQLValue.text) })
    #expect(second == ["A1": ["A1"]])
    #expect(AreaChanges.followed(first, by: second) == ["A1": ["A1"]])
    let third = AreaChanges.successors(
      [["A1", "A3", "U"], ["A2", "A2", "U"], ["B", "B", "U"]].map { $0.map(SQLValue.text) })
    #expect(AreaChanges.followed(first, by: third) == ["A": ["A2", "A3"], "A1": ["A3"], "A2": ["A2"], "B": ["B"]])
  }
}
