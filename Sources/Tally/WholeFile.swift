import Foundation
import Geodata
import Glibc

/// Writes a file that is whole or not there, and that nobody else can read for a moment before its mode is set.
///
/// ```swift
/// try WholeFile.write(Data(csv.utf8), to: url, mode: 0o600)
/// ```
public enum WholeFile {
  /// Why a file could not be written (EX_CANTCREAT).
  public struct CannotWrite: Refusal, Hashable {
    /// The file.
    public var file: String
    /// What the system says.
    public var reason: String
    /// One line.
    public var description: String { "\(file): cannot be written: \(reason)" }
    /// EX_CANTCREAT.
    public var exitCode: Int32 { 73 }
  }

  /// Writes beside the file, made with its mode (less the umask), and renames: what was there is replaced. A device or
  /// a pipe, such as /dev/stdout, is written to as it is.
  public static func write(_ data: Data, to url: URL, mode: mode_t) throws(CannotWrite) {
    var status = stat()
    if stat(url.path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw CannotWrite(file: url.path, reason: "it is a folder") }
      return try put(data, into: open(url.path, O_WRONLY), of: url)
    }
    let draft = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).\(getpid())").path
    // One left by a killed run, with whatever mode, or laid there by somebody else.
    unlink(draft)
    do throws(CannotWrite) {
      try put(data, into: open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode), of: url)
      guard rename(draft, url.path) == 0 else { throw failure(url) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func put(_ data: Data, into descriptor: Int32, of url: URL) throws(CannotWrite) {
    guard descriptor >= 0 else { throw failure(url) }
    do {
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try handle.write(contentsOf: data)
      try handle.close()
    } catch {
      throw CannotWrite(file: url.path, reason: error.localizedDescription)
    }
  }

  private static func failure(_ url: URL) -> CannotWrite {
    CannotWrite(file: url.path, reason: String(cString: strerror(errno)))
  }
}
