import CGDAL
import Geometry

/// What a file says of its CRS. GDAL's word alone proves nothing: it calls a GeoPackage's srs_id 0 "Undefined
/// geographic SRS", and a GeoJSON in metres EPSG:4326.
struct FileCRS {
  /// What the file says; nil where it says nothing.
  var crs: CRS?
  /// Why there is none, or what PROJ says of one that it does not know.
  var whyMissing: String
  /// Whether the numbers come as latitude and longitude and have to be turned.
  var isTurned: Bool

  init(layer: OGRLayerH, format: String) {
    isTurned = false
    whyMissing =
      switch format {
      case "ESRI Shapefile": "there is no .prj beside it"
      case "GPKG": "its srs_id is one of the undefined"
      case "CSV": "a table says none"
      default: "the file says none"
      }
    guard let reference = OGR_L_GetSpatialRef(layer) else { return }
    let name = OSRGetName(reference).map { String(cString: $0) } ?? ""
    if name.hasPrefix("Undefined") {
      whyMissing = format == "GPKG" ? "the GeoPackage's srs_id is 0 or -1, which means undefined" : whyMissing
      return
    }
    guard OSRIsLocal(reference) == 0 else { return }
    do {
      crs = try FileCRS.crs(of: reference)
    } catch {
      whyMissing = error.description
      return
    }
    var count: Int32 = 0
    let mapping = OSRGetDataAxisToSRSAxisMapping(reference, &count)
    if count >= 2, let mapping, mapping[0] == 1, mapping[1] == 2 {
      isTurned = OSREPSGTreatsAsLatLong(reference) == 1 || OSREPSGTreatsAsNorthingEasting(reference) == 1
    }
  }

  private static func crs(of reference: OGRSpatialReferenceH) throws(GeometryError) -> CRS {
    if let authority = OSRGetAuthorityName(reference, nil), let code = OSRGetAuthorityCode(reference, nil) {
      let text = "\(String(cString: authority)):\(String(cString: code))"
      if text.hasPrefix("EPSG:") || text.hasPrefix("OGC:") { return try CRS(text) }
    }
    var wkt: UnsafeMutablePointer<CChar>?
    let result = OSRExportToWkt(reference, &wkt)
    defer { VSIFree(wkt) }
    guard result == OGRERR_NONE, let wkt else {
      throw GeometryError(.unknownCRS, "the file's CRS cannot be read")
    }
    return try CRS(String(cString: wkt))
  }
}
