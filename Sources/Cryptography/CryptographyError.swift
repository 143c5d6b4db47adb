/// Why a digest, a key or a cipher could not be had. `exitCode` follows sysexits.
public enum CryptographyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// libcrypto refused an operation: out of memory, or a build of it that lacks the algorithm.
  case library(operation: String)
  /// The system's random generator gave nothing.
  case noRandomness
  /// A key or counter has the wrong length, in bytes.
  case length(of: String, expected: Int, actual: Int)
  /// The file could not be opened; `reason` is the system's word for it.
  case cannotOpen(file: String, reason: String)
  /// Reading the file failed half-way.
  case cannotRead(file: String, reason: String)

  /// One line for the person at the keyboard.
  public var description: String {
    switch self {
    case .library(let operation): "OpenSSL could not \(operation)"
    case .noRandomness: "the system gave no random bytes"
    case .length(let what, let expected, let actual): "\(what) has \(actual) bytes, not \(expected)"
    case .cannotOpen(let file, let reason): "\(file): cannot be opened: \(reason)"
    case .cannotRead(let file, let reason): "\(file): cannot be read to its end: \(reason)"
    }
  }

  /// The exit code of the process: 66 no such input, 74 I/O, 70 our fault.
  public var exitCode: Int32 {
    switch self {
    case .cannotOpen: 66
    case .cannotRead: 74
    case .library, .noRandomness, .length: 70
    }
  }
}
