import Foundation

/// What may be read as a table: a regular file, of a size that is read. A pipe or a device would be waited for, or never
/// end.
enum InputFile {
  /// Refuses what is no regular file, or over the limit, in bytes.
  ///
  /// - Throws: `.noInput` where it is of the wrong kind, `.data` where it is over the limit.
  static func check(_ status: stat, name: String, limit: Int) throws(GeodataError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard Int(status.st_size) <= limit else {
        throw .beyond(Limits.size(limit), file: name, advice: "check that it is the right file, or split it")
      }
    case S_IFDIR:
      throw GeodataError(.noInput, "is a folder, not a file", file: name, advice: "name the file in audit.yml")
    default:
      throw GeodataError(
        .noInput, "is a pipe, a device or a socket, not a file", file: name, advice: "save its contents to a file")
    }
  }
}
