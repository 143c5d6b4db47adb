/// The ids of the figures that pages print of what people said and what was made of it.
public enum EvidenceMeasures {
  /// Consented voices of the cycle.
  public static let voices = "voices.count"
  /// 1/Σs² over contributors.
  public static let effectiveVoices = "voices.effective"
  /// `voices.loud-share.V00`: a contributor's share of all voices.
  public static func loudShare(_ contributor: String) -> String { "voices.loud-share.\(contributor)" }
  /// `voices.of-group.language=eal`: a group's voices.
  public static func voices(ofGroup group: String) -> String { "voices.of-group.\(group)" }
  /// What its share of the people lets expect.
  public static func expectedVoices(ofGroup group: String) -> String { "voices.expected.\(group)" }

  /// What a theme's voices are counted of.
  public enum Theme: String, CaseIterable, Sendable {
    case raised, disputed
    case raisedWithoutLoudestPerson = "raised-without-loudest-person"
    case raisedWithoutLoudestSource = "raised-without-loudest-source"
  }

  /// `theme.raised.debt`.
  public static func theme(_ what: Theme, _ theme: String) -> String { "theme.\(what.rawValue).\(theme)" }

  /// What is looked at where pockets are looked for, of an area.
  public enum Pocket: String, CaseIterable, Sendable {
    case share, reached, children, expected
  }

  /// `pocket.share`, of an area.
  public static func pocket(_ what: Pocket) -> String { "pocket.\(what.rawValue)" }

  /// The parts of a change.
  public enum Part: String, CaseIterable, Sendable {
    case before, after, real, data, boundary, method
  }

  /// `change.reached.real`, of a catchment.
  public static func change(_ measure: String, _ part: Part) -> String { "change.\(measure).\(part.rawValue)" }

  /// `claim.K-2025-26-03.asked.1`: how many were asked in a claim's first test.
  public static func asked(_ claim: String, test: Int) -> String { "claim.\(claim).asked.\(test + 1)" }
}
