import CGDAL
import Foundation

/// The files of a layer that came packed, unpacked into memory under the limits of `Limits` and never onto the disk:
/// they may hold children's homes.
final class UnpackedFiles {
  private let root = "/vsimem/needs-\(UUID().uuidString)"

  deinit { VSIRmdirRecursive(root) }

  /// Unpacks a `.zip`, `.kmz` or `.gz`.
  ///
  /// - Returns: GDAL's path of the one layer in it.
  /// - Throws: `.data` where it is damaged, packs no layer or too much, `.configuration` where it packs several.
  func unpack(_ source: LayerSource) throws(GeodataError) -> String {
    let bytes = try FileBytes(mapping: source.url, name: source.name)
    guard source.url.pathExtension.lowercased() != "gz" else {
      let path = root + "/" + source.url.deletingPathExtension().lastPathComponent
      let stream = try InflateStream(bytes, range: 0..<bytes.count, packing: .gzip, name: source.name)
      var sum = 0
      try write(stream, to: path, &sum, source.name)
      return path
    }
    guard source.url.pathExtension.lowercased() != "kmz" else {
      try look(into: ZipArchive(bytes, name: source.name))
      return source.url.path
    }
    let archive = try ZipArchive(bytes, name: source.name)
    let layer = try Self.layer(in: archive, source)
    let stem = (layer as NSString).deletingPathExtension + "."
    var sum = 0
    for entry in archive.entries where !entry.path.hasSuffix("/") {
      guard entry.path.hasPrefix(stem) || entry.path.hasPrefix(layer + "/") else { continue }
      if entry.path == layer, (layer as NSString).pathExtension.lowercased() == "kmz" {
        let inner = try archive.stream(entry).readAll(atMost: Limits.layerBytes)
        try look(into: ZipArchive(FileBytes(copying: inner), name: source.name))
      }
      try write(archive.stream(entry), to: root + "/" + Self.plain(entry.path), &sum, source.name)
    }
    return root + "/" + Self.plain(layer)
  }

  /// A KMZ is opened as it is, its maps refer to each other; but only after all of it was unpacked once, under the limits.
  private func look(into map: ZipArchive) throws(GeodataError) {
    var sum = 0
    for entry in map.entries where !entry.path.hasSuffix("/") {
      let path = root + "/" + Self.plain(entry.path)
      try write(map.stream(entry), to: path, &sum, map.name)
      try XMLEntities.refuse(path, isUnpacked: true, name: map.name)
      VSIUnlink(path)
    }
  }

  /// A path whose steps lead nowhere else.
  private static func plain(_ path: String) -> String {
    path.split(separator: "/").map { $0 == ".." || $0 == "." ? "_" : String($0) }.joined(separator: "/")
  }

  private func write(
    _ stream: InflateStream, to path: String, _ sum: inout Int, _ name: String
  ) throws(GeodataError) {
    // A file geodatabase is looked for as a folder.
    VSIMkdirRecursive((path as NSString).deletingLastPathComponent, 0o700)
    guard let file = VSIFOpenL(path, "wb") else {
      throw GeodataError(.inputOutput, "cannot be unpacked in memory", file: name)
    }
    defer { VSIFCloseL(file) }
    let size = 1 << 18
    let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { piece.deallocate() }
    while true {
      let n = try stream.read(into: piece, count: size)
      if n == 0 { return }
      sum += n
      guard sum <= Limits.layerBytes else {
        throw .beyond("\(Limits.size(Limits.layerBytes)) once unpacked", file: name)
      }
      guard VSIFWriteL(piece, 1, n, file) == n else {
        throw GeodataError(.inputOutput, "does not fit into memory once unpacked", file: name)
      }
    }
  }

  // MARK: Which file is the layer

  /// Formats in a zip that are a layer on their own; the others beside them are their companions.
  private static let layerExtensions: Set<String> = [
    "shp", "gpkg", "geojson", "json", "kml", "gml", "fgb", "csv", "tab", "mif", "gdb", "kmz",
  ]

  private static func layer(in archive: ZipArchive, _ source: LayerSource) throws(GeodataError) -> String {
    var paths: Set<String> = []
    for entry in archive.entries {
      var steps = entry.path.split(separator: "/").map(String.init)
      guard !steps.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) else { continue }
      // A file geodatabase is a folder.
      if let folder = steps.firstIndex(where: { $0.lowercased().hasSuffix(".gdb") }) {
        steps.removeSubrange((folder + 1)...)
      } else if entry.path.hasSuffix("/") {
        continue
      }
      let path = steps.joined(separator: "/")
      if layerExtensions.contains((path as NSString).pathExtension.lowercased()) { paths.insert(path) }
    }
    var found = paths.sorted()
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
        .configuration, "the zip holds several layers: \(found.prefix(20).joined(separator: ", "))", file: source.name,
        advice: "unpack it, and name one of them in audit.yml")
    }
    return first
  }
}
