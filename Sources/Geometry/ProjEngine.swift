import CPROJ
import Foundation

/// One PROJ context with the folders it searches. It serves one thread at a time and outlives what is made in it.
final class ProjEngine {
  let context: OpaquePointer
  /// The folders that are searched for grids, in this order.
  let folders: [String]

  /// The OSTN15 grids under the names that PROJ has had for them.
  static let ostn15Names = ["uk_os_OSTN15_NTv2_OSGBtoETRS.tif", "OSTN15_NTv2_OSGBtoETRS.gsb"]

  init(gridFolders: [String]) throws(GeometryError) {
    guard let context = proj_context_create() else { throw GeometryError(.engine, "PROJ could not start") }
    self.context = context
    // No surprises from a network: the same folders, the same answer.
    proj_context_set_enable_network(context, 0)
    proj_log_func(context, nil) { _, _, _ in }
    var folders = gridFolders.map { ($0 as NSString).expandingTildeInPath }
    let environment = ProcessInfo.processInfo.environment
    for variable in ["PROJ_DATA", "PROJ_LIB"] {
      folders += (environment[variable] ?? "").split(separator: ":").map(String.init)
    }
    if let home = proj_context_get_user_writable_directory(context, 0) { folders.append(String(cString: home)) }
    folders += ProjEngine.systemFolders
    self.folders = folders
    var paths: [UnsafePointer<CChar>?] = []
    for folder in folders { paths.append(strdup(folder).map { UnsafePointer($0) }) }
    proj_context_set_search_paths(context, Int32(paths.count), paths)
    for path in paths { free(UnsafeMutablePointer(mutating: path)) }
  }

  deinit { proj_context_destroy(context) }

  /// Where this build of PROJ looks by itself.
  private static let systemFolders: [String] = {
    guard let path = proj_info().searchpath else { return [] }
    return String(cString: path).split(separator: ":").map(String.init)
  }()

  /// The name of the OSTN15 grid, where one of the folders has it.
  var ostn15: String? {
    for folder in folders {
      for name in ProjEngine.ostn15Names
      where FileManager.default.isReadableFile(atPath: (folder as NSString).appendingPathComponent(name)) {
        return name
      }
    }
    return nil
  }

  /// PROJ's own words for what went wrong last.
  var complaint: String {
    let code = proj_context_errno(context)
    guard code != 0, let words = proj_context_errno_string(context, code) else { return "PROJ gives no reason" }
    return String(cString: words)
  }

  /// Owns an object that PROJ made.
  func own(_ object: OpaquePointer?) -> ProjObject? { object.map { ProjObject(engine: self, owning: $0) } }

  /// A coordinate operation or a CRS from its text.
  func create(_ text: String) -> ProjObject? { own(proj_create(context, text)) }

  /// Finds the CRS that a text describes, and its EPSG code under whatever spelling.
  func crs(described text: String) throws(GeometryError) -> CRS {
    // Bare digits are an EPSG code, as QGIS and GDAL's users write them.
    let asked = !text.isEmpty && text.allSatisfy(\.isNumber) ? "EPSG:\(text)" : text
    let definition = asked.contains("+proj=") && !asked.contains("+type=crs") ? asked + " +type=crs" : asked
    guard let described = create(definition), proj_is_crs(described.pointer) == 1 else {
      let shown = text.count <= 60 ? text : String(text.prefix(60)) + "…"
      throw GeometryError(.unknownCRS, "“\(shown)” is no coordinate reference system that PROJ knows")
    }
    let crs = horizontal(described)
    let name = proj_get_name(crs.pointer).map { String(cString: $0) } ?? "unnamed"
    let isGeographic = [PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS].contains(proj_get_type(crs.pointer))
    guard isGeographic || proj_get_type(crs.pointer) != PJ_TYPE_GEOCENTRIC_CRS else {
      throw GeometryError(.unknownCRS, "“\(name)” is geocentric: it has no easting and northing")
    }
    if let code = code(of: crs) {
      return CRS.known(code) ?? CRS(definition: code, name: name, isGeographic: isGeographic)
    }
    let wkt = proj_as_wkt(context, crs.pointer, PJ_WKT2_2019, nil).map { String(cString: $0) }
    return CRS(definition: wkt ?? definition, name: name, isGeographic: isGeographic)
  }

  /// The horizontal part of a compound CRS; of one bound to WGS 84 by parameters the CRS itself, where it is known.
  private func horizontal(_ crs: ProjObject) -> ProjObject {
    switch proj_get_type(crs.pointer) {
    case PJ_TYPE_COMPOUND_CRS: return own(proj_crs_get_sub_crs(context, crs.pointer, 0)).map(horizontal) ?? crs
    case PJ_TYPE_BOUND_CRS:
      guard let base = own(proj_get_source_crs(context, crs.pointer)), code(of: base) != nil else { return crs }
      return base
    default: return crs
    }
  }

  /// "EPSG:27700" where the CRS carries a code or is one of the registry's beyond reasonable doubt.
  private func code(of crs: ProjObject) -> String? {
    if let authority = proj_get_id_auth_name(crs.pointer, 0), let code = proj_get_id_code(crs.pointer, 0) {
      let found = "\(String(cString: authority)):\(String(cString: code))"
      if found.hasPrefix("EPSG:") || found.hasPrefix("OGC:") { return found }
    }
    var confidences: UnsafeMutablePointer<Int32>?
    guard let found = proj_identify(context, crs.pointer, "EPSG", nil, &confidences) else { return nil }
    defer {
      proj_int_list_destroy(confidences)
      proj_list_destroy(found)
    }
    guard proj_list_get_count(found) > 0, let confidences, confidences[0] >= 70,
      let best = own(proj_list_get(context, found, 0)), let code = proj_get_id_code(best.pointer, 0)
    else { return nil }
    return "EPSG:\(String(cString: code))"
  }
}

/// Owns a PROJ object.
final class ProjObject {
  let engine: ProjEngine
  let pointer: OpaquePointer

  init(engine: ProjEngine, owning pointer: OpaquePointer) {
    self.engine = engine
    self.pointer = pointer
  }

  deinit { proj_destroy(pointer) }
}
