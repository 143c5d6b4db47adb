import Geodata
import Testing

@testable import Evidence

@Suite struct ClaimTests {
  private let day = Day(year: 2026, month: 8, day: 31) ?? Day(daysSince1970: 0)

  @Test("A claim holds only if the whole interval lies where it says")
  func verdicts() {
    let figure = ClaimEvaluation.Figure(value: 0.3, low: 0.2, high: 0.4)
    #expect(ClaimEvaluation.verdict(figure, .below, 0.5) == .holds)
    #expect(ClaimEvaluation.verdict(figure, .below, 0.35) == .cannotTell)
    #expect(ClaimEvaluation.verdict(figure, .below, 0.1) == .doesNotHold)
    #expect(ClaimEvaluation.verdict(figure, .above, 0.1) == .holds)
    #expect(ClaimEvaluation.verdict(figure, .below, 0.4) == .cannotTell)
    #expect(ClaimEvaluation.verdict(nil, .below, 0.4) == .notNumeric)
    #expect(ClaimEvaluation.verdict(figure, .stated, 0.4) == .notNumeric)
  }

  @Test("Kinds that agree are counted, contradictions stay in sight and are never averaged")
  func grades() {
    func evidence(_ kind: ClaimGrade.Kind, _ agrees: Bool?) -> ClaimGrade.Evidence {
      .init(kind: kind, need: .felt, agrees: agrees, reason: "")
    }
    #expect(ClaimGrade([]).grade == .none)
    #expect(ClaimGrade([evidence(.voices, true)]).grade == .thin)
    #expect(ClaimGrade([evidence(.voices, true), evidence(.voices, true)]).grade == .thin)
    #expect(ClaimGrade([evidence(.voices, true), evidence(.numbers, true)]).grade == .fair)
    #expect(ClaimGrade([evidence(.use, true), evidence(.voices, true), evidence(.numbers, true)]).grade == .strong)
    let contested = ClaimGrade([evidence(.use, false), evidence(.voices, true), evidence(.numbers, true)])
    #expect(contested.grade == .contested && contested.against == [.use])
    #expect(ClaimGrade([evidence(.use, nil), evidence(.voices, true)]).grade == .thin)
  }

  @Test("Somebody who says it ten times says it once")
  func oneContributor() {
    let voices = (0..<10).map { VoiceBalanceTests.voice($0, by: "x") }
    let balance = VoiceBalance(
      voices, from: VoiceBalanceTests.first, to: VoiceBalanceTests.last, groups: [], everybody: 100, areas: [])
    let appraisal = ClaimAppraisal(day: day, voices: voices, balance: balance, surveys: [], pockets: [])
    let claim = Claim(id: "K", openedIn: "2025-26", place: .authority, theme: "debt")
    #expect(appraisal.grade(claim).evidence.map(\.agrees) == [nil])
    let many = (0..<6).map { VoiceBalanceTests.voice($0, by: "y\($0)") }
    let heard = ClaimAppraisal(day: day, voices: voices + many, balance: balance, surveys: [], pockets: [])
    #expect(heard.grade(claim).grade == .thin)
  }

  @Test("Intelligence that has expired is not current")
  func expiry() {
    var voice = VoiceBalanceTests.voice(1, by: "council", source: "local-authority")
    voice.expires = day.adding(days: -1)
    #expect(voice.isIntelligence && voice.hasExpired(on: day) && !voice.hasExpired(on: day.adding(days: -1)))
  }

  @Test("Drafts are numbered on, and what is a claim already is not drafted again")
  func drafts() {
    let pocket = PocketFinding(
      area: "A1", comparedWith: "C1", reached: 5, children: 90, expectedRate: 0.5, pValue: 1e-9, adjusted: 1e-7,
      isDifferent: true)
    let voices = (0..<60).map { VoiceBalanceTests.voice($0, by: "q\($0)", theme: "isolation") }
    let balance = VoiceBalance(
      voices, from: VoiceBalanceTests.first, to: VoiceBalanceTests.last,
      groups: [.init(column: "language", value: "eal", people: 30)], everybody: 100, areas: [])
    var drafter = ClaimDrafter(
      cycle: "2025-26", due: day, pockets: [pocket], balance: balance, voices: voices, existing: [])
    let drafts = drafter.drafts()
    #expect(drafts.map(\.id) == ["K-2025-26-01", "K-2025-26-02"])
    #expect(drafts.map(\.place.code) == ["A1", ""] && drafts[1].group == "eal")
    drafter.existing = drafts
    #expect(drafter.drafts().isEmpty)
    for draft in drafts {
      for text in [draft.refutedIf, draft.plan.whom, draft.plan.whereToAsk, draft.owner] {
        #expect(NarrativeGuard.trouble(inSentence: text) == nil)
      }
    }
  }

  @Test("Calibration counts the last settled test of each claim in a cycle")
  func calibration() throws {
    func test(_ claim: String, _ outcome: ClaimTest.Outcome, day: Int, grade: ClaimGrade.Grade = .fair) throws
      -> ClaimTest
    {
      try #require(
        ClaimTest(
          claim: claim, cycle: "2025-26", date: Day(daysSince1970: Int32(20_000 + day)), outcome: outcome, asked: 20,
          grade: grade))
    }
    let rows = Calibration([
      try test("K1", .refuted, day: 1), try test("K1", .supported, day: 2), try test("K2", .refuted, day: 1),
      try test("K3", .open, day: 1), try test("K4", .supported, day: 1, grade: .strong),
    ]).rows
    #expect(rows.first { $0.grade == .fair }.map { [$0.tested, $0.held] } == [2, 1])
    #expect(rows.first { $0.grade == .strong }.map { [$0.tested, $0.held] } == [1, 1])
    #expect(rows.first { $0.grade == .thin }?.interval == nil)
  }

  @Test("A test in which nobody was asked, or more agreed than were asked, cannot be")
  func impossibleTests() {
    #expect(ClaimTest(claim: "K", cycle: "c", date: day, outcome: .open, asked: 0, grade: .thin) == nil)
    #expect(ClaimTest(claim: "K", cycle: "c", date: day, outcome: .open, asked: 3, agreed: 4, grade: .thin) == nil)
    #expect(SurveyAnswer(survey: "s", date: day, group: "g", theme: "t", asked: 5, answered: 6, agree: 1) == nil)
  }
}
