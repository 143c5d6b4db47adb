import CPROJ

/// A coordinate reference system: what the two numbers of a point mean.
///
/// ```swift
/// let crs = try CRS("EPSG:27700")
/// crs == .britishNationalGrid      // true, and so for its ESRI, WKT and PROJJSON spellings
/// ```
///
/// The two that a British council meets are known without asking PROJ; anything else is looked up in its database,
/// and what is one of the EPSG registry's under another spelling is recognised.
public struct CRS: Hashable, Sendable, CustomStringConvertible {
  /// What PROJ is given: a code such as "EPSG:27700", or WKT or PROJJSON where there is no code.
  public let definition: String
  /// Its name in words, "OSGB36 / British National Grid".
  public let name: String
  /// Whether coordinates are longitude and latitude in degrees rather than metres on a grid.
  public let isGeographic: Bool

  private init(known definition: String, name: String, isGeographic: Bool) {
    self.definition = definition
    self.name = name
    self.isGeographic = isGeographic
  }

  /// The grid of Great Britain in metres, EPSG:27700: the CRS of the analysis unless audit.yml says otherwise.
  public static let britishNationalGrid = CRS(
    known: "EPSG:27700", name: "OSGB36 / British National Grid", isGeographic: false)
  /// Longitude and latitude as GPS and the web give them, EPSG:4326; taken as ETRS89.
  public static let wgs84 = CRS(known: "EPSG:4326", name: "WGS 84", isGeographic: true)
  /// Longitude and latitude as GeoJSON has them; the same numbers as EPSG:4326 in this room.
  public static let crs84 = CRS(known: "OGC:CRS84", name: "WGS 84 (CRS84)", isGeographic: true)
  /// Longitude and latitude of Europe's plate, EPSG:4258.
  public static let etrs89 = CRS(known: "EPSG:4258", name: "ETRS89", isGeographic: true)

  /// Reads an authority's code ("EPSG:27700", a URN or URL of one), a name, WKT (also ESRI's), PROJJSON or a PROJ string.
  /// - Throws: `.unknownCRS` for what PROJ knows no CRS by.
  public init(_ text: String) throws(GeometryError) {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let known = CRS.known(trimmed) {
      self = known
      return
    }
    let engine = try ProjEngine(gridFolders: [])
    self = try engine.crs(described: trimmed)
  }

  init(definition: String, name: String, isGeographic: Bool) {
    self.init(known: definition, name: name, isGeographic: isGeographic)
  }

  /// The ones known without PROJ, under their usual spellings.
  static func known(_ text: String) -> CRS? {
    var code = text.uppercased()
    for prefix in [
      "URN:OGC:DEF:CRS:", "URN:X-OGC:DEF:CRS:", "HTTP://WWW.OPENGIS.NET/DEF/CRS/", "HTTPS://WWW.OPENGIS.NET/DEF/CRS/",
    ] where code.hasPrefix(prefix) {
      let parts = code.dropFirst(prefix.count).split(whereSeparator: { $0 == ":" || $0 == "/" })
      guard let authority = parts.first, let last = parts.last else { return nil }
      code = "\(authority):\(last)"
    }
    return switch code {
    case "EPSG:27700", "27700", "BNG", "BRITISH NATIONAL GRID", "OSGB36 / BRITISH NATIONAL GRID":
      .britishNationalGrid
    // 4979 and 4937 are the same with heights, which GDAL says of a GeoJSON that has them.
    case "EPSG:4326", "4326", "WGS84", "WGS 84", "EPSG:4979": .wgs84
    case "EPSG:4258", "4258", "ETRS89", "EPSG:4937": .etrs89
    case "OGC:CRS84", "CRS84": .crs84
    default: nil
    }
  }

  /// WGS 84, CRS84 and ETRS89: one and the same in this room (they differ by less than a metre in Britain).
  public var isLongitudeLatitudeOfTheWeb: Bool { self == .wgs84 || self == .crs84 || self == .etrs89 }

  /// The code, or the name where there is none.
  public var description: String { definition.count <= 20 ? definition : name }
}
