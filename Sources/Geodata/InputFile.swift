import Foundation

/// What may be read: a regular file, of a size that is read. A pipe or a device would be waited for, or never end.
public enum InputFile {
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

  /// Refuses a layer that is no regular file, and one of whose companions is none, or lies elsewhere. Nothing is opened.
  ///
  /// A program that reads a shapefile opens all that bears its name; a file geodatabase is a folder of files.
  static func checkLayer(_ url: URL, name: String) throws(GeodataError) {
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw GeodataError(
        .noInput, "there is no such file", file: name, advice: "check the path in audit.yml, and --data")
    }
    if status.st_mode & S_IFMT == S_IFDIR, url.pathExtension.lowercased() == "gdb" {
      try checkMembers(names(in: url), of: url, beside: status, name: name, limit: Limits.layerBytes)
      return
    }
    try check(status, name: name, limit: Limits.layerBytes)
    let stem = url.deletingPathExtension().lastPathComponent + "."
    let folder = url.deletingLastPathComponent()
    // Each of them: what stands beside is read or not as the format's driver likes.
    let companions = names(in: folder).filter { member in
      member.hasPrefix(stem) && member != url.lastPathComponent
        && companionEndings.contains(member.dropFirst(stem.count).lowercased())
    }
    try checkMembers(companions, of: folder, beside: status, name: name, limit: Limits.layerBytes)
  }

  /// Endings of files that GDAL opens along with a layer's.
  private static let companionEndings: Set<String> = [
    "shx", "dbf", "prj", "cpg", "qix", "sbn", "sbx", "idm", "ind", "shp.xml", "qpj", "dat", "map", "id", "mid", "tab",
    "gfs", "xsd", "csvt", "aux.xml", "shp.aux.xml", "gpkg.aux.xml", "gpkg-wal", "gpkg-shm", "gpkg-journal",
  ]

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private static func checkMembers(
    _ members: [String], of folder: URL, beside main: stat, name: String, limit: Int
  ) throws(GeodataError) {
    let inside = folder.resolvingSymlinksInPath().path + "/"
    var sum = main.st_mode & S_IFMT == S_IFREG ? Int(main.st_size) : 0
    for member in members {
      let url = folder.appendingPathComponent(member)
      var status = stat()
      guard stat(url.path, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFREG, url.resolvingSymlinksInPath().path.hasPrefix(inside) else {
        throw GeodataError(
          .noInput, "has \(member) beside it, which is no file of its folder", file: name,
          advice: "copy the layer with all its files to one folder")
      }
      sum += Int(status.st_size)
    }
    guard sum <= limit else {
      throw .beyond(Limits.size(limit), file: name, advice: "check that it is the right file, or split it")
    }
  }

  /// The bytes of a small file, a pipe too; nil where it cannot be read, or nothing comes for ten seconds. What is over
  /// the limit is cut one byte after it, so that the reader sees that it is.
  public static func bytes(of url: URL, limit: Int) -> [UInt8]? {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let got = read(descriptor, &piece, min(piece.count, limit + 1 - bytes.count))
      if got > 0 {
        bytes += piece[..<got]
      } else if got == 0 {
        return bytes
      } else if errno == EAGAIN {
        // A pipe whose writer has not written yet.
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, 10_000) > 0 else { return nil }
      } else if errno != EINTR {
        return nil
      }
    }
    return bytes
  }
}
