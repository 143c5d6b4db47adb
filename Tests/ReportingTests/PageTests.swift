import Foundation
import FoundationXML
import Testing

import Measures
import Tally

@testable import Reporting

/// What an XML parser sees of a page.
final class Reader: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String])] = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  static func read(_ markup: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = reader
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    return reader
  }

  func all(_ name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }
}

/// The SVG of a picture's data address.
func drawing(_ source: String) throws -> String {
  let encoded = try #require(source.hasPrefix("data:image/svg+xml,") ? source.dropFirst(19) : nil)
  return try #require(String(encoded).removingPercentEncoding)
}

@Suite("A page") struct PageTests {
  static let boroughs: [(String, MadeUpBorough)] = [
    ("exact", .exact), ("released", .released), ("no numbers of children", MadeUpBorough(hasPopulation: false)),
    ("no enrolments", MadeUpBorough(hasPeople: false, hasUse: false)), ("no visits", MadeUpBorough(hasUse: false)),
    ("no deprivation", MadeUpBorough(hasDeprivation: false)), ("no groups", MadeUpBorough(hasGroups: false)),
    ("no shapes", MadeUpBorough(hasShapes: false)),
    (
      "nothing but areas",
      MadeUpBorough(hasPopulation: false, hasPeople: false, hasUse: false, hasDeprivation: false, hasGroups: false)
    ),
    ("hostile names", MadeUpBorough(hostile: MadeUpBorough.attack)),
    ("hostile names, released", MadeUpBorough(hide: 4, base: 5, hostile: MadeUpBorough.attack)),
  ]

