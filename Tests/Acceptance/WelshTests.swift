import Foundation
import Siting
import Testing

@Suite("Pages in Welsh, of a whole audit") struct WelshTests {
  /// What a reader of the page is told: its text, its alternative texts and the text of its drawings, without what is marked
  /// as English.
  private static func texts(_ file: String) throws -> [String] {
    var page = try String(contentsOfFile: file, encoding: .utf8)
    page.replace(/<style>(.|\n)*?<\/style>/, with: "")
    page.replace(/<span lang="en-GB"[^>]*>[^<]*<\/span>/, with: "")
    var found: [String] = []
    for match in page.matches(of: /src="data:image\/svg\+xml,([^"]*)"/) {
      let drawing = try #require(String(match.output.1).removingPercentEncoding)
      found += drawing.matches(of: />([^<]+)</).map { String($0.output.1) }
    }
    page.replace(/src="[^"]*"/, with: "")
    found += page.matches(of: /(?:alt|aria-label)="([^"]*)"/).map { String($0.output.1) }
    return found + page.matches(of: />([^<]+)</).map { String($0.output.1) }
  }

  /// Titles, names and codes that the files of the sample give: they are in English wherever they stand.
  private static func given() throws -> [String] {
    let folder = NeedsCommand.root.appendingPathComponent("geodata")
    var words: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      guard ["csv", "yml", "geojson"].contains(file.pathExtension) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for piece in text.split(whereSeparator: { ",:{}\"\n".contains($0) }) {
        let word = piece.trimmingCharacters(in: .whitespaces)
        guard word.count > 4, word.contains(where: \.isLowercase) else { continue }
        let spoken = word.replacing("-", with: " ")
        words.formUnion([word, spoken, spoken.prefix(1).uppercased() + spoken.dropFirst()])
      }
    }
    return words.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  @Test(
    "say no sentence in English: profile, report, release, comparison, check, proposal, sites",
    .timeLimit(.minutes(10)))
  func english() throws {
    let folder = try TemporaryFolder()
    let audit = AuditedBorough.sample.audit
    let (exact, release) = (try AuditedBorough.sample.copy(to: folder), folder.path("R.gpkg"))
    var commands = [
      ["release", "--workspace", exact, "--to", release], ["claim", "draft", "--workspace", exact],
      ["profile", "SC01", "--workspace", exact, "--out", folder.path("profile.html")],
      ["profile", "SC02", "--workspace", release, "--out", folder.path("released.html")],
      [
        "report", "--workspace", exact, "--areas", "X01000011,X01000040", "--name", "Dwy", "--out",
        folder.path("report.html"),
      ],
      ["compare", "--workspace", exact, "--cycles", "all", "--format", "html", "--out", folder.path("compare.html")],
      ["compare", "--workspace", release, "--kind", "area", "--format", "html", "--out", folder.path("areas.html")],
      ["compare", "--workspace", exact, "--kind", "centre", "--format", "html", "--out", folder.path("centres.html")],
      ["check", audit, "--html", folder.path("check.html")],
      [
        "compare", audit, "--close", "SC03", "--open", "484000,561500", "--format", "html", "--out",
        folder.path("proposal.html"),
      ],
    ]
    if (try? CBC()) != nil { commands.append(["site", audit, "--sites", "2", "--html", folder.path("site.html")]) }
    for command in commands {
      let isPage = command.last?.hasSuffix(".html") == true
      let run = try NeedsCommand.run(command + (isPage ? ["--language", "welsh"] : []))
      try #require(run.exitCode == 0, "\(command): \(run.messages)")
    }
    let given = try Self.given()
    // Words that no Welsh sentence has.
    let english =
      /\b(the|of|and|are|with|which|was|were|that|for|from|there|this|have|has|not|children|reached|enrolled|rows|areas|between|share)\b/
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { $0.hasSuffix(".html") }
    #expect(pages.count >= 8)
    for page in pages.sorted() {
      let texts = try Self.texts(folder.path(page))
      #expect(texts.count > 50, "\(page)")
      let found = texts.filter { text in
        guard text.firstMatch(of: english) != nil else { return false }
        let rest = given.reduce(text) { $1.count > $0.count ? $0 : $0.replacing($1, with: "") }
        return rest.firstMatch(of: english) != nil
      }
      #expect(found.isEmpty, "\(page): \(Set(found).sorted().prefix(10))")
    }
  }

  @Test(
    "An audit writes its pages in both languages, each the same bytes as the page by itself", .timeLimit(.minutes(5)))
  func both() throws {
    let folder = try TemporaryFolder()
    let (exact, reports) = (folder.path("W.gpkg"), folder.path("reports"))
    let run = try NeedsCommand.run(
      "audit", AuditedBorough.sample.audit, "--workspace", exact, "--reports", reports, "--language", "both")
    try #require(run.exitCode == 0, "\(run.messages)")
    for (language, code, place) in [("en", "en-GB", reports), ("cy", "cy", reports + "/cy")] {
      let page = try Data(contentsOf: URL(fileURLWithPath: place + "/internal-profile-SC02.html"))
      #expect(String(decoding: page, as: UTF8.self).contains("<html lang=\"\(code)\""))
      let alone = try NeedsCommand.run("profile", "SC02", "--workspace", exact, "--language", language)
      #expect(Data(alone.output.utf8) == page)
      let check = try String(contentsOfFile: place + "/internal-check.html", encoding: .utf8)
      #expect(check.contains("<html lang=\"\(code)\""))
      let mode = try FileManager.default.attributesOfItem(atPath: place + "/internal-profile-SC02.html")
      #expect(mode[.posixPermissions] as? Int == 0o600)
      #expect(try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int == 0o700)
    }
    // One report in two languages has one name only; a language without pages says nothing.
    let one = try NeedsCommand.run(
      "report", "--workspace", exact, "--areas", "X01000011", "--out", folder.path("a.html"), "--language", "both")
    #expect(one.exitCode == 64 && one.messages.contains("--every"))
    let none = try NeedsCommand.run("audit", AuditedBorough.sample.audit, "--workspace", exact, "--language", "cy")
    #expect(none.exitCode == 64 && none.messages.contains("--reports"))
    let every = try NeedsCommand.run(
      "report", "--workspace", exact, "--every", "catchment", "--out", folder.path("every"), "--language", "both")
    #expect(every.exitCode == 0, "\(every.messages)")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("every/cy"))
    #expect(pages.contains("internal-profile-SC02.html") && pages.count == 5)
  }
}
