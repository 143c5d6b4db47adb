import Geodata

/// Why no site could be found.
public enum SitingError: Refusal, Equatable {
  /// CBC is not installed.
  case noSolver
  /// The solver did not start, failed, or said what cannot be.
  case solver(reason: String)
  /// What was asked for has no answer.
  case nothingToChoose(String)

  /// The exit code of the process (sysexits).
  public var exitCode: Int32 {
    switch self {
    case .noSolver: 69
    case .solver: 70
    case .nothingToChoose: 64
    }
  }

  /// One line.
  public var description: String {
    switch self {
    case .noSolver:
      "choosing sites needs the solver CBC: make setup installs it (Debian: apt-get install coinor-cbc); NEEDS_CBC names another"
    case .solver(let reason): "the solver failed: \(reason)"
    case .nothingToChoose(let what): what
    }
  }
}
