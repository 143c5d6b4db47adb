import GRDB

/// What makes an SQLite file a GeoPackage 1.3 (OGC 12-128r17): its marks, its core tables and its registers.
enum GeoPackage {
  /// "GPKG" in ASCII.
  static let applicationID = 0x4750_4B47
  /// 1.3.0. GDAL 3.6 warns of anything later.
  static let userVersion = 10300
  /// Stands where the time of the last change is asked for before there is a cycle: bytes must not depend on the clock.
  static let noChange = "1970-01-01T00:00:00.000Z"

  /// Sets the marks and makes the core tables.
  static func create(in db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(userVersion)")
    try db.execute(sql: coreTables)
    try SpatialReference.register([.cartesian, .geographic, .wgs84, .britishNationalGrid], in: db)
  }

  /// Registers a table without geometry.
  static func registerAttributes(_ table: String, description: String, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES (?, 'attributes', ?, ?, ?)
        """, arguments: [table, table, description, noChange])
  }

  /// Registers a table with geometry in column `geom` and gives it an R*Tree with its triggers.
  static func registerFeatures(_ table: String, geometry: String, description: String, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, 'features', ?, ?, ?, 27700)
        """, arguments: [table, table, description, noChange])
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 27700, 0, 0)", arguments: [table, geometry])
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [table, "http://www.geopackage.org/spec120/#extension_rtree"])
    try db.execute(sql: spatialIndex(of: table))
  }

  /// Says when the contents changed, in which CRS they are and how far they reach.
  static func update(lastChange: String, reference: SpatialReference, in db: Database) throws {
    try SpatialReference.register([reference], in: db)
    try db.execute(sql: "UPDATE gpkg_contents SET last_change = ?", arguments: [lastChange])
    let tables = try String.fetchAll(db, sql: "SELECT table_name FROM gpkg_geometry_columns ORDER BY table_name")
    for table in tables {
      try db.execute(
        sql: "UPDATE gpkg_geometry_columns SET srs_id = ? WHERE table_name = ?", arguments: [reference.id, table])
      try db.execute(
        sql: """
          UPDATE gpkg_contents SET srs_id = ?,
            (min_x, min_y, max_x, max_y) =
              (SELECT min(minx), min(miny), max(maxx), max(maxy) FROM "rtree_\(table)_geom")
          WHERE table_name = ?
          """, arguments: [reference.id, table])
    }
  }

  private static let coreTables = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL,
      description TEXT
    );
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY,
      data_type TEXT NOT NULL,
      identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE,
      min_y DOUBLE,
      max_x DOUBLE,
      max_y DOUBLE,
      srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL,
      m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_extensions (
      table_name TEXT,
      column_name TEXT,
      extension_name TEXT NOT NULL,
      definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
    );
    """

  /// The index and its triggers as annex F.3 of the standard words them.
  private static func spatialIndex(of table: String) -> String {
    let tree = "rtree_\(table)_geom"
    let box = "NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)"
    let present = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let absent = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    return """
      CREATE VIRTUAL TABLE \(tree) USING rtree(id, minx, maxx, miny, maxy);
      CREATE TRIGGER \(tree)_insert AFTER INSERT ON \(table) WHEN \(present)
      BEGIN INSERT OR REPLACE INTO \(tree) VALUES (\(box)); END;
      CREATE TRIGGER \(tree)_update1 AFTER UPDATE OF geom ON \(table) WHEN OLD.id = NEW.id AND \(present)
      BEGIN INSERT OR REPLACE INTO \(tree) VALUES (\(box)); END;
      CREATE TRIGGER \(tree)_update2 AFTER UPDATE OF geom ON \(table) WHEN OLD.id = NEW.id AND \(absent)
      BEGIN DELETE FROM \(tree) WHERE id = OLD.id; END;
      CREATE TRIGGER \(tree)_update3 AFTER UPDATE ON \(table) WHEN OLD.id != NEW.id AND \(present)
      BEGIN DELETE FROM \(tree) WHERE id = OLD.id; INSERT OR REPLACE INTO \(tree) VALUES (\(box)); END;
      CREATE TRIGGER \(tree)_update4 AFTER UPDATE ON \(table) WHEN OLD.id != NEW.id AND \(absent)
      BEGIN DELETE FROM \(tree) WHERE id IN (OLD.id, NEW.id); END;
      CREATE TRIGGER \(tree)_delete AFTER DELETE ON \(table) WHEN OLD.geom NOTNULL
      BEGIN DELETE FROM \(tree) WHERE id = OLD.id; END;
      """
  }
}
