import Foundation
import Testing

@Suite struct SampleTests {
  /// The planted truths of the sample, as the generator wrote them.
  private static func truths() throws -> [String: Any] {
    let data = try Data(contentsOf: NeedsCommand.root.appendingPathComponent("geodata/truths.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("The sample's areas are counted as the generator knows them, in both cycles")
  func areas() throws {
    let workspace = try AuditedBorough.sample.workspace()
    let truth = try String(
      contentsOf: NeedsCommand.root.appendingPathComponent("geodata/truths-by-area.csv"), encoding: .utf8)
    for cycle in ["2024-25", "2025-26"] {
      let expected = truth.split(separator: "\n").filter { $0.hasPrefix("\(cycle),X") }.map { $0.dropFirst(8) }
      let answer = try NeedsCommand.run(
        "query", "tally-by-area", "--workspace", workspace, "--cycle", cycle, "--format", "csv")
      let counted = answer.output.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",").prefix(5).joined(separator: ",")[...]
      }
      #expect(expected.count == 60)
      #expect(Array(counted) == Array(expected))
    }
  }

  @Test("The sample's pocket, silent group, loud voice, real fall and moved areas are found")
  func findings() throws {
    let workspace = try AuditedBorough.sample.workspace()
    let planted = try #require(try Self.truths()["planted"] as? [String: Any])
    let said = try NeedsCommand.run("findings", "--workspace", workspace, "--format", "json", "--full")
    let found = try #require(try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
    let pockets = try #require(found["pockets"] as? [String])
    let pocket = try #require(planted["hidden_pocket"] as? String)
    let thin = try #require(planted["thinly_enrolled"] as? [String])
    #expect(Set(pockets) == Set(thin + [pocket]))
    #expect(found["unheard"] as? [String] == [try #require(planted["silent_group"] as? String)])
    #expect(found["loud"] as? [String] == [try #require(planted["loudest_voice"] as? String)])

    let changes = try #require(found["changes"] as? [[String: Any]])
    let fallen = try #require(planted["real_change"] as? String)
    var real: [String: Double] = [:]
    for change in changes {
      let catchment = try #require(change["catchment"] as? String)
      let parts = try ["real", "data", "boundary", "method"].map { try #require(change[$0] as? Int) }
      let (before, after) = (try #require(change["before"] as? Int), try #require(change["after"] as? Int))
      #expect(parts.reduce(0, +) == after - before)
      #expect(parts[1] == 0 && parts[3] == 0)
      #expect((parts[2] != 0) == ["SC03", "SC05"].contains(catchment))
      if change["measure"] as? String == "reached" { real[catchment] = Double(parts[0]) / Double(after - parts[0]) }
    }
    #expect(real.min { $0.value < $1.value }?.key == fallen)
  }

  @Test("Method and boundary that change together are told apart; where the data changed too nothing is guessed")
  func methodAndBoundary() throws {
    let folder = try TemporaryFolder()
    let sample = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: sample)
    let audit = sample.appendingPathComponent("audit.yml")
    let workspace = folder.path("w.gpkg")
    func run(_ cycle: String) throws {
      let run = try NeedsCommand.run("audit", audit.path, "--workspace", workspace, "--cycle", cycle)
      try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    }
    func changes() throws -> [[String: Any]] {
      let said = try NeedsCommand.run("findings", "--workspace", workspace, "--format", "json", "--full")
      let found = try #require(try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
      return try #require(found["changes"] as? [[String: Any]])
    }
    try run("2024-25")
    let text = try String(contentsOf: audit, encoding: .utf8)
    try text.replacingOccurrences(of: "sustained: {days: 3}", with: "sustained: {days: 2}")
      .write(to: audit, atomically: true, encoding: .utf8)
    try run("2025-26")
    for change in try changes() {
      let parts = try ["real", "data", "boundary", "method"].map { try #require(change[$0] as? Int) }
      let (before, after) = (try #require(change["before"] as? Int), try #require(change["after"] as? Int))
      #expect(parts.reduce(0, +) == after - before)
      #expect((parts[3] > 0) == (change["measure"] as? String == "sustained"))
      #expect((parts[2] != 0) == ["SC03", "SC05"].contains(change["catchment"] as? String))
    }
    // A row taken back from the register: the old file is gone, so only the real part can be had.
    let register = sample.appendingPathComponent("enrolments.csv")
    let rows = try String(contentsOf: register, encoding: .utf8).split(separator: "\n")
    try (rows.dropLast(40).joined(separator: "\n") + "\n").write(to: register, atomically: true, encoding: .utf8)
    try run("2025-26")
    for change in try changes() {
      #expect(change["real"] is Int)
      #expect(change["method"] is NSNull && change["boundary"] is NSNull && change["data"] is NSNull)
    }
  }

  @Test(
    "Data, boundary and method that change at once are told apart by the command line, as audits of each step have it")
  func fourParts() throws {
    let folder = try TemporaryFolder()
    let sample = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: sample)
    func text(_ name: String) throws -> String {
      try String(contentsOf: sample.appendingPathComponent(name), encoding: .utf8)
    }
    let (rules, register) = (try text("audit.yml"), try text("enrolments.csv"))
    let newRules = rules.replacingOccurrences(of: "sustained: {days: 3}", with: "sustained: {days: 2}")
      .replacingOccurrences(of: "ages: [0, 4]", with: "ages: [0, 3]")
    // The first cycle's borders are overwritten by the second's: no file of them is left, but the workspace has them.
    let newBorders = newRules.replacingOccurrences(
      of: "file: catchments-2024-25.geojson", with: "file: catchments.geojson")
    let rows = register.split(separator: "\n")
    let corrected = (rows.enumerated().filter { $0.offset % 9 != 4 }.map { String($0.element) }).joined(separator: "\n")

    func audit(_ yml: String, _ register: String, _ cycle: String, into workspace: String) throws {
      try yml.write(to: sample.appendingPathComponent("audit.yml"), atomically: true, encoding: .utf8)
      try register.write(to: sample.appendingPathComponent("enrolments.csv"), atomically: true, encoding: .utf8)
      let run = try NeedsCommand.run(
        "audit", sample.appendingPathComponent("audit.yml").path, "--workspace", folder.path(workspace), "--cycle",
        cycle)
      try #require(run.exitCode == 0, "\(run.messages.suffix(400))")
    }
    func counts(_ workspace: String, _ cycle: String) throws -> [String: Int] {
      let answer = try NeedsCommand.run(
        "query", "tally-by-catchment", "--workspace", folder.path(workspace), "--cycle", cycle, "--format", "csv")
      let lines = answer.output.split(separator: "\n").map { $0.split(separator: ",").map { String($0) } }
      let header = try #require(lines.first)
      var counts: [String: Int] = [:]
      for line in lines.dropFirst() {
        for (name, value) in zip(header, line) { counts["\(line[0]) \(name)"] = Int(value) }
      }
      return counts
    }
    // Each step as an audit of its own.
    try audit(newRules, register, "2024-25", into: "m1.gpkg")
    try audit(newBorders, register, "2024-25", into: "m2.gpkg")
    try audit(newBorders, corrected, "2024-25", into: "m3.gpkg")
    // And all at once: last cycle's audit, then the register corrected, the borders moved, the rules changed.
    try audit(rules, register, "2024-25", into: "w.gpkg")
    let archive = sample.appendingPathComponent("as-audited")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    try register.write(to: archive.appendingPathComponent("2024-25.csv"), atomically: true, encoding: .utf8)
    try audit(newBorders, corrected, "2025-26", into: "w.gpkg")

    let (m1, m2, m3) = (
      try counts("m1.gpkg", "2024-25"), try counts("m2.gpkg", "2024-25"), try counts("m3.gpkg", "2024-25")
    )
    let (m0, m4) = (try counts("w.gpkg", "2024-25"), try counts("w.gpkg", "2025-26"))
    let said = try NeedsCommand.run("findings", "--workspace", folder.path("w.gpkg"), "--format", "json", "--full")
    let found = try #require(try JSONSerialization.jsonObject(with: Data(said.output.utf8)) as? [String: Any])
    let changes = try #require(found["changes"] as? [[String: Any]])
    var moved: Set<String> = []
    for change in changes {
      let measure = (change["measure"] as? String ?? "").replacingOccurrences(of: "-", with: "_")
      let key = "\(change["catchment"] as? String ?? "") \(measure)"
      let steps = try [m0, m1, m2, m3, m4].map { try #require($0[key], "\(key)") }
      let parts = try ["method", "boundary", "data", "real"].map { try #require(change[$0] as? Int, "\(key)") }
      #expect(parts == zip(steps.dropFirst(), steps).map { $0 - $1 }, "\(key)")
      #expect(parts.reduce(0, +) == steps[4] - steps[0])
      for (name, part) in zip(["method", "boundary", "data", "real"], parts) where part != 0 { moved.insert(name) }
    }
    #expect(changes.count == 20 && moved.count == 4)
  }
}
