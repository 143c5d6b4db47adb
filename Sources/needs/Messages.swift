import Foundation
import Geodata

/// Messages to the person at the terminal: on stderr, one line each.
enum Messages {
  /// Says a complaint.
  static func say(_ complaint: Complaint) {
    say("\(complaint.severity.rawValue): \(complaint.line)")
  }

  /// Says a line.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data("needs: \(line)\n".utf8))
  }
}
