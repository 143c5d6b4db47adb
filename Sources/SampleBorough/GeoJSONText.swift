import Geometry

/// A GeoJSON feature collection in the British National Grid, with the `crs` member of before RFC 7946 that says so.
enum GeoJSONText {
  /// What stands before the first feature.
  static func opening(name: String) -> [UInt8] {
    Array(
      """
      {
      "type": "FeatureCollection",
      "name": "\(name)",
      "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::27700" } },
      "features": [

      """.utf8)
  }

  /// What stands after the last.
  static let closing = Array("\n]\n}\n".utf8)

  /// One feature on a line of its own. Property names and values hold nothing that JSON escapes.
  static func append(_ shape: MultiPolygon, properties: [(String, String)], to bytes: inout [UInt8]) {
    let named = properties.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ")
    bytes += "{ \"type\": \"Feature\", \"properties\": { \(named) }, \"geometry\": { ".utf8
    if shape.polygons.count == 1 {
      bytes += "\"type\": \"Polygon\", \"coordinates\": ".utf8
      append(shape.polygons[0], to: &bytes)
    } else {
      bytes += "\"type\": \"MultiPolygon\", \"coordinates\": ".utf8
      list(shape.polygons, to: &bytes) { append($0, to: &$1) }
    }
    bytes += " } }".utf8
  }

  private static func append(_ polygon: Polygon, to bytes: inout [UInt8]) {
    list(polygon.rings, to: &bytes) { ring, bytes in
      list(ring, to: &bytes) { point, bytes in
        bytes.append(UInt8(ascii: "["))
        Digits.appendTenths(point.x, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        Digits.appendTenths(point.y, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
      }
    }
  }

  private static func list<T>(_ items: [T], to bytes: inout [UInt8], _ write: (T, inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (i, item) in items.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      write(item, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
