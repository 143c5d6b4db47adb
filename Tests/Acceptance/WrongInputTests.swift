import Foundation
import Testing

/// Wrong input never passes silently and never harms the last good workspace.
@Suite("Wrong input")
struct WrongInputTests {
  /// A small right borough: two square areas, one catchment, five children.
  static let files: [String: String] = [
    "areas.geojson": """
    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[
    {"type":"Feature","properties":{"code":"A1"},"geometry":{"type":"Polygon","coordinates":[[[430000,550000],[431000,550000],[431000,551000],[430000,551000],[430000,550000]]]}},
    {"type":"Feature","properties":{"code":"A2"},"geometry":{"type":"Polygon","coordinates":[[[431000,550000],[432000,550000],[432000,551000],[431000,551000],[431000,550000]]]}}]}
    """,
    "catchments.csv": "centre,area\nC1,A1\nC1,A2\n",
    "centres.csv": "id,easting,northing\nC1,430500,550500\n",
    "enrolments.csv": """
    child,born,easting,northing
    secret-1,2023-05-01,430100,550100
    secret-2,2023-05-02,430200,550100
    secret-3,2023-05-03,431200,550100
    secret-4,2023-05-04,431300,550100
    secret-5,2023-05-05,431400,550100

    """,
    "visits.csv": "child,date,centre\nsecret-1,2025-10-13,C1\nsecret-3,2025-11-25,C1\n",
    "audit.yml": """
    name: Small
    areas: {file: areas.geojson, columns: {code: code}}
    catchments: {areas: {file: catchments.csv, columns: {catchment: centre, area: area}}}
    centres: {file: centres.csv, columns: {id: id, easting: easting, northing: northing}}
    enrolments: {file: enrolments.csv, columns: {child: child, born: born, easting: easting, northing: northing}}
    service-use: {file: visits.csv, columns: {child: child, date: date, centre: centre}}
    cycles:
      - {label: 2025-26, from: 2025-09-01, to: 2026-08-31}

    """,
  ]

  /// One thing spoiled, and the words that its refusal must hold.
  struct Fault: CustomTestStringConvertible {
    let name: String
    let file: String
    let from: String
    let to: String
    let exitCodes: Set<Int32>
    let words: [String]
    var testDescription: String { name }
  }

  static let faults = [
    Fault(
      name: "a missing column", file: "enrolments.csv", from: "child,born", to: "kid,born", exitCodes: [65, 78],
      words: ["enrolments.csv", "child", "kid"]),
    Fault(
      name: "an unknown key in audit.yml", file: "audit.yml", from: "service-use:", to: "service-uses:",
      exitCodes: [78],
      words: ["audit.yml, line 6", "service-uses", "did you mean service-use?"]),
    Fault(
      name: "a date that could be two", file: "visits.csv", from: "2025-10-13,C1\nsecret-3,2025-11-25",
      to: "05/10/2025,C1\nsecret-3,06/11/2025", exitCodes: [65, 78],
      words: ["visits.csv", "date", "dd/mm/yyyy", "mm/dd/yyyy", "row 2", "audit.yml"]),
    Fault(
      name: "dates that fit no one format", file: "visits.csv", from: "2025-10-13,C1\nsecret-3,2025-11-25",
      to: "25/10/2025,C1\nsecret-3,11/25/2025", exitCodes: [65, 78], words: ["visits.csv", "row 2", "row 3"]),
    Fault(
      name: "swapped axes", file: "enrolments.csv", from: "easting,northing", to: "northing,easting",
      exitCodes: [65, 78], words: ["enrolments.csv", "exchanged", "easting and northing"]),
    Fault(
      name: "a table cut in the middle", file: "enrolments.csv", from: "secret-5,2023-05-05,431400,550100\n",
      to: "secret-5,2023-05-05,\"4314", exitCodes: [65, 74], words: ["enrolments.csv", "row 6"]),
    Fault(
      name: "a layer cut in the middle", file: "areas.geojson",
      from: "[432000,551000],[431000,551000],[431000,550000]]]}}]}",
      to: "[432000,55", exitCodes: [65, 74], words: ["areas.geojson"]),
    Fault(
      name: "a file that is not there", file: "audit.yml", from: "visits.csv", to: "visit.csv", exitCodes: [66],
      words: ["audit.yml, line 6", "visit.csv"]),
    Fault(
      name: "areas listed nowhere", file: "catchments.csv", from: "C1,A1\nC1,A2", to: "C1,B1\nC1,B2",
      exitCodes: [65, 78], words: ["catchments.csv", "areas.geojson"]),
  ]

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    return folder
  }

  static func audit(_ folder: TemporaryFolder) throws -> NeedsCommand.Outcome {
    try NeedsCommand.run("audit", folder.path("audit.yml"), "--workspace", folder.path("W.gpkg"))
  }

  @Test(
    "each is refused in one line that says what, where and what to do; the last good workspace stays byte for byte",
    arguments: faults)
  func refused(fault: Fault) throws {
    let folder = try Self.folder()
    let good = try Self.audit(folder)
    #expect(good.exitCode == 0, "\(good.messages)")
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("W.gpkg")))
    let text = Self.files[fault.file]!
    #expect(text.contains(fault.from))
    try folder.write(fault.file, text.replacing(fault.from, with: fault.to))
    let outcome = try Self.audit(folder)
    #expect(fault.exitCodes.contains(outcome.exitCode), "\(outcome.exitCode): \(outcome.messages)")
    for word in fault.words { #expect(outcome.messages.contains(word), "\(outcome.messages)") }
    #expect(!outcome.messages.contains("secret-"))
    #expect(!outcome.messages.contains("4314"))
    #expect(outcome.output.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("W.gpkg"))) == before)
  }

  @Test(
    "a coordinate that is no place is named by its row, in a child's row and in a centre's, and puts nobody anywhere",
    arguments: ["1e308", "1e400", "nan", "inf", "-1e15", "99999999999999999999"])
  func nowhere(number: String) throws {
    let folder = try Self.folder()
    try folder.write("enrolments.csv", Self.files["enrolments.csv"]!.replacing("431200", with: number))
    try folder.write("centres.csv", "id,easting,northing\nC1,430500,\(number)\n")
    let outcome = try Self.audit(folder)
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("enrolments.csv: row 4 has easting and northing that are no place"))
    #expect(outcome.messages.contains("centres.csv, row 2: C1 has easting and northing that are no place"))
    #expect(!outcome.messages.contains("secret-") && !outcome.messages.contains(number), "\(outcome.messages)")
    let places = try NeedsCommand.run(
      "sql", "SELECT count(*) FROM centres WHERE geom IS NOT NULL", "--workspace", folder.path("W.gpkg"), "--format",
      "csv")
    #expect(places.output.split(separator: "\n").last == "0", "\(places.output)")
  }

  @Test("one code in two areas is joined into one and said, or refused")
  func duplicateCodes() throws {
    let folder = try Self.folder()
    try folder.write("areas.geojson", Self.files["areas.geojson"]!.replacing("\"A2\"", with: "\"A1\""))
    try folder.write("catchments.csv", "centre,area\nC1,A1\n")
    let outcome = try Self.audit(folder)
    #expect(outcome.messages.contains("areas.geojson"))
    #expect(outcome.messages.contains("A1"))
    #expect(outcome.messages.contains("2 features"))
  }
}
