import Foundation
import Tally
import Testing
import Workspace

@testable import Audit
@testable import Disclosure

/// P1 of measures.md: whoever holds a release learns nothing of a count but the interval in which it lies.
@Suite("What leaves depends on the coarsened cells alone")
struct NonInterferenceTests {
  static let audits: [(name: String, file: String, data: URL?)] = {
    var audits: [(String, String, URL?)] = [("sample", "geodata/audit.yml", nil)]
    if let shared = NeedsCommand.shared {
      audits.append(
        ("Sunderland", "Tests/Acceptance/sunderland/audit.yml", shared.appendingPathComponent("sunderland")))
    }
    return audits
  }()

  @Test(
    "Other counts inside their intervals give the same bytes in every file, page, answer and message", arguments: audits
  )
  func sameBytes(audit: (name: String, file: String, data: URL?)) throws {
    let folder = try TemporaryFolder()
    let outcome = try NeedsCommand.run(
      ["audit", NeedsCommand.root.appendingPathComponent(audit.file).path, "--workspace", folder.path("W.gpkg")]
        + (audit.data.map { ["--data", $0.path] } ?? []))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let exact = try Workspace<Exact>.open(at: folder.url.appendingPathComponent("W.gpkg"))
    let content = try exact.content()
    var fuzz = Fuzz(content, seed: 7)
    let changed = fuzz.run(steps: 60)
    #expect(fuzz.changedCounts > 100, "the counts behind the release did change")
    #expect(Set(changed.tallies) != Set(content.tallies))
    let about = try exact.about()

    var answers: [[String: Data]] = []
    let place = try #require(content.catchments.first?.code)
    for (name, tally) in [("one", content), ("other", changed)] {
      let home = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      let workspace = try Workspace<Exact>.create(at: home.appendingPathComponent("W.gpkg"))
      try workspace.write(tally, name: about.name, engine: about.engine, crs: about.crs)
      let claim = try Self.claim(about: place, in: workspace.url.path, isOther: name == "other")
      answers.append(
        try Self.everything(in: home, catchments: content.catchments.map(\.code), claims: [claim]))
    }
    #expect(answers[0].keys.sorted() == answers[1].keys.sorted())
    #expect(answers[0].count > 80)
    for (what, bytes) in answers[0] { #expect(bytes == answers[1][what], "\(audit.name): \(what) differs") }
  }

  @Test(
    "Other files of children and visits, with the same coarsened cells, give the same bytes too", arguments: audits)
  func sameBytesFromFiles(audit: (name: String, file: String, data: URL?)) throws {
    let folder = try TemporaryFolder()
    let source = audit.data ?? NeedsCommand.root.appendingPathComponent(audit.file).deletingLastPathComponent()
    let one = try FuzzedFiles.copy(of: source, to: folder.url.appendingPathComponent("one"))
    let other = try FuzzedFiles.copy(of: source, to: folder.url.appendingPathComponent("other"))
    let file = NeedsCommand.root.appendingPathComponent(audit.file).path
    // The sample's release has both cycles, and what changed from one to the other.
    let cycles = audit.data == nil ? ["2024-25", "2025-26"] : ["2025-26"]
    func audited(_ data: URL) throws -> URL {
      let place = folder.url.appendingPathComponent("\(data.lastPathComponent)-out")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let workspace = place.appendingPathComponent("W.gpkg").path
      for cycle in cycles {
        let outcome = try NeedsCommand.run(
          "audit", file, "--data", data.path, "--workspace", workspace, "--cycle", cycle)
        #expect(outcome.exitCode == 0, "\(outcome.messages)")
      }
      return place
    }
    let before = try audited(one)
    let exact = try Workspace<Exact>.open(at: before.appendingPathComponent("W.gpkg")).content()
    var files = try FuzzedFiles(exact, folder: other, seed: 11)
    try files.change(children: 60, visits: 200)
    #expect(files.addedChildren > 20 && files.addedVisits > 2, "\(files.addedChildren), \(files.addedVisits)")
    let after = try audited(other)
    let changed = try Workspace<Exact>.open(at: after.appendingPathComponent("W.gpkg")).content()
    #expect(Set(changed.tallies) != Set(exact.tallies), "the exact counts did change")
    let codes = exact.catchments.map(\.code)
    let answers = try [before, after].map { try Self.everything(in: $0, catchments: codes, cycles: cycles) }
    #expect(answers[0].keys.sorted() == answers[1].keys.sorted())
    for (what, bytes) in answers[0] { #expect(bytes == answers[1][what], "\(audit.name): \(what) differs") }
  }

  /// The same claim of the same people, in one workspace after the engine's drafts and with other answers to its test.
  private static func claim(about catchment: String, in workspace: String, isOther: Bool) throws -> String {
    func run(_ arguments: [String]) throws -> String {
      let outcome = try NeedsCommand.run(arguments + ["--workspace", workspace])
      #expect(outcome.exitCode == 0, "\(outcome.messages)")
      return outcome.output
    }
    if isOther { _ = try run(["claim", "draft"]) }
    let id = try run([
      "claim", "add", "--catchment", catchment, "--measure", "reached.of-enrolled", "--predicate", "below", "--against",
      "authority", "--refuted-if", "more than half of the enrolled come", "--owner", "centre head",
    ]).prefix { $0 != ":" }
    _ = try run(
      ["claim", "test", String(id), "--date", "2026-05-12", "--outcome", "supported"]
        + (isOther
          ? ["--asked", "31", "--agreed", "29", "--told-back", "on the wall"] : ["--asked", "24", "--agreed", "19"]))
    return String(id)
  }

  /// Makes the release and all that can be made of it; what was written, printed and said.
  static func everything(
    in place: URL, catchments: [String], cycles: [String] = [], claims: [String] = []
  ) throws -> [String: Data] {
    let release = place.appendingPathComponent("R.gpkg").path
    var found: [String: Data] = [:]
    func note(_ what: String, _ arguments: [String]) throws {
      let outcome = try NeedsCommand.run(arguments)
      let said = "\(outcome.exitCode)\n\(outcome.output)\n\(outcome.messages)"
      found[what] = Data(said.replacing(place.path, with: "HERE").utf8)
    }
    try note(
      "release",
      ["release", "--workspace", place.appendingPathComponent("W.gpkg").path, "--to", release]
        + cycles.flatMap { ["--cycle", $0] } + claims.flatMap { ["--claim", $0] })
    try note("claims", ["claim", "list", "--workspace", release])
    found["R.gpkg"] = try Data(contentsOf: URL(fileURLWithPath: release))
    // From here on there is nothing but the release: whatever is made of it depends on its bytes alone.
    try FileManager.default.removeItem(at: place.appendingPathComponent("W.gpkg"))
    for query in NamedQuery.all {
      for format in ["csv", "json"] {
        try note("query \(query.name) \(format)", ["query", query.name, "--workspace", release, "--format", format])
      }
    }
    for code in catchments.prefix(3) {
      for format in ["html", "json"] {
        try note("profile \(code) \(format)", ["profile", code, "--workspace", release, "--format", format])
      }
    }
    for format in ["gpkg", "xlsx", "csv", "geojson", "fgb", "shp"] {
      let out = place.appendingPathComponent("export-\(format)")
      try note("export \(format)", ["export", "--workspace", release, "--format", format, "--out", out.path])
      try collect(out, into: &found)
    }
    let middle = try middle(of: release)
    for (what, arguments) in [
      ("reports", ["report", "--every", "catchment"]),
      ("area reports", ["report", "--every", "area", "--format", "json"]),
      ("ring.json", ["report", "--ring", "\(middle),900", "--format", "json"]),
      ("ring.csv", ["export", "--ring", "\(middle),900", "--format", "csv"]),
    ] {
      let out = place.appendingPathComponent(what)
      try note(what, arguments + ["--workspace", release, "--out", out.path])
      try collect(out, into: &found)
    }
    for table in ["tallies", "centre_visits", "withheld", "cycles", "provenance", "atoms"] {
      try note("sql \(table)", ["sql", "SELECT * FROM \(table)", "--workspace", release, "--format", "csv"])
    }
    for format in ["table", "html"] {
      try note("compare \(format)", ["compare", "--workspace", release, "--cycles", "all", "--format", format])
    }
    try note("compare areas", ["compare", "--workspace", release, "--kind", "area", "--format", "csv"])
    // What is worked out when it is asked for.
    for measure in ["rank.*", "living-in.*"] {
      try note("figures \(measure)", ["figures", "--workspace", release, "--measure", measure, "--format", "csv"])
    }
    try note("figures", ["figures", "--workspace", release])
    for format in ["text", "json"] {
      try note("findings \(format)", ["findings", "--workspace", release, "--format", format])
    }
    let figures = try NeedsCommand.run("figures", "--workspace", release, "--format", "csv").output
    let ids = figures.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
    for id in stride(from: 0, to: ids.count, by: max(1, ids.count / 12)).map({ String(ids[$0]) }) {
      try note("explain \(id)", ["explain", id, "--workspace", release])
    }
    try note("cycle list", ["cycle", "list", "--workspace", release])
    try note("verify", ["workspace", "verify", "--workspace", release])
    return found
  }

  /// The middle of a release's centres, as `--ring` takes it.
  private static func middle(of release: String) throws -> String {
    let outcome = try NeedsCommand.run(
      "sql", "SELECT (min_x + max_x) / 2, (min_y + max_y) / 2 FROM gpkg_contents WHERE table_name = 'centres'",
      "--workspace", release, "--format", "csv")
    return try #require(outcome.output.split(separator: "\n").last.map(String.init))
  }

  /// Every file of a folder, or the one file.
  private static func collect(_ url: URL, into found: inout [String: Data]) throws {
    var isFolder: ObjCBool = false
    #expect(FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), "\(url.lastPathComponent)")
    let names = isFolder.boolValue ? try FileManager.default.subpathsOfDirectory(atPath: url.path) : [""]
    for name in names {
      let file = name.isEmpty ? url : url.appendingPathComponent(name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      found["\(url.lastPathComponent)/\(name)"] = try Data(contentsOf: file)
    }
  }
}

/// Moves counts inside the intervals of the cells that they add up to, and changes at will what must not leave at all.
struct Fuzz {
  private var content: CycleContent
  private var draw: SplitMix64
  private let cells: CoarseCells
  private let coarsening: Coarsening
  private(set) var changedCounts = 0

  init(_ content: CycleContent, seed: UInt64) {
    self.content = content
    draw = SplitMix64(state: seed)
    coarsening = (try? Coarsening(hide: content.cycle.profileHide, base: content.cycle.profileBase)) ?? .small
    cells = CoarseCells(content.exactCells, coarsening)
  }

  mutating func run(steps: Int) -> CycleContent {
    changeWhatStays()
    for _ in 0..<steps {
      // A batch is halved until it fits: most single changes do.
      var batch = (0..<16).map { _ in change() }
      while !batch.isEmpty {
        var tried = content
        for change in batch { apply(change, to: &tried) }
        if isSame(CoarseCells(tried.exactCells, coarsening)) {
          content = tried
          changedCounts += batch.count
          break
        }
        batch.removeLast((batch.count + 1) / 2)
      }
    }
    return content
  }

  private func isSame(_ other: CoarseCells) -> Bool {
    other.atoms == cells.atoms && other.sets == cells.sets && other.centres == cells.centres
  }

  private enum Change {
    case tally(Int, Int)
    case visits(Int, Int)
  }

  private mutating func change() -> Change {
    let delta = [-2, -1, 1, 2][Int(draw.next() % 4)]
    if draw.next() % 4 == 0, !content.centreVisits.isEmpty {
      return .visits(Int(draw.next() % UInt64(content.centreVisits.count)), delta)
    }
    return .tally(Int(draw.next() % UInt64(content.tallies.count)), delta)
  }

  private func apply(_ change: Change, to content: inout CycleContent) {
    switch change {
    case .tally(let row, let delta):
      let count = content.tallies[row].count.low + delta
      if count >= 0 { content.tallies[row].count = Count(exactly: count) }
    case .visits(let row, let delta):
      let count = content.centreVisits[row].count.low + delta
      if count >= 0 { content.centreVisits[row].count = Count(exactly: count) }
    }
  }

  /// Numbers of the run, families, months of children, files of children, rejects and complaints about them.
  private mutating func changeWhatStays() {
    for index in content.tallies.indices
    where content.tallies[index].measure == "visits" || content.tallies[index].by == "month" {
      content.tallies[index].count = Count(exactly: content.tallies[index].count.low + Int(draw.next() % 5))
    }
    for index in content.totals.indices { content.totals[index].value += 1 }
    for index in content.fileTotals.indices { content.fileTotals[index].value += 3 }
    for index in content.families.indices { content.families[index].families += 1 }
    for index in content.centreVisits.indices where content.centreVisits[index].by == "visitor" {
      content.centreVisits[index].count = Count(exactly: Int(draw.next() % 100))
    }
    for index in content.provenance.indices {
      content.provenance[index].used += 1
      guard content.provenance[index].isPersonal else { continue }
      content.provenance[index].sha256 = String(repeating: "e", count: 64)
      content.provenance[index].bytes += 17
      content.provenance[index].rows += 5
      content.provenance[index].reading += "; five rows more"
    }
    let personal = content.provenance.filter { $0.isPersonal }.map(\.file)
    content.complaints.removeAll { $0.file.map(personal.contains) ?? false }
    content.rejects = []
    content.cycle.countsFamilies.toggle()
    // A place on a border where nobody lives was never listed.
    content.atoms.append(.init(area: content.areas.first?.code ?? "", catchments: ["nowhere else"], surface: 0))
    content.atoms[content.atoms.count - 1].catchments = [content.catchments.last?.code ?? ""]
  }
}

/// Steele, Lea and Flood's SplitMix64.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