  @Test("is well-formed XML, and so is each of its drawings", arguments: boroughs)
  func wellFormed(_ name: String, _ borough: MadeUpBorough) throws {
    for code in ["CC01", "CC02"] {
      let reader = try Reader.read(try borough.page(code, banner: "INTERNAL"))
      for image in reader.all("img") {
        let svg = try Reader.read(try drawing(try #require(image["src"])))
        #expect(svg.elements.first?.name == "svg")
        #expect(svg.all("title").count == 1)
        #expect(svg.all("desc").count == 1)
      }
    }
  }

  @Test(
    "has a language, a title, one first heading, an alternative for each picture and a scope for each table heading",
    arguments: boroughs)
  func accessible(_ name: String, _ borough: MadeUpBorough) throws {
    let reader = try Reader.read(try borough.page())
    #expect(reader.all("html").first?["lang"] == "en-GB")
    #expect(reader.all("title").count == 1)
    #expect(reader.all("h1").count == 1)
    #expect(reader.all("main").count == 1)
    for image in reader.all("img") { #expect((image["alt"] ?? "").count > 20) }
    for heading in reader.all("th") { #expect(["col", "row"].contains(heading["scope"] ?? "")) }
    #expect(reader.all("caption").count == reader.all("table").count)
    let targets = Set(reader.all("section").compactMap { $0["id"] })
    for link in reader.all("a") { #expect(targets.contains(String((link["href"] ?? "").dropFirst()))) }
  }

  @Test("asks for nothing from elsewhere and runs no script", arguments: boroughs)
  func selfContained(_ name: String, _ borough: MadeUpBorough) throws {
    let reader = try Reader.read(try borough.page())
    #expect(reader.all("script").isEmpty)
    #expect(reader.all("link").isEmpty)
    for element in reader.elements {
      for (key, value) in element.attributes {
        #expect(!key.lowercased().hasPrefix("on"))
        if key == "src" { #expect(value.hasPrefix("data:image/svg+xml,")) }
        if key == "href" { #expect(value.hasPrefix("#")) }
      }
    }
  }

  @Test("has all its sections whatever is missing, each with something to read", arguments: boroughs)
  func sections(_ name: String, _ borough: MadeUpBorough) throws {
    let document = try #require(NeedProfile.document(of: "CC01", in: borough.borough))
    #expect(
      document.sections.map(\.id) == [
        "people", "areas", "reach", "outreach", "groups", "deprivation", "indicators", "services", "flows", "quality",
        "limits", "sources", "method",
      ])
    #expect(!document.headline.isEmpty)
    for section in document.sections { #expect(!section.blocks.isEmpty, "\(section.id)") }
  }

  @Test("shows names that try to break out as the text that they are")
  func escaping() throws {
    var borough = MadeUpBorough.exact
    borough.hostile = MadeUpBorough.attack
    let markup = try borough.page()
    #expect(!markup.contains("<script"))
    #expect(!markup.contains("<img src=x"))
    let reader = try Reader.read(markup)
    #expect(reader.text.contains(MadeUpBorough.attack))
    // In a drawing the same: one picture names the attacker in its description.
    let descriptions = reader.all("img").compactMap { $0["alt"] }
    #expect(descriptions.contains { $0.contains(MadeUpBorough.attack) })
  }

  @Test("is the same bytes each time")
  func deterministic() throws {
    #expect(try MadeUpBorough.exact.page() == MadeUpBorough.exact.page())
    #expect(try MadeUpBorough.released.page() == MadeUpBorough.released.page())
  }

  @Test("takes every rate from the book of figures, under the id that explains it")
  func figures() throws {
    let borough = MadeUpBorough.exact.borough
    let reader = try Reader.read(try MadeUpBorough.exact.page())
    let ids = reader.elements.compactMap { $0.attributes["data-figure"] }
    #expect(ids.contains("reached.rate@CC01@2025-26"))
    let book = FigureBook(facts: borough.facts, asked: "*")
    for id in ids { #expect(book.figure(id: id) != nil, "\(id)") }
  }

  @Test("sets beside a mean the areas that it hides, the least and the most")
  func spread() throws {
    let borough = MadeUpBorough.exact.borough
    let document = try #require(NeedProfile.document(of: "CC01", in: borough))
    let reach = try #require(document.sections.first { $0.id == "reach" })
    let tables = reach.blocks.flatMap { block -> [Table] in
      guard case .beside(_, let right) = block else { return [] }
      return right.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
    let row = try #require(tables.first?.rows.first { $0[0].text == "Reached" })
    let members = borough.facts.weights.filter { $0.catchment == "CC01" && $0.rule == .population && $0.weight >= 0.5 }
    let shares = members.compactMap { member -> Double? in
      let area = borough.facts.areas.first { $0.code == member.area }
      guard let area, let children = area.denominators["children"]?.value, children > 0 else { return nil }
      return area.people.reached.value / children
    }.filter { $0 <= 1 }.map { ($0 * 100).rounded() }
    let (least, most) = (try #require(shares.min()), try #require(shares.max()))
    #expect(least < most && row.last?.text.withoutFigures == "\(Int(least)) to \(Int(most))")
  }

  @Test("has a headline that twelve years of school suffice for", arguments: boroughs)
  func readingAge(_ name: String, _ borough: MadeUpBorough) throws {
    guard borough.hostile.isEmpty else { return }
    for code in ["CC01", "CC02"] {
      let document = try #require(NeedProfile.document(of: code, in: borough.borough))
      for sentence in document.headline.map(\.withoutFigures) {
        #expect(try #require(ReadingGrade.fleschKincaid(sentence)) < 12, "\(sentence)")
      }
      #expect(
        try #require(ReadingGrade.fleschKincaid(document.headline.map(\.withoutFigures).joined(separator: " "))) < 8)
    }
  }

  @Test("says in words how sure it is")
  func words() throws {
    let document = try #require(NeedProfile.document(of: "CC01", in: MadeUpBorough.exact.borough))
    #expect(document.headline.first?.withoutFigures == "About 19 in 100 children under 5 who live here were reached.")
    // 143 of 741.2 children by the population rule; Wilson by hand: 0.1661 to 0.2229.
    #expect(document.headline[1].withoutFigures == "The true figure is likely between 17 and 22 in 100.")
  }
}

@Suite("A released page") struct ReleasedPageTests {
  @Test("holds nothing that only exact counts can tell")
  func nothingExact() throws {
    let text = try Reader.read(try MadeUpBorough.released.page()).text
    for secret in ["families", "could not be placed", "blank id", "by coordinates", "casual"] {
      let lines = text.split(separator: "\n").filter { $0.contains(secret) && !$0.contains("not in a release") }
      #expect(lines.isEmpty, "\(secret): \(lines)")
    }
    #expect(text.contains("Counts from 1 to 4 print as c"))
    #expect(text.contains("A release does not say how children were placed"))
  }

  @Test("prints small sums as c and others to the base, with their bounds")
  func counts() {
    let counts = CountWords(say: Words(), hide: 4, base: 5)
    #expect(counts.text(Count(value: 2.5, low: 1, high: 4)) == "c")
    #expect(counts.text(.zero) == "0")
    #expect(counts.text(Count(value: 2, low: 0, high: 4)) == "c")
    // Two hidden cells: 2 to 8, no longer hidden.
    #expect(counts.text(Count(value: 5, low: 2, high: 8)) == "5")
    #expect(counts.text(Count(value: 372.5, low: 353, high: 397)) == "375")
    #expect(counts.long(Count(value: 372.5, low: 353, high: 397)) == "about 375 (between 353 and 397)")
    #expect(counts.cell(nil).text == "w")
  }

  @Test("is the same for two boroughs whose coarsened counts are the same")
  func nonInterference() throws {
    // The fixture coarsens; a borough with other exact counts and equal coarsened ones gives equal facts by design, so
    // equality of pages rests on pages being functions of facts alone: no clock, no path, no order of hashing.
    let pages = try (0..<4).map { _ in try MadeUpBorough.released.page() }
    #expect(Set(pages).count == 1)
  }
}
