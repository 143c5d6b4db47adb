import Foundation
import Geodata

/// What each file of a folder seems to be, and why.
struct FolderSurvey {
  /// One file with its reading.
  struct Entry {
    /// The name in the folder.
    let name: String
    /// What it holds.
    let content: Content
  }

  /// What a file holds.
  enum Content {
    /// A table with its headers and number of rows.
    case table(header: [String], rows: Int)
    /// A layer.
    case layer(LayerSurvey)
    /// Nothing that Needs reads; the reason.
    case unreadable(String)
  }

  /// The files in the order of their names.
  let entries: [Entry]
  /// The folder.
  let folder: URL

  private static let layers = ["geojson", "json", "gpkg", "shp", "kml", "kmz", "gml", "fgb", "tab"]
  private static let tables = ["csv", "tsv", "txt", "gz", "xlsx", "ods"]

  /// Looks at every file of a folder; not at the folders in it.
  init(_ folder: URL) throws(AuditError) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      throw AuditError("\(folder.path): there is no such folder, or it cannot be read", exitCode: 66)
    }
    self.folder = folder
    entries = names.sorted().compactMap { name in
      let url = folder.appendingPathComponent(name)
      let ending = url.pathExtension.lowercased()
      if Self.layers.contains(ending) { return Entry(name: name, content: Self.layer(url, name)) }
      if Self.tables.contains(ending) { return Entry(name: name, content: Self.table(url, name)) }
      return nil
    }
  }

  private static func layer(_ url: URL, _ name: String) -> Content {
    do { return .layer(try LayerSurvey.read(LayerSource(url: url, name: name))) } catch {
      return .unreadable(error.description)
    }
  }

  private static func table(_ url: URL, _ name: String) -> Content {
    do throws(GeodataError) {
      let table = try Table.open(TableSource(url: url, name: name))
      var rows = 0
      try table.forEachRow(refusing: { _ throws(GeodataError) in rows += 1 })
      return .table(header: table.header, rows: rows)
    } catch {
      return .unreadable(error.description)
    }
  }
}
