import Foundation
import Testing
import Workspace

/// What audit.yml states of a file's licence goes where the file's places go.
@Suite("Licences of areas, catchments and centres") struct RightsTests {
  @Test("stand on the page, in a release, in each export, and in the explanation of a figure")
  func passedOn() throws {
    let folder = try TemporaryFolder()
    let place = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: place)
    let audit = place.appendingPathComponent("audit.yml")
    let words = "Contains made-up data © Sandmere & Sons 2011"
    let text = try String(contentsOf: audit, encoding: .utf8).replacing(
      "  columns: {code: area_code, name: area_name}",
      with: "  columns: {code: area_code, name: area_name}\n  attribution: \(words)\n  vintage: 2011")
    try text.replacing(#/(areas.geojson(.|\n)*?licence:) CC0-1.0/#) { "\($0.output.1) Licence-of-areas" }
      .write(to: audit, atomically: true, encoding: .utf8)
    let (exact, release) = (folder.path("W.gpkg"), folder.path("R.gpkg"))
    func run(_ arguments: String...) throws -> String {
      let outcome = try NeedsCommand.run(arguments)
      try #require(outcome.exitCode == 0, "\(arguments): \(outcome.messages)")
      return outcome.output
    }
    _ = try run("audit", audit.path, "--workspace", exact)
    _ = try run("release", "--workspace", exact, "--to", release)
    for workspace in [exact, release] {
      let page = try run("profile", "SC01", "--workspace", workspace)
      #expect(page.contains("Licence-of-areas") && page.contains("Contains made-up data © Sandmere &amp; Sons 2011"))
      // The map says whose borders it draws.
      #expect(
        page.removingPercentEncoding?.contains("Boundaries: Contains made-up data") == true
          || page.contains("%C2%A9 Sandmere"))
      let sources = try run(
        "sql", "SELECT role, licence, attribution FROM provenance", "--workspace", workspace, "--format", "csv")
      #expect(sources.contains("areas,Licence-of-areas,"))
      for role in ["catchments", "centres"] { #expect(sources.contains("\(role),CC0-1.0,made up by needs sample")) }
    }
    for format in ["gpkg", "csv", "geojson", "shp"] {
      let out = folder.path("out-\(format)\(format == "gpkg" ? ".gpkg" : "")")
      _ = try run("export", "--workspace", release, "--format", format, "--out", out)
      let file =
        switch format {
        case "gpkg": out
        case "csv": out + "/areas.csv-metadata.json"
        default: out + "/README.txt"
        }
      let data = try Data(contentsOf: URL(fileURLWithPath: file))
      for needle in ["Licence-of-areas", words] {
        #expect(data.range(of: Data(needle.utf8)) != nil, "\(format): no \(needle)")
      }
      if format == "gpkg" { #expect(data.range(of: Data("gpkg_metadata_reference".utf8)) != nil) }
    }
  }
}
