import Foundation
import Testing

/// Indicators as councils have them: scores beside ranks, wards only, numbers that contradict themselves.
@Suite("An indicator") struct IndicatorTests {
  private static func square(_ x: Double, width: Double = 1_000) -> String {
    let corners = [(x, 0.0), (x + width, 0), (x + width, 1_000), (x, 1_000), (x, 0)]
    return "[[" + corners.map { "[\(430_000 + $0.0), \(550_000 + $0.1)]" }.joined(separator: ",") + "]]"
  }

  private static func layer(_ places: [(code: String, shape: String)]) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": ["
      + places.map {
        "{\"type\": \"Feature\", \"properties\": {\"code\": \"\($0.code)\"}, "
          + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": \($0.shape)}}"
      }.joined(separator: ",") + "]}"
  }

  /// Four areas in a row, one catchment over the first two and a half, and the indicators that a test asks for.
  private static func borough(_ indicators: String, _ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("areas.geojson", layer((0..<4).map { ("A\($0)", square(Double($0) * 1_000)) }))
    try folder.write("catchments.geojson", layer([("C1", square(0, width: 2_500))]))
    try folder.write("people.csv", "area,under5,all\nA0,100,1000\nA1,50,500\nA2,40,400\nA3,10,100\n")
    for (name, text) in files { try folder.write(name, text) }
    try folder.write(
      "audit.yml",
      """
      name: Row
      crs: EPSG:27700
      areas: {file: areas.geojson, crs: EPSG:27700, columns: {code: code}}
      catchments: {file: catchments.geojson, crs: EPSG:27700, columns: {code: code}}
      population: {file: people.csv, columns: {area: area, children: under5}, date: 2025-06-30}
      denominators:
        - {id: population, title: Everybody, file: people.csv, columns: {area: area, value: all}, date: 2025-06-30}
      indicators:
      \(indicators)
      cycles:
        - {label: c1, from: 2025-09-01, to: 2026-08-31}

      """)
    return folder
  }

  /// The cells of figures of a measure by place: value, low, high, and the flags of the JSON.
  private static func figures(_ measure: String, in folder: TemporaryFolder) throws -> [String: [String]] {
    let run = try NeedsCommand.run(
      "figures", "--measure", measure, "--workspace", folder.path("W.gpkg"), "--format", "csv")
    try #require(run.exitCode == 0, "\(run.messages)")
    let rows = run.output.split(separator: "\n").dropFirst().map(CSVLine.cells)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[3], $0) })
  }

  private static func audit(_ folder: TemporaryFolder) throws -> NeedsCommand.Outcome {
    try NeedsCommand.run(
      "audit", folder.path("audit.yml"), "--workspace", folder.path("W.gpkg"), "--reports", folder.path("reports"))
  }

  private static let ranks =
    "  - {id: imd, file: ranks.csv, columns: {area: area, rank: rank}, of: 100}"
  private static let files = [
    "ranks.csv": "area,rank\nA0,5\nA1,15\nA2,60\nA3,100\n", "scores.csv": "area,score\nA0,80\nA1,40\nA2,10\nA3,1\n",
  ]

  @Test("of which one file has ranks and another scores has both, and so the average score; of ranks alone it has none")
  func scores() throws {
    let alone = try Self.borough(Self.ranks, Self.files)
    #expect(try Self.audit(alone).exitCode == 0)
    let refused = try NeedsCommand.run(
      "figures", "--measure", "imd.average-score", "--workspace", alone.path("W.gpkg"))
    #expect(refused.exitCode == 64 && refused.messages.contains("no measure is called imd.average-score"))
    for order in [[0, 1], [1, 0]] {
      let blocks = [Self.ranks, "  - {id: imd, file: scores.csv, columns: {area: area, value: score}, unit: score}"]
      let both = try Self.borough(order.map { blocks[$0] }.joined(separator: "\n"), Self.files)
      let run = try Self.audit(both)
      #expect(run.exitCode == 0, "\(run.messages)")
      let average = try Self.figures("imd.average-score", in: both)
      // By surface A2 counts by half: (80·1000 + 40·500 + 10·200) / 1700; all: (102,000 + 2,000 + 100) / 2000.
      #expect(average["C1"]?[7] == "60" && average["authority"]?[7] == "52.05")
      #expect(average["A1"]?[7] == "40" && average["A1"]?[2] == "area")
      let extent = try Self.figures("imd.extent", in: both)
      // q = 15: 0.95 − (0.9/19)·4.
      let expected = (1_000 + (0.95 - 0.9 / 19 * 4) * 500) / 2_000
      #expect(abs((Double(extent["authority"]?[7] ?? "") ?? 0) - expected) < 1e-12)
    }
  }

  @Test("that two files give with other numbers counts as the first has it, and that is said")
  func contradicted() throws {
    var files = Self.files
    files["again.csv"] = "area,rank\nA0,5\nA1,99\nA2,60\nA3,100\n"
    let folder = try Self.borough(
      Self.ranks + "\n  - {id: imd, file: again.csv, columns: {area: area, rank: rank}, of: 100}", files)
    let run = try Self.audit(folder)
    #expect(run.exitCode == 0)
    #expect(run.messages.contains("imd: an earlier file gives other numbers for 1 areas; the earlier counts"))
    #expect(try Self.figures("imd.average-rank", in: folder)["A1"]?[7] == "86")
  }

  @Test("published for wards only is shown for wards, beside the nation, and never spread over areas or catchments")
  func wards() throws {
    let folder = try Self.borough(
      "  - {id: obesity, title: Obesity at five, file: wards.csv, columns: {area: ward, value: pct, numerator: n, "
        + "denominator: d}, unit: percent, polarity: higher-is-worse, level: ward, nation: 9.5}",
      ["wards.csv": "ward,pct,n,d\nW1,12.5,5,40\nW2,25,10,40\nW3,,,\n"])
    let run = try Self.audit(folder)
    #expect(run.exitCode == 0, "\(run.messages)")
    let figures = try Self.figures("obesity", in: folder)
    #expect(Set(figures.keys) == ["W1", "W2", "W3", "nation"])
    #expect(figures["W1"]?[7] == "12.5" && figures["nation"]?[7] == "9.5" && figures["W3"]?[7] == "")
    // Wilson, 5/40.
    #expect(abs((Double(figures["W1"]?[8] ?? "") ?? 0) - 5.4595002) < 1e-5)
    let page = try String(
      contentsOfFile: folder.path("reports/internal-profile-C1.html"), encoding: .utf8)
    #expect(page.contains("Obesity at five, published for wards only"))
    #expect(page.contains("data-figure=\"obesity@W1@c1\"") && page.contains("data-figure=\"obesity@nation@c1\""))
    let explained = try NeedsCommand.run(
      "explain", "obesity@W1@c1", "obesity@nation@c1", "--workspace", folder.path("W.gpkg"))
    #expect(explained.exitCode == 0 && explained.output.contains("100 × 5 / 40 = 12.5"))
    #expect(explained.output.contains("Published by ward only"))
  }

  @Test("whose numbers contradict themselves is flagged; half an area's numbers never count on one side of the line")
  func contradictions() throws {
    let folder = try Self.borough(
      "  - {id: meals, title: Meals, file: meals.csv, columns: {area: area, value: pct, numerator: n, denominator: d}, "
        + "unit: percent, polarity: higher-is-worse}",
      ["meals.csv": "area,pct,n,d\nA0,10,2,20\nA1,150,6,4\nA2,,,30\nA3,0,0,0\n"])
    #expect(try Self.audit(folder).exitCode == 0)
    let run = try NeedsCommand.run("figures", "--measure", "meals", "--workspace", folder.path("W.gpkg"))
    func line(_ place: String) -> String {
      run.output.split(separator: "\n").first { $0.contains("meals@\(place)@") }.map(String.init) ?? ""
    }
    #expect(line("A1").contains("contradicts-itself") && line("A3").contains("nobody-to-count"))
    let figures = try Self.figures("meals", in: folder)
    #expect(figures["A3"]?[7] == "" && figures["A1"]?[8] == "")
    // 2 + 6 of 20 + 4 + 0; the 30 of A2, whose numerator is not known, are left out.
    #expect(figures["authority"]?[5] == "8" && figures["authority"]?[6] == "24")
    #expect(line("authority").contains("values-missing") && line("authority").contains("contradicts-itself"))
  }

  @Test(
    "that takes the name of a measure, or a level that is none, is refused in a line",
    arguments: [
      ("{id: reached.rate, file: ranks.csv, columns: {area: area, value: rank}}", "is, or begins as, a measure"),
      ("{id: rank, file: ranks.csv, columns: {area: area, value: rank}}", "is, or begins as, a measure"),
      ("{id: a@b, file: ranks.csv, columns: {area: area, value: rank}}", "take another id"),
      (
        "{id: a, file: ranks.csv, columns: {area: area, value: rank}, level: parish}", "level is area, ward or district"
      ),
    ])
  func refused(_ entry: String, _ words: String) throws {
    let run = try Self.audit(try Self.borough("  - \(entry)", Self.files))
    #expect(run.exitCode == 78 && run.messages.contains(words), "\(run.messages)")
  }
}
