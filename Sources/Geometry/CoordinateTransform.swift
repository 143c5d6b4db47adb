import CPROJ

/// Takes coordinates from one CRS to another, and says how well.
///
/// ```swift
/// let toGrid = try CoordinateTransform(from: .wgs84, to: .britishNationalGrid, gridFolders: ["proj"])
/// let centre = try toGrid(Point(x: -1.38, y: 54.9))
/// toGrid.accuracyStatement          // "about 1 cm (OSTN15)"
/// ```
///
/// `x` is easting or longitude and `y` northing or latitude on both sides, whatever order the authority prescribes.
/// WGS 84 and CRS84 are taken as ETRS89. Between these and the British grid it takes OS's OSTN15 where the grid file is
/// found in `gridFolders`, PROJ_DATA, the user's or the system's folders, else OS's Helmert parameters. Not `Sendable`:
/// make one on each thread.
public final class CoordinateTransform {
  /// The CRS of what goes in.
  public let source: CRS
  /// The CRS of what comes out.
  public let target: CRS
  /// How far a result may be from the truth, in metres; nil where PROJ does not know.
  public let accuracy: Double?
  /// The accuracy in words: "about 1 cm (OSTN15)", "up to 5 m (no OSTN15 grid found)".
  public let accuracyStatement: String
  /// What is done, one after the other; none where the CRS are the same.
  private let steps: [Step]

  private struct Step {
    var operation: ProjObject
    var direction: PJ_DIRECTION
    /// Longitudes and latitudes between which the step is defined, held against its geographic side.
    var bounds: Envelope?
  }

  /// The area in which EPSG:27700 is meant to be used (EPSG's own bounds), in degrees.
  static let britain = Envelope(minX: -9.01, minY: 49.75, maxX: 2.01, maxY: 61.01)

  /// Looks up how to get from one CRS to the other.
  /// - Parameter gridFolders: folders that are searched for grids before the environment's and the system's.
  /// - Throws: `.engine` where PROJ knows no way, or only a guess without any datum shift.
  public init(from source: CRS, to target: CRS, gridFolders: [String] = []) throws(GeometryError) {
    self.source = source
    self.target = target
    if source == target || (source.isLongitudeLatitudeOfTheWeb && target.isLongitudeLatitudeOfTheWeb) {
      steps = []
      accuracy = 0
      accuracyStatement = "exact (no transformation)"
      return
    }
    let engine = try ProjEngine(gridFolders: gridFolders)
    if source.isLongitudeLatitudeOfTheWeb, target == .britishNationalGrid {
      (steps, accuracy, accuracyStatement) = try Self.osgb(engine, PJ_FWD)
    } else if source == .britishNationalGrid, target.isLongitudeLatitudeOfTheWeb {
      (steps, accuracy, accuracyStatement) = try Self.osgb(engine, PJ_INV)
    } else if target == .britishNationalGrid, let base = try Self.webBase(of: source, engine) {
      // A projection of WGS 84 or ETRS89 (UTM, web Mercator): unproject it exactly, then OSTN15.
      let unproject = try Self.registered(engine, source, base)
      let rest = try Self.osgb(engine, PJ_FWD)
      (steps, accuracy, accuracyStatement) = (unproject.steps + rest.steps, rest.accuracy, rest.statement)
    } else {
      (steps, accuracy, accuracyStatement) = try Self.registered(engine, source, target)
    }
  }

  private typealias Way = (steps: [Step], accuracy: Double?, statement: String)

  /// ETRS89 to the British grid as an explicit pipeline: a hundred times faster to make than by PROJ's database.
  private static func osgb(_ engine: ProjEngine, _ direction: PJ_DIRECTION) throws(GeometryError) -> Way {
    let grid = engine.ostn15
    let toOSGB36 =
      if let grid {
        "+step +inv +proj=hgridshift +grids=\(grid)"
      } else {
        // OS, "A guide to coordinate systems in Great Britain", 6.6: WGS 84 to OSGB36, hence inverted.
        "+step +proj=cart +ellps=GRS80 +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06"
          + " +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489 +convention=position_vector +step +inv +proj=cart +ellps=airy"
      }
    let pipeline =
      "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad \(toOSGB36) +step +proj=tmerc +lat_0=49"
      + " +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
    guard let operation = engine.create(pipeline) else {
      throw GeometryError(.engine, "PROJ cannot use \(grid ?? "its Helmert transformation"): \(engine.complaint)")
    }
    return (
      [Step(operation: operation, direction: direction, bounds: britain)], grid == nil ? 5 : 0.01,
      grid == nil ? "up to 5 m (no OSTN15 grid found)" : "about 1 cm (OSTN15)"
    )
  }

