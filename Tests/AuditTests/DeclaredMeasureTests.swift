import Foundation
import Testing
import Workspace

@testable import Audit

@Suite("Measures and denominators of an audit's own")
struct DeclaredMeasureTests {
  private static let more = """
    population: {file: under-fives.csv, columns: {area: code, children: n}}
    enrolments: {file: e.csv, columns: {child: id, postcode: pc, language_group: lang}, groups: {language: lang}}
    denominators:
      - {id: births, title: Births in a year, file: births.csv, columns: {area: code, value: n}, date: 2025-06-30}
    """
    .replacing(", language_group: lang", with: "")

  private static func message(_ measure: String) -> String {
    AuditFileTests.message("\(AuditFileTests.smallest)\n\(more)\nmeasures:\n  - {\(measure)}\n")
  }

  @Test("are read with all that the dictionary prints of them")
  func read() throws {
    let file = try AuditFileTests.parse(
      """
      \(AuditFileTests.smallest)
      \(Self.more)
      measures:
        - id: seen-per-birth
          title: Seen, for 100 births
          numerator: reached[service=health-visitor]
          denominator: births
          unit: ratio
          per: 100
          polarity: higher-is-better
          caveats: [Children seen are under five.]
        - {id: never-seen, numerator: enrolled - reached, denominator: enrolled}
        - {id: eal-sustained, numerator: "sustained[language=eal]", unit: count}
      """)
    #expect(file.measures.map(\.id) == ["seen-per-birth", "never-seen", "eal-sustained"])
    #expect(file.measures[0].per == 100)
    #expect(file.measures[0].caveats == ["Children seen are under five."])
    #expect(file.measures[1].unit == "share")
    #expect(file.denominators.first?.id == "births")
  }

  @Test(
    "that cannot be are refused with the line and what to do",
    arguments: [
      ("id: reached.of-births, numerator: reached, denominator: births", "the id of another measure"),
      ("id: births, numerator: reached, denominator: births", "the id of another measure"),
      ("id: 'a b', numerator: reached, denominator: births", "letters, digits and hyphens"),
      ("id: x, numerator: reached", "needs denominator:"),
      ("id: x, numerator: reached, denominator: birth", "did you mean births?"),
      ("id: x, numerator: reached, denominator: reached", "are the same"),
      ("id: x, numerator: visits, denominator: children", "visits are no share"),
      ("id: x, numerator: reached - enrolled, denominator: enrolled", "no part of"),
      ("id: x, numerator: 'reached[colour=red]', denominator: children", "no group column"),
      ("id: x, numerator: 'enrolled[service=play]', denominator: children", "nobody is enrolled with one service"),
      ("id: x, numerator: 'sustained[month=2025-09]', denominator: enrolled", "whole cycle"),
      ("id: x, numerator: reached + sustained, denominator: enrolled", "no count"),
      ("id: x, numerator: reached, denominator: enrolled, unit: percent", "unit is one of"),
      ("id: x, numerator: reached, denominator: enrolled, per: 0", "per is a number over 0"),
      ("id: x, numerator: births, unit: count", "printed as births.count already"),
      ("id: x, numerator: reached, denominator: enrolled, colour: red", "colour"),
    ])
  func refused(measure: String, words: String) {
    let message = Self.message(measure)
    #expect(message.contains(words), "\(message)")
    #expect(message.contains("line "), "\(message)")
  }

  @Test("Two of one id are refused")
  func twice() {
    let two =
      "id: x, numerator: reached, denominator: enrolled}\n  - {id: x, numerator: sustained, denominator: enrolled"
    #expect(Self.message(two).contains("two measures are called x"))
    let sets = AuditFileTests.message(
      """
      \(AuditFileTests.smallest)
      denominators:
        - {id: births, file: a.csv, columns: {area: a, value: n}}
        - {id: births, file: b.csv, columns: {area: a, value: n}}
      """)
    #expect(sets.contains("two denominators are called births"))
  }

  @Test("Births by area are read with their date, gaps and hidden numbers, and flagged where they are old")
  func births() throws {
    let content = try PopulationPointsTests.run(
      """
      denominators:
        - {id: births, title: Births, file: births.csv, columns: {area: area, value: n}, date: 2023-06-30, source: Registrar}
        - {id: twos, file: twos.csv, columns: {area: area, value: n}, date: 2025-01-16}
      """, ["births.csv": "area,n\nA,12\nB,c\n", "twos.csv": "area,n\nA,0\nB,7\n"])
    let births = try #require(content.denominatorSets.first { $0.id == "births" })
    #expect(births.isStale && births.title == "Births" && births.source == "Registrar: births.csv")
    let twos = try #require(content.denominatorSets.first { $0.id == "twos" })
    #expect(!twos.isStale && twos.title == "twos")
    #expect(content.denominators.first { $0.set == "births" && $0.area == "A" }?.value == 12)
    #expect(content.denominators.first { $0.set == "births" && $0.area == "B" }?.state == .suppressed)
    #expect(content.denominators.first { $0.set == "twos" && $0.area == "A" }?.value == 0)
  }
}
