import Geodata

/// Drafts claims from figures and voices. A draft is a question to the locality, not an answer: people edit it, own it
/// and test it.
public struct ClaimDrafter: Sendable {
  /// The cycle's label.
  public var cycle: String
  /// The day by which drafts are to be tested: by default the cycle's last.
  public var due: Day
  /// Areas called pockets.
  public var pockets: [PocketFinding]
  /// Who spoke.
  public var balance: VoiceBalance
  /// The voices themselves.
  public var voices: [Voice]
  /// Claims that are there already; nothing is drafted twice.
  public var existing: [Claim]

  /// Makes a drafter.
  public init(
    cycle: String, due: Day, pockets: [PocketFinding], balance: VoiceBalance, voices: [Voice], existing: [Claim]
  ) {
    self.cycle = cycle
    self.due = due
    self.pockets = pockets
    self.balance = balance
    self.voices = voices
    self.existing = existing
  }

  /// New drafts, numbered on from those that are there: pockets, then unheard groups, then themes that hold up without
  /// the loudest.
  public func drafts() -> [Claim] {
    var number = existing.count { $0.openedIn == cycle }
    var known = Set(existing.map(\.subject))
    return (pocketClaims + groupClaims + themeClaims).compactMap { draft in
      guard known.insert(draft.subject).inserted else { return nil }
      number += 1
      var claim = draft
      claim.id = "K-\(cycle)-\(number < 10 ? "0" : "")\(number)"
      return claim
    }
  }

  private func draft(_ place: Voice.Place) -> Claim {
    Claim(id: "", openedIn: cycle, place: place, plan: .init(due: due), state: .draft, origin: "engine")
  }

  private var pocketClaims: [Claim] {
    pockets.filter(\.isPocket).sorted { ($0.pValue, $0.area) < ($1.pValue, $1.area) }.map { pocket in
      var claim = draft(.area(pocket.area))
      claim.measure = "reached"
      claim.comparator = .restOfCatchment
      claim.predicate = .below
      claim.refutedIf = "families here say they come, or come to something that is not counted"
      claim.plan.whom = "parents of under-fives who live in the area"
      claim.plan.whereToAsk = "at their doors, the school gate and the clinic"
      claim.owner = "outreach lead"
      return claim
    }
  }

  private var groupClaims: [Claim] {
    balance.unheard.filter { $0.group != "other" }.map { group in
      var claim = draft(.authority)
      claim.group = group.group
      claim.predicate = .stated
      claim.refutedIf = "the group has been asked in its own languages and places and raises nothing new"
      claim.plan.whom = "families of the group, in their languages"
      claim.plan.whereToAsk = "where the group meets"
      claim.owner = "home liaison lead"
      return claim
    }
  }

  private var themeClaims: [Claim] {
    // A third of what is raised without the loudest contributor and source is worth going out for.
    balance.themes.filter { theme in
      [theme.withoutLoudestContributor, theme.withoutLoudestSource].allSatisfy { ($0.share ?? 0) >= 0.2 }
    }.map { theme in
      var claim = draft(.authority)
      claim.theme = theme.theme
      claim.predicate = .stated
      claim.refutedIf = "fewer than a quarter of those asked call it a need of theirs"
      claim.plan.whom = "parents who have not spoken yet"
      claim.plan.whereToAsk = "at the centres and outside them"
      claim.owner = "centre head"
      return claim
    }
  }
}
