import CGDAL

/// GDAL's drivers, registered once, and its complaints, caught instead of printed.
enum GDALSetup {
  /// The two formats that most councils use are there in under a millisecond.
  private static let usualDrivers: Void = {
    RegisterOGRGeoJSON()
    RegisterOGRGeoPackage()
  }()

  private static let allDrivers: Void = {
    GDALAllRegister()
    // The parser of GML that knows no entities from elsewhere, and no links to other documents.
    CPLSetConfigOption("GML_PARSER", "EXPAT")
    CPLSetConfigOption("GML_SKIP_RESOLVE_ELEMS", "ALL")
  }()

  static func registerUsual() { _ = usualDrivers }

  static func registerAll() { _ = allDrivers }

  /// Drivers that would follow a file to another place: other files, databases, servers, programs, temporary files; and
  /// those of tables and pictures, which are no layers.
  private static let driversToElsewhere: Set<String> = [
    "OGR_VRT", "VRT", "HTTP", "PostgreSQL", "MySQL", "ODBC", "PGeo", "MSSQLSpatial", "WFS", "OAPIF", "OGCAPI", "CSW",
    "Elasticsearch", "Carto", "AmigoCloud", "PLSCENES", "NGW", "GMLAS", "OGR_OGDI", "PGDUMP", "Memory", "EEDA", "PDF",
    "GPSBabel", "NAS", "Interlis 1", "Interlis 2", "OSM", "VFK", "LVBAG", "MVT", "MBTiles", "PDS4", "OGR_PDS", "VICAR",
    "FITS", "PCIDSK", "netCDF", "BAG", "JP2OpenJPEG", "XLS", "XLSX", "ODS",
  ]

  /// The names of the drivers that read vectors from a file, in GDAL's order.
  static func fileDrivers() -> [String] {
    registerAll()
    var names: [String] = []
    for n in 0..<GDALGetDriverCount() {
      guard let driver = GDALGetDriver(n), let name = GDALGetDriverShortName(driver),
        GDALGetMetadataItem(driver, "DCAP_VECTOR", nil) != nil
      else { continue }
      let text = String(cString: name)
      if !driversToElsewhere.contains(text) { names.append(text) }
    }
    // LIBKML before KML: the latter drops ExtendedData.
    if let plain = names.firstIndex(of: "KML"), let full = names.firstIndex(of: "LIBKML"), plain < full {
      names.swapAt(plain, full)
    }
    return names
  }

  /// What GDAL said while something ran: errors and warnings apart.
  final class Messages {
    fileprivate(set) var errors: [String] = []
    fileprivate(set) var warnings: [String] = []
  }

  /// Runs `body` with GDAL's messages of this thread caught.
  static func listening<R, E: Error>(to messages: Messages, _ body: () throws(E) -> R) throws(E) -> R {
    CPLPushErrorHandlerEx(
      { severity, _, text in
        guard let box = CPLGetErrorHandlerUserData(), let text else { return }
        let messages = Unmanaged<Messages>.fromOpaque(box).takeUnretainedValue()
        let words = String(cString: text)
        if severity == CE_Warning {
          messages.warnings.append(words)
        } else if severity == CE_Failure || severity == CE_Fatal {
          messages.errors.append(words)
        }
      }, Unmanaged.passUnretained(messages).toOpaque())
    defer { CPLPopErrorHandler() }
    return try body()
  }
}
