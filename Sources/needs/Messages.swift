import Foundation
import Geodata
import Logging
import Tally

/// Messages to the person at the terminal: on stderr, one line each.
enum Messages {
  private static let log = Logger(label: "needs") { _ in TerminalLog() }

  /// Says a complaint, at the level of its severity.
  static func say(_ complaint: Complaint) {
    let level: Logger.Level =
      switch complaint.severity {
      case .note: .info
      case .warning: .warning
      case .refusal: .error
      }
    log.log(level: level, "\(complaint.severity.rawValue): \(complaint.line)")
  }

  /// Says that an answer that carries no banner was made from exact counts.
  static func sayInternal(if isExact: Bool) {
    if isExact { say("INTERNAL – not for release: this answer was made from exact counts") }
  }

  /// Says a line.
  static func say(_ line: String) { log.notice("\(line)") }
}

/// Writes a message as one line of stderr: "needs: warning: …". No time and no metadata: the same run says the same.
private struct TerminalLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    FileHandle.standardError.write(Data("needs: \(event.message.description.onOneLine)\n".utf8))
  }
}
