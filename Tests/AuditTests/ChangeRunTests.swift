import Evidence
import Foundation
import Geodata
import Statistics
import Testing
import Workspace

@testable import Audit

/// A made-up borough of eight squares whose files and rules can all change between two audits, and plain counts of it.
private struct ChangingBorough {
  struct Child {
    var id, born: String
    var square: Int
  }
  struct Visit {
    var child, date: String
    var centre: Int
  }
  /// The rules in audit.yml.
  struct Rules {
    var oldest: Int
    var days: Int
    var reference: String
  }

  var children: [Child] = []
  var visits: [Visit] = []
  /// By square: the catchments that hold it.
  var owners: [[Int]] = []
  var rules = Rules(oldest: 4, days: 3, reference: "09-01")

  static let years = ["2024-25": 2024, "2025-26": 2025]

  init(_ random: inout Xoshiro256) {
    owners = Self.owners(&random)
    for number in 0..<80 { children.append(Self.child("K\(number)", &random)) }
    for _ in 0..<300 { visits.append(visit(&random)) }
  }

  static func pick(_ below: Int, _ random: inout Xoshiro256) -> Int { Int(random.next() % UInt64(below)) }

  static func owners(_ random: inout Xoshiro256) -> [[Int]] {
    (0..<8).map { _ in
      let first = pick(3, &random)
      return pick(4, &random) == 0 ? [first, (first + 1) % 3].sorted() : [first]
    }
  }

  static func child(_ id: String, _ random: inout Xoshiro256) -> Child {
    let born = "20\(18 + pick(8, &random))-0\(1 + pick(9, &random))-1\(pick(9, &random))"
    return Child(id: id, born: born, square: pick(8, &random))
  }

  func visit(_ random: inout Xoshiro256) -> Visit {
    let month = Self.pick(24, &random)
    let (year, number) = (2024 + (month + 8) / 12, (month + 8) % 12 + 1)
    let day = "\(year)-\(number < 10 ? "0" : "")\(number)-1\(Self.pick(9, &random))"
    return Visit(child: children[Self.pick(children.count, &random)].id, date: day, centre: Self.pick(3, &random))
  }

  /// Moves, removes and adds children, and removes visits: a register that was corrected.
  mutating func correct(_ random: inout Xoshiro256) {
    for index in children.indices where Self.pick(6, &random) == 0 { children[index].square = Self.pick(8, &random) }
    children.removeAll { _ in Self.pick(12, &random) == 0 }
    visits.removeAll { _ in Self.pick(10, &random) == 0 }
  }

  mutating func changeRules(_ random: inout Xoshiro256) {
    rules = Rules(
      oldest: 2 + Self.pick(3, &random), days: 1 + Self.pick(3, &random),
      reference: Self.pick(2, &random) == 0 ? "09-01" : "01-01")
  }

  var auditFile: String {
    let year = 2024
    let reference = rules.reference == "09-01" ? "" : ", reference-date: \(year + 1)-01-01"
    return """
      name: Eight squares
      areas: {file: areas.geojson, columns: {code: code}}
      catchments: {areas: {file: which.csv, columns: {catchment: catchment, area: area}}}
      enrolments: {file: register.csv, columns: {child: child, born: born, easting: x, northing: y}}
      service-use: {file: visits.csv, columns: {child: child, date: date, centre: centre}}
      cycles:
        - {label: 2024-25, from: 2024-09-01, to: 2025-08-31}
        - {label: 2025-26, from: 2025-09-01, to: 2026-08-31}
      eligible: {ages: [0, \(rules.oldest)]\(reference)}
      sustained: {days: \(rules.days)}
      """
  }

