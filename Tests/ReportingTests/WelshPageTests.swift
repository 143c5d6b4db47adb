import Foundation
import FoundationXML
import Geodata
import Measures
import Tally
import Testing
import Workspace

@testable import Reporting

@Suite("Welsh pages") struct WelshPageTests {
  /// Every phrase that Sources/Reporting says, as its key: found in the source text, gaps numbered.
  private static func phrases() throws -> [String: String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Reporting")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var keys: [String: String] = [:]
    for case let url as URL in files where url.pathExtension == "swift" && !url.path.contains("/Welsh") {
      // Comments show examples; they are said to nobody.
      let text = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
      for match in text.matches(of: /(?:\bsay\(|\bWords\([a-z.]*\)\(|\bone: |\bmany: )\s*"/) {
        if let key = literal(text[match.range.upperBound...]) { keys[key] = url.lastPathComponent }
      }
    }
    return keys
  }

  /// The key of a string literal whose opening quote was read; nil where the text ends first.
  private static func literal(_ text: Substring) -> String? {
    var key = ""
    var gaps = 0
    var index = text.startIndex
    func next() -> Character? { index < text.endIndex ? text[index] : nil }
    while let character = next() {
      index = text.index(after: index)
      if character == "\"" { return key }
      guard character == "\\" else {
        key.append(character)
        continue
      }
      guard next() == "(" else { return nil }
      gaps += 1
      key += "{\(gaps)}"
      var depth = 0
      var isQuoted = false
      repeat {
        guard let inner = next() else { return nil }
        if inner == "\"" { isQuoted.toggle() }
        if !isQuoted || inner == "(" || inner == ")" { depth += inner == "(" ? 1 : inner == ")" ? -1 : 0 }
        index = text.index(after: index)
      } while depth > 0
    }
    return nil
  }

  @Test("have a Welsh sentence for each that the pages say, and none of the catalogue is English")
  func complete() throws {
    let phrases = try Self.phrases()
    #expect(phrases.count > 550)
    let missing = phrases.filter { Words.welsh[$0.key] == nil }
    #expect(missing.isEmpty, "\(missing.sorted { $0.key < $1.key }.prefix(20))")
    let english = /\b(the|of|and|are|with|which|children|was|were|that|not|for|from|this|there)\b/
    for (key, welsh) in Words.welsh {
      // The names of commands stand as they are typed.
      let words = welsh.replacing(/needs [a-z -]+/, with: "")
      #expect(words.firstMatch(of: english) == nil, "\(key): \(welsh)")
    }
  }

  @Test("say no sentence in English: profile, areas, comparison, from exact counts and a release")
  func noEnglish() throws {
    for made in [MadeUpBorough.exact, .released, MadeUpBorough(hasPeople: false, hasUse: false)] {
      let borough = made.borough
      var documents = [try #require(NeedProfile.document(of: "CC01", in: borough, language: .welsh))]
      let chosen = try #require(
        ChosenPlaces(
          areas: ["E0101000", "E0101001"], name: "Dwy", facts: borough.facts, shapes: borough.areaShapes))
      documents.append(try #require(AreaReport.document(of: chosen, in: borough, language: .welsh)))
      var content = CycleContent(cycle: borough.facts.cycle)
      content.atoms = [.init(area: "E0101000", catchments: [], surface: 1)]
      for kind in [Figure.Kind.catchment, .area] {
        documents.append(
          Comparison(
            in: borough, kind: kind, coverage: CatchmentCoverage(content), earlier: [borough], language: .welsh
          ).document())
      }
      for document in documents {
        let page = try Reader.read(try PageMarkup.render(document, banner: nil))
        let drawings = try page.all("img").compactMap { $0["src"] }.map { try Reader.read(drawing($0)).text }
        let text = ([page.text] + page.all("img").compactMap { $0["alt"] } + drawings).joined(separator: "\n")
        // The style sheet is no sentence; nor are the words of the file's own names, licences and sources.
        let lines = text.split(separator: "\n").map(String.init).filter { !$0.contains("{") }
        let english = /\b(the|of|and|are|with|which|was|were|that|for|from|there)\b/
        let found = lines.filter { $0.firstMatch(of: english) != nil && !Self.isOfAFile($0) }
        #expect(found.isEmpty, "\(document.kind): \(found.prefix(5))")
        #expect(page.all("html").first?["lang"] == "cy")
      }
    }
  }

  /// Titles and names that a file gives, and what the reading says of a file, which is in English wherever it stands.
  private static func isOfAFile(_ line: String) -> Bool {
    ["Index of Multiple Deprivation", "Stay and play", "Speech and language", "areas.geojson, E010: "].contains {
      line.contains($0)
    }
  }

  @Test("say in Welsh that a voice is about an area that was split since")
  func split() {
    let doubt = Complaint(
      .warning, "rows 3 and 7 about an area that was split since, taken as the whole authority: code the part",
      file: "voices.csv")
    #expect(
      Words(.welsh).line(doubt)
        == "voices.csv: rhesi 3 a 7: am ardal a rannwyd ers hynny, a gymerir fel yr awdurdod cyfan: codiwch y rhan")
  }

  @Test("write numbers and days as Welsh readers do")
  func numbers() {
    let say = Words(.welsh)
    #expect(say.number(1_234_567) == "1,234,567")
    #expect(say.decimal(-0.5, places: 1) == "\u{2212}0.5")
    #expect(say.percent(0.004) == "dan 1%")
    #expect(say.percent(0.999) == "dros 99%")
    #expect(say.day(iso: "2026-02-28") == "28 Chwefror 2026")
    #expect(say.month(key: "2025-12") == "Rhagfyr 2025")
    #expect(say.list(["a", "b", "c"]) == "a, b a c")
  }
}
