import Foundation

/// COIN-OR's branch-and-cut solver, a program of its own: it is given a file and gives one back.
public struct CBC: Sendable {
  /// Where the program is.
  public let program: URL

  /// Looks for it: NEEDS_CBC, PATH.
  /// - Throws: `.noSolver` where it is nowhere.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(SitingError) {
    let named = environment["NEEDS_CBC"]
    let candidates = named.map { [$0] } ?? (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/cbc" }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw .noSolver
    }
    program = URL(fileURLWithPath: found)
  }

  /// Solves a problem, or stops after so many seconds with the best choice so far and what is known of a better one.
  ///
  /// One thread, so that the same problem gives the same choice. Its file holds places and weights of areas, never a
  /// child, in a folder that only its owner may enter and that goes at the end.
  public func solve(_ problem: SitingProblem, seconds: Double) throws(SitingError) -> SitingSolution {
    let program = IntegerProgram(problem)
    let answer = try run(program.text, seconds: seconds)
    func value(_ objective: Double) -> Double {
      problem.objective == .distance ? program.offset + objective : program.offset - objective
    }
    let bound = answer.isOptimal ? nil : answer.bound.map(value)
    guard let chosen = answer.chosen else {
      return SitingSolution(problem.greedy(), of: problem, bound: bound, isProven: false)
    }
    guard chosen.allSatisfy(problem.candidates.indices.contains), chosen.count <= problem.sites else {
      throw .solver(reason: "it chose what is no candidate")
    }
    let solution = SitingSolution(chosen, of: problem, bound: bound, isProven: answer.isOptimal)
    let said = value(answer.objective)
    guard abs(solution.value - said) <= 1e-6 * max(1, abs(said), abs(program.offset)) else {
      throw .solver(reason: "its objective \(said) is not the choice's \(solution.value)")
    }
    // What is found one after the other may be better than what a solver had when it was stopped.
    let greedy = problem.greedy()
    if !answer.isOptimal, problem.isBetter(problem.value(greedy), than: solution.value) {
      return SitingSolution(greedy, of: problem, bound: bound, isProven: false)
    }
    return solution
  }

  private struct Answer {
    var isOptimal: Bool
    var objective: Double
    var bound: Double?
    /// Nil where it was stopped before it had a choice.
    var chosen: [Int]?
  }

  private func run(_ text: String, seconds: Double) throws(SitingError) -> Answer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-siting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (model, solution) = (folder.appendingPathComponent("m.mps"), folder.appendingPathComponent("m.sol"))
    let log = folder.appendingPathComponent("log")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: model)
      try Data().write(to: log)
      let process = Process()
      process.executableURL = program
      process.arguments = [
        model.path, "-sec", "\(seconds)", "-ratioGap", "0", "-allowableGap", "0", "-solve", "-solution", solution.path,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: log)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    } catch {
      throw .solver(reason: "\(program.path) did not start")
    }
    let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
    guard let text = try? String(contentsOf: solution, encoding: .utf8) else {
      throw .solver(reason: "\(program.path) gave no answer")
    }
    return try Self.answer(text, log: said)
  }

  private static func answer(_ text: String, log: String) throws(SitingError) -> Answer {
    let lines = text.split(separator: "\n")
    guard let first = lines.first else { throw .solver(reason: "its answer is empty") }
    let isOptimal = first.hasPrefix("Optimal")
    guard isOptimal || first.hasPrefix("Stopped") else { throw .solver(reason: "it says: \(first)") }
    let bound = log.split(separator: "\n").last { $0.hasPrefix("Lower bound:") }
      .flatMap { $0.split(separator: " ").last }.flatMap { Double($0) }
      // It is printed to three places, rounded: what is certain is a little less.
      .map { $0 - 0.001 }
    guard let objective = first.split(separator: " ").last.flatMap({ Double($0) }), !first.contains("no integer") else {
      return Answer(isOptimal: false, objective: .nan, bound: bound, chosen: nil)
    }
    var chosen: [Int] = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: " ").filter { $0 != "**" }
      guard fields.count >= 3, fields[1].first == "y", let index = Int(fields[1].dropFirst()),
        let value = Double(fields[2])
      else { continue }
      if value > 0.5 { chosen.append(index) }
    }
    return Answer(isOptimal: isOptimal, objective: objective, bound: bound, chosen: chosen)
  }
}
