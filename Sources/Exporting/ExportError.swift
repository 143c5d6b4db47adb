import Geodata

/// Why an export could not be written.
public enum ExportError: Refusal, Equatable {
  /// Nothing of the release lies in what was asked for.
  case nothingChosen
  /// Codes that no area has.
  case unknownAreas([String])
  /// A release was asked for shares of its atoms.
  case sharesOfRelease
  /// The file or folder cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The database refused. Its address, which may hold a password, is never said.
  case database(reason: String)
  /// The format needs a GDAL driver that this machine lacks.
  case noDriver(String)

  /// The exit code of the process (sysexits).
  public var exitCode: Int32 {
    switch self {
    case .nothingChosen, .unknownAreas, .sharesOfRelease: 64
    case .cannotWrite: 73
    case .database: 74
    case .noDriver: 69
    }
  }

  /// One line.
  public var description: String {
    switch self {
    case .nothingChosen: "no small area, and no part of one, lies in what was asked for by at least half"
    case .sharesOfRelease:
      "a release has whole atoms only; take --made-of atoms, or the workspace that it was made from"
    case .unknownAreas(let codes): "there is no area \(codes.prefix(5).joined(separator: ", "))"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .database(let reason): "the database refused: \(reason)"
    case .noDriver(let name): "GDAL on this machine has no driver \(name)"
    }
  }
}
