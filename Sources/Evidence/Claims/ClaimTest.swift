import Geodata
import Statistics

/// A test of a claim in the locality: who was asked, what came of it, how it was told back.
public struct ClaimTest: Hashable, Sendable {
  /// The claim's id.
  public var claim: String
  /// The cycle in which it was tested.
  public var cycle: String
  /// The day.
  public var date: Day
  /// What came of it.
  public var outcome: Outcome
  /// How many people were asked.
  public var asked: Int
  /// How many of them agreed with the claim; nil where that is not how it was tested.
  public var agreed: Int?
  /// How those who were asked were told what came of it; empty: not yet.
  public var toldBack: String
  /// The claim's grade on the day, so that grades can be calibrated.
  public var grade: ClaimGrade.Grade

  /// The claim and the day: the occasion on which people were asked.
  public var occasion: String { "\(claim)-\(date)" }

  /// Why one may doubt that the outcome follows from the answers, in a sentence; nil: one may not.
  public var doubt: String? {
    guard let agreed else { return nil }
    let contradicts = outcome == .supported ? 2 * agreed < asked : outcome == .refuted && 2 * agreed > asked
    return contradicts ? "\(claim) is called \(outcome.rawValue), though \(agreed) of \(asked) agreed with it" : nil
  }

  /// What came of a test.
  public enum Outcome: String, Sendable, CaseIterable, Codable {
    /// The claim held.
    case supported
    /// It held in part, and was put anew.
    case revised
    /// It did not hold.
    case refuted
    /// Nothing was settled.
    case open

    /// The state that it leaves the claim in.
    public var state: Claim.State {
      switch self {
      case .supported: .supported
      case .revised: .revised
      case .refuted: .refuted
      case .open: .open
      }
    }
  }

  /// Makes a test; nil where nobody was asked, or more agreed than were asked.
  public init?(
    claim: String, cycle: String, date: Day, outcome: Outcome, asked: Int, agreed: Int? = nil, toldBack: String = "",
    grade: ClaimGrade.Grade
  ) {
    guard asked > 0, agreed.map({ $0 >= 0 && $0 <= asked }) ?? true else { return nil }
    self.claim = claim
    self.cycle = cycle
    self.date = date
    self.outcome = outcome
    self.asked = asked
    self.agreed = agreed
    self.toldBack = toldBack
    self.grade = grade
  }
}

/// How often claims of each grade have held when tested: whether the grades mean anything.
public struct Calibration: Hashable, Sendable {
  /// One grade's record.
  public struct Row: Hashable, Sendable {
    /// The grade that the claims had when they were tested.
    public var grade: ClaimGrade.Grade
    /// Tests that settled something.
    public var tested: Int
    /// Of those, supported.
    public var held: Int
    /// The share that held, by Wilson; nil without a test.
    public var interval: Interval?
  }

  /// A row a grade, the strongest first.
  public var rows: [Row]

  /// From all tests. Only the last settled test of a claim in a cycle counts; what stayed open settles nothing.
  public init(_ tests: [ClaimTest]) {
    var last: [String: ClaimTest] = [:]
    for test in tests.sorted(by: { ($0.date, $0.claim) < ($1.date, $1.claim) }) where test.outcome != .open {
      last["\(test.claim) \(test.cycle)"] = test
    }
    rows = ClaimGrade.Grade.allCases.map { grade in
      let mine = last.values.filter { $0.grade == grade }
      let held = mine.count { $0.outcome == .supported }
      return Row(
        grade: grade, tested: mine.count, held: held,
        interval: Wilson.interval(events: Double(held), of: Double(mine.count)))
    }
  }
}
