import Foundation
import Geodata
import Testing

@testable import Audit

@Suite("audit.yml")
struct AuditFileTests {
  static let smallest = """
    areas: {file: areas.geojson, columns: {code: LSOA11CD}}
    catchments: {file: catchments.geojson, columns: {code: centre_id}}
    cycles:
      - {label: 2025-26, from: 2025-09-01, to: 2026-08-31}
    """

  static func parse(_ text: String) throws(AuditError) -> AuditFile {
    let folder = URL(fileURLWithPath: "/tmp")
    return try AuditFile.parse(
      text, source: .init(url: folder.appendingPathComponent("audit.yml"), name: "audit.yml", root: folder))
  }

  static func message(_ text: String) -> String {
    do {
      _ = try parse(text)
      return "accepted"
    } catch {
      #expect(error.exitCode == 78)
      return error.description
    }
  }

  @Test("the smallest file takes the contract's defaults")
  func defaults() throws {
    let file = try Self.parse(Self.smallest)
    #expect(file.crs == "EPSG:27700")
    #expect(file.ages == 0...4)
    #expect(file.sustainedDays == 3)
    #expect(file.thresholds == [0.65, 0.80])
    #expect(file.rule == .population)
    #expect(file.locate == "polygon")
    #expect(file.disclosure.profile == "small")
    #expect(file.cycles[0].from == Day(iso: "2025-09-01"))
  }

  @Test(
    "a file of places or published numbers has its vintage, publisher, licence and attribution; one of children none")
  func rights() throws {
    let stated = "licence: OGL, source: ONS, vintage: 2011, attribution: Contains OS data"
    for role in ["areas", "catchments"] {
      let text = Self.smallest.replacing(
        "{file: \(role).geojson,", with: "{file: \(role).geojson, \(stated),")
      let file = try Self.parse(text)
      var block: TableBlock? = file.areas
      if role == "catchments", case .file(let table)? = file.inputs.catchments { block = table }
      #expect(block?.rights.licence == "OGL" && block?.rights.vintage == "2011")
      #expect(block?.rights.words == "Contains OS data" && block?.rights.source == "ONS")
    }
    for block in [
      "centres: {file: c.csv, columns: {id: id, postcode: p}, ", "postcodes: {recipe: nspl, file: p.csv, ",
      "population: {file: u.csv, columns: {area: a, children: n}, ",
      "population-points: {file: o.csv, columns: {area: a, easting: e, northing: n}, ",
    ] {
      _ = try Self.parse(Self.smallest + "\n" + block + stated + "}\n")
    }
    #expect(try Self.parse(Self.smallest).areas.rights.words == nil)
    let people = "\nenrolments: {file: e.csv, columns: {child: c, postcode: p}, licence: OGL}\n"
    #expect(Self.message(Self.smallest + people).contains("licence"))
    #expect(
      Self.message(Self.smallest.replacing("code: LSOA11CD}", with: "code: LSOA11CD}, license: OGL")).contains(
        "did you mean licence?"))
  }

  @Test("an unknown key is refused with its line and the nearest known one")
  func unknownKey() {
    let message = Self.message(Self.smallest + "\npopulaton: {file: x.csv}\n")
    #expect(message.contains("line 5"))
    #expect(message.contains("populaton"))
    #expect(message.contains("did you mean population?"))
    let nested = Self.message(Self.smallest.replacing("code: LSOA11CD", with: "cod: LSOA11CD"))
    #expect(nested.contains("areas: columns"))
    #expect(nested.contains("did you mean code?"))
  }

  @Test(
    "what cannot be is refused in words",
    arguments: [
      ("cycles: []", "cycles"), ("sustained: {days: 0}", "whole numbers from 1"),
      ("thresholds: [65]", "between 0 and 1"), ("rule: nearest", "one of area, population, best-fit, half"),
      ("disclosure: {hide: 2, base: 5}", "at least 3"), ("disclosure: {profile: tiny}", "small, six, eight or ten"),
      ("eligible: {ages: [5, 0]}", "youngest and the oldest"), ("locate: post", "polygon or directory"),
      ("enrolments: {file: e.csv, columns: {child: id}}", "need a place"),
      ("indicators: [{file: f.csv}]", "recipe"),
      ("indicators: [{id: x, file: f.csv, columns: {area: a, decile: d}}]", "polarity"),
      ("service-use: {file: s.csv, columns: {child: c}}", "date"),
      ("catchments: {ring: -5}", "metres"),
    ])
  func refusals(extra: String, words: String) {
    let key = extra.prefix { $0 != ":" }
    let kept = Self.smallest.split(separator: "\n").filter {
      !$0.hasPrefix(key) && !(key == "cycles" && $0.hasPrefix("  -"))
    }
    let message = Self.message(kept.joined(separator: "\n") + "\n" + extra + "\n")
    #expect(message.contains(words), "\(message)")
    #expect(message.contains("audit.yml"))
  }

  @Test("a cycle that ends before it starts is refused")
  func backwards() {
    let message = Self.message(Self.smallest.replacing("to: 2026-08-31", with: "to: 2024-08-31"))
    #expect(message.contains("ends before it starts"))
  }

  @Test("a cycle may carry its own catchments")
  func ownCatchments() throws {
    let file = try Self.parse(
      Self.smallest + """

          - label: 2026-27
            from: 2026-09-01
            to: 2027-08-31
            catchments: {areas: {file: w.csv, columns: {catchment: c, area: a}}}
        """)
    guard case .areas(let table) = file.inputs(of: file.cycles[1]).catchments else {
      Issue.record("the cycle's own catchments were not read")
      return
    }
    #expect(table.file == "w.csv")
    guard case .file = file.inputs(of: file.cycles[0]).catchments else {
      Issue.record("the first cycle lost the file's catchments")
      return
    }
  }

  @Test("brackets nested without end are refused before they are parsed")
  func deep() {
    #expect(Self.message(String(repeating: "[", count: 100_000)).contains("nests deeper"))
  }

  @Test("text that is not YAML is refused with its line")
  func notYAML() {
    let message = Self.message("areas: {file: a\ncycles: [\n")
    #expect(message.contains("YAML"))
    #expect(message.contains("line"))
  }

  @Test("files outside the root are refused, whatever way they are spelled")
  func outside() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("in"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("x".utf8).write(to: folder.appendingPathComponent("secret.csv"))
    try Data("x".utf8).write(to: folder.appendingPathComponent("in/a1.csv"))
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("in/link.csv"), withDestinationURL: folder.appendingPathComponent("secret.csv"))
    let paths = InputPaths(
      auditFile: "audit.yml", root: folder.appendingPathComponent("in").standardizedFileURL.resolvingSymlinksInPath())
    var block = try #require(Self.parse(Self.smallest).areas as TableBlock?)
    for path in ["../secret.csv", "link.csv", folder.path + "/secret.csv", "../in/../secret.csv"] {
      block.file = path
      #expect(throws: AuditError.self, "\(path)") { try paths.file(block) }
    }
    block.file = "a*.csv"
    #expect(try paths.file(block).name == "a1.csv")
    block.file = "b*.csv"
    let missing = #expect(throws: AuditError.self) { try paths.file(block) }
    #expect(missing?.exitCode == 66)
  }
}
