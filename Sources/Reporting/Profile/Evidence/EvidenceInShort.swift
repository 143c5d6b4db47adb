import Audit
import Evidence

extension ProfileSections {
  /// What people say, and what we claim and how it will be tested; empty where the page may not have it.
  func evidenceInShort() -> [Answer] {
    guard let evidence = internalEvidence else { return releasedClaimsInShort() }
    return [
      Answer(say("What people say"), section: "voices", saying(evidence).map { .init($0) }),
      Answer(say("What we claim, and its test"), section: "claims", claiming(evidence)),
    ]
  }

  /// The hidden pockets among the place's areas; three at most.
  func pocketsInShort() -> [String] {
    guard let evidence = internalEvidence else { return [] }
    let areas = ownAreas(evidence)
    return evidence.pockets.filter { $0.isPocket && areas.contains($0.area) }.prefix(3).map { pocket in
      let reached = say.number(pocket.reached).ofFigure(id(EvidenceMeasures.pocket(.reached), at: pocket.area))
      let children = say.number(pocket.children).ofFigure(id(EvidenceMeasures.pocket(.children), at: pocket.area))
      return say("\(areaName(pocket.area)) is a hidden pocket. Children reached: \(reached) of \(children).")
    }
  }

  private func saying(_ evidence: EvidencePicture) -> [String] {
    guard evidence.balance.consented > 0 else { return [say("Nobody's voice was noted in this cycle.")] }
    let unheard = evidence.balance.unheard.map(\.group).filter { $0 != "other" }.map(\.replacingDashes)
    return [voicesHere(evidence)]
      + (unheard.isEmpty ? [] : [say("Not heard so far in the authority: \(say.list(unheard)).")])
  }

  /// Three claims at most, those about this place first and of them those taken up; where nobody made one, what the figures
  /// and voices would let claim.
  private func claiming(_ evidence: EvidencePicture) -> [Answer.Line] {
    let made = claims(evidence)
    let shown = made.isEmpty ? claims(evidence, among: evidence.proposals) : made
    let ordered = shown.enumerated().sorted { one, other in
      func place(_ graded: EvidencePicture.GradedClaim) -> Int { graded.claim.place == .authority ? 1 : 0 }
      func state(_ graded: EvidencePicture.GradedClaim) -> Int {
        switch graded.claim.state {
        case .open, .revised: 0
        case .supported: 1
        case .refuted: 2
        case .draft: 3
        }
      }
      return (state(one.element), place(one.element), one.offset)
        < (state(other.element), place(other.element), other.offset)
    }.map(\.element)
    guard !ordered.isEmpty else { return [.init(say("Nobody has made a claim of need yet."))] }
    var lines: [Answer.Line] = []
    if made.isEmpty {
      lines.append(.init(say("Nobody has made a claim of need yet. The figures and voices would let claim:")))
    } else if made.allSatisfy({ $0.claim.state == .draft }) {
      lines.append(.init(say("Claims of need were drafted. Nobody has taken them up yet.")))
    }
    let first = ordered.prefix(3).map { (claim: $0, test: testInShort($0.claim, isOfSeveral: false)) }
    for (place, shown) in first.enumerated() {
      // Claims that are tested alike say so once.
      let isLast = place + 1 == first.count || first[place + 1].test != shown.test
      let isAlone = place == 0 || first[place - 1].test != shown.test
      lines.append(
        .init(
          claimInShort(shown.claim),
          detail: isLast ? isAlone ? shown.test : testInShort(shown.claim.claim, isOfSeveral: true) : nil))
    }
    if ordered.count > 3 { lines.append(.init(say("More claims stand below."))) }
    return lines
  }

  private func claimInShort(_ graded: EvidencePicture.GradedClaim) -> String {
    let claim = claimWords(graded.claim)
    return switch graded.claim.state {
    case .supported: say("Tested, and it held: \(claim)")
    case .refuted: say("Tested, and it did not hold: \(claim)")
    case .revised: say("Tested, and put anew: \(claim)")
    case .draft, .open: say("\(claim) How sure? \(gradeWords(graded.grade).capitalisedFirst).")
    }
  }

  /// Whom to ask, where, by when, and what would refute it; nil where nobody said.
  func testInShort(_ claim: Claim, isOfSeveral: Bool = false) -> String? {
    guard [.draft, .open, .revised].contains(claim.state) else { return nil }
    let ask = [claim.plan.whom, claim.plan.whereToAsk].filter { !$0.isEmpty }.map { say.name($0) }
    var words: [String] = []
    if !ask.isEmpty {
      let asked = ask.joined(separator: ", ")
      let day = claim.plan.due.map { say.day($0) }
      words.append(
        isOfSeveral
          ? day.map { say("To test each of these, ask \(asked), by \($0).") }
            ?? say("To test each of these, ask \(asked).")
          : day.map { say("To test it, ask \(asked), by \($0).") } ?? say("To test it, ask \(asked)."))
    } else if let due = claim.plan.due {
      words.append(say("To be tested by \(say.day(due))."))
    }
    if !claim.refutedIf.isEmpty { words.append(say("It does not hold if \(say.name(claim.refutedIf)).")) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
