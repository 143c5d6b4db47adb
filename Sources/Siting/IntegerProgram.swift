import Geometry

/// A siting problem as a mixed integer program in MPS, which every solver reads. It is always a minimisation.
///
/// `y` says whether a candidate is built. Distance: `x` says what share of a demand a candidate serves that is nearer than
/// what is kept, and the objective is what that saves. Coverage: `u` says what share of a demand stays uncovered.
struct IntegerProgram {
  /// The program's text.
  private(set) var text = ""
  /// What the objective leaves out: value = offset + objective (distance), offset − objective (coverage).
  private(set) var offset = 0.0

  private var rows: [String] = ["N obj"]
  private var columns: [String] = []
  private var sides: [String] = []
  private var bounds: [String] = []
  private var served: [[String]]

  /// Writes the program of a problem. O(demand × candidates).
  init(_ problem: SitingProblem) {
    served = Array(repeating: [], count: problem.candidates.count)
    rows.append("L sites")
    sides.append("RHS sites \(problem.sites)")
    switch problem.objective {
    case .distance: distance(problem)
    case .coverage(let metres): coverage(problem, metres)
    }
    columns.append("M1 'MARKER' 'INTORG'")
    for (index, entries) in served.enumerated() {
      columns.append("y\(index) sites 1")
      columns += entries.map { "y\(index) \($0)" }
      bounds.append("BV BND y\(index)")
    }
    columns.append("M2 'MARKER' 'INTEND'")
    let lines =
      ["NAME sites FREE", "ROWS"] + rows.map { " \($0)" } + ["COLUMNS"] + columns.map { " \($0)" } + ["RHS"]
      + sides.map { " \($0)" } + ["BOUNDS"] + bounds.map { " \($0)" } + ["ENDATA", ""]
    text = lines.joined(separator: "\n")
  }

  private mutating func distance(_ problem: SitingProblem) {
    let kept = problem.metres([])
    for (i, demand) in problem.demand.enumerated() {
      let isServed = kept[i].isFinite
      if isServed { offset += demand.weight * kept[i] }
      rows.append("\(isServed ? "L" : "E") d\(i)")
      sides.append("RHS d\(i) 1")
      for (j, candidate) in problem.candidates.enumerated() {
        let metres = candidate.point.distance(to: demand.point)
        guard metres < kept[i] else { continue }
        rows.append("L l\(i)_\(j)")
        columns.append("x\(i)_\(j) obj \(demand.weight * (isServed ? metres - kept[i] : metres))")
        columns.append("x\(i)_\(j) d\(i) 1")
        columns.append("x\(i)_\(j) l\(i)_\(j) 1")
        served[j].append("l\(i)_\(j) -1")
      }
    }
  }

  private mutating func coverage(_ problem: SitingProblem, _ metres: Double) {
    offset = problem.weight
    let kept = problem.metres([])
    for (i, demand) in problem.demand.enumerated() where kept[i] > metres {
      let near = problem.candidates.indices.filter { problem.candidates[$0].point.distance(to: demand.point) <= metres }
      rows.append("G c\(i)")
      sides.append("RHS c\(i) 1")
      columns.append("u\(i) obj \(demand.weight)")
      columns.append("u\(i) c\(i) 1")
      bounds.append("UP BND u\(i) 1")
      for j in near { served[j].append("c\(i) 1") }
    }
  }
}
