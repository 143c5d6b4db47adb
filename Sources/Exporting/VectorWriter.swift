import CGDAL
import Foundation
import Geometry

/// Writes layers with GDAL: one file for all of them, a file each, or tables of a database.
///
/// A dataset is opened, written and closed by one thread; the pointers do not leave this type.
struct VectorWriter {
  /// GDAL's name of the format.
  let driver: String
  /// Options of the file.
  var creation: [String] = []
  /// Options of each layer, beside its description.
  var layerOptions: [String] = []
  /// The CRS of what is written.
  let crs: CRS
  /// Longest name of a column; 0: no limit.
  var nameLimit = 0

  private static let drivers: Void = GDALAllRegister()

  /// Makes the file and writes the layers into it.
  func write(_ layers: [ExportLayer], to path: String) throws(ExportError) {
    _ = Self.drivers
    guard let handle = GDALGetDriverByName(driver) else { throw .noDriver(driver) }
    let options = creation.reduce(nil as UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) { CSLAddString($0, $1) }
    defer { CSLDestroy(options) }
    CPLErrorReset()
    guard let dataset = GDALCreate(handle, path, 0, 0, 0, GDT_Unknown, options) else {
      throw .cannotWrite(path: path, reason: lastError)
    }
    do {
      for layer in layers { try write(layer, to: dataset) }
    } catch {
      GDALClose(dataset)
      throw .cannotWrite(path: path, reason: "\(error)")
    }
    CPLErrorReset()
    GDALClose(dataset)
    if CPLGetLastErrorType() == CE_Failure { throw .cannotWrite(path: path, reason: lastError) }
  }

  /// Writes the layers as tables of a database that is there, in place of those of the same names.
  func write(_ layers: [ExportLayer], toDatabase address: String) throws(ExportError) {
    _ = Self.drivers
    guard GDALGetDriverByName(driver) != nil else { throw .noDriver(driver) }
    CPLErrorReset()
    // GDAL prints refusals with the address in them; it is kept quiet and its words are not repeated.
    CPLPushErrorHandler(CPLQuietErrorHandler)
    defer { CPLPopErrorHandler() }
    guard
      let dataset = GDALOpenEx(address, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil)
    else { throw .database(reason: "no connection, or no right to write") }
    defer { GDALClose(dataset) }
    do {
      GDALDatasetStartTransaction(dataset, 0)
      for layer in layers { try write(layer, to: dataset) }
      guard GDALDatasetCommitTransaction(dataset) == OGRERR_NONE else {
        throw WriteFault(reason: "the transaction could not be ended")
      }
    } catch {
      GDALDatasetRollbackTransaction(dataset)
      throw .database(reason: "\(error)")
    }
  }

  private var lastError: String {
    let text = CPLGetLastErrorMsg().map { String(cString: $0) } ?? ""
    return text.isEmpty ? "GDAL gives no reason" : text
  }

  private struct WriteFault: Error, CustomStringConvertible {
    var reason: String
    var description: String { reason }
  }

  private func write(_ layer: ExportLayer, to dataset: GDALDatasetH) throws {
    let reference = OSRNewSpatialReference(nil)
    defer { OSRRelease(reference) }
    var type = wkbNone
    switch layer.places {
    case .none: break
    case .shapes: type = wkbMultiPolygon
    case .points: type = wkbPoint
    }
    let hasShapes = type != wkbNone
    if hasShapes {
      guard OSRSetFromUserInput(reference, crs.definition) == OGRERR_NONE else {
        throw WriteFault(reason: "GDAL does not know the CRS \(crs.name)")
      }
      OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER)
    }
    var options: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for option in layerOptions { options = CSLAddString(options, option) }
    if driver == "GPKG" {
      options = CSLSetNameValue(options, "IDENTIFIER", layer.title)
      options = CSLSetNameValue(options, "DESCRIPTION", layer.fullDescription)
    }
    defer { CSLDestroy(options) }
    guard let handle = GDALDatasetCreateLayer(dataset, layer.name, hasShapes ? reference : nil, type, options) else {
      throw WriteFault(reason: "the layer \(layer.name) cannot be made")
    }
    // As ogrinfo and QGIS show it: gpkg_metadata.
    for (key, text) in [("LICENCE", layer.licence), ("ATTRIBUTION", layer.attribution)]
    where driver == "GPKG" && !text.isEmpty { GDALSetMetadataItem(handle, key, text, nil) }
    let names = columnNames(layer)
    for (column, name) in zip(layer.columns, names) {
      let field = OGR_Fld_Create(name, fieldType(column.kind))
      defer { OGR_Fld_Destroy(field) }
      if driver == "GPKG" { OGR_Fld_SetAlternativeName(field, column.title) }
      guard OGR_L_CreateField(handle, field, 1) == OGRERR_NONE else {
        throw WriteFault(reason: "the column \(name) cannot be made")
      }
    }
    let definition = OGR_L_GetLayerDefn(handle)
    for (index, row) in layer.rows.enumerated() {
      guard let feature = OGR_F_Create(definition) else { throw WriteFault(reason: "out of memory") }
      defer { OGR_F_Destroy(feature) }
      for (position, value) in row.enumerated() { set(value, layer.columns[position], feature, Int32(position)) }
      if let bytes = place(layer.places, index) {
        var geometry: OGRGeometryH?
        guard OGR_G_CreateFromWkb(bytes, nil, &geometry, Int32(bytes.count)) == OGRERR_NONE, let geometry else {
          throw WriteFault(reason: "a shape of \(layer.name) cannot be written")
        }
        OGR_F_SetGeometryDirectly(feature, geometry)
      }
      guard OGR_L_CreateFeature(handle, feature) == OGRERR_NONE else {
        throw WriteFault(reason: "row \(index + 1) of \(layer.name) cannot be written")
      }
    }
  }

  private func place(_ places: ExportLayer.Places, _ index: Int) -> [UInt8]? {
    switch places {
    case .none: nil
    case .shapes(let shapes): shapes[index].flatMap { $0.isEmpty ? nil : $0.wkb }
    case .points(let points): points[index].map(\.wkb)
    }
  }

  /// Numbers that are hidden or withheld are nothing here; low and high, or their absence, say why.
  private func set(_ value: ExportValue, _ column: ExportColumn, _ feature: OGRFeatureH, _ position: Int32) {
    switch value {
    case .missing, .hidden, .withheld: OGR_F_SetFieldNull(feature, position)
    case .text(let text): OGR_F_SetFieldString(feature, position, text)
    case .integer(let number): OGR_F_SetFieldInteger64(feature, position, GIntBig(number))
    case .real(let number): OGR_F_SetFieldDouble(feature, position, number)
    }
  }

  private func fieldType(_ kind: ExportColumn.Kind) -> OGRFieldType {
    switch kind {
    case .text: OFTString
    case .integer: OFTInteger64
    case .real: OFTReal
    }
  }

  /// The columns' names within the format's limit, different from each other: enrolled_low → enrolled_1.
  func columnNames(_ layer: ExportLayer) -> [String] {
    guard nameLimit > 0 else { return layer.columns.map(\.name) }
    var taken: Set<String> = []
    return layer.columns.map { column in
      var name = String(column.name.prefix(nameLimit))
      var number = 1
      while !taken.insert(name).inserted {
        let suffix = "_\(number)"
        name = String(column.name.prefix(nameLimit - suffix.count)) + suffix
        number += 1
      }
      return name
    }
  }
}
