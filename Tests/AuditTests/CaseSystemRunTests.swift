import Foundation
import Geodata
import Testing

@testable import Audit

@Suite("Runs from the files that case systems give")
struct CaseSystemRunTests {
  /// A folder with two square areas, a centre, and the files given.
  private final class Borough {
    let folder: URL

    init(_ files: [String: String]) throws {
      folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      func square(_ code: String, _ x: Int) -> String {
        let ring = [[x, 0], [x + 1000, 0], [x + 1000, 1000], [x, 1000], [x, 0]].map {
          "[\($0[0] + 430_000),\($0[1] + 550_000)]"
        }
        return "{\"type\":\"Feature\",\"properties\":{\"LSOA21CD\":\"\(code)\"},\"geometry\":{\"type\":\"Polygon\","
          + "\"coordinates\":[[\(ring.joined(separator: ","))]]}}"
      }
      let areas =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},"
        + "\"features\":[\(square("E01900001", 0)),\(square("E01900002", 1000))]}"
      var all = files
      all["areas.geojson"] = areas
      all["centres.csv"] = "id,easting,northing\nCC01,430500,550500\n"
      for (name, text) in all { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ blocks: String) throws -> AuditRun {
      let yaml = """
        name: Made up
        areas: {file: areas.geojson, columns: {code: LSOA21CD}}
        centres: {file: centres.csv, columns: {id: id, easting: easting, northing: northing}}
        catchments: {nearest: true}
        cycles:
        - {label: 2025-26, from: 2025-09-01, to: 2026-08-31}
        \(blocks)
        """
      let url = folder.appendingPathComponent("audit.yml")
      try Data(yaml.utf8).write(to: url)
      return try AuditRun(AuditFile.read(url, data: nil), cycle: nil)
    }
  }

  private func total(_ run: AuditRun, _ path: String) -> Double? {
    run.content.totals.first { $0.path == path }?.value
  }

  private static let files = [
    "children.csv":
      "Member ID,Family ID,Date of Birth\n1,F1,2022-01-01\n2,F1,2023-01-01\n3,F2,2024-01-01\n4,F9,2024-01-01\n",
    "families.csv": "Family ID,Easting,Northing\nF1,430500,550500\nF2,431500,550500\n",
  ]

  @Test("Children and families in two files, by the headings of eStart: three of four have a home")
  func joined() throws {
    let borough = try Borough(Self.files)
    let run = try borough.run(
      "enrolments: {file: children.csv, mapping: estart, join: [{file: families.csv, on: Family ID}]}")
    #expect(total(run, "children") == 4 && total(run, "located") == 3)
    #expect(run.content.families.first { $0.kind == "authority" }?.families == 2)
    #expect(run.content.complaints.contains { $0.line.contains("1 row has an id that families.csv does not have") })
    let personal = run.content.provenance.filter(\.isPersonal).map(\.file)
    #expect(personal == ["children.csv", "families.csv"])
  }

  @Test("A saved mapping is used by its name; an unknown one is refused with the names there are")
  func saved() throws {
    let borough = try Borough(Self.files)
    let join = "join: [{file: families.csv, on: Family ID}]"
    let run = try borough.run(
      "mapping: {ours: {child: Member ID, easting: Easting, northing: Northing}}\n"
        + "enrolments: {file: children.csv, mapping: ours, \(join)}")
    #expect(total(run, "located") == 3)
    let line = #expect(throws: AuditError.self) {
      _ = try borough.run("enrolments: {file: children.csv, mapping: theirs}")
    }
    #expect(line?.description.contains("the mapping theirs is not known; known: estart, capita-one") == true)
  }

  @Test("The ledger names the rows to mend, without any of their values")
  func ledger() throws {
    var files = Self.files
    files["e.csv"] = "child,born,postcode\nK1,2022-01-01,YX1O 1AA\n,2022-01-01,\nK3,soon,\nK4,2022-01-01,\n"
    let borough = try Borough(files)
    let run = try borough.run("enrolments: {file: e.csv, columns: {child: child, born: born, postcode: postcode}}")
    let csv = RejectTable.csv(run.ledger)
    #expect(
      run.ledger.map { "\($0.row) \($0.reason) \($0.isLeftOut)" } == [
        "2 a letter O or I may stand where a digit belongs false", "2 has a postcode that is none false",
        "3 without a child id true", "4 with a date of birth that is not a day true", "5 has no place false",
      ])
    #expect(!csv.contains("K1") && !csv.contains("YX1O") && csv.hasPrefix("file,row,reason,left_out,advice\n"))
    let url = borough.folder.appendingPathComponent("rejects.csv")
    try RejectTable.write(run.ledger, to: url)
    let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("Homes by UPRN, children by ONS's estimates, ids that a spreadsheet rounded")
  func propertiesAndEstimates() throws {
    let borough = try Borough([
      "e.csv": "child,uprn\nK1,000000000100\nK2,7\nK3,\n",
      "uprn.csv": "UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n100,430500.5,550500,0,0\n8,1,1,0,0\n",
      "mid2023.csv": "LSOA 2021 Code,Total,F0,F1,F2,F3,F4,M0,M1,M2,M3,M4\n"
        + "E01900001,90,1,1,1,1,1,2,2,2,2,2\nE01900002,90,1,1,1,1,1,c,2,2,2,2\n",
      "rounded.csv": "child,uprn\n1.2346E+11,100\n",
    ])
    let blocks = "uprns: {file: uprn.csv}\npopulation: {recipe: ons-mid-year, file: mid2023.csv}\n"
    let run = try borough.run(blocks + "enrolments: {file: e.csv, columns: {child: child, uprn: uprn}}")
    #expect(total(run, "grades/uprn") == 1 && total(run, "grades/not-located") == 2)
    let children = run.content.denominators.filter { $0.set == "children" }
    #expect(children.map(\.value) == [15, nil] && children.map(\.state) == [.given, .suppressed])
    #expect(run.content.denominatorSets.first { $0.id == "children" }?.date == "2023-06-30")
    #expect(throws: GeodataError.self) {
      _ = try borough.run(blocks + "enrolments: {file: rounded.csv, columns: {child: child, uprn: uprn}}")
    }
  }
}
