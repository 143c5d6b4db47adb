import Foundation
import Geodata
import Statistics
import Testing

@testable import Evidence

@Suite struct ChangeTests {
  @Test("Where method, boundary, data and lives all change at once the four parts add up, counts and rates alike")
  func parts() throws {
    var random = Xoshiro256(seed: (1, 2, 3, 4))
    for _ in 0..<5000 {
      let counts = (0..<5).map { _ in Int(random.next() % 2000) }
      let change = CatchmentChange(
        catchment: "C", measure: "reached", m0: counts[0], m1: counts[1], m2: counts[2], m3: counts[3], m4: counts[4])
      let sum = [change.method, change.boundary, change.data, change.real].compactMap { $0 }.reduce(0, +)
      #expect(change.isSeparable && sum == change.total && change.total == counts[4] - counts[0])

      let rates = try (0..<5).map { _ in
        let below = Int(random.next() % 3000) + 1
        return try #require(Rational(Int(random.next() % 3000) % (below + 1), over: below))
      }
      let rate = try #require(ChangeInParts(rates[0], rates[1], rates[2], rates[3], rates[4]))
      let parts = try [rate.method, rate.boundary, rate.data, rate.real].map { try #require($0) }
      let whole = try parts.dropFirst().reduce(parts[0]) { try #require($0.adding($1)) }
      #expect(whole == rate.total)
    }
  }

  @Test("Without last cycle's files a part that needs them is not separable, and never guessed")
  func notSeparable() {
    let change = CatchmentChange(catchment: "C", measure: "reached", m0: 10, m1: nil, m2: nil, m3: 14, m4: 20)
    #expect(change.method == nil && change.boundary == nil && change.data == nil)
    #expect(change.real == 6 && change.total == 10 && !change.isSeparable)
  }

  @Test("Findings are JSON that another program reads, whatever the names hold")
  func json() throws {
    let findings = Findings(
      pockets: ["A\"1"], unheard: [], loud: ["V\\0\n"], uncoded: [],
      changes: [CatchmentChange(catchment: "C", measure: "reached", m0: 1, m1: nil, m2: nil, m3: nil, m4: 3)])
    let read = try #require(try JSONSerialization.jsonObject(with: Data(findings.json.utf8)) as? [String: Any])
    #expect(Set(read.keys) == ["pockets", "unheard", "loud", "changes"])
    #expect(read["pockets"] as? [String] == ["A\"1"] && read["loud"] as? [String] == ["V\\0\n"])
    let change = try #require((read["changes"] as? [[String: Any]])?.first)
    #expect(Set(change.keys) == ["catchment", "measure", "real", "data", "boundary", "method"])
    #expect(change["real"] is NSNull && change["catchment"] as? String == "C")
    let full = try #require(try JSONSerialization.jsonObject(with: Data(findings.fullJSON.utf8)) as? [String: Any])
    #expect(Set(full.keys) == ["pockets", "unheard", "loud", "uncoded", "advice", "changes"])
    #expect((full["changes"] as? [[String: Any]])?.first?["after"] as? Int == 3)
  }
}

@Suite struct TriggerTests {
  private func picture(real: Int, boundary: Int) -> EvidencePicture {
    let balance = VoiceBalance(
      [], from: VoiceBalanceTests.first, to: VoiceBalanceTests.last, groups: [], everybody: 0, areas: [])
    let claim = Claim(
      id: "K", openedIn: "2025-26", place: .authority, theme: "debt", plan: .init(due: VoiceBalanceTests.first))
    return EvidencePicture(
      cycle: "2025-26",
      pockets: [
        PocketFinding(
          area: "A", comparedWith: nil, reached: 1, children: 90, expectedRate: 0.5, pValue: 1e-9, adjusted: 1e-8,
          isDifferent: true)
      ], balance: balance, surveys: [],
      claims: [.init(claim: claim, grade: ClaimGrade([]), verdict: .notNumeric)], tests: [],
      changes: ["enrolled", "reached"].map {
        CatchmentChange(
          catchment: "C", measure: $0, before: 100, after: 100 + real + boundary, method: 0, boundary: boundary,
          data: 0,
          real: real)
      }, areasOfCatchment: [:], responses: [], lastDay: VoiceBalanceTests.last, triggers: nil)
  }

  @Test("A re-audit is advised only for what was declared, and only where it was crossed")
  func declared() throws {
    let moved = picture(real: -30, boundary: 12)
    #expect(moved.advice.isEmpty)
    let real = try #require(ReauditTriggers(["real-change": 0.2]))
    #expect(real.reasons(moved).count == 1)
    #expect(real.reasons(picture(real: -10, boundary: 12)).isEmpty)
    let boundary = try #require(ReauditTriggers(["moved-children": 12]))
    #expect(boundary.reasons(moved).count == 1 && boundary.reasons(picture(real: 0, boundary: 11)).isEmpty)
    #expect(try #require(ReauditTriggers(["pockets": 1])).reasons(moved).count == 1)
    #expect(try #require(ReauditTriggers(["pockets": 2])).reasons(moved).isEmpty)
    #expect(try #require(ReauditTriggers(["overdue-claims": 1])).reasons(moved).count == 1)
    #expect(ReauditTriggers(["rain": 1]) == nil)
  }

  @Test("Intelligence that nobody scored is a reason from the declared number on, and said in the right number")
  func unscored() throws {
    var picture = picture(real: 0, boundary: 0)
    func waiting(_ count: Int) -> [IntelligenceRecord.Piece] {
      (0..<count).map { index in
        var voice = VoiceBalanceTests.voice(index, by: "council", source: "local-authority")
        voice.expires = VoiceBalanceTests.last.adding(days: -1)
        return .init(cycle: "2025-26", voice: voice, outcome: nil)
      }
    }
    var scored = waiting(1)
    scored[0].outcome = .miss
    let (one, two) = (
      try #require(ReauditTriggers(["unscored-intelligence": 1])),
      try #require(ReauditTriggers(["unscored-intelligence": 2]))
    )
    picture.intelligence = IntelligenceRecord(waiting(1) + scored, on: VoiceBalanceTests.last)
    #expect(one.reasons(picture) == ["1 piece of intelligence has expired and was not scored"])
    #expect(two.reasons(picture).isEmpty)
    picture.intelligence = IntelligenceRecord(waiting(2), on: VoiceBalanceTests.last)
    #expect(two.reasons(picture) == ["2 pieces of intelligence have expired and were not scored"])
    picture.intelligence = IntelligenceRecord(scored, on: VoiceBalanceTests.last)
    #expect(one.reasons(picture).isEmpty)
  }

  @Test(
    "A claim that held when it was tested and that figures now contradict is a reason; one that was refuted is none")
  func reversed() throws {
    var picture = picture(real: 0, boundary: 0)
    func graded(_ state: Claim.State, _ verdict: ClaimEvaluation.Verdict) -> EvidencePicture.GradedClaim {
      .init(
        claim: Claim(
          id: "K", openedIn: "2024-25", place: .catchment("C"), measure: "reached.of-enrolled",
          comparator: .authority, predicate: .below, state: state), grade: ClaimGrade([]), verdict: verdict)
    }
    let one = try #require(ReauditTriggers(["reversed-claims": 1]))
    picture.claims = [graded(.supported, .holds), graded(.refuted, .doesNotHold), graded(.supported, .cannotTell)]
    #expect(one.reasons(picture).isEmpty)
    picture.claims.append(graded(.supported, .doesNotHold))
    #expect(one.reasons(picture) == ["1 claim that held when it was tested is contradicted by this cycle's figures"])
    #expect(try #require(ReauditTriggers(["reversed-claims": 2])).reasons(picture).isEmpty)
    picture.claims.append(graded(.supported, .doesNotHold))
    #expect(
      one.reasons(picture) == ["2 claims that held when they were tested are contradicted by this cycle's figures"])
  }
}
