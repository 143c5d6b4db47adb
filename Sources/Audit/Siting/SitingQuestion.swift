import Foundation
import Geodata
import Geometry
import Siting
import Workspace

/// What somebody asks of an audit about new sites: how many, for whose need, among which places.
public struct SitingQuestion: Sendable {
  /// Whose need is weighed.
  public enum Need: Hashable, Sendable {
    /// Children of the ages, by the population estimate.
    case children
    /// Children less those reached in the cycle.
    case unreached
    /// Children of areas in national deciles 1 and 2.
    case deprived
    /// The count of an indicator: its numerator, or its value where it is a count.
    case indicator(String)

    /// Reads `children`, `unreached`, `deprived`; anything else is an indicator's id.
    public init(_ text: String) {
      switch text {
      case "children": self = .children
      case "unreached": self = .unreached
      case "deprived": self = .deprived
      default: self = .indicator(text)
      }
    }

    /// In words.
    public var words: String {
      switch self {
      case .children: "children by the population estimate"
      case .unreached: "children who were not reached in the cycle"
      case .deprived: "children of areas in the nation's most deprived two tenths"
      case .indicator(let id): "the count of \(id)"
      }
    }
  }

  /// What becomes of the centres that are there.
  public enum Existing: String, Sendable, CaseIterable {
    /// They stay and serve.
    case keep
    /// Their places are candidates like the others.
    case offer
    /// As if there were none.
    case ignore
  }

  /// How many sites.
  public var sites: Int
  /// Whose need.
  public var need = Need.children
  /// Whether as many as possible shall have a site within `within`, rather than the least distance for all.
  public var isCoverage = false
  /// The covering distance in metres; shares within it are always said.
  public var within = 1_600.0
  /// What becomes of the centres that are there.
  public var existing = Existing.keep
  /// A table or map of candidates; nil: each area's population centroid.
  public var candidates: URL?
  /// The CRS of the candidates, where it is not the analysis CRS and the file does not say.
  public var crs: String?
  /// After so many seconds the best choice so far is taken, and its gap said.
  public var seconds = 60.0

  /// Asks for so many sites.
  public init(sites: Int) { self.sites = sites }
}

/// Where new sites should be, and what they would better.
public struct SitingAnswer: Sendable {
  /// One chosen site.
  public struct Chosen: Sendable {
    /// The candidate's code.
    public var code: String
    /// Its name, or its code.
    public var name: String
    /// Its place in the analysis CRS.
    public var point: Point
    /// Whose nearest site it is.
    public var serves: Double
    /// Their mean distance in metres.
    public var metres: Double
  }

  /// The borough's name.
  public let name: String
  /// The cycle.
  public let cycle: String
  /// What was asked.
  public let question: SitingQuestion
  /// The problem that was solved.
  public let problem: SitingProblem
  /// The choice.
  public let solution: SitingSolution
  /// The sites, in the order of their codes.
  public let chosen: [Chosen]
  /// Areas without a number or a place, left out.
  public let leftOut: [String]
  /// All small areas with their shapes, for a map.
  public let areas: [CycleContent.Place]
  /// The files that were read, with their licences.
  public let sources: [CycleContent.InputFile]

  /// Everybody's mean distance before (nil: no centre is kept) and after, in metres.
  public var mean: (before: Double?, after: Double) { (mean([]), mean(solution.chosen) ?? .nan) }

  /// How many have a site within the distance, before and after.
  public var covered: (before: Double, after: Double) { (covered([]), covered(solution.chosen)) }

  private func mean(_ chosen: [Int]) -> Double? {
    let metres = problem.metres(chosen)
    guard metres.allSatisfy(\.isFinite) else { return nil }
    return zip(problem.demand, metres).reduce(0) { $0 + $1.0.weight * $1.1 } / problem.weight
  }

  private func covered(_ chosen: [Int]) -> Double {
    zip(problem.demand, problem.metres(chosen)).reduce(0) { $0 + ($1.1 <= question.within ? $1.0.weight : 0) }
  }

  /// Whether counts of the authority's own children are in it.
  public var isInternal: Bool { question.need == .unreached }
}
