import Geodata
import Testing

@testable import Evidence

@Suite struct AskingTests {
  private func burden(
    _ kind: AskingBurden.Kind, _ occasion: String, _ asked: Int, _ answered: Int, minutes: Double? = nil,
    before: Int? = nil, languages: [String] = [], told: Int? = nil
  ) throws -> AskingBurden {
    try #require(
      AskingBurden(
        kind: kind, occasion: occasion, asked: asked, answered: answered, minutes: minutes, askedBefore: before,
        languages: languages, told: told))
  }

  @Test("The burden of asking adds up over occasions; what nobody wrote down stays unknown and is never 0")
  func summary() throws {
    let all = AskingBurden.merged([
      try burden(.voices, "open-house", 1, 1, minutes: 10, before: 0, languages: ["bn"]),
      try burden(.survey, "spring", 500, 179, minutes: 1074, before: 61, languages: ["en"], told: 0),
      try burden(.voices, "open-house", 34, 34, minutes: 620, before: 4, languages: ["en", "bn"], told: 34),
      try burden(.test, "K-1-2026-05-12", 24, 24),
    ])
    #expect(all.map(\.occasion) == ["spring", "open-house", "K-1-2026-05-12"])
    #expect(all[1].asked == 35 && all[1].minutes == 630 && all[1].askedBefore == 4 && all[1].told == 34)
    #expect(all[1].languages == ["bn", "en"] && all[2].hours == nil)
    let summary = AskingSummary(all)
    #expect(summary.asked == 559 && summary.answered == 238 && summary.askedBefore == 65)
    #expect(summary.hours == (1074 + 630) / 60 && summary.withoutMinutes == 1)
    #expect(summary.notTold == ["spring", "open-house", "K-1-2026-05-12"])
  }

  @Test("Numbers that contradict each other are no burden")
  func impossible() {
    #expect(AskingBurden(kind: .survey, occasion: "s", asked: 5, answered: 6) == nil)
    #expect(AskingBurden(kind: .survey, occasion: "s", asked: 5, answered: 5, askedBefore: 6) == nil)
    #expect(AskingBurden(kind: .survey, occasion: "s", asked: 5, answered: 5, told: 6) == nil)
    #expect(AskingBurden(kind: .survey, occasion: "s", asked: 5, answered: 5, minutes: -1) == nil)
    #expect(AskingBurden(kind: .survey, occasion: "s", asked: 5, answered: 5, minutes: .infinity) == nil)
  }
}

@Suite struct IntelligenceTests {
  private func piece(
    _ id: String, _ source: String, expires: Day?, _ outcome: IntelligenceRecord.Outcome? = nil, consent: Bool = true
  ) -> IntelligenceRecord.Piece {
    .init(
      cycle: "2025-26",
      voice: Voice(
        id: id, date: VoiceBalanceTests.first, source: source, channel: "meeting", group: "other", theme: "debt",
        contributor: "V", hasConsent: consent, expires: expires), outcome: outcome)
  }

  @Test("Intelligence is current until it expires, then waits for its score, and each source has its record")
  func record() throws {
    let (last, before) = (VoiceBalanceTests.last, VoiceBalanceTests.last.adding(days: -1))
    let record = IntelligenceRecord(
      [
        piece("1", "partner", expires: last), piece("2", "partner", expires: before),
        piece("3", "partner", expires: before, .hit), piece("4", "partner", expires: before, .miss),
        piece("5", "local-authority", expires: before, .hit), piece("6", "parent", expires: nil),
        piece("7", "partner", expires: before, consent: false),
      ], on: last)
    #expect(record.current.map(\.voice.id) == ["1"] && record.toScore.map(\.voice.id) == ["2"])
    #expect(record.sources.map(\.source) == ["local-authority", "partner"])
    #expect(record.sources.map(\.hits) == [1, 1] && record.sources.map(\.scored) == [1, 2])
    // Wilson for 1 of 2 by hand: 0.0945 to 0.9055.
    let interval = try #require(record.sources[1].interval)
    #expect(abs(interval.lower - 0.0945) < 1e-4 && abs(interval.upper - 0.9055) < 1e-4)
  }
}

@Suite struct FlowLedgerTests {
  @Test(
    "Within a flow hours, money and visits add up; over flows nothing does, and a shared service counts its visits once"
  )
  func ledger() throws {
    let end = try #require(Day(iso: "2026-03-31"))
    let offers = [
      Offer(id: "O1", centre: "C1", service: "advice", provider: "cab", hours: 2, cost: 4200, flow: "3"),
      Offer(id: "O2", centre: "C1", service: "advice", provider: "law-centre", hours: 1.5, flow: "3"),
      Offer(
        id: "O3", centre: "C2", service: "play", hours: 10, cost: 18500, fundEnds: end, volunteerHours: 4, flow: "3"),
      Offer(id: "O4", centre: "C1", service: "credit-union", hours: 3, volunteerHours: 9, flow: "4"),
      Offer(id: "O5", centre: "C1", service: "room-hire"),
    ]
    let codebook = Codebook([.init(.flow, "4", meaning: "what people give"), .init(.flow, "3")])
    let visits = ["C1 advice": 40, "C2 play": 200, "C1 credit-union": 0, "C2 advice": 7]
    let ledger = FlowLedger(offers, codebook: codebook) { visits["\($0) \($1)"] ?? 0 }
    #expect(ledger.entries.map(\.flow) == ["4", "3", ""])
    #expect(ledger.entries.map(\.hours) == [3, 13.5, nil] && ledger.entries.map(\.volunteerHours) == [9, 4, nil])
    #expect(ledger.entries.map(\.cost) == [nil, 22700, nil] && ledger.entries.map(\.visits) == [0, 240, 0])
    #expect(ledger.entries[0].meaning == "what people give" && ledger.entries[1].firstEnd == end)
    #expect(ledger.entries[1].ending(by: end).map(\.id) == ["O3"])
    #expect(ledger.entries[1].ending(by: end.adding(days: -1)).isEmpty)
    #expect(ledger.offers(of: "C1").map(\.id) == ["O4", "O1", "O2", "O5"])
  }
}

@Suite struct CodebookTests {
  @Test("A kind for which nothing is declared takes every word; a declared one takes its own")
  func words() {
    let codebook = Codebook([
      .init(.theme, "debt"), .init(.theme, "debt", meaning: "money owed"), .init(.flow, "3"), .init(.theme, "housing"),
    ])
    #expect(codebook.words(.theme) == ["debt", "housing"] && codebook.meaning(.theme, "debt") == "money owed")
    #expect(codebook.knows(.theme, "debt") && !codebook.knows(.theme, "rain") && codebook.knows(.source, "anybody"))
  }
}
