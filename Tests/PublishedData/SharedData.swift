import Foundation

/// The published files that tests are held against: NEEDS_SHARED_DATA, or ../shared/data of the package's root. They are
/// not part of the project, and may be absent.
public enum SharedData {
  /// The folder.
  public static let root: URL = {
    if let folder = ProcessInfo.processInfo.environment["NEEDS_SHARED_DATA"] { return URL(fileURLWithPath: folder) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("../shared/data").standardizedFileURL
  }()

  /// A file in it.
  public static func url(_ path: String) -> URL { root.appendingPathComponent(path) }

  /// Whether the file is there.
  public static func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }
}
