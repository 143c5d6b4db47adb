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

  /// The drivers that may open a file, of those that GDAL has: files of vectors that need nothing but themselves and what
  /// lies beside them. All others stay shut, so that no file leads to other files, databases, servers or programs.
  static let allowedDrivers: Set<String> = [
    "AVCBin", "AVCE00", "CAD", "CSV", "DGN", "DXF", "EDIGEO", "ESRI Shapefile", "ESRIJSON", "FlatGeobuf", "GML", "GPKG",
    "GPX", "GeoJSON", "GeoJSONSeq", "GeoRSS", "Geoconcept", "Idrisi", "JML", "KML", "LIBKML", "MapInfo File", "MapML",
    "OGR_GMT", "OGR_SDTS", "OpenFileGDB", "S57", "SOSI", "SQLite", "SVG", "SXF", "Selafin", "TIGER", "TopoJSON",
    "UK .NTF", "VDV", "WAsP",
  ]

  /// The names of the drivers that read vectors from a file, in GDAL's order.
  static func fileDrivers() -> [String] {
    registerAll()
    var names: [String] = []
    for n in 0..<GDALGetDriverCount() {
      guard let driver = GDALGetDriver(n), let name = GDALGetDriverShortName(driver) else { continue }
      let text = String(cString: name)
      if allowedDrivers.contains(text) { names.append(text) }
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
