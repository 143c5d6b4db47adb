import Foundation
import Geodata
import Statistics
import PublishedData
import Testing

/// The test tables of Public Health England's indicator methods: Byar, exact Poisson and Wilson at 95 % and 99.8 %.
@Suite(
  "Public Health England's test tables",
  .enabled(if: SharedData.has("oracles/phe/testdata_Rate.xlsx"), "needs ../shared/data/oracles/phe"))
struct PublishedIntervalTests {
  struct Row {
    var events: Double?
    var people: Double?
    var limits: [ConfidenceLevel: (lower: Double?, upper: Double?)] = [:]
    var method: String
    var multiplier: Double
  }

  static func rows(_ file: String, sheet: String) throws -> [Row] {
    let table = try Table.open(
      TableSource(url: SharedData.url("oracles/phe/\(file)"), name: file, sheet: sheet, columns: ["Area"]))
    let index = { (name: String) in try table.index(of: name) }
    let (events, people) = (try index("Numerator"), try index("Denominator"))
    let (method, multiplier) = (try index("method"), try index("multiplier"))
    let wide = try? (index("lower95_0cl"), index("upper95_0cl"), index("lower99_8cl"), index("upper99_8cl"))
    let single = try? (index("lowercl"), index("uppercl"))
    var rows: [Row] = []
    try table.forEachRow { row in
      func number(_ column: Int) -> Double? { Double(row.text(column)) }
      var result = Row(
        events: number(events), people: number(people), method: row.text(method),
        multiplier: number(multiplier) ?? 1)
      if let wide {
        result.limits[.percent95] = (number(wide.0), number(wide.1))
        result.limits[.percent99point8] = (number(wide.2), number(wide.3))
      } else if let single {
        result.limits[.percent95] = (number(single.0), number(single.1))
      }
      rows.append(result)
    }
    return rows
  }

  @Test("Proportions by Wilson", arguments: ["testdata_Prop", "testdata_Prop_g"])
  func proportions(sheet: String) throws {
    let rows = try Self.rows("testdata_Proportion.xlsx", sheet: sheet)
    var compared = 0
    for row in rows {
      guard let events = row.events, let people = row.people else { continue }
      for (level, limits) in row.limits {
        // A blank limit in the table is one that nobody worked out.
        guard let lower = limits.lower, let upper = limits.upper else { continue }
        let interval = try #require(Wilson.interval(events: events, of: people, at: level)?.scaled(by: row.multiplier))
        #expect(isClose(interval.lower, lower))
        #expect(isClose(interval.upper, upper))
        compared += 1
      }
    }
    #expect(compared >= 8)
  }

  @Test("Rates by Byar from ten events, exactly below", arguments: ["testdata_Rate", "testdata_Rate_g"])
  func rates(sheet: String) throws {
    let rows = try Self.rows("testdata_Rate.xlsx", sheet: sheet)
    var compared = 0
    for row in rows {
      guard let events = row.events, let people = row.people else { continue }
      #expect((row.method == "Byars") == (events >= EventInterval.byarFrom))
      for (level, limits) in row.limits {
        guard let lower = limits.lower, let upper = limits.upper else { continue }
        let interval = try #require(
          EventInterval.rate(events: events, of: people, at: level)?.scaled(by: row.multiplier))
        #expect(isClose(interval.lower, lower))
        #expect(isClose(interval.upper, upper))
        compared += 1
      }
    }
    #expect(compared >= 8)
  }

  @Test("Byar and Wilson on their own, one event at 99.8 % included")
  func both() throws {
    let file = "testdata_Byars_Wilson.xlsx"
    let table = try Table.open(
      TableSource(url: SharedData.url("oracles/phe/\(file)"), name: file, columns: ["x", "n", "lowercl"]))
    var compared = 0
    try table.forEachRow { row in
      guard let x = Double(row.text(0)), let upper = Double(row.text(3)) else { return }
      let level: ConfidenceLevel = row.text(4) == "95%" ? .percent95 : .percent99point8
      let interval =
        row.text(5) == "Byars"
        ? Byar.interval(events: x, at: level) : Wilson.interval(events: x, of: Double(row.text(1)) ?? 0, at: level)
      let got = try #require(interval)
      #expect(isClose(got.upper, upper))
      // Byar's lower limit of one event at 99.8 % would be below 0: the table leaves it out, here it is 0.
      if let lower = Double(row.text(2)) { #expect(isClose(got.lower, lower)) } else { #expect(got.lower == 0) }
      compared += 1
    }
    #expect(compared == 13)
  }
}
