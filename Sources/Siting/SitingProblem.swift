import Geometry

/// Where to put so many sites among declared candidates: p-median or maximal covering, in straight-line metres.
///
/// ```swift
/// let problem = try SitingProblem(demand: areas, candidates: halls, kept: centres, sites: 2, objective: .distance)
/// let solution = try CBC().solve(problem, seconds: 60)
/// solution.chosen.map { problem.candidates[$0].code }
/// ```
public struct SitingProblem: Sendable {
  /// What is best.
  public enum Objective: Hashable, Sendable {
    /// Σ weight × metres to the nearest site is least (p-median; Hakimi 1964, ReVelle and Swain 1970).
    case distance
    /// Σ weight with a site within so many metres is most (maximal covering; Church and ReVelle 1974).
    case coverage(within: Double)
  }

  /// Somebody who needs a site.
  public struct Demand: Hashable, Sendable {
    /// The area's code.
    public var code: String
    /// Where.
    public var point: Point
    /// How many, at least 0.
    public var weight: Double

    /// Makes one.
    public init(code: String, point: Point, weight: Double) {
      (self.code, self.point, self.weight) = (code, point, weight)
    }
  }

  /// Those with a weight over 0.
  public let demand: [Demand]
  /// Where sites may be put, in the order of their codes.
  public let candidates: [Site]
  /// Sites that are there and stay.
  public let kept: [Site]
  /// How many sites may be added.
  public let sites: Int
  /// What is best.
  public let objective: Objective

  /// States a problem.
  /// - Throws: a refusal (64) where nobody needs a site, there is no candidate, or more sites than candidates.
  public init(
    demand: [Demand], candidates: [Site], kept: [Site], sites: Int, objective: Objective
  ) throws(SitingError) {
    self.demand = demand.filter { $0.weight > 0 && $0.weight.isFinite && $0.point.isFinite }
    self.candidates = candidates.filter(\.point.isFinite).sorted { $0.code < $1.code }
    self.kept = kept.filter(\.point.isFinite)
    self.sites = sites
    self.objective = objective
    guard sites >= 1 else { throw .nothingToChoose("the number of sites is at least 1") }
    guard !self.demand.isEmpty else { throw .nothingToChoose("nobody needs a site: every weight is 0 or not known") }
    guard self.candidates.count >= sites else {
      throw .nothingToChoose("there are \(self.candidates.count) candidates for \(sites) sites")
    }
    if case .coverage(let metres) = objective, !(metres.isFinite && metres > 0) {
      throw .nothingToChoose("the covering distance is more than 0 metres")
    }
  }

  /// Everybody's weight together.
  public var weight: Double { demand.reduce(0) { $0 + $1.weight } }

  /// Metres from each demand to the nearest of the kept and the chosen sites; infinite where there is none.
  public func metres(_ chosen: [Int]) -> [Double] {
    let sites = kept.map(\.point) + chosen.map { candidates[$0].point }
    return demand.map { one in sites.reduce(Double.infinity) { min($0, $1.distance(to: one.point)) } }
  }

  /// What a choice is worth: Σ weight × metres, or Σ weight covered. O(demand × sites).
  public func value(_ chosen: [Int]) -> Double {
    let metres = metres(chosen)
    switch objective {
    case .distance: return zip(demand, metres).reduce(0) { $0 + $1.0.weight * $1.1 }
    case .coverage(let within): return zip(demand, metres).reduce(0) { $0 + ($1.1 <= within ? $1.0.weight : 0) }
    }
  }

  /// Whether one value is better than another.
  func isBetter(_ value: Double, than other: Double) -> Bool { objective == .distance ? value < other : value > other }

  /// One site after the other, each time the best: a fair choice, without a proof. O(sites × candidates × demand).
  public func greedy() -> [Int] {
    var chosen: [Int] = []
    for _ in 0..<sites {
      var best: (index: Int, value: Double)?
      for index in candidates.indices where !chosen.contains(index) {
        let value = value(chosen + [index])
        if best.map({ isBetter(value, than: $0.value) }) ?? true { best = (index, value) }
      }
      if let best { chosen.append(best.index) }
    }
    return chosen.sorted()
  }
}

extension Point {
  var isFinite: Bool { x.isFinite && y.isFinite }
}
