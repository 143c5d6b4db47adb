import CGDAL
import Geometry

/// Reads every feature of a layer as it stands in the file.
struct RawLayerReader {
  private let source: LayerSource
  private let file: VectorFile
  private let layer: OGRLayerH
  private var complaints: [Complaint] = []
  private var fieldText = FieldText()
  private let codeField: Int32?
  private let nameField: Int32?
  private var attributeFields: [(name: String, field: Int32)] = []

  /// Opens the file and finds the layer and its columns.
  /// - Parameter keepsAllColumns: keeps every column as an attribute where the source names none.
  init(_ source: LayerSource, keepsAllColumns: Bool = false) throws(GeodataError) {
    self.source = source
    file = try VectorFile.open(source)
    layer = try Self.findLayer(source, file, &complaints)
    let columns = Columns(layer: layer, source: source, format: file.format)
    var notes: [Complaint] = []
    codeField = try source.codeColumn.map { name throws(GeodataError) in try columns.index(of: name, &notes) }
    nameField = try source.nameColumn.map { name throws(GeodataError) in try columns.index(of: name, &notes) }
    for name in source.attributeColumns ?? (keepsAllColumns ? columns.names : []) {
      attributeFields.append((name, try columns.index(of: name, &notes)))
    }
    complaints += notes
  }

  /// The columns that are kept as attributes.
  var attributeColumns: [String] { attributeFields.map(\.name) }

  /// Reads all of it. O(bytes).
  mutating func read() throws(GeodataError) -> RawLayer {
    let crs = FileCRS(layer: layer, format: file.format)
    // Degrees are about 111 km: the tolerance of arcs is stated in metres.
    let tolerance = crs.crs?.isGeographic == true ? Self.curveTolerance / 111_320 : Self.curveTolerance
    var features: [RawFeature] = []
    var extent = Envelope.empty
    var curveCount = 0
    var buffer: [UInt8] = []
    var (vertices, attributeBytes) = (0, 0)
    let messages = GDALSetup.Messages()
    OGR_L_ResetReading(layer)
    while let feature = GDALSetup.listening(to: messages, { OGR_L_GetNextFeature(layer) }) {
      defer { OGR_F_Destroy(feature) }
      let number = features.count + 1
      guard number <= Limits.features else {
        throw .beyond("\(Limits.words(Limits.features)) features", file: source.name)
      }
      let code = codeField.map { text(feature, $0) ?? "" } ?? String(number)
      let name = nameField.map { text(feature, $0) ?? "" } ?? ""
      var attributes: [String: String] = [:]
      for (column, field) in attributeFields { attributes[column] = text(feature, field) }
      attributeBytes += attributes.values.reduce(code.utf8.count + name.utf8.count) { $0 + $1.utf8.count }
      guard attributeBytes <= Limits.attributeBytes else {
        throw .beyond("\(Limits.size(Limits.attributeBytes)) of attributes", file: source.name)
      }
      var geometry = RawFeature.Geometry.none
      if let found = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(found) == 0 {
        do {
          if OGR_G_HasCurveGeometry(found, 0) == 1 { curveCount += 1 }
          geometry = try Self.geometry(found, tolerance, &buffer)
        } catch {
          throw GeodataError(
            .data, "the geometry cannot be read: \(error.description)", file: source.name,
            feature: Self.label(code, number))
        }
      }
      if case .area(let shape) = geometry {
        vertices += shape.vertexCount
        try Self.requirePlaces(shape, of: Self.label(code, number), file: source.name)
      }
      guard vertices <= Limits.vertices else {
        throw .beyond("\(Limits.words(Limits.vertices)) vertices", file: source.name)
      }
      if crs.isTurned { geometry = Self.turned(geometry) }
      Self.expand(&extent, geometry)
      features.append(
        RawFeature(number: number, code: code, name: name, attributes: attributes, geometry: geometry))
    }
    // GDAL's own words may quote the file, which may be about children.
    guard messages.errors.isEmpty else {
      throw GeodataError(
        .data, "the file breaks off or is damaged after feature \(features.count)", file: source.name,
        advice: "export it again from the program it was drawn in")
    }
    noteText()
    if curveCount > 0 {
      complaints.append(
        Complaint(
          .note, "\(curveCount) features have arcs; they are drawn as straight lines within \(Self.curveTolerance) m",
          file: source.name, count: curveCount))
    }
    return RawLayer(
      format: file.format, features: features, extent: extent, fileCRS: crs, complaints: complaints)
  }

  /// How far the straight lines that stand for an arc may lie from it, in metres.
  static let curveTolerance = 0.1

  /// A feature's name in messages.
  static func label(_ code: String, _ number: Int) -> String { code.isEmpty ? "feature \(number)" : code }

  private mutating func noteText() {
    guard fieldText.windows1252Count > 0 else { return }
    let lie = file.format == "ESRI Shapefile" ? "; what the .cpg beside it says is not so" : ""
    complaints.append(
      Complaint(
        .warning, "\(fieldText.windows1252Count) texts are not UTF-8 and were read as Windows-1252\(lie)",
        file: source.name, advice: "look over names with accents", count: fieldText.windows1252Count))
  }

