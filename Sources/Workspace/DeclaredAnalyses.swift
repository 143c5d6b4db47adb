/// What an audit declares beyond measures: a composite index of need, access, clusters. Definitions, no counts, so a
/// release carries them too.
public struct DeclaredAnalyses: Hashable, Sendable, Codable {
  /// `index:`; nil where none is declared.
  public var index: NeedIndexDeclaration?
  /// `access:`; nil where none is declared.
  public var access: AccessDeclaration?
  /// `clusters:`, the measures and indicators whose clusters are looked for.
  public var clusters: [String] = []

  /// Declares nothing.
  public init() {}

  /// Whether nothing is declared.
  public var isEmpty: Bool { self == DeclaredAnalyses() }
}

/// A composite index of need: `index:` in audit.yml.
public struct NeedIndexDeclaration: Hashable, Sendable, Codable {
  /// In a few words.
  public var title: String
  /// Who declared components and weights.
  public var declaredBy: String
  /// In how many components an area must be deprived to count in the overlap.
  public var cutOff: Int
  /// The components, in the order of audit.yml.
  public var components: [Component]

  /// A component.
  public struct Component: Hashable, Sendable, Codable {
    /// The id of a measure or an indicator with values by area; `distance`: metres to the nearest centre.
    public var measure: String
    /// Its weight; weights are made to sum to 1.
    public var weight: Double
    /// Whether a higher value means more need; nil: the measure's own polarity says so.
    public var higherIsMoreNeed: Bool?
    /// Makes a component.
    public init(measure: String, weight: Double, higherIsMoreNeed: Bool?) {
      (self.measure, self.weight, self.higherIsMoreNeed) = (measure, weight, higherIsMoreNeed)
    }
  }

  /// Makes a declaration.
  public init(title: String, declaredBy: String, cutOff: Int, components: [Component]) {
    (self.title, self.declaredBy, self.cutOff, self.components) = (title, declaredBy, cutOff, components)
  }
}

/// How access is measured: `access:` in audit.yml.
public struct AccessDeclaration: Hashable, Sendable, Codable {
  /// The services whose offered hours count; empty: all.
  public var services: [String]
  /// The denominator set of those who want them.
  public var people: String
  /// Rings around a centre, the nearest first.
  public var zones: [Zone]

  /// A ring.
  public struct Zone: Hashable, Sendable, Codable {
    /// Metres, included.
    public var within: Double
    /// How much a person in it counts, 0…1.
    public var weight: Double
    /// Makes a ring.
    public init(within: Double, weight: Double) { (self.within, self.weight) = (within, weight) }
  }

  /// Makes a declaration.
  public init(services: [String], people: String, zones: [Zone]) {
    (self.services, self.people, self.zones) = (services, people, zones)
  }
}

/// How far the middle of an area's people is from a centre, in a straight line.
public struct CentreDistance: Hashable, Sendable {
  /// The area's code.
  public var area: String
  /// The centre's id.
  public var centre: String
  /// Metres.
  public var metres: Double
  /// Makes a distance.
  public init(area: String, centre: String, metres: Double) {
    (self.area, self.centre, self.metres) = (area, centre, metres)
  }
}

/// What a centre gives of the declared services. Internal only, as offers are.
public struct CentreSupply: Hashable, Sendable {
  /// The centre's id.
  public var centre: String
  /// Offered hours a week.
  public var hours: Double
  /// Makes a supply.
  public init(centre: String, hours: Double) { (self.centre, self.hours) = (centre, hours) }
}

/// Two areas within a metre of each other; each pair once, the lower code first.
public struct AreaPair: Hashable, Sendable {
  /// One area's code.
  public var area: String
  /// The other's.
  public var other: String
  /// Makes a pair.
  public init(area: String, other: String) { (self.area, self.other) = (area, other) }
}
