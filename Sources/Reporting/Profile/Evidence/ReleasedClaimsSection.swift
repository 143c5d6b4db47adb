import Audit
import Evidence

extension ProfileSections {
  /// The claims that left with a release: what people say is needed, where they say that it stands, and what the rounded
  /// figures say to it. Nothing where none left.
  func releasedClaimsSection() -> [Section] {
    let claims = releasedClaims
    guard !claims.isEmpty else { return [] }
    let table = Table(
      say("Claims of need, each to be tested"),
      columns: [
        .init(say("Claim")), .init(say("Where it stands")), .init(say("What the figures say")),
        .init(say("What would change our mind")),
      ],
      rows: claims.map { released in
        let claim = released.claim
        let plan = planWords(claim)
        return [
          Cell(claimWords(claim), detail: claim.id),
          Cell(stateWords(claim.state), detail: released.testedOn.map { say.day($0) }),
          Cell(verdictWords(released.verdict)),
          Cell(claim.refutedIf.isEmpty ? "–" : say.name(claim.refutedIf), detail: plan.isEmpty ? nil : plan),
        ]
      })
    return [
      Section(
        "claims", say("What we claim, and its test"),
        [
          .table(table),
          .note(
            say(
              "Where a claim stands is what people decided. What the figures say is worked out from the rounded counts, and holds whatever the exact ones are."
            )),
        ])
    ]
  }

  /// Those about the place, its areas or the whole authority.
  private var releasedClaims: [ReleasedClaim] {
    guard counts.isCoarse, !borough.releasedClaims.isEmpty else { return [] }
    let areasOfCatchment = facts.areasOfCatchment
    let areas = ownAreas(areasOfCatchment)
    return borough.releasedClaims.filter { concerns($0.claim, areas, areasOfCatchment) }
  }

  /// What a release says in short of its claims.
  func releasedClaimsInShort() -> [Answer] {
    let claims = releasedClaims
    guard !claims.isEmpty else { return [] }
    var lines = claims.prefix(3).map { released in
      let claim = claimWords(released.claim)
      let text =
        switch released.claim.state {
        case .supported: say("Tested, and it held: \(claim)")
        case .refuted: say("Tested, and it did not hold: \(claim)")
        case .revised: say("Tested, and put anew: \(claim)")
        case .draft, .open: say("\(claim) To be tested.")
        }
      return Answer.Line(text, detail: testInShort(released.claim))
    }
    if claims.count > 3 { lines.append(.init(say("More claims stand below."))) }
    return [Answer(say("What we claim, and its test"), section: "claims", lines)]
  }
}
