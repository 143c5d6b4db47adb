import Geodata

/// A statement of need that somebody can go out and test: where, who, what, compared with what, and what would refute it.
///
/// The engine drafts claims from figures and voices, people edit and test them, and the next cycle opens with them.
/// Numeric claims are evaluated again by machine in each cycle; the others are what people say they are.
public struct Claim: Hashable, Sendable {
  /// The claim's name for good: `K-2025-26-03`.
  public var id: String
  /// The cycle in which it was first made.
  public var openedIn: String
  /// Where.
  public var place: Voice.Place
  /// A declared group's value, or empty for everybody.
  public var group: String
  /// A theme of the codebook, or empty.
  public var theme: String
  /// The figure that it speaks of, such as `reached.rate`; empty where it has none.
  public var measure: String
  /// What the figure is held against.
  public var comparator: Comparator
  /// How it is said to stand to that.
  public var predicate: Predicate
  /// What would refute it, in words: the person's or the predicate's.
  public var refutedIf: String
  /// Who is asked, where, by when.
  public var plan: TestPlan
  /// The role, never the person, that answers for it.
  public var owner: String
  /// Whether somebody has taken it up, and what came of it.
  public var state: State
  /// `engine` or `person`.
  public var origin: String

  /// What a figure is held against.
  public enum Comparator: Hashable, Sendable {
    /// The authority's figure.
    case authority
    /// The other areas of its catchment, after deprivation (the pocket test).
    case restOfCatchment
    /// Everybody but the group, in the same place.
    case complement
    /// The same figure a cycle before.
    case lastCycle
    /// A number, such as a threshold.
    case value(Double)
    /// Nothing: the claim has no figure.
    case none

    /// `authority`, `rest-of-catchment`, `complement`, `last-cycle`, a number, or empty.
    public var text: String {
      switch self {
      case .authority: "authority"
      case .restOfCatchment: "rest-of-catchment"
      case .complement: "complement"
      case .lastCycle: "last-cycle"
      case .value(let number): "\(number)"
      case .none: ""
      }
    }

    /// Reads `text`; nil for anything else.
    public init?(text: String) {
      switch text {
      case "authority": self = .authority
      case "rest-of-catchment": self = .restOfCatchment
      case "complement": self = .complement
      case "last-cycle": self = .lastCycle
      case "": self = .none
      default:
        guard let number = Double(text), number.isFinite else { return nil }
        self = .value(number)
      }
    }
  }

  /// How a figure is said to stand to what it is held against.
  public enum Predicate: String, Sendable, CaseIterable, Codable {
    /// It is lower.
    case below
    /// It is higher.
    case above
    /// People say so; no figure can.
    case stated
  }

  /// Who is asked, where, by when.
  public struct TestPlan: Hashable, Sendable {
    /// Whom to ask, in roles: "parents at the school gate".
    public var whom: String
    /// Where.
    public var whereToAsk: String
    /// By when.
    public var due: Day?

    /// Makes a plan.
    public init(whom: String = "", whereToAsk: String = "", due: Day? = nil) {
      (self.whom, self.whereToAsk, self.due) = (whom, whereToAsk, due)
    }
  }

  /// Where a claim stands. A refuted claim stays visible.
  public enum State: String, Sendable, CaseIterable, Codable {
    /// Drafted; nobody has taken it up.
    case draft
    /// Taken up and to be tested.
    case open
    /// Tested: it held.
    case supported
    /// Tested: it held in part, and was put anew.
    case revised
    /// Tested: it did not hold.
    case refuted
  }

  /// Makes a claim.
  public init(
    id: String, openedIn: String, place: Voice.Place, group: String = "", theme: String = "", measure: String = "",
    comparator: Comparator = .none, predicate: Predicate = .stated, refutedIf: String = "", plan: TestPlan = TestPlan(),
    owner: String = "", state: State = .draft, origin: String = "person"
  ) {
    self.id = id
    self.openedIn = openedIn
    self.place = place
    self.group = group
    self.theme = theme
    self.measure = measure
    self.comparator = comparator
    self.predicate = predicate
    self.refutedIf = refutedIf
    self.plan = plan
    self.owner = owner
    self.state = state
    self.origin = origin
  }

  /// What makes two drafts the same claim: place, group, theme, measure and predicate.
  public var subject: [String] {
    [place.kind, place.code, group, theme, measure, comparator.text, predicate.rawValue]
  }
}
