import Geometry

extension Layer {
  /// Reads areas or catchments, brings them into the analysis CRS, mends them, joins those of one code, and says
  /// everything that was done. Nothing beside the file is touched. O(vertices · log), on all cores.
  /// - Parameters:
  ///   - analysisCRS: a projected CRS in metres, "EPSG:27700".
  ///   - gridFolders: folders searched for PROJ's grids before the environment's and the system's.
  /// - Throws: a refusal that names the file, and the column or the feature: a file that is broken or cut off, a CRS
  ///   that is missing or cannot be right, a column that is not there, coordinates that are no numbers.
  public static func read(
    _ source: LayerSource, analysisCRS: String = "EPSG:27700", gridFolders: [String] = []
  ) throws(GeodataError) -> Layer {
    let target = try LayerCRS.analysis(analysisCRS)
    var reader = try RawLayerReader(source)
    let raw = try reader.read()
    var complaints = raw.complaints
    guard !raw.features.isEmpty else { throw GeodataError(.data, "the layer is empty", file: source.name) }
    let crs = try CRSDecision.crs(
      stated: source.crs, file: raw.fileCRS, extent: raw.extent, format: raw.format, name: source.name,
      complaints: &complaints)
    let prepared = try prepare(raw.features, source, crs, target, gridFolders)
    var shapes: [Int: MultiPolygon] = [:]
    var redrawn: [Complaint] = []
    for (feature, outcome) in zip(raw.features, prepared.outcomes) {
      let label = RawLayerReader.label(feature.code, feature.number)
      switch outcome {
      case .refused(let what):
        let guess = CRSDecision.guess(raw.extent, otherThan: crs)
        throw GeodataError(
          .data, what + guess, file: source.name, feature: label,
          advice: guess.isEmpty ? nil : "state the right one as crs: in audit.yml")
      case .none(let what): complaints.append(Complaint(.warning, "\(label) \(what)", file: source.name))
      case .shape(let repair):
        shapes[feature.number] = repair.shape
        if let complaint = LayerRepair.complaint(repair, file: source.name, feature: label) {
          complaints.append(complaint)
          if abs(repair.areaAsDrawn - repair.areaAfter) > 0.001 * max(repair.areaAsDrawn, repair.areaAfter) {
            redrawn.append(complaint)
          }
        }
      }
    }
    let joined = try OneCodeOneFeature.join(raw.features, shapes, file: source.name, &complaints)
    guard joined.contains(where: { $0.shape != nil }) else {
      throw GeodataError(.data, "no feature has an area", file: source.name)
    }
    let withGeometry = joined.count { $0.shape != nil }
    let transformed = crs == target ? "" : ", to \(target) \(prepared.accuracyStatement)"
    var layer = Layer(
      name: source.name, features: joined, crs: target,
      reading: "\(source.name) (\(raw.format), \(crs)\(transformed)): \(joined.count) codes from "
        + "\(raw.features.count) features; \(withGeometry) with geometry",
      accuracyStatement: prepared.accuracyStatement, featureCount: raw.features.count, complaints: complaints)
    layer.redrawn = redrawn
    return layer
  }

  /// What became of one feature's geometry.
  private enum Outcome: Sendable {
    case shape(Repair)
    case none(String)
    case refused(String)
  }

  /// Transforms and mends every shape, in slices side by side.
  private static func prepare(
    _ features: [RawFeature], _ source: LayerSource, _ crs: CRS, _ target: CRS, _ gridFolders: [String]
  ) throws(GeodataError) -> (outcomes: [Outcome], accuracyStatement: String) {
    let accuracyStatement: String
    do {
      accuracyStatement = try CoordinateTransform(from: crs, to: target, gridFolders: gridFolders).accuracyStatement
    } catch {
      throw GeodataError(.data, error.description, file: source.name)
    }
    let geometries = features.map(\.geometry)
    let outcomes = Parallel.slices(geometries, of: 256) { slice -> [Outcome] in
      do throws(GeometryError) {
        let transform = try CoordinateTransform(from: crs, to: target, gridFolders: gridFolders)
        return slice.map { outcome(of: $0, transform) }
      } catch {
        return slice.map { _ in .refused(error.description) }
      }
    }
    return (outcomes, accuracyStatement)
  }

  private static func outcome(of geometry: RawFeature.Geometry, _ transform: CoordinateTransform) -> Outcome {
    switch geometry {
    case .none: return .none("has no geometry")
    case .point: return .none("is a point and has no area")
    case .other(let type): return .none("is a \(type) and has no area")
    case .area(let shape):
      do {
        let repair = try transform(shape).repaired()
        return .shape(repair)
      } catch {
        return .refused(error.description)
      }
    }
  }
}
