import Evidence

extension EvidenceMeasures {
  /// What is printed of an occasion of asking.
  public enum Asking: String, CaseIterable, Sendable {
    case asked, answered, hours, told
    case askedBefore = "asked-before"
  }

  /// `asking.hours.survey.parents-spring`; without an occasion that of the whole cycle, `asking.hours.all`.
  public static func asking(_ what: Asking, _ burden: AskingBurden? = nil) -> String {
    "asking.\(what.rawValue).\(burden.map { "\($0.kind.rawValue).\($0.occasion)" } ?? "all")"
  }

  /// What is printed of a survey's answer.
  public enum Survey: String, CaseIterable, Sendable {
    case asked, answered, agree, share
  }

  /// `survey.agree.parents-spring.2026-03-15.eal.debt`.
  public static func survey(_ what: Survey, _ answer: SurveyAnswer) -> String {
    "survey.\(what.rawValue).\(answer.survey).\(answer.date).\(answer.group).\(answer.theme)"
  }

  /// Pieces of intelligence that have expired and were not scored.
  public static let toScore = "intelligence.to-score"
  /// `intelligence.came-true.partner`: of what a source foretold, what came true.
  public static func cameTrue(_ source: String) -> String { "intelligence.came-true.\(source)" }

  /// Voices that were coded twice.
  public static let codedTwice = "voices.coded-twice"
  /// The share of them on which the coders agree.
  public static let codersAgree = "voices.coders-agree"
  /// Cohen's kappa.
  public static let kappa = "voices.kappa"

  /// `voices.raise` of a catchment: voices that raise something about it; `voices.raise.debt`: that raise a theme.
  public static func raised(_ theme: String? = nil) -> String { "voices.raise" + (theme.map { ".\($0)" } ?? "") }

  /// What is printed of an offer.
  public enum OfferPart: String, CaseIterable, Sendable {
    case flow, hours, cost
    case volunteerHours = "volunteer-hours"
  }

  /// `offer.hours.O01`.
  public static func offer(_ what: OfferPart, _ offer: Offer) -> String { "offer.\(what.rawValue).\(offer.id)" }

  /// `claims.held.strong`: of the claims of a grade that were tested, those that held.
  public static func held(_ grade: ClaimGrade.Grade) -> String { "claims.held.\(grade.rawValue)" }
  /// `claim.K-2025-26-03.agreed.1`: how many agreed in a claim's first test.
  public static func agreed(_ claim: String, test: Int) -> String { "claim.\(claim).agreed.\(test + 1)" }
  /// `claim.K-2025-26-03.evidence.1`: what the first piece of evidence says, in words.
  public static func evidence(_ claim: String, _ number: Int) -> String { "claim.\(claim).evidence.\(number + 1)" }

  /// `change-rate.reached.real`, of a catchment: in points of a hundred enrolled.
  public static func changeOfRate(_ measure: String, _ part: Part) -> String {
    "change-rate.\(measure).\(part.rawValue)"
  }
  /// `then.enrolled`, of an area: last cycle's count in this cycle's area; `now.enrolled`: this cycle's.
  public static func area(_ measure: String, then: Bool) -> String { "\(then ? "then" : "now").\(measure)" }
  /// `advice.2`: the second reason for a new audit, in words.
  public static func advice(_ number: Int) -> String { "advice.\(number + 1)" }
}
