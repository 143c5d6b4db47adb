/// Ids of what stands beside the rates where places are compared: how sure their order is, which places are alike, what
/// the catchments cover. They are worked out when they are asked for and are not among the stored figures.
public enum ComparedMeasures {
  /// `rank.reached.rate`: the mean rank of a place over the draws, 1 = highest.
  public static func rank(_ measure: String) -> String { "rank.\(measure)" }
  /// `top-three.reached.rate`: in what share of the draws the place is in the top three.
  public static func topThree(_ measure: String) -> String { "top-three.\(measure)" }
  /// `whole.came.from-own`: the rate that all places of a kind are held against, where the authority has no figure.
  public static func whole(_ measure: String) -> String { "whole.\(measure)" }
  /// `different.catchment.reached.rate`: how many places of a kind differ from the whole by more than chance.
  public static func different(_ kind: Figure.Kind, _ measure: String) -> String {
    "different.\(kind.rawValue).\(measure)"
  }
  /// `likeness.SC02`: how far a place is from another by declared indicators; `likeness.SC02.by=imd+idaci`: by these.
  public static func likeness(to other: String, by indicators: [String]? = nil) -> String {
    "likeness.\(other)\(suffix(indicators))"
  }
  /// `alike.reached.rate`: the rate of the places most like one, together.
  public static func alike(_ measure: String, by indicators: [String]? = nil) -> String {
    "alike.\(measure)\(suffix(indicators))"
  }
  /// `alike-difference.reached.rate`: the place less them.
  public static func alikeDifference(_ measure: String, by indicators: [String]? = nil) -> String {
    "alike-difference.\(measure)\(suffix(indicators))"
  }
  /// `living-in.no-catchment.enrolled`, `living-in.SC01+SC02.children`: of those who live in such a set of catchments.
  public static func livingIn(_ set: String, _ part: Part) -> String { "living-in.\(set).\(part.rawValue)" }
  /// `outside-catchments.share`: of an area's surface, what lies in no catchment.
  public static let outsideShare = "outside-catchments.share"
  /// The children of an area who live in no catchment, by surface.
  public static let outsideChildren = "outside-catchments.children"
  /// Of an area's surface, what lies in several catchments.
  public static let sharedShare = "shared-by-catchments.share"
  /// The children of an area who live in several catchments, by surface.
  public static let sharedChildren = "shared-by-catchments.children"
  /// `children-from-area-at-centre.SC02`, of an area: its children who used the centre.
  public static func childrenFromArea(at centre: String) -> String { "children-from-area-at-centre.\(centre)" }

  /// What is said of those who live in a set of catchments.
  public enum Part: String, CaseIterable, Sendable {
    /// Areas that it touches.
    case areas
    /// Children, by surface.
    case children
    /// Children of them in the most deprived tenth of areas.
    case mostDeprived = "most-deprived"
    /// What share of them that is.
    case mostDeprivedShare = "most-deprived-share"
    /// Children enrolled, by home.
    case enrolled
    /// Children reached, by home.
    case reached
    /// Children in sustained use, by home.
    case sustained
  }

  /// The sets of catchments that are put together: none, one, several.
  public static let (none, one, several) = ("no-catchment", "one-catchment", "several-catchments")

  /// The theme of their entries.
  static let theme = "comparison"

  /// What their ids begin with.
  static let stems = ofMeasures.union(ofCoverage).union(["likeness"])

  /// Those that go on with the id of the measure that they are made of.
  private static let ofMeasures: Set<String> = ["rank", "top-three", "whole", "different", "alike", "alike-difference"]

  /// Those of what the catchments cover.
  private static let ofCoverage: Set<String> = [
    "living-in", "outside-catchments", "shared-by-catchments", "children-from-area-at-centre",
  ]

  private static func stem(_ id: String) -> String { String(id.prefix { $0 != "." && $0 != "*" }) }

  /// What is to be asked of a book so that a measure is in it: places are compared all at once.
  public static func asking(for measure: String) -> String {
    let stem = stem(measure)
    return ["likeness", "living-in"].contains(stem) && !measure.contains(".by=") ? "\(stem).*" : measure
  }

  /// Whether what is asked for is among them.
  static func isAsked(_ asked: String) -> Bool { stems.contains(stem(asked)) }

  /// Whether what is asked for needs the atoms of catchments.
  public static func needsCoverage(_ asked: String) -> Bool {
    asked == "*" || ofCoverage.contains(stem(asked))
  }

  private static let by = ".by="

  private static func suffix(_ indicators: [String]?) -> String {
    indicators.map { "\(by)\($0.joined(separator: "+"))" } ?? ""
  }

  /// An id without the indicators that it names, and those.
  static func parts(_ id: String) -> (id: String, indicators: [String]?) {
    guard let range = id.range(of: by) else { return (id, nil) }
    return (String(id[..<range.lowerBound]), id[range.upperBound...].split(separator: "+").map(String.init))
  }

  /// The measure that one of them is made of: of `rank.reached.rate` it is `reached.rate`. Nil for others.
  static func base(of id: String) -> String? {
    let plain = parts(id).id
    guard ofMeasures.contains(stem(id)), let dot = plain.firstIndex(of: ".")
    else { return nil }
    let rest = plain[plain.index(after: dot)...]
    guard stem(id) == "different" else { return String(rest) }
    return rest.firstIndex(of: ".").map { String(rest[rest.index(after: $0)...]) }
  }
}