  private mutating func text(_ feature: OGRFeatureH, _ field: Int32) -> String? {
    guard OGR_F_IsFieldSetAndNotNull(feature, field) == 1, let value = OGR_F_GetFieldAsString(feature, field) else {
      return nil
    }
    return ColumnNames.trimmed(fieldText.text(value))
  }

  private static func geometry(
    _ geometry: OGRGeometryH, _ tolerance: Double, _ buffer: inout [UInt8], depth: Int = 0
  ) throws(GeometryError) -> RawFeature.Geometry {
    guard depth <= Limits.collections else {
      throw GeometryError(.malformed, "collections nest deeper than \(Limits.collections) levels")
    }
    let type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))
    switch type {
    case wkbPoint: return .point(Point(x: OGR_G_GetX(geometry, 0), y: OGR_G_GetY(geometry, 0)))
    case wkbMultiPoint where OGR_G_GetGeometryCount(geometry) == 1:
      guard let member = OGR_G_GetGeometryRef(geometry, 0) else { return .none }
      return .point(Point(x: OGR_G_GetX(member, 0), y: OGR_G_GetY(member, 0)))
    case wkbGeometryCollection:
      var polygons: [Polygon] = []
      for n in 0..<OGR_G_GetGeometryCount(geometry) {
        guard let member = OGR_G_GetGeometryRef(geometry, n) else { continue }
        if case .area(let part) = try Self.geometry(member, tolerance, &buffer, depth: depth + 1) {
          polygons += part.polygons
        }
      }
      return polygons.isEmpty ? .other("collection without an area") : .area(MultiPolygon(polygons))
    case wkbPolygon, wkbMultiPolygon, wkbCurvePolygon, wkbMultiSurface, wkbPolyhedralSurface, wkbTIN, wkbTriangle:
      let size = Int(OGR_G_WkbSizeEx(geometry))
      if buffer.count != size { buffer = [UInt8](repeating: 0, count: size) }
      guard OGR_G_ExportToIsoWkb(geometry, wkbNDR, &buffer) == OGRERR_NONE else {
        throw GeometryError(.malformed, "GDAL cannot write it as well-known binary")
      }
      return .area(try MultiPolygon(wkb: buffer, curveTolerance: tolerance))
    default:
      return .other(OGRGeometryTypeToName(type).map { String(cString: $0).lowercased() } ?? "unknown geometry")
    }
  }

  /// Refuses an area with a corner that is no place on any map, and says whose it is: one such corner spoils the layer.
  private static func requirePlaces(
    _ shape: MultiPolygon, of feature: String, file: String
  ) throws(GeodataError) {
    let box = shape.envelope
    let corners = [Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.maxY)]
    guard !shape.polygons.isEmpty, !corners.allSatisfy(\.isPlace) else { return }
    throw GeodataError(
      .data, "a coordinate is no place: its number is too large for any map", file: file, feature: feature,
      advice: "mend that corner in the program it was drawn in, or leave the feature out")
  }

  private static func turned(_ geometry: RawFeature.Geometry) -> RawFeature.Geometry {
    switch geometry {
    case .area(let shape): .area(shape.mapPoints { Point(x: $0.y, y: $0.x) })
    case .point(let point): .point(Point(x: point.y, y: point.x))
    case .none, .other: geometry
    }
  }

  private static func expand(_ extent: inout Envelope, _ geometry: RawFeature.Geometry) {
    switch geometry {
    case .area(let shape): extent.expand(to: shape.envelope)
    case .point(let point): extent.expand(to: point)
    case .none, .other: break
    }
  }

  // MARK: Layers of a file

  private static func findLayer(
    _ source: LayerSource, _ file: VectorFile, _ complaints: inout [Complaint]
  ) throws(GeodataError) -> OGRLayerH {
    var layers: [(name: String, layer: OGRLayerH)] = []
    for n in 0..<GDALDatasetGetLayerCount(file.dataset) {
      guard let layer = GDALDatasetGetLayer(file.dataset, n), let name = OGR_L_GetName(layer) else { continue }
      layers.append((String(cString: name), layer))
    }
    let names = layers.map(\.name)
    if let asked = source.layer {
      if let found = layers.first(where: { $0.name == asked }) { return found.layer }
      // A format of one layer may call it after the file.
      let nearest = ColumnNames.nearest(to: asked, among: names).map { "; did you mean \($0)?" } ?? ""
      throw GeodataError(
        .configuration, "there is no layer \(asked); there are: \(names.joined(separator: ", "))\(nearest)",
        file: source.name, advice: "name one of them as layer: in audit.yml")
    }
    guard layers.count != 1 else { return layers[0].layer }
    guard !layers.isEmpty else { throw GeodataError(.data, "the file holds no layer", file: source.name) }
    // A map of several layers: the one that has the code and a geometry is meant, if it is the only one.
    let fitting = layers.filter { _, layer in
      guard OGR_L_GetGeomType(layer) != wkbNone else { return false }
      guard let code = source.codeColumn else { return true }
      return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), code) >= 0
    }
    guard fitting.count == 1 else {
      throw GeodataError(
        .configuration, "the file holds several layers: \(names.joined(separator: ", "))", file: source.name,
        advice: "name one of them as layer: in audit.yml")
    }
    complaints.append(
      Complaint(.note, "of \(layers.count) layers \(fitting[0].name) has the code, and is taken", file: source.name))
    return fitting[0].layer
  }
}
