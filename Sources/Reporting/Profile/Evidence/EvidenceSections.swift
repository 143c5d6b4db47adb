import Evidence
import Workspace

extension ProfileSections {
  /// What people said and what is claimed: hidden pockets, claims, voices, surveys, what is coming, change. Released
  /// pages have none and say so under "What this page cannot say".
  func saidSections() -> [Section] {
    guard let evidence = internalEvidence else { return releasedClaimsSection() }
    let said =
      [pocketsSection(evidence), claimsSection(evidence), voicesSection(evidence)] + surveySections(evidence)
    // The parts of a change were worked out for catchments.
    return chosen == nil ? said + [changeSection(evidence)] : said
  }

  /// What is given, and what asking cost.
  func givenSections() -> [Section] {
    guard let evidence = internalEvidence else { return [] }
    // A chosen place has no centre that gives something.
    return (chosen == nil ? offerSections(evidence) : []) + [askingSection(evidence)]
  }

  /// The evidence, where the page may have it.
  var internalEvidence: EvidencePicture? { counts.isCoarse ? nil : borough.evidence }

  /// Claims about the catchment, its areas, or the whole authority; the earliest first.
  func claims(_ evidence: EvidencePicture) -> [EvidencePicture.GradedClaim] { claims(evidence, among: evidence.claims) }

  /// The same among others than those that were made.
  func claims(
    _ evidence: EvidencePicture, among all: [EvidencePicture.GradedClaim]
  ) -> [EvidencePicture.GradedClaim] {
    let areas = ownAreas(evidence.areasOfCatchment)
    return all.filter { concerns($0.claim, areas, evidence.areasOfCatchment, evidence.successors) }
  }

  /// Whether a claim is about the place, one of its areas, or the whole authority.
  func concerns(
    _ claim: Claim, _ areas: Set<String>, _ areasOfCatchment: [String: [String]], _ successors: [String: [String]] = [:]
  ) -> Bool {
    switch claim.place {
    case .authority: true
    case .area(let code): !areas.isDisjoint(with: [code] + (successors[code] ?? []))
    case .catchment(let code):
      chosen == nil ? code == catchment.code : !areas.isDisjoint(with: areasOfCatchment[code] ?? [])
    }
  }

  /// The areas that a catchment holds by half; of a chosen place those that count by half.
  func ownAreas(_ evidence: EvidencePicture) -> Set<String> { ownAreas(evidence.areasOfCatchment) }

  func ownAreas(_ areasOfCatchment: [String: [String]]) -> Set<String> {
    guard chosen != nil else { return Set(areasOfCatchment[catchment.code] ?? []) }
    return Set(members.filter { $0.weight >= 0.5 }.map { facts.areas[$0.area].code })
  }
}
