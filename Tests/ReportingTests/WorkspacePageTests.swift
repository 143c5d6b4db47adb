import Foundation
import Geodata
import Geometry
import Tally
import Testing
import Workspace

@testable import Reporting

@Suite("Pages of a workspace") struct WorkspacePageTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "needs-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func workspace(in folder: URL, codes: [String]) throws -> Workspace<Exact> {
    let from = try #require(Day(year: 2025, month: 9, day: 1))
    var content = CycleContent(cycle: CycleRecord(label: "2025-26", from: from, to: from.adding(days: 364)))
    let borough = MadeUpBorough.exact
    content.areas = (0..<3).map { .init(code: "A\($0)", name: "Area \($0)", surface: 1e6, shape: borough.shape($0)) }
    content.catchments = codes.map { .init(code: $0, name: $0, surface: 1e6, shape: borough.shape(0)) }
    content.atoms = [.init(area: "A0", catchments: codes, surface: 1e6)]
    content.tallies = ["enrolled", "reached", "sustained"].enumerated().map { offset, measure in
      .init(atom: 0, measure: measure, by: "all", key: "", count: Count(exactly: 40 - 10 * offset))
    }
    content.weights = codes.map { .init(catchment: $0, area: "A0", rule: .population, weight: 1) }
    content.denominatorSets = [
      .init(id: "children", title: "children", date: "2025-06-30", source: "x", isStale: false)
    ]
    content.denominators = [.init(area: "A0", set: "children", value: 100)]
    let workspace = try Workspace<Exact>.create(at: folder.appending(path: "W.gpkg"))
    try workspace.write(content, name: "Newtown", engine: "0", crs: "EPSG:27700")
    return workspace
  }

  private func mode(_ url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  @Test("of exact counts are internal by their type: banner, name and mode say so")
  func internalPages() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let pages = try BoroughPages(of: workspace(in: place, codes: ["CC01", "CC02"]))
    let reports = place.appending(path: "reports")
    let files = try pages.writeProfiles(to: reports)
    #expect(files.map(\.lastPathComponent) == ["internal-profile-CC01.html", "internal-profile-CC02.html"])
    #expect(try mode(reports) == 0o700)
    for file in files {
      #expect(try mode(file) == 0o600)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("INTERNAL – not for release"))
    }
    // Nothing but the pages is left, and a second run writes the same bytes over them.
    let before = try files.map { try Data(contentsOf: $0) }
    try pages.writeProfiles(to: reports)
    #expect(try files.map { try Data(contentsOf: $0) } == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: reports.path).count == 2)
    // The rates are those of the counts: 30 of 100 reached.
    #expect(
      String(decoding: before[0], as: UTF8.self).contains(
        "About <span data-figure=\"reached.rate@CC01@2025-26\">30 in 100</span> children under 5"))
  }

  @Test("of a release carry no banner")
  func releasedPages() throws {
    let document = try #require(NeedProfile.document(of: "CC01", in: MadeUpBorough.released.borough))
    let released = Page<Released>(document: document)
    #expect(released.banner == nil)
    #expect(released.fileName() == "profile-CC01.html")
    #expect(!String(decoding: try released.rendered(), as: UTF8.self).contains("INTERNAL"))
    #expect(Page<Exact>(document: document).banner == "INTERNAL – not for release")
  }

  @Test("of a code that nobody has are refused with those that there are")
  func unknownPlace() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let pages = try BoroughPages(of: workspace(in: place, codes: ["CC01"]))
    #expect(throws: ReportingError.noSuchPlace(code: "CC99", known: ["CC01"])) { try pages.profile(of: "CC99") }
  }

  @Test("stay in their folder whatever the code is")
  func hostileCode() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let pages = try BoroughPages(of: workspace(in: place, codes: ["../../CC01"]))
    let files = try pages.writeProfiles(to: place.appending(path: "reports"))
    #expect(files.map(\.lastPathComponent) == ["internal-profile-%2E.%2F..%2FCC01.html"])
    #expect(FileManager.default.fileExists(atPath: files[0].path))
  }

  @Test("that cannot be written leave what was there")
  func cannotWrite() throws {
    let place = try folder()
    defer { try? FileManager.default.removeItem(at: place) }
    let pages = try BoroughPages(of: workspace(in: place, codes: ["CC01"]))
    let blocked = place.appending(path: "reports/internal-profile-CC01.html")
    try FileManager.default.createDirectory(
      at: blocked.appending(path: "inside"), withIntermediateDirectories: true)
    #expect(throws: ReportingError.self) { try pages.writeProfiles(to: place.appending(path: "reports")) }
    #expect(FileManager.default.fileExists(atPath: blocked.appending(path: "inside").path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.appending(path: "reports").path).count == 1)
  }

  @Test("as JSON say the same as the page and parse")
  func json() throws {
    let document = try #require(NeedProfile.document(of: "CC01", in: MadeUpBorough.released.borough))
    let data = try Page<Released>(document: document).rendered(.json)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["audience"] as? String == "release")
    let page = try #require(object["page"] as? [String: Any])
    #expect(page["headline"] as? [String] == document.headline.map(\.withoutFigures))
    #expect((page["sections"] as? [Any])?.count == document.sections.count)
  }
}