  /// The geographic CRS under a projection, where that is one of the web's.
  private static func webBase(of crs: CRS, _ engine: ProjEngine) throws(GeometryError) -> CRS? {
    guard !crs.isLongitudeLatitudeOfTheWeb, let object = engine.create(crs.definition),
      let base = engine.own(proj_crs_get_geodetic_crs(engine.context, object.pointer)),
      let name = proj_get_name(base.pointer)
    else { return nil }
    return switch String(cString: name) {
    case "WGS 84": .wgs84
    case "ETRS89": .etrs89
    default: nil
    }
  }

  /// What PROJ's database holds for best.
  private static func registered(
    _ engine: ProjEngine, _ source: CRS, _ target: CRS
  ) throws(GeometryError) -> Way {
    let failed = "PROJ knows no transformation from \(source) to \(target)"
    guard let from = engine.create(source.definition), let to = engine.create(target.definition) else {
      throw GeometryError(.unknownCRS, failed)
    }
    // "Ballpark" operations leave the datum shift out and are off by a hundred metres.
    let option = strdupOption("ALLOW_BALLPARK=NO")
    defer { option.deallocate() }
    let options: [UnsafePointer<CChar>?] = [UnsafePointer(option), nil]
    guard
      let found = engine.own(
        proj_create_crs_to_crs_from_pj(engine.context, from.pointer, to.pointer, nil, options)),
      let operation = engine.own(proj_normalize_for_visualization(engine.context, found.pointer))
    else { throw GeometryError(.engine, "\(failed): \(engine.complaint)") }
    let metres = proj_coordoperation_get_accuracy(engine.context, operation.pointer)
    let accuracy = metres >= 0 ? metres : nil
    return (
      [Step(operation: operation, direction: PJ_FWD, bounds: nil)], accuracy,
      accuracy.map { $0 == 0 ? "exact (a conversion)" : "within \($0) m by PROJ's database" }
        ?? "not known (PROJ takes the best of several for each point)"
    )
  }

  private static func strdupOption(_ text: String) -> UnsafeMutablePointer<CChar> {
    let bytes = text.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (n, byte) in bytes.enumerated() { copy[n] = byte }
    return copy
  }

  /// One point. O(1).
  /// - Throws: `.notFinite` for NaN, `.outsideArea` where the transformation is not defined there; never infinity.
  public func callAsFunction(_ point: Point) throws(GeometryError) -> Point {
    var points = [point]
    try transform(&points)
    return points[0]
  }

  /// Many points. O(n), faster than one by one.
  /// - Throws: as for one point, for the first that cannot be transformed.
  public func callAsFunction(_ points: [Point]) throws(GeometryError) -> [Point] {
    var points = points
    try transform(&points)
    return points
  }

  /// All vertices of a shape. O(vertices). Straight lines stay straight lines between the transformed vertices.
  public func callAsFunction(_ shape: MultiPolygon) throws(GeometryError) -> MultiPolygon {
    guard !steps.isEmpty else { return shape }
    var polygons: [Polygon] = []
    polygons.reserveCapacity(shape.polygons.count)
    for polygon in shape.polygons {
      var exterior = polygon.exterior
      try transform(&exterior)
      var holes: [[Point]] = []
      for hole in polygon.holes { holes.append(try callAsFunction(hole)) }
      polygons.append(Polygon(exterior: exterior, holes: holes))
    }
    return MultiPolygon(polygons)
  }

  /// Each point by itself: nil for one that cannot be transformed. O(n).
  public func each(_ points: [Point]) -> [Point?] {
    if let all = try? callAsFunction(points) { return all }
    return points.map { try? callAsFunction($0) }
  }

  private func transform(_ points: inout [Point]) throws(GeometryError) {
    guard points.allSatisfy(\.isFinite) else {
      throw GeometryError(.notFinite, "a coordinate is not a number or infinite")
    }
    let outside = GeometryError(
      .outsideArea, "a coordinate lies outside the area in which \(source) to \(target) is defined")
    for step in steps {
      if let bounds = step.bounds, step.direction == PJ_FWD, !points.allSatisfy(bounds.contains) { throw outside }
      run(step, &points)
      guard points.allSatisfy(\.isFinite) else { throw outside }
      if let bounds = step.bounds, step.direction == PJ_INV, !points.allSatisfy(bounds.contains) { throw outside }
    }
  }

  private func run(_ step: Step, _ points: inout [Point]) {
    let stride = MemoryLayout<Point>.stride
    let count = points.count
    guard count > 0 else { return }
    proj_errno_reset(step.operation.pointer)
    points.withUnsafeMutableBytes { bytes in
      let numbers = bytes.bindMemory(to: Double.self)
      guard let x = numbers.baseAddress else { return }
      _ = proj_trans_generic(
        step.operation.pointer, step.direction, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
  }
}
