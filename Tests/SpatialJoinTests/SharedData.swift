import Foundation

/// The published files that tests are held against; they are not part of the project, and may be absent.
enum SharedData {
  static let root: URL = {
    if let folder = ProcessInfo.processInfo.environment["NEEDS_SHARED_DATA"] { return URL(fileURLWithPath: folder) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("../shared/data").standardizedFileURL
  }()

  static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }
}
