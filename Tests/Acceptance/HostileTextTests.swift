import Foundation
import Testing

/// Names in files are somebody else's text: they are shown as text, whatever they would like to be.
@Suite("Hostile names are text in pages, tables and workbooks")
struct HostileTextTests {
  private static let markup =
    #"<script>alert(1)</script>"'><img src=x onerror=alert(2)>&amp;]]>--></style></svg>"#
  /// How spreadsheets take a cell for a formula; the last moves a terminal's cursor.
  private static let starts = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "\u{FF1D}1", "\u{1B}[2J"]

  /// The sample with such names for areas, centres, services, groups, indicators, measures and the audit itself.
  private static func sample(in folder: TemporaryFolder) throws -> String {
    let input = folder.url.appendingPathComponent("in")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: input)
    func rewrite(_ name: String, _ change: (String) throws -> String) throws {
      let file = input.appendingPathComponent(name)
      try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
    }
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    try rewrite("areas.geojson") { text in
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
      var layer = try #require(object as? [String: Any])
      var features = try #require(layer["features"] as? [[String: Any]])
      for index in features.indices {
        var properties = try #require(features[index]["properties"] as? [String: Any])
        properties["area_name"] = starts[index % starts.count] + markup
        features[index]["properties"] = properties
      }
      layer["features"] = features
      return String(decoding: try JSONSerialization.data(withJSONObject: layer), as: UTF8.self)
    }
    try rewrite("centres.csv") { text in
      let lines = text.split(whereSeparator: \.isNewline)
      let rows = lines.dropFirst().enumerated().map { index, line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0]),\(quoted(starts[index] + markup)),\(cells[2]),\(cells[3])"
      }
      return ([String(lines[0])] + rows).joined(separator: "\n") + "\n"
    }
    for name in ["service-use.csv", "offers.csv"] {
      try rewrite(name) { $0.replacing("stay-and-play", with: quoted("@stay" + markup)) }
    }
    try rewrite("enrolments.csv") { $0.replacing(",eal,", with: ",\(quoted("=eal" + markup)),") }
    func yaml(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
    try rewrite("audit.yml") { text in
      try text.replacing("name: Sandmere (made up)", with: "name: " + yaml("=cmd|calc!A0" + markup))
        .replacing("title: Multiple deprivation", with: "title: " + yaml("+m" + markup))
        .replacing("title: Enrolled and never seen", with: "title: " + yaml("=t" + markup))
        .replacing("source: made up by needs sample\n", with: "source: " + yaml("-s" + markup) + "\n")
        .replacing("licence: CC0-1.0", with: "licence: " + yaml("@l" + markup))
        .replacing("service=stay-and-play", with: "service=parenting")
        .replacing("language: [eal]", with: "language: [" + yaml("=eal" + markup) + "]")
    }
    return input.appendingPathComponent("audit.yml").path
  }

  @Test("No page runs them, no cell of CSV or XLSX starts a formula, and no terminal takes an order")
  func everywhere() throws {
    let folder = try TemporaryFolder()
    let audit = try Self.sample(in: folder)
    var printed: [String: String] = [:]
    func run(_ name: String?, _ arguments: String...) throws {
      let outcome = try NeedsCommand.run(arguments)
      #expect(outcome.exitCode == 0, "\(arguments): \(outcome.messages)")
      #expect(!outcome.messages.contains("\u{1B}"))
      if let name { printed[name] = outcome.output }
    }
    try run(nil, "audit", audit, "--workspace", folder.path("W.gpkg"), "--reports", folder.path("pages"))
    try run(nil, "release", "--workspace", folder.path("W.gpkg"), "--to", folder.path("R.gpkg"))
    for format in ["csv", "shp", "xlsx"] {
      let out = folder.path(format == "xlsx" ? "x.xlsx" : format)
      try run(nil, "export", "--workspace", folder.path("R.gpkg"), "--format", format, "--out", out)
    }
    for kind in ["W", "R"] {
      let workspace = folder.path("\(kind).gpkg")
      try run(nil, "report", "--every", "catchment", "--workspace", workspace, "--out", folder.path("pages"))
      try run("\(kind).csv", "query", "unreached", "--workspace", workspace, "--format", "csv")
      try run("\(kind) table", "query", "unreached", "--workspace", workspace)
      try run(
        "\(kind) sql.csv", "sql", "SELECT name, name AS \"=1\" FROM areas", "--workspace", workspace, "--format", "csv")
      try run("\(kind) compare.csv", "compare", "--workspace", workspace, "--format", "csv")
    }
    try run("duties", "duties", audit)
    try run("check", "check", audit)
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) {
      guard name.hasSuffix(".csv") || name.hasSuffix(".html"), !name.hasPrefix("in/") else { continue }
      printed[name] = try String(contentsOfFile: folder.path(name), encoding: .utf8)
    }
    #expect(printed.count > 25)
    var seen = 0
    for (name, text) in printed {
      #expect(!text.contains("\u{1B}") || name.hasSuffix(".html"), "\(name)")
      if name.hasSuffix(".csv") {
        for cell in Self.cells(of: text) where cell.contains("<script>") || cell.contains("'=") {
          seen += 1
          let start = cell.unicodeScalars.first { $0 != " " }
          #expect(start.map { !"=+-@\t\r\n\u{FF1D}".unicodeScalars.contains($0) } ?? true, "\(name): \(cell)")
        }
      } else if name.hasSuffix(".html") || name == "duties" {
        #expect(!text.contains(#/[^\\]<(script>alert|img src=x)/#), "\(name)")
        if text.contains("&lt;script&gt;alert") { seen += 1 }
      }
    }
    #expect(seen > 400, "\(seen) of them were shown")
    let sheets = try Self.unzipped(folder.path("x.xlsx"))
    #expect(!sheets.contains("<f>") && !sheets.contains("<f ") && sheets.contains("'=cmd|calc!A0&lt;script&gt;"))
  }

  /// The cells of a CSV file, quotes undone.
  private static func cells(of csv: String) -> [String] {
    var cells: [String] = [""]
    var (isQuoted, wasQuote) = (false, false)
    for scalar in csv.unicodeScalars {
      // A quote in quotes is written twice.
      if scalar == "\"" {
        if wasQuote { cells[cells.count - 1].append("\"") }
        (isQuoted, wasQuote) = (!isQuoted, isQuoted)
        continue
      }
      wasQuote = false
      if !isQuoted, [",", "\n", "\r"].contains(scalar) {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }

  private static func unzipped(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist(): sys.stdout.buffer.write(z.read(n))",
      path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
