import FoundationXML
import Measures
import Testing

@testable import Reporting

@Suite("A page in Welsh") struct WelshTests {
  @Test("fills the same gaps as the English one, in whatever order")
  func gaps() {
    func gaps(_ pattern: String) -> [String] { pattern.matches(of: /\{\d\}/).map { String($0.output) }.sorted() }
    for (english, welsh) in Words.welsh.merging(welshFindings, uniquingKeysWith: { $1 }) {
      #expect(gaps(english) == gaps(welsh), "\(english)")
    }
  }

  @Test("says so, and leaves no heading, headline or caption of the profile in English")
  func headings() throws {
    for made in [MadeUpBorough.exact, .released] {
      let english = try #require(NeedProfile.document(of: "CC01", in: made.borough))
      let welsh = try #require(NeedProfile.document(of: "CC01", in: made.borough, language: .welsh))
      #expect(zip(english.sections, welsh.sections).allSatisfy { $0.title != $1.title })
      #expect(zip(english.headline, welsh.headline).allSatisfy { $0 != $1 })
      #expect(welsh.headline.first?.withoutFigures.hasPrefix("Cyrhaeddwyd tua") == true)
    }
    let page = try Reader.read(try MadeUpBorough.exact.page(language: .welsh))
    #expect(page.all("html").first?["lang"] == "cy")
    #expect(page.text.contains("1 Medi 2025 i 31 Awst 2026"))
  }
}

@Suite("A report on chosen areas") struct AreaReportTests {
  @Test("has the figures of whole areas added up, and no more than can be told of them")
  func report() throws {
    let borough = MadeUpBorough.exact.borough
    let codes: Set = ["E0101000", "E0101001"]
    func chosen(_ codes: Set<String>) -> ChosenPlaces? {
      ChosenPlaces(areas: codes, name: "Two", facts: borough.facts, shapes: borough.areaShapes)
    }
    let two = try #require(chosen(codes))
    let document = try #require(AreaReport.document(of: two, in: borough))
    // By hand: children 60 and 71; enrolled 20 and 27; reached 6 and 11: 17 of 131 is 13 in 100.
    #expect(document.headline.first?.withoutFigures == "About 13 in 100 children under 5 who live here were reached.")
    let ids = document.sections.map(\.id)
    #expect(!ids.contains("flows") && !ids.contains("services") && !ids.contains("groups"))
    let reader = try Reader.read(try PageMarkup.render(document, banner: nil))
    #expect(reader.text.contains("Small areas named by their codes."))
    #expect(chosen(["nowhere"]) == nil)
  }

  @Test("compares with the whole borough and shades as its other maps do")
  func whole() throws {
    let borough = MadeUpBorough.exact.borough
    let one = try #require(
      ChosenPlaces(areas: ["E0101000"], name: "One", facts: borough.facts, shapes: borough.areaShapes))
    let chosen = Borough(choosing: one, in: borough)
    #expect(chosen.authority.reached?.value == borough.authority.reached?.value)
    #expect(chosen.theme.classes.breaks == borough.theme.classes.breaks)
  }
}
