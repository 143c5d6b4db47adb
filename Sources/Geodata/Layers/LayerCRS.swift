import Geometry

/// The CRS of the analysis.
enum LayerCRS {
  /// - Throws: `.configuration` for one that PROJ does not know, or whose unit is the degree.
  static func analysis(_ text: String) throws(GeodataError) -> CRS {
    let crs: CRS
    do {
      crs = try CRS(text)
    } catch {
      throw GeodataError(.configuration, error.description, advice: "write crs: EPSG:27700 in audit.yml")
    }
    guard !crs.isGeographic else {
      throw GeodataError(
        .configuration, "the analysis needs a CRS in metres, and \(crs) is in degrees",
        advice: "write crs: EPSG:27700 in audit.yml")
    }
    return crs
  }
}
