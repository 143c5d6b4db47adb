import Geodata

/// Why an audit could not be run: audit.yml is wrong, or what it names cannot be used together.
public struct AuditError: Refusal {
  /// The line that a reader sees: file, line, what, what to do.
  public var description: String
  /// 64 usage, 65 data, 73 cannot write, 74 I/O, 75 locked, 78 audit.yml.
  public var exitCode: Int32

  /// Makes an error from its line.
  public init(_ description: String, exitCode: Int32) {
    self.description = description
    self.exitCode = exitCode
  }

  /// An error in audit.yml: exit code 78, with the line where it stands.
  static func file(_ name: String, line: Int?, _ what: String) -> AuditError {
    let place = line.map { "\(name), line \($0)" } ?? name
    return AuditError("\(place): \(what)", exitCode: 78)
  }
}
