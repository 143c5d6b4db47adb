import Foundation
import Testing

/// What `needs check` and the page of the check say of values far outside the rest.
@Suite("Outliers and the page of the check")
struct CheckPageTests {
  /// The small borough with forty ordinary children, and rows that cannot be.
  static func folder() throws -> TemporaryFolder {
    let folder = try WrongInputTests.folder()
    var rows = "child,born,easting,northing\n"
    for index in 0..<40 {
      rows += "secret-\(index),2023-05-\(10 + index % 20),\(430_100 + 40 * index),\(550_100 + 20 * index)\n"
    }
    rows += "secret-40,1985-02-03,430300,550300\nsecret-41,2031-02-03,430310,550310\n"
    rows += "secret-42,2023-06-01,630310,550310\n"
    var visits = "child,date,centre\n"
    for index in 0..<40 { visits += "secret-\(index),2025-10-13,C1\n" }
    for day in 10..<30 { visits += "secret-7,2025-11-\(day),C1\n" }
    visits += "secret-3,2019-11-25,C1\n"
    try folder.write("enrolments.csv", rows)
    try folder.write("visits.csv", visits)
    return folder
  }

  @Test(
    "adults, births to come, a home far away, many visits and visits outside the cycles are named by row, never by value"
  )
  func children() throws {
    let folder = try Self.folder()
    let checked = try NeedsCommand.run(
      "check", folder.path("audit.yml"), "--format", "csv", "--html", folder.path("check.html"))
    #expect(checked.exitCode == 0, "\(checked.messages)")
    let page = try String(contentsOfFile: folder.path("check.html"), encoding: .utf8)
    let lines = checked.output.replacing("\r\n", with: "\n").split(separator: "\n").filter { $0.hasPrefix("outlier") }
    for (what, row) in [
      ("dates of birth of adults", 42), ("dates of birth in the future", 43), ("homes far from all others", 44),
      ("visits of one child in the cycle", 9), ("visits outside every cycle", 62),
    ] {
      let line = try #require(lines.first { $0.contains(what) }, "\(what): \(lines)")
      #expect(line.contains("look at row \(row)"), "\(line)")
      #expect(page.contains(what))
    }
    #expect(lines.count == 5)
    #expect(page.contains("INTERNAL"))
    for value in ["secret-", "1985", "2031", "630310"] {
      #expect(!page.contains(value) && !checked.output.contains(value), "\(value)")
    }
  }

  @Test("an audit writes the page beside the profiles, and hands the doubtful rows back in the ledger")
  func audit() throws {
    let folder = try Self.folder()
    let outcome = try NeedsCommand.run(
      "audit", folder.path("audit.yml"), "--workspace", folder.path("W.gpkg"), "--reports", folder.path("pages"),
      "--rejects", folder.path("rejects.csv"))
    #expect(outcome.exitCode == 0, "\(outcome.messages)")
    let page = try String(contentsOfFile: folder.path("pages/internal-check.html"), encoding: .utf8)
    for part in ["Completeness", "Validity", "How homes were matched", "Far outside the rest", "Denominators"] {
      #expect(page.contains("<h2>\(part)</h2>"), "\(part)")
    }
    let ledger = try String(contentsOfFile: folder.path("rejects.csv"), encoding: .utf8)
    #expect(ledger.contains("enrolments.csv,42,among the dates of birth of adults"))
    #expect(!ledger.contains("1985"))
  }
}
