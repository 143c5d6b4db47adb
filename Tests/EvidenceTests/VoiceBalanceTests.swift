import Foundation
import Geodata
import Testing

@testable import Evidence

@Suite struct VoiceBalanceTests {
  static let first = Day(year: 2025, month: 9, day: 1) ?? Day(daysSince1970: 0)
  static let last = Day(year: 2026, month: 8, day: 31) ?? Day(daysSince1970: 0)

  static func voice(
    _ number: Int, by contributor: String, group: String = "other", theme: String = "debt", source: String = "parent",
    second: String? = nil, consent: Bool = true, day: Int = 40, stance: Voice.Stance = .raises
  ) -> Voice {
    Voice(
      id: "\(number)", date: first.adding(days: day), source: source, channel: "survey", group: group, theme: theme,
      second: second, stance: stance, contributor: contributor, hasConsent: consent)
  }

  private func balance(
    _ voices: [Voice], groups: [VoiceBalance.GroupPeople] = [.init(column: "language", value: "eal", people: 200)]
  ) -> VoiceBalance {
    VoiceBalance(
      voices, from: Self.first, to: Self.last, groups: groups, everybody: 1000, areas: [("A", 600), ("B", 400)])
  }

  @Test("Only consented voices of the cycle count")
  func counted() {
    let voices = [
      Self.voice(1, by: "a"), Self.voice(2, by: "b", consent: false), Self.voice(3, by: "c", day: -1),
      Self.voice(4, by: "d", day: 364), Self.voice(5, by: "e", day: 365),
    ]
    #expect(balance(voices).consented == 2)
  }

  @Test("A contributor with 15 in 100 is loud, one with fewer is not")
  func loud() {
    let quiet = (0..<85).map { Self.voice($0, by: "q\($0 % 40)") }
    let fifteen = (0..<15).map { Self.voice(100 + $0, by: "x") }
    #expect(balance(quiet + fifteen).loud.map(\.contributor) == ["x"])
    #expect(balance(quiet + fifteen.dropLast()).loud.isEmpty)
  }

  @Test("Twenty equal contributors are twenty effective voices")
  func effective() {
    let balance = balance((0..<60).map { Self.voice($0, by: "q\($0 % 20)") })
    #expect(abs((balance.effectiveVoices ?? 0) - 20) < 1e-12)
    #expect(balance.loudestShare == 3.0 / 60)
  }

  @Test("A fifth of the people with a hundredth of the voices, or none of thirty, is unheard; with a fifth it is heard")
  func unheard() {
    func spoken(_ count: Int, of all: Int) -> VoiceBalance {
      balance((0..<all).map { Self.voice($0, by: "q\($0)", group: $0 < count ? "eal" : "other") })
    }
    #expect(spoken(2, of: 200).unheard.map(\.group) == ["eal"])
    #expect(spoken(0, of: 30).unheard.map(\.group) == ["eal"])
    #expect(spoken(40, of: 200).unheard.isEmpty)
    #expect(spoken(0, of: 0).unheard.isEmpty)
  }

  @Test("Of several group columns one that no voice ever carries is uncoded, not unheard")
  func uncoded() {
    let groups = [
      VoiceBalance.GroupPeople(column: "language", value: "eal", people: 200),
      .init(column: "household", value: "lone-parent", people: 300),
    ]
    let voices = (0..<200).map { Self.voice($0, by: "q\($0)", group: $0 == 0 ? "eal" : "other") }
    let balance = balance(voices, groups: groups)
    #expect(balance.unheard.map(\.group) == ["eal"])
    #expect(balance.uncoded == ["household"])
  }

  @Test("Which columns voices are coded by can be declared; where nobody of any group spoke, all of them are unheard")
  func codedBy() {
    let groups = [
      VoiceBalance.GroupPeople(column: "language", value: "eal", people: 200),
      .init(column: "household", value: "lone-parent", people: 300),
    ]
    func weigh(_ spoken: String, codedBy: [String] = []) -> VoiceBalance {
      VoiceBalance(
        (0..<200).map { Self.voice($0, by: "q\($0)", group: $0 < 60 ? spoken : "other") }, from: Self.first,
        to: Self.last, groups: groups, everybody: 1000, areas: [], codedBy: codedBy)
    }
    #expect(weigh("lone-parent").unheard.isEmpty && weigh("lone-parent").uncoded == ["language"])
    let both = weigh("lone-parent", codedBy: ["language", "household"])
    #expect(both.unheard.map(\.group) == ["eal"] && both.uncoded.isEmpty)
    let one = weigh("other", codedBy: ["language"])
    #expect(one.unheard.map(\.group) == ["eal"] && one.uncoded == ["household"])
    let nobody = weigh("other")
    #expect(nobody.unheard.map(\.group) == ["lone-parent", "eal"] && nobody.uncoded.isEmpty)
    let blank = VoiceBalance(
      (0..<200).map { Self.voice($0, by: "q\($0)", group: "") }, from: Self.first, to: Self.last, groups: groups,
      everybody: 1000, areas: [])
    #expect(blank.unheard.isEmpty && blank.uncoded == ["household", "language"])
  }

  @Test("A theme that one contributor carries falls when they are left out")
  func themes() {
    let loud = (0..<30).map { Self.voice($0, by: "x", theme: "debt") }
    let others = (0..<50).map {
      Self.voice(50 + $0, by: "q\($0)", theme: $0 < 40 ? "isolation" : "debt", source: "partner")
    }
    let themes = balance(loud + others).themes
    #expect(themes.map(\.theme) == ["debt", "isolation"])
    let debt = themes.first { $0.theme == "debt" }
    #expect(debt?.all.raises == 40 && debt?.withoutLoudestContributor.raises == 10)
    #expect(debt?.withoutLoudestContributor.rank == 2)
    #expect(debt?.dependsOnTheLoudest == true)
  }

  @Test(
    "Sunderland's totals: consented, kappa, effective voices, the loudest's share, who is loud and who unheard",
    .enabled(if: SharedData.folder != nil, "../shared/data is absent"))
  func sunderland() throws {
    let voices = try SharedData.rows("sunderland/voices.csv").map { row in
      let second = row["theme_second_coder"] ?? ""
      return Voice(
        id: row["id"] ?? "", date: try #require(Day(iso: row["date"] ?? "")), source: row["source"] ?? "",
        channel: row["channel"] ?? "", group: row["group"] ?? "", theme: row["theme"] ?? "",
        second: second.isEmpty ? nil : second, stance: row["stance"] == "raises" ? .raises : .disputes,
        place: .area(row["lsoa11cd"] ?? ""), contributor: row["contributor"] ?? "", hasConsent: row["consent"] == "yes")
    }
    let enrolled = try SharedData.rows("sunderland/enrolments.csv")
    let eal = enrolled.count { $0["language_group"] == "eal" }
    let balance = VoiceBalance(
      voices, from: Self.first, to: Self.last,
      groups: [.init(column: "language", value: "eal", people: Double(eal))], everybody: Double(enrolled.count),
      areas: [])
    // sunderland/expected/totals.json, made by an independent engine.
    #expect(balance.consented == 214)
    #expect(abs((balance.agreement?.value ?? 0) - 0.8105897546276366) < 1e-12)
    #expect(abs((balance.effectiveVoices ?? 0) - 11.969681129116568) < 1e-9)
    #expect(abs((balance.loudestShare ?? 0) - 0.26635514018691586) < 1e-12)
    #expect(balance.loud.map(\.contributor) == ["V00"])
    #expect(balance.unheard.map(\.group) == ["eal"])
  }
}
