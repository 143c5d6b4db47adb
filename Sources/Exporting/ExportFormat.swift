import CGDAL
import Foundation
import Geometry
import Tally

/// What a release is exported as.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One GeoPackage with all layers, styled for QGIS.
  case geoPackage = "gpkg"
  /// A folder of GeoJSON files (RFC 7946: longitude and latitude).
  case geoJSON = "geojson"
  /// A folder of CSV files with CSV on the Web metadata and a Frictionless data package.
  case csv = "csv"
  /// One workbook.
  case workbook = "xlsx"
  /// A folder of FlatGeobuf files.
  case flatGeobuf = "fgb"
  /// A folder of shapefiles with a key to their short column names.
  case shapefile = "shp"
}

extension ReleaseExport {
  /// Writes the release in a format: to a file (gpkg, xlsx), or into a folder that it makes. What was there under the
  /// same names is replaced, and nothing else is touched.
  public func write(_ format: ExportFormat, to url: URL) throws {
    switch format {
    case .geoPackage: try writeWhole(url) { try geoPackage($0) }
    case .workbook: try writeWhole(url) { try WorkbookFile(export: self).write(to: $0.path) }
    case .csv:
      try writeFolder(url) { folder in
        for file in try CSVFiles(export: self).files() { try put(file.data, file.name, folder) }
      }
    case .geoJSON: try writeFolder(url) { try geoJSON($0) }
    case .flatGeobuf: try writeFolder(url) { try flatGeobuf($0) }
    case .shapefile: try writeFolder(url) { try shapefile($0) }
    }
  }

  /// Writes the layers as tables `schema.areas`… of a PostgreSQL database with PostGIS, `address` as GDAL takes it
  /// ("PG:host=… dbname=…"). All of them or none.
  public func writeDatabase(_ address: String, schema: String = "public") throws(ExportError) {
    let writer = VectorWriter(
      driver: "PostgreSQL",
      layerOptions: ["OVERWRITE=YES", "SCHEMA=\(schema)", "GEOMETRY_NAME=geom", "FID=id", "PRECISION=NO"], crs: crs)
    try writer.write(layers, toDatabase: address)
  }

  private var placed: [ExportLayer] { layers.filter { if case .none = $0.places { false } else { true } } }

  private func geoPackage(_ url: URL) throws {
    // GDAL stamps the time of writing; the cycle's first day is the same each time.
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "\(firstDay)T00:00:00.000Z")
    defer { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nil) }
    let writer = VectorWriter(
      driver: "GPKG", creation: ["VERSION=1.2"], layerOptions: ["GEOMETRY_NAME=geom"], crs: crs)
    try writer.write(layers + [LayerStyle.table(layers)], to: url.path)
  }

  private func geoJSON(_ folder: URL) throws {
    let transform = try CoordinateTransform(from: crs, to: .wgs84)
    let writer = VectorWriter(driver: "GeoJSON", layerOptions: ["RFC7946=YES", "WRITE_NAME=NO"], crs: .wgs84)
    for layer in placed {
      var moved = layer
      switch layer.places {
      case .none: break
      case .shapes(let shapes): moved.places = .shapes(try shapes.map { try $0.map { try transform($0) } })
      case .points(let points): moved.places = .points(try points.map { try $0.map { try transform($0) } })
      }
      try writer.write([moved], to: folder.appending(path: "\(layer.name).geojson").path)
    }
    try readMe(folder, extra: ["Longitude and latitude: \(transform.accuracyStatement)."])
  }

  private func flatGeobuf(_ folder: URL) throws {
    let writer = VectorWriter(driver: "FlatGeobuf", crs: crs)
    for layer in placed where !layer.rows.isEmpty {
      try writer.write([layer], to: folder.appending(path: "\(layer.name).fgb").path)
    }
    try readMe(folder)
  }

  private func shapefile(_ folder: URL) throws {
    let writer = VectorWriter(driver: "ESRI Shapefile", layerOptions: ["ENCODING=UTF-8"], crs: crs, nameLimit: 10)
    var key = "layer,short,name,title,unit\r\n"
    for layer in placed {
      try writer.write([layer], to: folder.appending(path: "\(layer.name).shp").path)
      for (short, column) in zip(writer.columnNames(layer), layer.columns) {
        let cells = [layer.name, short, column.name, column.title, column.unit]
        key += cells.map(CSVCell.text).joined(separator: ",") + "\r\n"
      }
    }
    try put(Data(key.utf8), "field-key.csv", folder)
    try readMe(folder)
  }

  /// Notes, sources and licences beside formats that cannot hold them.
  private func readMe(_ folder: URL, extra: [String] = []) throws {
    var text = (notes + extra).joined(separator: "\n") + "\n\nSources:\n"
    for layer in layers where layer.name == "sources" { text += CSVFiles.text(layer) }
    try put(Data(text.utf8), "README.txt", folder)
    for layer in layers where ["columns", "measures"].contains(layer.name) {
      try put(Data(CSVFiles.text(layer).utf8), "\(layer.name).csv", folder)
    }
  }

  private func put(_ data: Data, _ name: String, _ folder: URL) throws {
    do { try data.write(to: folder.appending(path: name), options: .atomic) } catch {
      throw ExportError.cannotWrite(path: folder.appending(path: name).path, reason: "the file cannot be made")
    }
  }

  /// Writes beside the file and renames: it is whole or not there.
  private func writeWhole(_ url: URL, _ body: (URL) throws -> Void) throws {
    let draft = url.deletingLastPathComponent().appending(
      path:
        ".\(url.deletingPathExtension().lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).\(url.pathExtension)"
    )
    try? FileManager.default.removeItem(at: draft)
    defer { try? FileManager.default.removeItem(at: draft) }
    try body(draft)
    guard rename(draft.path, url.path) == 0 else {
      throw ExportError.cannotWrite(path: url.path, reason: String(cString: strerror(errno)))
    }
  }

  /// Writes into a folder beside it and moves each file to its place.
  private func writeFolder(_ url: URL, _ body: (URL) throws -> Void) throws {
    let files = FileManager.default
    let draft = url.deletingLastPathComponent().appending(
      path: ".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
    do {
      try? files.removeItem(at: draft)
      try files.createDirectory(at: draft, withIntermediateDirectories: true)
      try files.createDirectory(at: url, withIntermediateDirectories: true)
    } catch { throw ExportError.cannotWrite(path: url.path, reason: "the folder cannot be made") }
    defer { try? files.removeItem(at: draft) }
    try body(draft)
    let names = try files.contentsOfDirectory(atPath: draft.path).sorted()
    for name in names {
      let target = url.appending(path: name)
      guard rename(draft.appending(path: name).path, target.path) == 0 else {
        throw ExportError.cannotWrite(path: target.path, reason: String(cString: strerror(errno)))
      }
    }
  }
}
