import Foundation

/// The published files beside the project: NEEDS_SHARED_DATA, or ../shared/data of the package's root.
enum SharedData {
  static let root: URL = {
    if let given = ProcessInfo.processInfo.environment["NEEDS_SHARED_DATA"] { return URL(fileURLWithPath: given) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")
  }()

  static func url(_ path: String) -> URL { root.appending(path: path) }

  static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }
}
