import Geodata

/// What is done about a claim: which offer, by whom, towards what target, and how it stands.
public struct Response: Hashable, Sendable {
  /// Its name for good: `R-2025-26-01`.
  public var id: String
  /// The cycle in which it was begun.
  public var openedIn: String
  /// The claim that it answers.
  public var claim: String
  /// The offer that it consists of, or empty.
  public var offer: String
  /// What is done, in a few words without names.
  public var what: String
  /// The role of a partner that shares it, or empty.
  public var partner: String
  /// The role that answers for it.
  public var owner: String
  /// What it is to reach, in a few words.
  public var target: String
  /// How it stands.
  public var status: Status
  /// By when.
  public var due: Day?

  /// How a response stands.
  public enum Status: String, Sendable, CaseIterable, Codable {
    /// Decided on.
    case planned
    /// Under way.
    case running
    /// It reached its target.
    case met
    /// It ended without.
    case missed
    /// Decided against, and said so.
    case declined
  }

  /// Makes a response.
  public init(
    id: String = "", openedIn: String = "", claim: String, offer: String = "", what: String, partner: String = "",
    owner: String = "", target: String = "", status: Status = .planned, due: Day? = nil
  ) {
    self.id = id
    self.openedIn = openedIn
    self.claim = claim
    self.offer = offer
    self.what = what
    self.partner = partner
    self.owner = owner
    self.target = target
    self.status = status
    self.due = due
  }
}
