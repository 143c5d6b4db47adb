/// An error whose description is one line that a centre head can read, with the exit code of the process (sysexits).
///
/// Every error type of every room that can reach the command line conforms; `needs` prints the line on stderr and
/// exits with the code: 64 usage, 65 data, 66 no such file, 70 our fault, 73 cannot write, 74 I/O, 75 locked, 78 audit.yml.
public protocol Refusal: Error, CustomStringConvertible, Sendable {
  /// The exit code of the process.
  var exitCode: Int32 { get }
}
