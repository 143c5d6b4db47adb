import Foundation
import Geodata
import Geometry
import Tally

@testable import Workspace

/// A small borough: two areas, two overlapping catchments with a centre each, four atoms and one outside.
enum Borough {
  static func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(exterior: [
        Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side),
        Point(x: x, y: y),
      ])
    ])
  }

  static func content(_ label: String = "2025-26", year: Int = 2025) -> CycleContent {
    let from = Day(year: year, month: 9, day: 1) ?? Day(daysSince1970: 0)
    let to = Day(year: year + 1, month: 8, day: 31) ?? Day(daysSince1970: 0)
    var record = CycleRecord(label: label, from: from, to: to, groups: ["language"], countsFamilies: true)
    record.sustainedWithin = 90
    var content = CycleContent(cycle: record)
    content.areas = [
      .init(code: "A2", name: "South \"quoted\"", surface: 1e6, shape: square(400_000, 500_000, 1000)),
      .init(code: "A1", name: "North", surface: 1e6, shape: square(400_000, 501_000, 1000)),
      .init(code: "A3", name: "Nobody's", surface: 1e6, shape: nil),
    ]
    content.catchments = [
      .init(code: "C1", name: "One", surface: 2e6, shape: square(400_000, 500_000, 1500)),
      .init(code: "C2", name: "Two", surface: 1e6, shape: MultiPolygon()),
    ]
    content.centres = [.init(code: "C1", name: "One's centre", point: Point(x: 400_100, y: 500_100))]
    content.atoms = [
      .init(area: "", catchments: [], surface: 0), .init(area: "A1", catchments: ["C1", "C2"], surface: 5e5),
      .init(area: "A1", catchments: ["C1"], surface: 5e5), .init(area: "A2", catchments: [], surface: 1e6),
      .init(area: "A2", catchments: ["C2"], surface: 0),
    ]
    func row(_ atom: Int, _ measure: String, _ count: Int, _ by: String = "all", _ key: String = "") {
      content.tallies.append(.init(atom: atom, measure: measure, by: by, key: key, count: Count(exactly: count)))
    }
    for (atom, counts) in [(0, (2, 1, 0, 3)), (1, (30, 20, 11, 90)), (2, (9, 3, 0, 4)), (3, (13, 7, 6, 50))] {
      row(atom, "enrolled", counts.0)
      row(atom, "reached", counts.1)
      row(atom, "sustained", counts.2)
      row(atom, "visits", counts.3)
    }
    row(1, "reached", 12, "centre", "C1")
    row(1, "visits", 40, "centre", "C1")
    row(2, "reached", 3, "centre", "C1")
    row(2, "visits", 4, "centre", "C1")
    row(3, "reached", 7, "centre", "C1")
    row(1, "enrolled", 8, "group", "language=eal")
    row(1, "reached", 5, "service", "stay-and-play")
    content.weights = [
      .init(catchment: "C1", area: "A1", rule: .area, weight: 0.25),
      .init(catchment: "C1", area: "A2", rule: .area, weight: 0.123456789),
      .init(catchment: "C1", area: "A1", rule: .half, weight: 1),
    ]
    content.denominatorSets = [
      .init(id: "children", title: "children under 5", date: "2020-06-30", source: "made up", isStale: true)
    ]
    content.denominators = [
      .init(area: "A1", set: "children", value: 60),
      .init(area: "A2", set: "children", value: nil, low: 1, high: 4, state: .suppressed),
    ]
    content.indicators = [.init(id: "imd", title: "IMD", theme: "deprivation", unit: "rank", polarity: "", of: 32844)]
    content.indicatorValues = [.init(indicator: "imd", area: "A1", rank: 4769, decile: 2)]
    content.centreVisits = [
      .init(centre: "C1", by: "all", key: "", count: Count(exactly: 150)),
      .init(centre: "C1", by: "service", key: "stay-and-play", count: Count(exactly: 150)),
      .init(centre: "C1", by: "month", key: "2025-09", count: Count(exactly: 150)),
    ]
    content.families = [
      .init(kind: "area", code: "A1", families: 33, reached: 20),
      .init(kind: "atom", code: "A1|C1|C2", families: 28, reached: 18),
      .init(kind: "atom", code: "", families: 2, reached: 1),
      .init(kind: "catchment", code: "C1", families: 35, reached: 21),
      .init(kind: "authority", code: "", families: 50, reached: 29),
    ]
    content.totals = [.init("children", 54), .init("grades/postcode-live", 40), .init("agreement", 0.9959411466260781)]
    content.fileTotals = [.init("enrolment_rows", 60), .init("voices/consented", 7)]
    content.provenance = [
      .init(
        role: "enrolments", file: "enrolments.csv", sha256: "ab", bytes: 10, rows: 60, used: 54, reading: "UTF-8",
        isPersonal: true)
    ]
    content.rejects = [.init(file: "enrolments.csv", reason: "not born yet", rows: 6, firstRows: [3, 9])]
    content.complaints = [Complaint(.warning, "a bow tie", file: "areas.gpkg", feature: "A1", count: 2)]
    content.namedServices = ["stay-and-play"]
    content.topics = [
      TopicRows(
        table: "area_changes", columns: ["since", "area", "measure", "before", "after", "how"],
        rows: [
          [.text("2024-25"), .text("A1"), .text("enrolled"), .real(7.5), .integer(9), .text("shared-out")],
          [.text("2024-25"), .text("A2"), .text("enrolled"), .null, .integer(4), .text("unknown")],
        ])
    ]
    return content
  }

  /// A file name that nothing else uses, in a folder of its own.
  static func place(_ name: String = "W.gpkg") throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(name)
  }

  static func workspace(_ cycles: [CycleContent] = [content()]) throws -> Workspace<Exact> {
    let workspace = try Workspace<Exact>.create(at: place())
    for cycle in cycles { try workspace.write(cycle, name: "Made up", engine: "0", crs: "EPSG:27700") }
    return workspace
  }
}

/// Runs a program; its exit code and what it printed on either stream.
func run(_ program: String, _ arguments: [String], input: String? = nil) throws -> (code: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  let source = Pipe()
  process.standardInput = source
  try process.run()
  source.fileHandleForWriting.write(Data((input ?? "").utf8))
  try source.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: data, as: UTF8.self))
}

func isInstalled(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: program) }
