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

  /// From how many pieces of expired, unscored intelligence on; nil: not declared.
  public var unscoredIntelligence: Int?
  /// From how many supported claims on that this cycle's figures contradict; nil: not declared.
  public var reversedClaims: Int?

  /// The names under which audit.yml declares them.
  public static let names = [
    "real-change", "pockets", "moved-children", "overdue-claims", "unscored-intelligence", "reversed-claims",
  ]

  /// From names and numbers; nil for a name that is none.
  public init?(_ declared: [String: Double]) {
    guard declared.keys.allSatisfy(Self.names.contains) else { return nil }
    realChange = declared["real-change"]
    pockets = declared["pockets"].map { Int($0) }
    movedChildren = declared["moved-children"].map { Int($0) }
    overdueClaims = declared["overdue-claims"].map { Int($0) }
    unscoredIntelligence = declared["unscored-intelligence"].map { Int($0) }
    reversedClaims = declared["reversed-claims"].map { Int($0) }
  }

  /// One reason for a new audit.
  public struct Reason: Hashable, Sendable {
    /// The catchment that it is about; nil: the authority.
    public var catchment: String?
    /// In one sentence.
    public var words: String
  }

  /// Why a new audit is advised, in sentences; empty: it is not.
  public func reasons(_ picture: EvidencePicture) -> [String] { advice(picture).map(\.words) }

  /// Why a new audit is advised; empty: it is not.
  public func advice(_ picture: EvidencePicture) -> [Reason] {
    var reasons: [Reason] = []
    if let realChange {
      for change in picture.changes where change.measure == "reached" {
        guard let real = change.real, change.after > real else { continue }
        let share = Double(real) / Double(change.after - real)
        if abs(share) >= realChange {
          reasons.append(
            Reason(
              catchment: change.catchment,
              words: "\(change.catchment): children reached changed for real by \(EvidenceWords.percent(share)), "
                + "declared: \(EvidenceWords.percent(realChange))"))
        }
      }
    }
    if let movedChildren {
      for change in picture.changes where change.measure == "enrolled" {
        guard let boundary = change.boundary, abs(boundary) >= movedChildren else { continue }
        reasons.append(
          Reason(
            catchment: change.catchment,
            words: "\(change.catchment): its boundary moved by \(abs(boundary)) enrolled children"))
      }
    }
    func say(_ words: String) { reasons.append(Reason(catchment: nil, words: words)) }
    let found = picture.pockets.filter(\.isPocket).count
    if let pockets, found >= pockets, found > 0 {
      say(
        found == 1
          ? "1 hidden pocket was found in the authority" : "\(found) hidden pockets were found in the authority")
    }
    let overdue = picture.claims.filter { graded in
      guard [.draft, .open].contains(graded.claim.state), let due = graded.claim.plan.due else { return false }
      return due <= picture.lastDay
    }.count
    if let overdueClaims, overdue >= overdueClaims, overdue > 0 {
      say(
        overdue == 1 ? "1 claim is past its day and not tested" : "\(overdue) claims are past their day and not tested")
    }
    let unscored = picture.intelligence.toScore.count
    if let unscoredIntelligence, unscored >= unscoredIntelligence, unscored > 0 {
      say(
        unscored == 1
          ? "1 piece of intelligence has expired and was not scored"
          : "\(unscored) pieces of intelligence have expired and were not scored")
    }
    let fallen = picture.claims.filter { graded in
      graded.claim.state == .supported && graded.verdict == .doesNotHold
    }.count
    if let reversedClaims, fallen >= reversedClaims, fallen > 0 {
      say(
        fallen == 1
          ? "1 claim that held when it was tested is contradicted by this cycle's figures"
          : "\(fallen) claims that held when they were tested are contradicted by this cycle's figures")
    }
    return reasons
  }
}
