import Foundation
import Geometry
import Tally
import Workspace

/// Borders alone, without a count: catchments as GeoJSON, to audit or to draw further.
///
/// Coordinates are in the analysis CRS and written so that they read back as the same numbers; the `crs` member of before
/// RFC 7946 says which CRS that is.
public enum BoundaryFile {
  /// The GeoJSON of catchments with the columns `code` and `name`, in the order given.
  public static func geojson(_ places: [CycleContent.Place], crs: String) -> String {
    let urn = crs.split(separator: ":").joined(separator: "::")
    let features = places.compactMap { place in place.shape.map { feature(place, $0) } }
    return """
      {
      "type": "FeatureCollection",
      "name": "catchments",
      "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:\(urn)" } },
      "features": [
      \(features.joined(separator: ",\n"))
      ]
      }

      """
  }

  /// Writes it to a file, whole or not at all.
  public static func write(_ places: [CycleContent.Place], crs: String, to url: URL) throws(ExportError) {
    do {
      try Data(geojson(places, crs: crs).utf8).write(to: url, options: .atomic)
    } catch {
      throw ExportError.cannotWrite(path: url.path, reason: "the folder is not there, or may not be written")
    }
  }

  private static func feature(_ place: CycleContent.Place, _ shape: MultiPolygon) -> String {
    let polygons = shape.polygons.map { polygon in
      "["
        + polygon.rings.map { ring in "[" + ring.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]" }
        .joined(separator: ",") + "]"
    }
    return """
      { "type": "Feature", "properties": { "code": \(JSONText.quoted(place.code)), "name": \(JSONText.quoted(place.name)) }, \
      "geometry": { "type": "MultiPolygon", "coordinates": [\(polygons.joined(separator: ","))] } }
      """
  }
}
