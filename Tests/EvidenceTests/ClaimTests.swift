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

  private func appraisal(
    _ voices: [Voice], answered: Int = 0, agree: Int = 0, people: Double = 30
  ) throws -> ClaimAppraisal {
    let balance = VoiceBalance(
      voices, from: VoiceBalanceTests.first, to: VoiceBalanceTests.last,
      groups: [.init(column: "language", value: "eal", people: people)], everybody: 100, areas: [])
    let survey = try #require(
      SurveyAnswer(
        survey: "spring", date: VoiceBalanceTests.first, group: "other", theme: "debt", asked: 500, answered: answered,
        agree: agree))
    return ClaimAppraisal(
      day: day, voices: voices, balance: balance, surveys: answered == 0 ? [] : [survey], pockets: [])
  }

  @Test("A survey beside the voices agrees, cannot tell or is against, and then the claim is contested")
  func survey() throws {
    let claim = Claim(id: "K", openedIn: "2025-26", place: .authority, theme: "debt")
    let voices = (0..<8).map { VoiceBalanceTests.voice($0, by: "y\($0)") }
    // Of 179, Wilson by hand: 27 gives 0.106 to 0.211, 45 gives 0.194 to 0.319, 70 gives 0.322 to 0.464.
    let against = try appraisal(voices, answered: 179, agree: 27).grade(claim)
    #expect(against.evidence.map(\.agrees) == [true, false] && against.grade == .contested)
    #expect(against.against == [.voices] && against.agreeing == [.voices])
    #expect(against.evidence[0].reason == "8 people raise it (parent 8), 0 dispute it")
    let open = try appraisal(voices, answered: 179, agree: 45).grade(claim)
    #expect(open.evidence.map(\.agrees) == [true, nil] && open.grade == .thin)
    // Voices and a survey are both felt need: together they are one kind.
    let both = try appraisal(voices, answered: 179, agree: 70).grade(claim)
    #expect(both.evidence.map(\.agrees) == [true, true] && both.grade == .thin)
    let few = try appraisal([], answered: 19, agree: 0).grade(claim)
    #expect(few.evidence.map(\.agrees) == [nil] && few.grade == .none)
  }

  @Test("People who dispute a theme contradict it where they are more, and leave it open where they are half as many")
  func disputed() throws {
    let claim = Claim(id: "K", openedIn: "2025-26", place: .authority, theme: "debt")
    func said(_ raising: Int, _ disputing: Int) throws -> Bool? {
      let voices = (0..<raising + disputing).map { index in
        var voice = VoiceBalanceTests.voice(index, by: "y\(index)")
        voice.stance = index < raising ? .raises : .disputes
        return voice
      }
      return try #require(try appraisal(voices).grade(claim).evidence.first).agrees
    }
    #expect(try said(5, 2) == true && said(4, 2) == nil && said(3, 3) == nil && said(2, 3) == false)
    #expect(try said(2, 2) == nil)
  }

  @Test("That a group was not heard is held against its share of the people")
  func unheard() throws {
    let claim = Claim(id: "K", openedIn: "2025-26", place: .authority, group: "eal")
    func evidence(of eal: Int, in all: Int) throws -> ClaimGrade.Evidence {
      let voices = (0..<all).map { index in
        var voice = VoiceBalanceTests.voice(index, by: "y\(index)")
        voice.group = index < eal ? "eal" : "other"
        return voice
      }
      return try #require(try appraisal(voices).grade(claim).evidence.first)
    }
    let silent = try evidence(of: 2, in: 100)
    #expect(silent.agrees == true && silent.need == .comparative)
    #expect(silent.reason == "2 of 100 voices, where 30.0 would be fair")
    #expect(try evidence(of: 12, in: 100).agrees == nil && evidence(of: 28, in: 100).agrees == false)
  }

  @Test("An outcome that the answers contradict is doubted aloud")
  func doubt() throws {
    func doubt(_ outcome: ClaimTest.Outcome, _ agreed: Int?) -> String? {
      ClaimTest(claim: "K", cycle: "c", date: day, outcome: outcome, asked: 20, agreed: agreed, grade: .thin)?.doubt
    }
    #expect(doubt(.supported, 2) == "K is called supported, though 2 of 20 agreed with it")
    #expect(doubt(.refuted, 19) != nil && doubt(.refuted, 2) == nil && doubt(.supported, 10) == nil)
    #expect(doubt(.open, 2) == nil && doubt(.supported, nil) == nil)
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
