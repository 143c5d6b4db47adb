/// What one occasion of asking cost the people who were asked: a survey, the voices of a channel, the test of a claim.
///
/// What nobody wrote down is nil, never 0.
public struct AskingBurden: Hashable, Sendable {
  /// What kind of asking it was.
  public var kind: Kind
  /// Which one: a survey's name, a channel, a claim and a day.
  public var occasion: String
  /// How many people were asked.
  public var asked: Int
  /// How many of them answered.
  public var answered: Int
  /// Minutes that those who answered gave, all together.
  public var minutes: Double?
  /// How many of those asked had been asked before in the cycle.
  public var askedBefore: Int?
  /// The languages in which one could answer, sorted; empty: not written down.
  public var languages: [String]
  /// How many of those asked were told what came of it.
  public var told: Int?

  /// A kind of asking.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// A survey.
    case survey
    /// Voices of one channel.
    case voices
    /// The test of a claim.
    case test
    /// Another occasion that somebody wrote down.
    case occasion
  }

  /// Makes an entry; nil where the numbers contradict each other.
  public init?(
    kind: Kind, occasion: String, asked: Int, answered: Int, minutes: Double? = nil, askedBefore: Int? = nil,
    languages: [String] = [], told: Int? = nil
  ) {
    guard asked >= 0, (0...asked).contains(answered), minutes.map({ $0 >= 0 && $0.isFinite }) ?? true,
      askedBefore.map({ (0...asked).contains($0) }) ?? true, told.map({ (0...asked).contains($0) }) ?? true
    else { return nil }
    self.kind = kind
    self.occasion = occasion
    self.asked = asked
    self.answered = answered
    self.minutes = minutes
    self.askedBefore = askedBefore
    self.languages = Set(languages).sorted()
    self.told = told
  }

  /// Hours that people gave; nil where no minutes were written down.
  public var hours: Double? { minutes.map { $0 / 60 } }

  /// Entries of the same kind and occasion made one, in the order of kinds and occasions. A number that only some of them
  /// have is the sum of those.
  public static func merged(_ burdens: [AskingBurden]) -> [AskingBurden] {
    var result: [AskingBurden] = []
    for burden in burdens {
      guard let index = result.firstIndex(where: { $0.kind == burden.kind && $0.occasion == burden.occasion }) else {
        result.append(burden)
        continue
      }
      func sum<Number: AdditiveArithmetic>(_ left: Number?, _ right: Number?) -> Number? {
        guard let left else { return right }
        return right.map { left + $0 } ?? left
      }
      result[index].asked += burden.asked
      result[index].answered += burden.answered
      result[index].minutes = sum(result[index].minutes, burden.minutes)
      result[index].askedBefore = sum(result[index].askedBefore, burden.askedBefore)
      result[index].told = sum(result[index].told, burden.told)
      result[index].languages = Set(result[index].languages + burden.languages).sorted()
    }
    let order = Kind.allCases
    func rank(_ burden: AskingBurden) -> Int { order.firstIndex(of: burden.kind) ?? order.count }
    return result.sorted { (rank($0), $0.occasion) < (rank($1), $1.occasion) }
  }
}

/// The burden of asking over a whole cycle.
public struct AskingSummary: Hashable, Sendable {
  /// How often somebody was asked: people who were asked twice count twice.
  public var asked: Int
  /// How often somebody answered.
  public var answered: Int
  /// Hours that are known of; nil where no occasion has any.
  public var hours: Double?
  /// Occasions of which no minutes were written down.
  public var withoutMinutes: Int
  /// How often somebody was asked who had been before; nil where nobody wrote it down.
  public var askedBefore: Int?
  /// All languages, sorted.
  public var languages: [String]
  /// Occasions after which those who were asked were not all told what came of it, or nobody wrote it down.
  public var notTold: [String]

  /// From the occasions of a cycle.
  public init(_ burdens: [AskingBurden]) {
    asked = burdens.reduce(0) { $0 + $1.asked }
    answered = burdens.reduce(0) { $0 + $1.answered }
    let hours = burdens.compactMap(\.hours)
    self.hours = hours.isEmpty ? nil : hours.reduce(0, +)
    withoutMinutes = burdens.count - hours.count
    let before = burdens.compactMap(\.askedBefore)
    askedBefore = before.isEmpty ? nil : before.reduce(0, +)
    languages = Set(burdens.flatMap(\.languages)).sorted()
    notTold = burdens.filter { ($0.told ?? 0) < $0.asked }.map(\.occasion)
  }
}
