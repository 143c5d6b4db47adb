import CGDAL
import Foundation

/// What has to be opened for a file: itself, what it packs unpacked in memory, or a copy of a database that somebody may
/// be writing.
struct Container {
  /// The path for GDAL.
  var path: String
  /// In lower case, of the file itself or of what was found in the zip.
  var fileExtension: String
  var openOptions: [(String, String)] = []
  /// The folder of a copy, to be removed.
  var temporary: URL?
  /// What was unpacked; kept as long as it is read.
  var unpacked: UnpackedFiles?

  init(_ source: LayerSource) throws(GeodataError) {
    path = source.url.path
    fileExtension = source.url.pathExtension.lowercased()
    switch fileExtension {
    case "gpkg", "sqlite": try protectDatabase(source)
    case "zip", "kmz", "gz":
      let files = UnpackedFiles()
      path = try files.unpack(source)
      // A KMZ is opened where it is.
      if path != source.url.path { unpacked = files }
      fileExtension = (path as NSString).pathExtension.lowercased()
    default: break
    }
    try XMLEntities.refuse(path, isUnpacked: unpacked != nil, name: source.name)
    switch fileExtension {
    case "shp", "dbf":
      // Bytes as they are: the .cpg may lie, see FieldText.
      openOptions.append(("ENCODING", ""))
    case "csv", "tsv", "txt":
      openOptions += [
        ("GEOM_POSSIBLE_NAMES", "wkt,geometry,geom,the_geom,shape,wkt_geom,WKT,Geometry,GEOMETRY"),
        ("KEEP_GEOM_COLUMNS", "NO"), ("AUTODETECT_TYPE", "NO"),
      ]
    case "gml", "xml":
      // GDAL would write its schema beside the file, or fetch it.
      openOptions += [("WRITE_GFS", "NO"), ("DOWNLOAD_SCHEMA", "NO")]
    default: break
    }
  }

  /// Removes the copy.
  func remove() {
    if let temporary { try? FileManager.default.removeItem(at: temporary) }
  }

  // MARK: Databases

  /// SQLite writes beside a database even when it only reads: a journal is rolled back, a log is taken over. So a
  /// database with either is read from a copy; one in WAL mode without them is opened as immutable.
  private mutating func protectDatabase(_ source: LayerSource) throws(GeodataError) {
    let companions = ["-wal", "-journal"].filter { suffix in
      let size = try? FileManager.default.attributesOfItem(atPath: source.url.path + suffix)[.size] as? NSNumber
      return (size?.intValue ?? 0) > 0
    }
    guard !companions.isEmpty else {
      if try isInWALMode(source) { openOptions.append(("IMMUTABLE", "YES")) }
      return
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    let files = [""] + companions
    let before = files.map { stamp(source.url.path + $0) }
    let copy = folder.appendingPathComponent(source.url.lastPathComponent)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for suffix in files {
        let target = URL(fileURLWithPath: copy.path + suffix)
        try FileManager.default.copyItem(at: URL(fileURLWithPath: source.url.path + suffix), to: target)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
      }
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw GeodataError(
        .inputOutput, "the database has a write-ahead log or journal beside it and could not be copied to be read",
        file: source.name, advice: "close it in the program that has it open")
    }
    guard before == files.map({ stamp(source.url.path + $0) }) else {
      try? FileManager.default.removeItem(at: folder)
      throw GeodataError(
        .inputOutput, "the file is being written", file: source.name,
        advice: "close it in the program that has it open, and run again")
    }
    temporary = folder
    path = copy.path
  }

  /// Size and time of a file, to see whether it changed.
  private func stamp(_ path: String) -> [String] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let date = attributes?[.modificationDate] as? Date
    return ["\(attributes?[.size] as? NSNumber ?? 0)", "\(date?.timeIntervalSince1970 ?? 0)"]
  }

  /// Bytes 18 and 19 of an SQLite file are 2 in WAL mode.
  private func isInWALMode(_ source: LayerSource) throws(GeodataError) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: source.url.path) else {
      throw GeodataError(.noInput, "the file cannot be opened", file: source.name)
    }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 20), head.count == 20 else { return false }
    return head[18] == 2 || head[19] == 2
  }
}
