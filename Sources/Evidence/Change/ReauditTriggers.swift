/// When a new audit is advised before its time, as the audit declares it: `triggers:` in audit.yml.
///
/// Only what is declared is looked at; each reason is one sentence.
public struct ReauditTriggers: Hashable, Sendable {
  /// The share by which the children reached in a catchment may change for real, up or down; nil: not declared.
  public var realChange: Double?
  /// From how many hidden pockets on; nil: not declared.
  public var pockets: Int?
  /// From how many children on that a boundary moved; nil: not declared.
  public var movedChildren: Int?
  /// From how many claims on that are past their day and untested; nil: not declared.
  public var overdueClaims: Int?

  /// The names under which audit.yml declares them.
  public static let names = ["real-change", "pockets", "moved-children", "overdue-claims"]

  /// From names and numbers; nil for a name that is none.
  public init?(_ declared: [String: Double]) {
    guard declared.keys.allSatisfy(Self.names.contains) else { return nil }
    realChange = declared["real-change"]
    pockets = declared["pockets"].map { Int($0) }
    movedChildren = declared["moved-children"].map { Int($0) }
    overdueClaims = declared["overdue-claims"].map { Int($0) }
  }

  /// Why a new audit is advised; empty: it is not.
  public func reasons(_ picture: EvidencePicture) -> [String] {
    var reasons: [String] = []
    if let realChange {
      for change in picture.changes where change.measure == "reached" {
        guard let real = change.real, change.after > real else { continue }
        let share = Double(real) / Double(change.after - real)
        if abs(share) >= realChange {
          reasons.append(
            "\(change.catchment): children reached changed for real by \(EvidenceWords.percent(share)), "
              + "declared: \(EvidenceWords.percent(realChange))")
        }
      }
    }
    if let movedChildren {
      for change in picture.changes where change.measure == "enrolled" {
        guard let boundary = change.boundary, abs(boundary) >= movedChildren else { continue }
        reasons.append("\(change.catchment): its boundary moved by \(boundary) enrolled children")
      }
    }
    let found = picture.pockets.filter(\.isPocket).count
    if let pockets, found >= pockets, found > 0 { reasons.append("\(found) hidden pockets were found") }
    let overdue = picture.claims.filter { graded in
      guard [.draft, .open].contains(graded.claim.state), let due = graded.claim.plan.due else { return false }
      return due <= picture.lastDay
    }.count
    if let overdueClaims, overdue >= overdueClaims, overdue > 0 {
      reasons.append("\(overdue) claims are past their day and not tested")
    }
    return reasons
  }
}
