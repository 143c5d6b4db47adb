import Foundation
import Workspace

/// Writes the need profiles of a workspace in one call.
public enum ProfileWriter {
  /// Writes the page of every catchment of a cycle (the last where none is named) into a folder, which it makes; each is
  /// whole or not there. From exact counts they are internal and have mode 0600. Returns the files, in the order of codes.
  @discardableResult
  public static func writeAll<State>(
    _ workspace: Workspace<State>, cycle: String? = nil, to folder: URL, language: Language = .english
  ) throws -> [URL] {
    try BoroughPages(of: workspace, cycle: cycle, language: language).writeProfiles(to: folder)
  }
}
