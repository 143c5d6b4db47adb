import Evidence
import Foundation
import Geodata
import PublishedData
import Testing
import Workspace

@testable import Audit

/// Hartlepool, Middlesbrough, Redcar and Cleveland and Stockton as published: LSOAs of 2011 in the first cycle, of 2021 in
/// the second, by the published lookup. Recorded street crimes stand in for homes: real points with their publisher's own
/// LSOA of 2021.
@Suite("LSOA 2011 then, LSOA 2021 now, as published")
struct PublishedVintagesTests {
  private static let districts = (1...4).map { "E0600000\($0)" }
  private static let crimes = ["2024-01", "2024-02"].map { "cleveland/\($0)-cleveland-street.csv" }
  private static let lookupFile = "england/lsoa11-lsoa21-lookup.csv"
  private static let population = "england/mid-2020-population-lsoa11.csv"

  static var isThere: Bool {
    ([lookupFile, population] + crimes
      + districts.flatMap { ["cleveland/lsoa-\($0).geojson", "cleveland/lsoa11-\($0).geojson"] })
      .allSatisfy(SharedData.has)
  }

  private struct Link {
    let old, new, change, district: String
  }

  /// The rows of a plain file without quoted commas in the columns that are used.
  private static func rows(_ path: String) throws -> [[String]] {
    let text = try String(contentsOf: SharedData.url(path), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
  }

  private static func links() throws -> [Link] {
    try rows(lookupFile).map { Link(old: $0[0], new: $0[2], change: $0[1], district: $0[3]) }
      .filter { districts.contains($0.district) }
  }

  /// Children as (id, longitude, latitude, the publisher's LSOA 2021); every fifth was there in the first cycle only, every
  /// seventh is new in the second.
  private static func homes() throws -> [(id: String, x: String, y: String, area: String)] {
    try crimes.flatMap { try rows($0) }.enumerated().compactMap { index, cells in
      cells.count > 7 && !cells[4].isEmpty && cells[6].hasPrefix("On or near")
        ? ("c\(index)", cells[4], cells[5], cells[7]) : nil
    }
  }

  private static func auditFile(_ vintage: String) -> String {
    let code = vintage == "11" ? "LSOA11CD" : "LSOA21CD"
    return """
      name: Cleveland
      areas: {file: lsoa\(vintage)-*.geojson, columns: {code: \(code)}}
      catchments: {areas: {file: districts-\(vintage).csv, columns: {catchment: district, area: area}}}
      population:
        file: population.csv
        columns: {area: lsoa11_code, ages: {0: age_0, 1: age_1, 2: age_2, 3: age_3, 4: age_4}}
        date: 2020-06-30
      lookups:
        - file: lookup.csv
          columns: {from: lsoa11_code, to: lsoa21_code, change: change_code}
          areas: {file: lsoa11-*.geojson, columns: {code: LSOA11CD}}
      cycles:
        - label: 2024-25
          from: 2024-09-01
          to: 2025-08-31
          enrolments: {file: then.csv, columns: {child: child, longitude: x, latitude: y}}
        - label: 2025-26
          from: 2025-09-01
          to: 2026-08-31
          enrolments: {file: now.csv, columns: {child: child, longitude: x, latitude: y}}
      """
  }

  private struct Outcome {
    var kept: [String: Int] = [:]
    var changes: [AreaChange] = []
    var picture: EvidencePicture?
    func change(_ area: String, _ measure: String) throws -> AreaChange {
      try #require(changes.first { $0.area == area && $0.measure == measure }, "\(area) \(measure)")
    }
  }

  private static func run(_ folder: URL) throws -> Outcome {
    func put(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    func take(_ path: String, as name: String) throws {
      try FileManager.default.copyItem(at: SharedData.url(path), to: folder.appendingPathComponent(name))
    }
    for district in districts {
      try take("cleveland/lsoa11-\(district).geojson", as: "lsoa11-\(district).geojson")
      try take("cleveland/lsoa-\(district).geojson", as: "lsoa21-\(district).geojson")
    }
    try take(lookupFile, as: "lookup.csv")
    try take(population, as: "population.csv")
    let links = try links()
    for (vintage, area) in [("11", \Link.old), ("21", \Link.new)] {
      let rows = Set(links.map { "\($0.district),\($0[keyPath: area])" }).sorted()
      try put("districts-\(vintage).csv", "district,area\n" + rows.joined(separator: "\n") + "\n")
    }
    func register(_ isThere: (Int) -> Bool) throws -> String {
      "child,x,y\n"
        + (try homes().enumerated().filter { isThere($0.offset) }
          .map { "\($0.element.id),\($0.element.x),\($0.element.y)" }.joined(separator: "\n")) + "\n"
    }
    try put("then.csv", try register { $0 % 7 != 0 })
    try put("now.csv", try register { $0 % 5 != 0 })

    let url = folder.appendingPathComponent("audit.yml")
    let store = try Workspace<Exact>.openOrCreate(at: folder.appendingPathComponent("w.gpkg"))
    try put("audit.yml", auditFile("11"))
    let before = try AuditFile.read(url, data: nil)
    let first = try AuditRun(before, cycle: "2024-25").content
    try store.write(first, name: "Cleveland", engine: "test", crs: before.crs)
    let desk = try EvidenceDesk(store, cycle: "2024-25")
    // Split, merged, unchanged.
    for area in ["E01012266", "E01011973", "E01011949"] {
      _ = try desk.add(
        Claim(
          id: "", openedIn: "", place: .area(area), measure: "reached.of-enrolled", comparator: .value(0.5),
          predicate: .below,
          state: .open))
    }
    try put("audit.yml", auditFile("21"))
    let after = try AuditFile.read(url, data: nil)
    var second = try AuditRun(after, cycle: "2025-26")
    try second.compare(after, in: store)
    try store.write(second.content, name: "Cleveland", engine: "test", crs: after.crs)
    let picture = try EvidenceReader(store, cycle: "2025-26").picture()
    var kept: [String: Int] = [:]
    for row in first.tallies where row.by == "all" && row.measure == "enrolled" {
      kept[first.atoms[row.atom].area, default: 0] += Int(row.count.value)
    }
    return Outcome(kept: kept, changes: picture.areaChanges, picture: picture)
  }

  @Test(
    "Children are counted again in the areas of 2021; estimates pass, add up and are shared out as the lookup says",
    .enabled(if: isThere, "the published LSOAs, lookup and crimes are not in ../shared/data"))
  func vintages() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Self.run(folder)
    let links = try Self.links()
    let parents = Dictionary(grouping: links, by: \.new)
    #expect(Set(links.map(\.change)) == ["U", "S", "M"] && parents.count == 359)

    // Estimates: the published file, by hand.
    let published = Dictionary(
      try Self.rows(Self.population).map { cells in (cells[0], cells[2...6].reduce(0) { $0 + (Double($1) ?? 0) }) },
      uniquingKeysWith: { $1 })
    var shared: [String: Double] = [:]
    for (new, links) in parents {
      let change = try outcome.change(new, "children")
      let before = try #require(change.before)
      #expect(change.how == .sharedOut && change.after.map { abs($0 - before) < 1e-9 } == true, "\(new)")
      let whole = links.reduce(0) { $0 + (published[$1.old] ?? 0) }
      if links.allSatisfy({ $0.change == "S" }) {
        shared[links[0].old, default: 0] += before
        #expect(before > 0 && before < whole, "\(new)")
      } else {
        #expect(before == whole, "\(new)")
      }
    }
    #expect(shared.count == 8)
    for (old, sum) in shared { #expect(abs(sum - (published[old] ?? 0)) < 1e-9, "\(old)") }

    // Children: a child is inside the same ground then, whatever the area is called. But crimes are noted at the middle of
    // a street, where borders run, and the two vintages' borders were generalised each by itself: some change sides.
    var (apart, children) = (0.0, 0.0)
    for (old, links) in Dictionary(grouping: links, by: \.old) {
      let again = try links.reduce(0) { try $0 + (outcome.change($1.new, "enrolled").before ?? -1) }
      let kin = Set(links.map(\.new)).flatMap { parents[$0] ?? [] }.reduce(0) { $0 + (outcome.kept[$1.old] ?? 0) }
      apart += abs(again - Double(kin)) / Double(parents[links[0].new]?.count ?? 1)
      children += Double(outcome.kept[old] ?? 0)
    }
    #expect(children > 8000 && apart / 2 / children < 0.06, "\(apart / 2) of \(children)")

    // And beside the publisher's own codes of the same points.
    var theirs: [String: Double] = [:]
    for (index, home) in try Self.homes().enumerated() where index % 5 != 0 { theirs[home.area, default: 0] += 1 }
    let wrong = try parents.keys.reduce(0) {
      try $0 + abs((outcome.change($1, "enrolled").after ?? 0) - (theirs[$1] ?? 0))
    }
    #expect(wrong / 2 / children < 0.06, "\(wrong / 2) of \(children) are elsewhere by the publisher's code")
    #expect(outcome.changes.filter { $0.measure == "enrolled" }.allSatisfy { $0.how == .recounted })

    let picture = try #require(outcome.picture)
    for change in picture.changes {
      #expect(change.isSeparable, "\(change)")
      let parts = [change.real, change.data, change.boundary, change.method].compactMap { $0 }
      #expect(parts.reduce(0, +) == change.total, "\(change)")
      // The districts' outlines are the same ground: a point in a hundred may change sides.
      if change.measure == "enrolled" { #expect(abs(change.boundary ?? 0) * 100 < change.before, "\(change)") }
    }
    #expect(Set(picture.changes.map(\.catchment)) == Set(Self.districts))
    // A claim on what was split lives on in its parts, one on what was merged cannot, one on the same area does.
    #expect(picture.claims.map { $0.history.map(\.verdict) == [.notNumeric] } == [false, false, false])
    #expect(picture.claims.map { $0.history.count } == [2, 2, 2])
    #expect(picture.claims.map { $0.verdict == .notNumeric } == [false, true, false])
  }
}
