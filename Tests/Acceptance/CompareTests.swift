import Foundation
import Testing

@Suite("needs compare") struct CompareTests {
  static func geodata(_ name: String) -> String {
    NeedsCommand.root.appendingPathComponent("geodata").appendingPathComponent(name).path
  }

  /// The rows of a comparison by place, the cells by column.
  private static func rows(_ arguments: String..., of release: Bool = false) throws -> [String: [String: String]] {
    let file = try release ? AuditedBorough.sample.release() : AuditedBorough.sample.workspace()
    let run = try NeedsCommand.run(["compare", "--workspace", file, "--format", "csv"] + arguments)
    try #require(run.exitCode == 0, "\(run.messages)")
    let lines = run.output.split(separator: "\n").map(CSVLine.cells)
    let header = try #require(lines.first)
    var rows: [String: [String: String]] = [:]
    for cells in lines.dropFirst() {
      rows[cells[1].isEmpty ? cells[2] : cells[1]] = Dictionary(uniqueKeysWithValues: zip(header, cells))
    }
    return rows
  }

  @Test(
    "finds in polygons that are catchments or areas the children of those, and calls them drawn",
    arguments: [false, true])
  func sameShapes(isReleased: Bool) throws {
    for (layer, code, kind) in [
      ("catchments.geojson", "centre_id", "catchment"), ("areas.geojson", "area_code", "area"),
    ] {
      let drawn = try Self.rows("--within", Self.geodata(layer), "--code", code, of: isReleased)
      let own = try Self.rows("--kind", kind, of: isReleased)
      #expect(Set(drawn.keys) == Set(own.keys))
      for (code, row) in own { #expect(drawn[code]?["children"] == row["children"], "\(code)") }
      #expect(drawn.values.allSatisfy { $0["kind"] == "drawn" })
      if kind == "area" { for (code, row) in own { #expect(drawn[code]?["value"] == row["value"]) } }
    }
  }

  @Test("gives by surface an estimate between the children who must and who may live there, and never from a release")
  func surface() throws {
    let catchments = Self.geodata("catchments.geojson")
    let whole = try Self.rows("--within", catchments, "--code", "centre_id")
    let shares = try Self.rows("--within", catchments, "--code", "centre_id", "--made-of", "surface")
    // A catchment holds its atoms wholly: both ways give the same.
    for (code, row) in whole { #expect(shares[code]?["children"] == row["children"], "\(code)") }
    let refused = try NeedsCommand.run(
      "compare", "--workspace", AuditedBorough.sample.release(), "--within", catchments, "--made-of", "surface")
    #expect(refused.exitCode == 64 && refused.messages.contains("a release has whole atoms only"))
  }

  @Test("holds places against a list of neighbours and the nation, in each of several cycles")
  func others() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "others.csv",
      "name,kind,measure,numerator,denominator,value,source\nNextborough,neighbour,reached.rate,90,300,,their page\n"
        + "Country,nation,reached.rate,,,0.99,\n")
    let rows = try Self.rows("--others", folder.path("others.csv"), "--cycles", "all", "--indicators", "imd,idaci")
    #expect(rows["Nextborough"]?["value"] == "0.3")
    #expect(rows["Country"]?["kind"] == "nation")
    let place = try #require(rows["SC01"])
    #expect(place["neighbours"] == "0.3" && place["nation"] == "0.99" && place["from_nation"] == "yes")
    #expect(place["nearest"]?.split(separator: ";").count == 3)
    let run = try NeedsCommand.run(
      "compare", "--workspace", AuditedBorough.sample.workspace(), "--cycles", "2024-25,2025-26", "--format", "csv")
    #expect(run.output.contains("reached.rate@SC01@2024-25") && run.output.contains("reached.rate@SC01@2025-26"))
  }

  @Test("compares centres by whom they draw: own catchment's children of all who came")
  func centres() throws {
    let rows = try Self.rows("--kind", "centre")
    let said = try NeedsCommand.run(
      "query", "containment", "--workspace", AuditedBorough.sample.workspace(), "--format", "csv")
    let own = said.output.split(separator: "\n").map(CSVLine.cells).filter { $0[2] == "1" }
    #expect(own.count == 5)
    for cells in own { #expect(rows[cells[1]]?["children"] == cells[3]) }
  }

  @Test(
    "refuses in one line what cannot be",
    arguments: [
      (["--cycles", "2031"], 64, "there is no cycle 2031"),
      (["--kind", "authority"], 64, "are not compared"),
      (["--kind", "area", "--within", "catchments.geojson"], 64, "leave out --kind area"),
      (["--within", "nowhere.geojson"], 66, "nowhere.geojson"),
      (["--within", "catchments.geojson", "--code", "cod"], 65, "code"),
      (["--indicators", "imd,income-of-mars"], 64, "no indicator income-of-mars"),
      (["--others", "centres.csv"], 65, "needs columns name, measure"),
      (["--measure", "unreached"], 64, "nothing to compare by unreached"),
      (["--code", "x"], 64, "belong to --within"),
    ])
  func refused(_ arguments: [String], _ code: Int, _ words: String) throws {
    let paths = arguments.map { $0.contains(".") ? Self.geodata($0) : $0 }
    let run = try NeedsCommand.run(["compare", "--workspace", AuditedBorough.sample.workspace()] + paths)
    #expect(run.exitCode == Int32(code), "\(run.messages)")
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test("refuses a list of others with what is no share", arguments: ["61", "-0.1", "many"])
  func noShare(_ value: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("o.csv", "name,measure,value\nX,reached.rate,\(value)\n")
    let run = try NeedsCommand.run(
      "compare", "--workspace", AuditedBorough.sample.workspace(), "--others", folder.path("o.csv"))
    #expect(run.exitCode == 65 && run.messages.contains("o.csv") && run.messages.contains("row 2"))
  }
}

@Suite("needs compare over wards", .enabled(if: NeedsCommand.shared != nil, "the shared data are not here"))
struct CompareWardsTests {
  @Test("puts each atom into one ward or names it as in none, so that wards add up to the borough")
  func wards() throws {
    let run = try NeedsCommand.run(
      "compare", "--workspace", AuditedBorough.sunderland.workspace(), "--within",
      AuditedBorough.sunderland.data.appendingPathComponent("wards13.geojson").path, "--code", "WD13CD", "--measure",
      "enrolled.rate", "--format", "csv")
    try #require(run.exitCode == 0, "\(run.messages)")
    let lines = run.output.split(separator: "\n").map(CSVLine.cells).dropFirst()
    #expect(lines.count == 25)
    let within = lines.reduce(0) { $0 + (Int($1[4]) ?? 0) }
    let areas = try SunderlandTests.expected("areas.csv").split(separator: "\n").dropFirst()
    let all = areas.reduce(0) { $0 + (Int($1.split(separator: ",")[1]) ?? 0) }
    let outside = run.messages.matches(of: /so in no place: (\d+)/).compactMap { Int($0.output.1) }.reduce(0, +)
    #expect(within + outside == all)
    #expect(outside == 45)
  }
}
