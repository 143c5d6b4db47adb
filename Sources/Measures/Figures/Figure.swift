import Statistics
import Tally
import Workspace

/// A measure of a place in a cycle, with its doubt: what is printed, stored and explained.
///
/// The id is made of measure, place and cycle only, never of values: `reached.rate@CC01@2025-26`.
public struct Figure: Hashable, Sendable {
  /// What sort of place.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A small area.
    case area
    /// A catchment.
    case catchment
    /// A centre.
    case centre
    /// All areas together.
    case authority
  }

  /// The code that stands for the authority in ids and tables.
  public static let authorityPlace = "authority"

  /// What a figure is.
  public var measure: String
  /// What sort of place.
  public var kind: Kind
  /// The place's code; `authority` for all areas together.
  public var place: String
  /// The cycle's label.
  public var cycle: String
  /// Above the line; nil where nothing is, or it is withheld.
  public var numerator: FigureNumber?
  /// Below the line; nil where nothing is, or it is not known.
  public var denominator: FigureNumber?
  /// The figure; nil where there is none, and a flag says why.
  public var value: Double?
  /// The 95 % interval; for a bound the least and the most it can be.
  public var interval: Interval?
  /// The least and the most over the rules that can be computed; nil for figures that need no rule.
  public var spread: Interval?
  /// The rule by which area figures reached the place; nil where none did.
  public var rule: ApportionmentRule?
  /// What must be known beside it.
  public var flags: [FigureFlag]
  /// How it stands among all places of its kind, where that was tested.
  public var comparison: Comparison?
  /// Whether it is a number counted and no ratio: what is printed is its numerator, as counts are printed.
  public var isCount: Bool

  /// Makes a figure.
  public init(
    measure: String, kind: Kind, place: String, cycle: String, numerator: FigureNumber? = nil,
    denominator: FigureNumber? = nil, value: Double? = nil, interval: Interval? = nil, spread: Interval? = nil,
    rule: ApportionmentRule? = nil, flags: [FigureFlag] = [], comparison: Comparison? = nil,
    isCount: Bool = false
  ) {
    self.measure = measure
    self.kind = kind
    self.place = place
    self.cycle = cycle
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
    self.interval = interval
    self.spread = spread
    self.rule = rule
    self.flags = flags
    self.comparison = comparison
    self.isCount = isCount
  }

  /// `reached.rate@CC01@2025-26`.
  public var id: String { Self.id(measure: measure, place: place, cycle: cycle) }

  /// The id of a measure, a place and a cycle.
  public static func id(measure: String, place: String, cycle: String) -> String { "\(measure)@\(place)@\(cycle)" }

  /// How the figure stands against a threshold; nil where it is no share of people.
  public func judgement(threshold: Double) -> ThresholdJudgement? {
    guard let numerator, let denominator, value.map({ $0 <= 1 }) ?? false else { return nil }
    return ThresholdJudgement(events: numerator.bounded, of: denominator.bounded, threshold: threshold)
  }

  /// A place against the authority's rate, or against no change: one family of tests = measure × cycle × kind of place.
  public struct Comparison: Hashable, Sendable {
    /// p0: the authority's rate; for the same children in two cycles ½.
    public var rate: Double
    /// Two-sided mid-p of the count against p0.
    public var p: Double
    /// p after Benjamini and Hochberg, over all places of the kind.
    public var q: Double
    /// Whether q ≤ 0.05.
    public var isDifferent: Bool { q <= 0.05 }
  }
}
