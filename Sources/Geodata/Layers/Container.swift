import CGDAL
import Foundation

/// What has to be opened for a file: itself, a file in its zip, or a copy of a database that somebody may be writing.
struct Container {
  /// The path for GDAL.
  var path: String
  /// In lower case, of the file itself or of what was found in the zip.
  var fileExtension: String
  var openOptions: [(String, String)] = []
  /// The folder of a copy, to be removed.
  var temporary: URL?

  init(_ source: LayerSource) throws(GeodataError) {
    path = source.url.path
    fileExtension = source.url.pathExtension.lowercased()
    switch fileExtension {
    case "gpkg", "sqlite": try protectDatabase(source)
    case "zip": try lookIntoZip(source)
    case "gz": path = "/vsigzip/" + path
    default: break
    }
    if fileExtension == "gz" {
      fileExtension = source.url.deletingPathExtension().pathExtension.lowercased()
    }
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
      // GDAL would write its schema beside the file.
      openOptions.append(("WRITE_GFS", "NO"))
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

  // MARK: Zips

  /// Formats in a zip that are a layer on their own; the others beside them are their companions.
  private static let layerExtensions: Set<String> = [
    "shp", "gpkg", "geojson", "json", "kml", "gml", "fgb", "csv", "tab", "mif", "gdb", "kmz",
  ]

  private mutating func lookIntoZip(_ source: LayerSource) throws(GeodataError) {
    GDALSetup.registerAll()
    let root = "/vsizip/" + source.url.path
    var found: [String] = []
    let listing = GDALSetup.listening(to: GDALSetup.Messages()) { VSIReadDirRecursive(root) }
    defer { CSLDestroy(listing) }
    for n in 0..<CSLCount(listing) {
      guard let entry = listing?[Int(n)] else { continue }
      var name = String(cString: entry)
      while name.hasSuffix("/") { name.removeLast() }
      let isInside = name.split(separator: "/").dropLast().contains { $0.lowercased().hasSuffix(".gdb") }
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
      let suffix = (name as NSString).pathExtension.lowercased()
      if Container.layerExtensions.contains(suffix), !isInside, !isHidden { found.append(name) }
    }
    found.sort()
    if found.count > 1, let layer = source.layer {
      let named = found.filter { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension == layer }
      if named.count == 1 { found = named }
    }
    guard let first = found.first else {
      throw GeodataError(
        .data, "the zip holds no layer, or it is broken", file: source.name,
        advice: "pack the shapefile (.shp, .shx, .dbf, .prj), GeoPackage, GeoJSON or KML itself")
    }
    guard found.count == 1 else {
      throw GeodataError(
        .configuration, "the zip holds several layers: \(found.joined(separator: ", "))", file: source.name,
        advice: "unpack it, and name one of them in audit.yml")
    }
    path = root + "/" + first
    fileExtension = (first as NSString).pathExtension.lowercased()
  }
}
