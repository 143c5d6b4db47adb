import Foundation
import Testing

@Suite("A proposal") struct WhatIfTests {
  private static let sample = NeedsCommand.root.appendingPathComponent("geodata")

  /// A copy of the sample whose audit.yml may be changed.
  private static func copy(_ folder: TemporaryFolder, _ change: ((String) -> String)? = nil) throws -> URL {
    let place = folder.url.appendingPathComponent("geodata-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: sample, to: place)
    let audit = place.appendingPathComponent("audit.yml")
    guard let change else { return audit }
    let text = try String(contentsOf: audit, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(to: audit, atomically: true, encoding: .utf8)
    return audit
  }

  /// Every figure of a full audit: id of measure, kind and place to its cells.
  static func audited(_ audit: URL, _ folder: TemporaryFolder, data: String? = nil) throws -> [String: [String]] {
    let workspace = folder.path("w-\(UUID().uuidString).gpkg")
    let run = try NeedsCommand.run(
      ["audit", audit.path, "--workspace", workspace] + (data.map { ["--data", $0] } ?? []))
    try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    let said = try NeedsCommand.run("figures", "--workspace", workspace, "--format", "csv")
    var figures: [String: [String]] = [:]
    for line in said.output.split(separator: "\n").dropFirst() {
      let cells = CSVLine.cells(line)
      // A proposal says nothing of the change since the cycle before.
      if cells[1].contains(".paired-") { continue }
      figures[cells[1...3].joined(separator: "|")] = Array(cells[5...11])
    }
    return figures
  }

  /// Both sides of what `needs compare` says, in the order of the cells of `needs figures`.
  static func compared(_ arguments: [String]) throws -> (before: [String: [String]], after: [String: [String]]) {
    let said = try NeedsCommand.run(["compare"] + arguments + ["--format", "csv"])
    try #require(said.exitCode == 0, "\(said.messages.suffix(400))")
    let lines = said.output.split(separator: "\n").map(CSVLine.cells)
    let header = try #require(lines.first)
    func side(_ name: String) throws -> [String: [String]] {
      let columns = [
        "numerator_\(name)", "denominator_\(name)", name, "low_\(name)", "high_\(name)", "spread_low_\(name)",
        "spread_high_\(name)",
      ]
      let places = try columns.map { try #require(header.firstIndex(of: $0)) }
      var figures: [String: [String]] = [:]
      for cells in lines.dropFirst() { figures[cells[0...2].joined(separator: "|")] = places.map { cells[$0] } }
      return figures
    }
    return (try side("before"), try side("after"))
  }

  /// Each figure of an audit is in the answer, and what else is in it is empty: a place of the other side alone.
  static func expectEqual(
    _ answer: [String: [String]], _ audit: [String: [String]], _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(audit.count > 1000, sourceLocation: location)
    let different = audit.filter { answer[$0.key] != $0.value }.keys.sorted()
    #expect(different == [], sourceLocation: location)
    let more = answer.filter { audit[$0.key] == nil && !$0.value.allSatisfy(\.isEmpty) }.keys.sorted()
    #expect(more == [], sourceLocation: location)
  }

  @Test("Other catchments give every figure that a full audit with them gives, and the audit's own before")
  func otherCatchments() throws {
    let folder = try TemporaryFolder()
    let answer = try Self.compared([
      Self.sample.appendingPathComponent("audit.yml").path, "--catchments",
      Self.sample.appendingPathComponent("catchments-2024-25.geojson").path,
    ])
    Self.expectEqual(answer.before, try Self.audited(try Self.copy(folder), folder))
    let audit = try Self.copy(folder) {
      $0.replacing("file: catchments.geojson", with: "file: catchments-2024-25.geojson")
    }
    Self.expectEqual(answer.after, try Self.audited(audit, folder))
    #expect(answer.before != answer.after)
  }

  @Test("Closing and opening give every figure that a full audit with these centres and catchments gives")
  func closeAndOpen() throws {
    let folder = try TemporaryFolder()
    let drawn = folder.path("proposed.geojson")
    let answer = try Self.compared([
      Self.sample.appendingPathComponent("audit.yml").path, "--close", "SC03", "--open", "HUB=483071,562400",
      "--catchments-out", drawn,
    ])
    let audit = try Self.copy(folder) {
      $0.replacing("file: catchments.geojson", with: "file: proposed.geojson")
        .replacing("columns: {code: centre_id}", with: "columns: {code: code}")
    }
    let place = audit.deletingLastPathComponent()
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: drawn), to: place.appendingPathComponent("proposed.geojson"))
    try Self.change(place.appendingPathComponent("centres.csv"))
    Self.expectEqual(answer.after, try Self.audited(audit, folder))
  }

  @Test(
    "Where catchments are what is nearest or a ring, closing and opening draw them as the audit would",
    arguments: ["{nearest: true}", "{ring: 900}"])
  func drawn(_ catchments: String) throws {
    let folder = try TemporaryFolder()
    let audit = try Self.copy(folder) {
      $0.replacing(#/catchments:\n(  .*\n)+/#, with: "catchments: \(catchments)\n", maxReplacements: 1)
    }
    #expect(try String(contentsOf: audit, encoding: .utf8).contains(catchments))
    let answer = try Self.compared([audit.path, "--close", "SC03", "--open", "HUB=483071,562400"])
    Self.expectEqual(answer.before, try Self.audited(audit, folder))
    try Self.change(audit.deletingLastPathComponent().appendingPathComponent("centres.csv"))
    Self.expectEqual(answer.after, try Self.audited(audit, folder))
  }

  /// The sample's centres with SC03 closed and HUB open.
  private static func change(_ centres: URL) throws {
    let lines = try String(contentsOf: centres, encoding: .utf8).split(separator: "\n")
    let kept = lines.filter { !$0.hasPrefix("SC03,") } + ["HUB,HUB,483071,562400"]
    try #require(kept.count == lines.count)
    try (kept.joined(separator: "\n") + "\n").write(to: centres, atomically: true, encoding: .utf8)
  }

  @Test("Who lives nearer and who further adds up to all, in each group and decile, and nothing is stored")
  func people() throws {
    let folder = try TemporaryFolder()
    let out = folder.path("people.csv")
    let said = try NeedsCommand.run(
      "compare", Self.sample.appendingPathComponent("audit.yml").path, "--close", "SC03", "--format", "csv", "--part",
      "people", "--out", out)
    try #require(said.exitCode == 0, "\(said.messages.suffix(400))")
    #expect(said.messages.contains("INTERNAL – not for release"), "a table has no banner, so it is said")
    let mode = try FileManager.default.attributesOfItem(atPath: out)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let rows = try String(contentsOf: URL(fileURLWithPath: out), encoding: .utf8).split(separator: "\n")
      .dropFirst().map(CSVLine.cells)
    for row in rows {
      let numbers = row[3...6].compactMap(Double.init)
      #expect(abs(numbers[0] - numbers[1] - numbers[2] - numbers[3]) < 0.31)
    }
    for who in ["enrolled", "reached"] {
      let all = try #require(rows.first { $0[0] == who && $0[1] == "all" })
      let deciles = rows.filter { $0[0] == who && $0[1] == "decile" }
      for column in 3...6 {
        #expect(deciles.compactMap { Double($0[column]) }.reduce(0, +) == Double(all[column]))
      }
      #expect(Double(all[6]) ?? 0 > 0)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["people.csv"])
  }

  @Test("Without a postcode directory the estimate stands at a point inside each area")
  func withoutDirectory() throws {
    let folder = try TemporaryFolder()
    let audit = try Self.copy(folder) { $0.replacing(#/postcodes: \{recipe.*\n/#, with: "") }
    let said = try NeedsCommand.run(
      "compare", audit.path, "--close", "SC03", "--format", "csv", "--part", "people")
    try #require(said.exitCode == 0, "\(said.messages.suffix(400))")
    let rows = said.output.split(separator: "\n").dropFirst().map(CSVLine.cells)
    let all = try #require(rows.first { $0[0] == "children" && $0[1] == "all" })
    let under = try String(contentsOf: Self.sample.appendingPathComponent("under-fives.csv"), encoding: .utf8)
    let children = under.split(separator: "\n").dropFirst().flatMap { $0.split(separator: ",").dropFirst() }
      .compactMap { Double($0) }.reduce(0, +)
    #expect(Double(all[3]) == children)
  }

  @Test(
    "What cannot be is refused in one line",
    arguments: [
      (["--close", "SC99"], "no such centre"), (["--open", "430100,551200"], "lies in no area"),
      (["--open", "54.9,-1.5"], "swapped"), (["--open", "0,0"], "degrees"), (["--open", "here"], "is no place"),
      (["--open", "484730.6,561413.4"], "stands there already"),
      (["--close", "SC01", "--close", "SC02", "--close", "SC03", "--close", "SC04", "--close", "SC05"], "no centre"),
      (["--catchments", "nowhere.geojson"], "there is no such file"), ([], "nothing is proposed"),
    ])
  func refused(_ arguments: [String], _ words: String) throws {
    let run = try NeedsCommand.run(
      ["compare", Self.sample.appendingPathComponent("audit.yml").path] + arguments)
    #expect(run.exitCode != 0 && run.output.isEmpty)
    #expect(run.messages.contains(words))
    #expect(run.messages.split(separator: "\n").count == 1)
  }

  @Test("A proposed catchment that crosses itself is refused, with its code and where")
  func crossed() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "bow.geojson",
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"centre_id": "SC01"},
      "geometry": {"type": "Polygon", "coordinates": [[[482000,561000],[484000,563000],[484000,561000],[482000,563000],
      [482000,561000]]]}}]}
      """)
    let run = try NeedsCommand.run(
      "compare", Self.sample.appendingPathComponent("audit.yml").path, "--catchments", folder.path("bow.geojson"))
    #expect(run.exitCode == 65)
    #expect(run.messages.contains("bow.geojson, SC01: self-intersection at (483000, 562000)"))
  }

  @Test("A proposed catchment that touches no area is doubted by its code; the others are worked out")
  func far() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "far.geojson",
      """
      {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
      "features": [{"type": "Feature", "properties": {"centre_id": "SC01"}, "geometry": {"type": "Polygon", "coordinates":
      [[[100000, 100000], [101000, 100000], [101000, 101000], [100000, 101000], [100000, 100000]]]}},
      {"type": "Feature", "properties": {"centre_id": "SC02"}, "geometry": {"type": "Polygon", "coordinates":
      [[[483000, 560000], [485000, 560000], [485000, 562000], [483000, 562000], [483000, 560000]]]}}]}
      """)
    let run = try NeedsCommand.run(
      "compare", Self.sample.appendingPathComponent("audit.yml").path, "--catchments", folder.path("far.geojson"))
    #expect(run.exitCode == 0, "\(run.messages)")
    let doubts = run.messages.split(separator: "\n").filter { $0.contains("touches no area") }
    #expect(doubts.count == 1 && doubts.first?.contains("far.geojson, SC01") == true, "\(run.messages)")
  }

  @Test("A release and a workspace are refused: nobody counts children in other borders from them")
  func release() throws {
    let sample = AuditedBorough.sample
    let (audit, workspace, release) = (sample.audit, try sample.workspace(), try sample.release())
    for (file, words) in [(workspace, "is a workspace"), (release, "is a release")] {
      for arguments in [[file], ["--workspace", file], [audit, "--workspace", file]] {
        let run = try NeedsCommand.run(["compare"] + arguments + ["--close", "SC03"])
        #expect(run.exitCode == 64)
        #expect(run.messages.contains(words))
      }
    }
  }
}

/// A line of CSV as cells; no cell of these answers spans lines.
enum CSVLine {
  static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

@Suite("A proposal for Sunderland", .enabled(if: NeedsCommand.shared != nil, "the shared data are not here"))
struct SunderlandWhatIfTests {
  @Test("gives every figure that a full audit without the centre and with its catchment shared out gives")
  func closing() throws {
    let folder = try TemporaryFolder()
    let drawn = folder.path("proposed.geojson")
    let audit = NeedsCommand.root.appendingPathComponent("Tests/Acceptance/sunderland/audit.yml").path
    let answer = try WhatIfTests.compared([
      audit, "--data", AuditedBorough.sunderland.data.path, "--close", "CC03", "--catchments-out", drawn,
    ])
    // The same files beside the proposed catchments, and without the centre.
    let data = folder.url.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for file in try FileManager.default.contentsOfDirectory(
      at: AuditedBorough.sunderland.data, includingPropertiesForKeys: nil)
    where !file.hasDirectoryPath && file.lastPathComponent != "centres.csv" {
      try FileManager.default.copyItem(at: file, to: data.appendingPathComponent(file.lastPathComponent))
    }
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: drawn), to: data.appendingPathComponent("proposed.geojson"))
    let centres = try String(
      contentsOf: AuditedBorough.sunderland.data.appendingPathComponent("centres.csv"), encoding: .utf8)
    try centres.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("CC03,") }.joined(separator: "\n")
      .write(to: data.appendingPathComponent("centres.csv"), atomically: true, encoding: .utf8)
    let text = try String(contentsOfFile: audit, encoding: .utf8)
      .replacing(
        "file: catchments.geojson\n  columns: {code: centre_id}",
        with: "file: proposed.geojson\n  columns: {code: code}"
      )
      .replacing(
        /proj: \[.*\]/, with: "proj: [\(AuditedBorough.sunderland.data.deletingLastPathComponent().path)/proj]")
    #expect(text.contains("proposed.geojson"))
    try folder.write("audit.yml", text)
    WhatIfTests.expectEqual(
      answer.after,
      try WhatIfTests.audited(folder.url.appendingPathComponent("audit.yml"), folder, data: data.path))
    #expect(answer.before != answer.after)
  }
}
