import Foundation
import Measures
import Testing

/// What `index:`, `access:` and `clusters:` of audit.yml give by the command line.
@Suite("A declared index, access and clusters") struct AnalysesTests {
  /// A copy of the sample whose audit.yml is changed.
  private static func copy(_ folder: TemporaryFolder, _ change: (String) -> String) throws -> URL {
    let place = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: place)
    let audit = place.appendingPathComponent("audit.yml")
    try change(try String(contentsOf: audit, encoding: .utf8)).write(to: audit, atomically: true, encoding: .utf8)
    return audit
  }

  private static func figures(_ measure: String, _ workspace: String) throws -> [[String]] {
    let said = try NeedsCommand.run("figures", "--measure", measure, "--workspace", workspace, "--format", "csv")
    try #require(said.exitCode == 0, "\(said.messages)")
    return said.output.split(separator: "\n").dropFirst().map(CSVLine.cells)
  }

  @Test(
    "What centres offer is what reaches people: Σ A·P = Σ S over centres with somebody in reach, in a release nothing")
  func access() throws {
    let workspace = try AuditedBorough.sample.workspace()
    let people = Dictionary(
      uniqueKeysWithValues: try Self.figures("children.count", workspace).filter { $0[2] == "area" }
        .map { ($0[3], try #require(Double($0[7]))) })
    let reached = try Self.figures("access.hours", workspace).filter { $0[2] == "area" }
    #expect(reached.count == 60)
    let sum = try reached.reduce(0) { $0 + (try #require(Double($1[7]))) / 100 * (people[$1[3]] ?? 0) }
    let centres = try Self.figures("access.centre-hours", workspace)
    let offered = centres.filter { !$0[7].isEmpty }.reduce(0) { $0 + (Double($1[5]) ?? 0) }
    #expect(offered > 0 && abs(sum / offered - 1) < 1e-9)

    let ranks = try Self.figures("index.rank", workspace)
    #expect(ranks.count == 60)
    for row in ranks {
      let (rank, low, high) = (Double(row[7]) ?? 0, Double(row[8]) ?? 99, Double(row[9]) ?? 0)
      #expect((1...60).contains(rank) && low >= 1 && high <= 60 && low <= high)
    }
    let release = try AuditedBorough.sample.release()
    #expect(try Self.figures("access.centre-hours", release).isEmpty && Self.figures("access.hours", release).isEmpty)
    #expect(try Self.figures("index.rank", release).count == 60)
  }

  @Test("An index is explained component by component: value, rank, weight and contribution, which add up to the score")
  func explained() throws {
    let folder = try TemporaryFolder()
    let workspace = try AuditedBorough.sample.copy(to: folder)
    let release = folder.path("r.gpkg")
    #expect(try NeedsCommand.run("release", "--workspace", workspace, "--to", release).exitCode == 0)
    for place in [workspace, release] {
      let scores = try Self.figures("index.score", place)
      let values = Dictionary(
        uniqueKeysWithValues: try ["reached.rate", "sustained.rate", "access.metres"].map {
          ($0, Dictionary(try Self.figures($0, place).filter { $0[2] == "area" }.map { ($0[3], $0[7]) }) { $1 })
        })
      let ids = scores.map { $0[0] }
      let asked = try NeedsCommand.run(["explain", "--workspace", place, "--format", "json"] + ids)
      try #require(asked.exitCode == 0, "\(asked.messages)")
      let all = try JSONDecoder().decode([Explanation].self, from: Data(asked.output.utf8))
      #expect(all.count == 66)
      for (row, explanation) in zip(scores, all) {
        let parts = explanation.parts
        #expect(parts.map(\.component) == ["idaci", "reached.rate", "sustained.rate", "distance"])
        #expect(parts.map(\.weight) == [0.4, 0.2, 0.2, 0.2])
        let sum = parts.reduce(0) { $0 + $1.weight * $1.transformed }
        #expect(abs(sum - (try #require(Double(row[7])))) < 1e-9, "\(row[0])")
        for part in parts { #expect(abs(part.contribution - part.weight * part.transformed) < 1e-12) }
        guard row[2] == "area" else { continue }
        for part in parts where part.component != "idaci" {
          let measure = part.component == "distance" ? "access.metres" : part.component
          #expect(part.figure == "\(measure)@\(row[3])@2025-26")
          #expect(
            abs((part.value ?? .nan) - (Double(values[measure]?[row[3]] ?? "") ?? .nan)) < 1e-9, "\(row[0]) \(measure)")
        }
        // The exponential transform of the Indices of Deprivation, from rank and number of areas.
        for part in parts {
          let r = (Double(part.ranked) - (try #require(part.rank)) + 1) / Double(part.ranked)
          #expect(abs(part.transformed + 23 * log(1 - r * (1 - exp(-100 / 23)))) < 1e-9)
        }
      }
      let text = try NeedsCommand.run("explain", "index.rank@X01000040@2025-26", "--workspace", place).output
      #expect(
        text.contains("components (weight × transformed rank = contribution)") && text.contains("of 60, 1 = most need"))
      #expect(text.contains("Σ w·X = 0.4 × ") && text.contains("made up by needs sample"))
    }
  }

  @Test(
    "What cannot be is refused in one line that says what to do",
    arguments: [
      ("- {measure: idaci, weight: 2}", "- {measure: idac, weight: 2}", "did you mean idaci?"),
      ("- {measure: idaci, weight: 2}", "- {measure: idaci, weight: 0}", "a weight is a number over 0"),
      ("- {measure: distance}", "- {measure: distance, more-need: up}", "more-need is low or high"),
      ("- {measure: distance}", "- {measure: idaci}", "a component twice"),
      ("within: 1600", "within: -5", "metres over 0"),
      ("people: children, within", "people: childs, within", "children"),
      ("clusters: [imd", "clusters: [imds", "did you mean imd?"),
      ("offers: {file: offers.csv}", "", "access: needs offers:"),
    ])
  func refused(old: String, new: String, words: String) throws {
    let folder = try TemporaryFolder()
    let audit = try Self.copy(folder) { text in
      #expect(text.contains(old))
      return text.replacing(old, with: new)
    }
    let run = try NeedsCommand.run("audit", audit.path, "--workspace", folder.path("w.gpkg"))
    #expect(run.exitCode == 78)
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1)
  }

  @Test(
    "Gi* of Sunderland's IMD rank is PySAL's in every area",
    .enabled(if: NeedsCommand.shared != nil, "needs the shared data"))
  func clusters() throws {
    let folder = try TemporaryFolder()
    let own = NeedsCommand.root.appendingPathComponent("Tests/Acceptance/sunderland/audit.yml")
    let audit = folder.url.appendingPathComponent("audit.yml")
    try (try String(contentsOf: own, encoding: .utf8) + "\nclusters: [imd]\n")
      .write(to: audit, atomically: true, encoding: .utf8)
    let workspace = folder.path("w.gpkg")
    let run = try NeedsCommand.run(
      "audit", audit.path, "--data", AuditedBorough.sunderland.data.path, "--workspace", workspace)
    try #require(run.exitCode == 0, "\(run.messages)")
    let ours = Dictionary(
      uniqueKeysWithValues: try Self.figures("cluster.imd", workspace).map { ($0[3], Double($0[7])) })
    let lines = try SunderlandTests.expected("spatial.csv").split(separator: "\n").map(CSVLine.cells)
    let header = try #require(lines.first)
    let (code, z) = (
      try #require(header.firstIndex(of: "lsoa11cd")), try #require(header.firstIndex { $0.contains("gi") })
    )
    #expect(lines.count == 186 && ours.count == 185)
    for line in lines.dropFirst() {
      let theirs = try #require(Double(line[z]))
      let mine = try #require(ours[line[code]] ?? nil)
      #expect(abs(mine - theirs) <= 1e-5 * max(1, abs(theirs)), "\(line[code])")
    }
  }
}
