import ArgumentParser
import Exporting
import Foundation
import Geodata
import Geometry
import Workspace

/// `needs export`: a release for planners.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Exports a release, or a part of it, as GeoPackage, GeoJSON, CSV, XLSX, FlatGeobuf, shapefiles or to PostGIS.",
    discussion: """
      Examples:
        needs export --workspace release.gpkg --format xlsx --out sunderland.xlsx
        needs export --workspace release.gpkg --format gpkg --areas E01008693,E01008694 --out part.gpkg
        needs export --workspace release.gpkg --format gpkg --within wards.geojson --code WD13CD --out wards.gpkg
        needs export --workspace release.gpkg --postgis "PG:dbname=planning" --schema needs
      """)

  @OptionGroup var source: WorkspaceOptions

  @Option(help: "gpkg, geojson, csv, xlsx, fgb or shp.")
  var format = ExportFormat.geoPackage

  @Option(help: "The file (gpkg, xlsx) or the folder (geojson, csv, fgb, shp) to write to.")
  var out: String?

  @Option(help: "A PostgreSQL database with PostGIS to write to instead, as GDAL takes it: PG:host=… dbname=….")
  var postgis: String?

  @Option(help: "The database's schema.")
  var schema = "public"

  @OptionGroup var choice: ChoiceOptions

  func validate() throws {
    if (out == nil) == (postgis == nil) { throw ValidationError("Say either --out or --postgis.") }
  }

  func run() throws {
    guard case .released(let release) = try source.open() else {
      throw WorkspaceError.wrongKind(path: source.workspace, holds: Exact.kind)
    }
    let export = try ReleaseExport(
      of: release, cycle: source.cycle, chosen: try choice.places(of: release, cycle: source.cycle))
    if let postgis {
      try export.writeDatabase(postgis, schema: schema)
    } else if let out {
      try export.write(format, to: URL(fileURLWithPath: out))
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
