import Foundation
import Geometry
import Testing

@testable import Siting

@Suite("Siting", .enabled(if: (try? CBC()) != nil, "CBC is not installed: make setup")) struct SitingTests {
  /// A small made-up town, the same for the same seed.
  private struct Town {
    var state: UInt64

    mutating func number(_ range: Range<Double>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + (range.upperBound - range.lowerBound) * Double(state >> 11) / 9_007_199_254_740_992
    }

    mutating func point() -> Point { Point(x: 430_000 + number(0..<5_000), y: 550_000 + number(0..<5_000)) }

    mutating func problem(
      _ demands: Int, _ candidates: Int, kept: Int, sites: Int, _ objective: SitingProblem.Objective
    ) throws -> SitingProblem {
      let demand = (0..<demands).map { SitingProblem.Demand(code: "E\($0)", point: point(), weight: number(0..<90)) }
      let places = (0..<candidates).map { Site(code: "H\($0)", point: point()) }
      let centres = (0..<kept).map { Site(code: "CC\($0)", point: point()) }
      return try SitingProblem(
        demand: demand, candidates: places, kept: centres, sites: sites, objective: objective)
    }
  }

  /// Every choice of `count` of the candidates.
  private func choices(_ count: Int, of total: Int, from first: Int = 0) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard first < total else { return [] }
    return (first..<total).flatMap { index in
      choices(count - 1, of: total, from: index + 1).map { [index] + $0 }
    }
  }

  private func bestByTrying(_ problem: SitingProblem) -> Double {
    let values = choices(problem.sites, of: problem.candidates.count).map(problem.value)
    return (problem.objective == .distance ? values.min() : values.max()) ?? .nan
  }

  @Test("The choice is as good as the best of all choices", arguments: 1...10)
  func bruteForce(_ seed: Int) throws {
    var town = Town(state: UInt64(seed) &* 977)
    for (kept, sites) in [(0, 1), (0, 3), (2, 2), (3, 4)] {
      for objective in [SitingProblem.Objective.distance, .coverage(within: 900)] {
        let problem = try town.problem(25, 11, kept: kept, sites: sites, objective)
        let solution = try CBC().solve(problem, seconds: 60)
        let best = bestByTrying(problem)
        #expect(solution.isProven)
        #expect(abs(solution.value - best) <= 1e-9 * max(1, best))
        #expect(abs(problem.value(solution.chosen) - best) <= 1e-9 * max(1, best))
      }
    }
  }

  @Test("A site that betters nothing is not built")
  func useless() throws {
    let here = Point(x: 1_000, y: 1_000)
    let problem = try SitingProblem(
      demand: [.init(code: "A", point: here, weight: 5)],
      candidates: [Site(code: "X", point: here), Site(code: "Y", point: Point(x: 9_000, y: 9_000))], kept: [],
      sites: 2, objective: .distance)
    let solution = try CBC().solve(problem, seconds: 10)
    #expect(solution.chosen == [0])
    #expect(solution.value == 0)
    let kept = try SitingProblem(
      demand: problem.demand, candidates: problem.candidates, kept: [Site(code: "CC", point: here)], sites: 1,
      objective: .coverage(within: 10))
    #expect(try CBC().solve(kept, seconds: 10).chosen == [])
  }

  @Test("Stopped early it says how far from the best the choice may be, and the best lies within")
  func stopped() throws {
    var town = Town(state: 4)
    let problem = try town.problem(120, 120, kept: 0, sites: 9, .distance)
    let best = try CBC().solve(problem, seconds: 120)
    let early = try CBC().solve(problem, seconds: 0.01)
    #expect(best.isProven && best.gap == 0)
    if early.isProven {
      #expect(early.value == best.value)
    } else {
      #expect(early.value >= best.value - 1e-6)
      if let bound = early.bound { #expect(bound <= best.value + 1e-6) }
    }
  }

  @Test("What has no answer is refused in words")
  func refused() throws {
    let place = Site(code: "X", point: Point(x: 1, y: 1))
    let somebody = SitingProblem.Demand(code: "A", point: place.point, weight: 1)
    let nobody = SitingProblem.Demand(code: "A", point: place.point, weight: 0)
    #expect(throws: SitingError.self) {
      try SitingProblem(demand: [nobody], candidates: [place], kept: [], sites: 1, objective: .distance)
    }
    #expect(throws: SitingError.self) {
      try SitingProblem(demand: [somebody], candidates: [place], kept: [], sites: 2, objective: .distance)
    }
    #expect(throws: SitingError.self) {
      try SitingProblem(demand: [somebody], candidates: [place], kept: [], sites: 0, objective: .distance)
    }
    #expect(throws: SitingError.self) {
      try SitingProblem(demand: [somebody], candidates: [place], kept: [], sites: 1, objective: .coverage(within: 0))
    }
    #expect(throws: SitingError.noSolver) { try CBC(environment: ["NEEDS_CBC": "nowhere/cbc"]) }
    #expect(SitingError.noSolver.exitCode == 69 && SitingError.noSolver.description.contains("make setup"))
  }
}