  func write(into folder: URL) throws {
    func put(_ name: String, _ lines: [String]) throws {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent(name))
    }
    let squares = (0..<8).map { square in
      let ring = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
        .map { "[\(430_000 + square * 100 + $0.0), \(550_000 + $0.1)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"code":"A\(square)"},"geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
        """
    }
    try put(
      "areas.geojson",
      [
        """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},
        "features":[\(squares.joined(separator: ","))]}
        """
      ])
    try put(
      "which.csv",
      ["catchment,area"] + owners.enumerated().flatMap { square, list in list.map { "C\($0),A\(square)" } })
    try put(
      "register.csv",
      ["child,born,x,y"] + children.map { "\($0.id),\($0.born),\(430_050 + $0.square * 100),550050" })
    try put("visits.csv", ["child,date,centre"] + visits.map { "\($0.child),\($0.date),C\($0.centre)" })
    try put("audit.yml", [auditFile])
  }

  /// Who of the children counted in both cycles did what in each, written down from the definitions: both, then alone, now
  /// alone, never.
  func pairs(owners: [[Int]], rules: Rules) -> [String: [Int]] {
    var pairs: [String: [Int]] = [:]
    for child in children {
      let cycles = [2024, 2025].map { year -> (isCounted: Bool, mine: [Visit]) in
        let first = "\(year)-09-01"
        let years = year - (Int(child.born.prefix(4)) ?? 0)
        let age = child.born.dropFirst(4) > "-09-01" ? years - 1 : years
        return (
          child.born <= first && age <= rules.oldest,
          visits.filter { $0.child == child.id && $0.date >= first && $0.date <= "\(year + 1)-08-31" }
        )
      }
      guard cycles.allSatisfy(\.isCounted) else { continue }
      func add(_ place: String, _ measure: String, _ did: ([Visit]) -> Bool) {
        let (then, now) = (did(cycles[0].mine), did(cycles[1].mine))
        pairs["\(place) \(measure)", default: [0, 0, 0, 0]][then ? (now ? 0 : 1) : (now ? 2 : 3)] += 1
      }
      for place in ["area A\(child.square)", "authority "] + owners[child.square].map({ "catchment C\($0)" }) {
        add(place, "reached") { !$0.isEmpty }
        add(place, "sustained") { Set($0.map(\.date)).count >= rules.days }
      }
      for catchment in owners[child.square] {
        add("catchment C\(catchment)", "reached-here") { $0.contains { $0.centre == catchment } }
      }
    }
    return pairs
  }

  /// Counts by catchment and measure, written down from the definitions.
  func counts(_ cycle: String, owners: [[Int]], rules: Rules) -> [String: Int] {
    let year = cycle == "2024-25" ? 2024 : 2025
    let (first, last) = ("\(year)-09-01", "\(year + 1)-08-31")
    let reference = rules.reference == "09-01" ? first : "2025-01-01"
    var counts: [String: Int] = [:]
    for child in children where child.born <= reference {
      let years = (Int(reference.prefix(4)) ?? 0) - (Int(child.born.prefix(4)) ?? 0)
      let age = child.born.dropFirst(4) > reference.dropFirst(4) ? years - 1 : years
      guard age <= rules.oldest else { continue }
      let mine = visits.filter { $0.child == child.id && $0.date >= first && $0.date <= last }
      for catchment in owners[child.square] {
        counts["C\(catchment) enrolled", default: 0] += 1
        if !mine.isEmpty { counts["C\(catchment) reached", default: 0] += 1 }
        if mine.contains(where: { $0.centre == catchment }) { counts["C\(catchment) reached-here", default: 0] += 1 }
        if Set(mine.map(\.date)).count >= rules.days { counts["C\(catchment) sustained", default: 0] += 1 }
      }
    }
    return counts
  }
}

@Suite("A change through whole audits")
struct ChangeRunTests {
  /// Audits two cycles; between them the borough becomes another one, whose files replace the first's. The old register
  /// and visits stand in a folder of their own under other names, where `keeps` says so.
  private static func changes(
    _ then: ChangingBorough, _ now: ChangingBorough, keeps: Bool = true
  ) throws -> (changes: [CatchmentChange], complaints: [Complaint], pairs: [CycleContent.PairedCount]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    let archive = folder.appendingPathComponent("kept/2024-25")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appendingPathComponent("audit.yml")
    let store = try Workspace<Exact>.openOrCreate(at: folder.appendingPathComponent("w.gpkg"))

    try then.write(into: folder)
    let before = try AuditFile.read(url, data: nil)
    let first = try AuditRun(before, cycle: "2024-25")
    try store.write(first.content, name: "Squares", engine: "test", crs: before.crs)
    if keeps {
      for (name, other) in [("register.csv", "children-as-they-were.csv"), ("visits.csv", "v.csv")] {
        try FileManager.default.copyItem(
          at: folder.appendingPathComponent(name), to: archive.appendingPathComponent(other))
      }
    }
    try now.write(into: folder)
    let after = try AuditFile.read(url, data: nil)
    var second = try AuditRun(after, cycle: "2025-26")
    try second.compare(after, in: store)
    try store.write(second.content, name: "Squares", engine: "test", crs: after.crs)
    return (
      try EvidenceReader(store, cycle: "2025-26").picture().changes, second.content.complaints, second.content.pairs
    )
  }

  @Test("Where rules, borders and the register all change at once the four parts are those of plain counts, and add up")
  func allAtOnce() throws {
    var random = Xoshiro256(seed: (20, 26, 11, 25))
    var parts = ["method": 0, "boundary": 0, "data": 0, "real": 0]
    for _ in 0..<25 {
      let then = ChangingBorough(&random)
      var now = then
      now.correct(&random)
      now.owners = ChangingBorough.owners(&random)
      now.changeRules(&random)
      let found = try Self.changes(then, now).changes
      let m0 = then.counts("2024-25", owners: then.owners, rules: then.rules)
      let m1 = then.counts("2024-25", owners: then.owners, rules: now.rules)
      let m2 = then.counts("2024-25", owners: now.owners, rules: now.rules)
      let m3 = now.counts("2024-25", owners: now.owners, rules: now.rules)
      let m4 = now.counts("2025-26", owners: now.owners, rules: now.rules)
      #expect(found.count >= 8)
      for change in found {
        let key = "\(change.catchment) \(change.measure)"
        func at(_ counts: [String: Int]) -> Int { counts[key] ?? 0 }
        #expect(change.before == at(m0) && change.after == at(m4), "\(key)")
        #expect(change.method == at(m1) - at(m0), "\(key)")
        #expect(change.boundary == at(m2) - at(m1), "\(key)")
        #expect(change.data == at(m3) - at(m2), "\(key)")
        #expect(change.real == at(m4) - at(m3), "\(key)")
        #expect(change.isSeparable)
        let sum = [change.method, change.boundary, change.data, change.real].compactMap { $0 }.reduce(0, +)
        #expect(sum == change.total)
        parts["method", default: 0] += change.method == 0 ? 0 : 1
        parts["boundary", default: 0] += change.boundary == 0 ? 0 : 1
        parts["data", default: 0] += change.data == 0 ? 0 : 1
        parts["real", default: 0] += change.real == 0 ? 0 : 1
      }
    }
    // Each part was seen to move in most of the counts.
    #expect(parts.values.allSatisfy { $0 > 100 }, "\(parts)")
  }

  @Test(
    "The same children in both cycles are paired by plain counts, in this cycle's borders and by its rules and files")
  func paired() throws {
    var random = Xoshiro256(seed: (6, 28, 496, 8128))
    var changed = 0
    for _ in 0..<10 {
      let then = ChangingBorough(&random)
      var now = then
      now.correct(&random)
      now.owners = ChangingBorough.owners(&random)
      let pairs = try Self.changes(then, now).pairs
      let expected = now.pairs(owners: now.owners, rules: now.rules)
      #expect(!pairs.isEmpty && pairs.allSatisfy { $0.since == "2024-25" })
      for row in pairs {
        let counts = [row.both, row.thenOnly, row.nowOnly, row.neither]
        #expect(counts == expected["\(row.kind) \(row.place) \(row.measure)"], "\(row)")
        changed += row.thenOnly + row.nowOnly
      }
      #expect(Set(pairs.map { "\($0.kind) \($0.place) \($0.measure)" }) == Set(expected.keys))
    }
    #expect(changed > 100)
  }

  @Test("One thing at a time shows in its own part alone")
  func oneAtATime() throws {
    var random = Xoshiro256(seed: (1, 4, 9, 16))
    let then = ChangingBorough(&random)
    var borders = then
    borders.owners = then.owners.map { $0.map { ($0 + 1) % 3 }.sorted() }
    var register = then
    register.correct(&random)
    var rules = then
    rules.rules.days = 1
    for (now, part) in [(borders, "boundary"), (register, "data"), (rules, "method")] {
      let found = try Self.changes(then, now).changes
      #expect(found.allSatisfy { (part == "boundary") || $0.boundary == 0 })
      #expect(found.allSatisfy { (part == "data") || $0.data == 0 })
      #expect(found.allSatisfy { (part == "method") || $0.method == 0 })
      let moved = found.filter { ["boundary": $0.boundary, "data": $0.data, "method": $0.method][part] != 0 }
      #expect(!moved.isEmpty, "\(part)")
    }
  }

  @Test("Without the old register nothing is guessed: only the real part is told, and the message names the file")
  func gone() throws {
    var random = Xoshiro256(seed: (2, 3, 5, 7))
    let then = ChangingBorough(&random)
    var now = then
    now.correct(&random)
    let (changes, complaints, _) = try Self.changes(then, now, keeps: false)
    #expect(changes.allSatisfy { $0.method == nil && $0.boundary == nil && $0.data == nil && $0.real != nil })
    #expect(complaints.contains { $0.file == "register.csv" && $0.line.contains("only the real part") })
  }

  @Test("A register of the new cycle alone, put in the place of both, is doubted aloud")
  func rolling() throws {
    var random = Xoshiro256(seed: (11, 13, 17, 19))
    let then = ChangingBorough(&random)
    var now = then
    now.children = Array(then.children.prefix(20))
    let complaints = try Self.changes(then, now).complaints
    #expect(complaints.contains { $0.severity == .warning && $0.line.contains("seems not to be meant for 2024-25") })
  }
}
