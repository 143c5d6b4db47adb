import Evidence
import Workspace

extension ProfileSections {
  /// What the evidence says of the catchment: claims, who says so, voices, surveys, what is coming, what asking cost, what
  /// is given, hidden pockets, change. Released pages have none and say so under "What this page cannot say".
  func evidenceSections() -> [Section] {
    guard !counts.isCoarse, let evidence = borough.evidence else { return [] }
    let said =
      [claimsSection(evidence), voicesSection(evidence)] + surveySections(evidence) + [askingSection(evidence)]
    // A chosen place has no centre that gives something, and the parts of a change were worked out for catchments.
    guard chosen == nil else { return said + [pocketsSection(evidence)] }
    return said + offerSections(evidence) + [pocketsSection(evidence), changeSection(evidence)]
  }

  /// What a head should take away of it, in two or three sentences.
  func evidenceHeadline() -> [String] {
    guard !counts.isCoarse, chosen == nil, let evidence = borough.evidence else { return [] }
    var lines: [String] = []
    let mine = claims(evidence)
    let tested = { (state: Claim.State) in mine.map(\.claim).filter { $0.state == state } }
    lines += tested(.supported).prefix(2).map { say("Tested, and it held: \(claimWords($0))") }
    lines += tested(.refuted).prefix(1).map { say("Tested, and it did not hold: \(claimWords($0))") }
    let live = mine.filter { ![.refuted, .draft].contains($0.claim.state) }
    if !live.isEmpty {
      lines.append(say("What we think is needed stands below, with how sure we are and what would change our mind."))
    } else if !mine.isEmpty {
      lines.append(say("Claims of need were drafted. Nobody has taken them up yet."))
    }
    let unheard = evidence.balance.unheard.map(\.group).filter { $0 != "other" }
    if !unheard.isEmpty { lines.append(say("Not heard so far: \(say.list(unheard)).")) }
    return lines
  }

  /// Claims about the catchment, its areas, or the whole authority; the earliest first.
  func claims(_ evidence: EvidencePicture) -> [EvidencePicture.GradedClaim] {
    let areas = ownAreas(evidence)
    return evidence.claims.filter { graded in
      switch graded.claim.place {
      case .authority: true
      case .area(let code): !areas.isDisjoint(with: [code] + (evidence.successors[code] ?? []))
      case .catchment(let code):
        chosen == nil ? code == catchment.code : !areas.isDisjoint(with: evidence.areasOfCatchment[code] ?? [])
      }
    }
  }

  /// The areas that a catchment holds by half; of a chosen place those that count by half.
  func ownAreas(_ evidence: EvidencePicture) -> Set<String> {
    guard chosen != nil else { return Set(evidence.areasOfCatchment[catchment.code] ?? []) }
    return Set(members.filter { $0.weight >= 0.5 }.map { facts.areas[$0.area].code })
  }
}
