import Foundation
import GRDB

extension Workspace {
  /// Whether the borders that a cycle keeps are in a CRS: each shape says its own, for a later cycle may have another.
  public func hasBorders(of cycle: String, in crs: String) throws(WorkspaceError) -> Bool {
    let wanted = try SpatialReference.named(crs).id
    return try read { db in
      let found = try Data.fetchAll(
        db,
        sql: """
          SELECT geom FROM areas WHERE cycle = :cycle AND geom IS NOT NULL
          UNION ALL SELECT geom FROM catchments WHERE cycle = :cycle AND geom IS NOT NULL
          """, arguments: ["cycle": cycle])
      return found.allSatisfy { GeoPackageBlobReader([UInt8]($0))?.reference == wanted }
    }
  }
}
