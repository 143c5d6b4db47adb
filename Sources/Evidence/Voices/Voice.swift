import Geodata

/// One coded thing that somebody said. There is no name and no narrative: the fields do not exist.
public struct Voice: Hashable, Sendable {
  /// The number or code in its table; unique in a cycle.
  public var id: String
  /// The day on which it was said.
  public var date: Day
  /// Who passed it on: home-liaison-worker, parent, local-authority, partner, pupil, business, faith-group…
  public var source: String
  /// How: home-visit, writing-wall, video-diary, open-house, survey, meeting…
  public var channel: String
  /// A value of a declared group, or `other`.
  public var group: String
  /// A theme of the codebook.
  public var theme: String
  /// The theme as a second coder has it; nil where nobody coded it twice.
  public var second: String?
  /// Whether the theme is raised or disputed.
  public var stance: Stance
  /// The area or catchment that it is about.
  public var place: Place
  /// The catchments in which it was said, where its place is known that well; else empty.
  public var catchments: [String]
  /// A pseudonym; equal pseudonyms are one person.
  public var contributor: String
  /// Whether the person agreed that it is counted.
  public var hasConsent: Bool
  /// The last day on which intelligence is taken as current; nil: it does not expire.
  public var expires: Day?

  /// What a voice does with its theme.
  public enum Stance: String, Sendable, CaseIterable, Codable {
    /// It says that there is such a need.
    case raises
    /// It says that there is none.
    case disputes
  }

  /// What a voice is about.
  public enum Place: Hashable, Sendable {
    /// The whole authority, or not said.
    case authority
    /// A small area, by its code.
    case area(String)
    /// A catchment, by its code.
    case catchment(String)

    /// `authority`, `area` or `catchment`.
    public var kind: String {
      switch self {
      case .authority: "authority"
      case .area: "area"
      case .catchment: "catchment"
      }
    }

    /// The code; empty for the authority.
    public var code: String {
      switch self {
      case .authority: ""
      case .area(let code), .catchment(let code): code
      }
    }

    /// From `kind` and `code`; nil for another kind.
    public init?(kind: String, code: String) {
      switch kind {
      case "authority", "": self = code.isEmpty ? .authority : .area(code)
      case "area": self = .area(code)
      case "catchment": self = .catchment(code)
      default: return nil
      }
    }
  }

  /// Makes a voice.
  public init(
    id: String, date: Day, source: String, channel: String, group: String, theme: String, second: String? = nil,
    stance: Stance = .raises, place: Place = .authority, catchments: [String] = [], contributor: String,
    hasConsent: Bool, expires: Day? = nil
  ) {
    self.id = id
    self.date = date
    self.source = source
    self.channel = channel
    self.group = group
    self.theme = theme
    self.second = second
    self.stance = stance
    self.place = place
    self.catchments = catchments
    self.contributor = contributor
    self.hasConsent = hasConsent
    self.expires = expires
  }

  /// The same without its id and without the catchments, which the place tells: by this a voice is known again.
  public var nameless: Voice {
    var voice = self
    voice.id = ""
    voice.catchments = []
    return voice
  }

  /// Whether it is intelligence: something the authority or a partner says will come, which expires and is scored later.
  public var isIntelligence: Bool { expires != nil }

  /// Whether it was said of a place: of the place itself, of an area of a catchment, or of anywhere in the authority.
  public func isAbout(_ place: Place) -> Bool {
    switch place {
    case .authority: true
    case .catchment(let code): self.place == place || catchments.contains(code)
    case .area: self.place == place
    }
  }

  /// Whether intelligence no longer counts as current on this day.
  public func hasExpired(on day: Day) -> Bool { expires.map { $0 < day } ?? false }
}
