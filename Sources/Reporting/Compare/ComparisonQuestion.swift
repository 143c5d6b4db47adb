import Audit
import Geodata
import Measures
import Workspace

/// What is compared with what.
public struct ComparisonQuestion: Sendable {
  /// The kind of places: areas, catchments or centres; drawn places stand in the catchments' stead.
  public var kind = Figure.Kind.catchment
  /// The measure; nil: `reached.rate`, for centres `came.from-own`.
  public var measure: String?
  /// The cycles, or `all`; empty: the last, with the one before beside it.
  public var cycles: [String] = []
  /// Polygons to compare in the catchments' stead: wards, or whatever somebody drew.
  public var places: LayerSource?
  /// What drawn places are made of.
  public var making = DrawnPlaces.Making.atoms
  /// Figures of other authorities and of the nation.
  public var others: [OtherAuthority] = []
  /// The indicators by which places are like each other; nil: all that the audit declares.
  public var indicators: [String]?
  /// What the page is written in.
  public var language = Language.english

  /// Asks for catchments by what share of their children was reached.
  public init() {}

  static let allCycles = "all"

  var measureID: String { measure ?? (kind == .centre ? "came.from-own" : "reached.rate") }
}
