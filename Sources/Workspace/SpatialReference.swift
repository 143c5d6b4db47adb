import GRDB

/// A row of `gpkg_spatial_ref_sys`.
struct SpatialReference {
  var name: String
  var id: Int
  var organization: String
  var code: Int
  var definition: String

  static let cartesian = SpatialReference(
    name: "Undefined cartesian SRS", id: -1, organization: "NONE", code: -1, definition: "undefined")
  static let geographic = SpatialReference(
    name: "Undefined geographic SRS", id: 0, organization: "NONE", code: 0, definition: "undefined")
  static let wgs84 = SpatialReference(
    name: "WGS 84", id: 4326, organization: "EPSG", code: 4326,
    definition: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
      AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
      AUTHORITY["EPSG","4326"]]
      """)
  static let britishNationalGrid = SpatialReference(
    name: "OSGB36 / British National Grid", id: 27700, organization: "EPSG", code: 27700,
    definition: """
      PROJCS["OSGB36 / British National Grid",GEOGCS["OSGB36",DATUM["Ordnance_Survey_of_Great_Britain_1936",\
      SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],AUTHORITY["EPSG","6277"]],\
      PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
      AUTHORITY["EPSG","4277"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],\
      PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],\
      PARAMETER["false_northing",-100000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],\
      AXIS["Northing",NORTH],AUTHORITY["EPSG","27700"]]
      """)

  /// The entry for `EPSG:n`; other codes than those above carry their number only, which readers look up.
  static func named(_ crs: String) throws(WorkspaceError) -> SpatialReference {
    let parts = crs.split(separator: ":")
    guard parts.count == 2, parts[0].uppercased() == "EPSG", let code = Int(parts[1]), code > 0 else {
      throw .content(reason: "the workspace's crs must be EPSG:n, and is \(crs)")
    }
    switch code {
    case 4326: return .wgs84
    case 27700: return .britishNationalGrid
    default:
      return SpatialReference(
        name: "EPSG:\(code)", id: code, organization: "EPSG", code: code, definition: "undefined")
    }
  }

  static func register(_ references: [SpatialReference], in db: Database) throws {
    for reference in references {
      try db.execute(
        sql: "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
        arguments: [
          reference.name, reference.id, reference.organization, reference.code, reference.definition,
        ])
    }
  }
}
