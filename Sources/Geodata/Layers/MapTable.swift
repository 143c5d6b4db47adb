import Foundation
import Geometry

/// Where the rows of a table that came as a map have their places: two columns that the map's points were written to.
public struct TablePlaces: Sendable {
  /// The column of the easting or longitude, in the file's CRS.
  public let xColumn: Int
  /// The column of the northing or latitude.
  public let yColumn: Int
  let fileCRS: FileCRS
  let extent: Envelope
  let format: String
  let name: String

  /// The CRS of the two columns.
  /// - Parameter stated: what audit.yml says, which goes before what the file says.
  /// - Throws: a refusal where the CRS is missing, or the numbers cannot be in it.
  public func crs(stated: String?) throws(GeodataError) -> CRS {
    var complaints: [Complaint] = []
    return try CRSDecision.crs(
      stated: stated, file: fileCRS, extent: extent, format: format, name: name, complaints: &complaints)
  }
}

/// Points with attributes in a map's format, read as a table: centres, children or visits as GeoPackage, shapefile, KML.
public enum MapTable {
  private static let extensions: Set<String> = [
    "geojson", "gpkg", "shp", "kml", "kmz", "gml", "fgb", "gdb", "tab", "mif",
  ]

  /// Whether a file of that name is a map.
  public static func isMap(_ name: String) -> Bool {
    extensions.contains((name as NSString).pathExtension.lowercased())
  }

  /// The attributes as columns, and two more with the place; rows that are no points have none.
  static func open(_ source: TableSource) throws(GeodataError) -> Table {
    var reader = try RawLayerReader(
      LayerSource(url: source.url, name: source.name, layer: source.layer), keepsAllColumns: true)
    let raw = try reader.read()
    let columns = reader.attributeColumns
    var text = ""
    func append(_ cells: [String]) {
      text += cells.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    let header = columns + ["place x", "place y"]
    append(header)
    let start = text.utf8.count
    // (0, 0) is what programs write for "no place"; it must not decide what CRS the others look like.
    var extent = Envelope.empty
    for feature in raw.features {
      var place = ["", ""]
      if case .point(let point) = feature.geometry, point.isFinite {
        place = ["\(point.x)", "\(point.y)"]
        if point != Point(x: 0, y: 0) { extent.expand(to: point) }
      }
      append(columns.map { feature.attributes[$0] ?? "" } + place)
    }
    var table = Table(
      source: source, header: header, headerRow: 1,
      reading: "\(raw.format), \(raw.features.count) features",
      decimal: 46, content: .delimited(FileBytes(copying: Array(text.utf8)), rowsStart: start, delimiter: 44))
    table.notes = raw.complaints
    table.places = TablePlaces(
      xColumn: columns.count, yColumn: columns.count + 1, fileCRS: raw.fileCRS, extent: extent, format: raw.format,
      name: source.name)
    return table
  }
}
