import Geodata

/// Something that is given: a service at a centre, by whom, for how long a week, with whose money and until when.
public struct Offer: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// The centre's id.
  public var centre: String
  /// The service.
  public var service: String
  /// The theme of the codebook that it answers, or empty.
  public var theme: String
  /// Who gives it.
  public var provider: String
  /// Hours a week.
  public var hours: Double?
  /// The languages in which it is given.
  public var languages: [String]
  /// Who pays for it.
  public var funder: String
  /// Pounds a year.
  public var cost: Double?
  /// The last day of the money; nil: none is set.
  public var fundEnds: Day?
  /// Hours a week that volunteers give.
  public var volunteerHours: Double?
  /// The flow of value that it belongs to, as the codebook names it; empty: not declared.
  public var flow: String

  /// Makes an offer.
  public init(
    id: String, centre: String, service: String, theme: String = "", provider: String = "", hours: Double? = nil,
    languages: [String] = [], funder: String = "", cost: Double? = nil, fundEnds: Day? = nil,
    volunteerHours: Double? = nil, flow: String = ""
  ) {
    self.id = id
    self.centre = centre
    self.service = service
    self.theme = theme
    self.provider = provider
    self.hours = hours
    self.languages = languages
    self.funder = funder
    self.cost = cost
    self.fundEnds = fundEnds
    self.volunteerHours = volunteerHours
    self.flow = flow
  }
}
