import Foundation

/// Catchments made rather than drawn: from lists of areas, as rings, or as what is nearest.
///
/// ```swift
/// let nearest = try CatchmentShapes.nearest(sites: hubs, outline: borough)
/// for pair in nearest.sharedSites { print("\(pair) stand at one place and share a catchment") }
/// ```
public enum CatchmentShapes {
  // MARK: From lists of area codes

  /// What lists of area codes come to.
  public struct FromAreas: Hashable, Sendable {
    /// One shape a catchment, in the order of their codes.
    public var catchments: [CodedShape]
    /// Pairs whose area is not among the shapes, in the order given: (catchment, area).
    public var unknown: [Assignment]
    /// Pairs given more than once, each named once.
    public var repeated: [Assignment]
    /// Areas that no catchment takes, sorted.
    public var unassigned: [String]
    /// Areas that several catchments take, with these; sorted by area.
    public var shared: [(area: String, catchments: [String])] {
      sharedAreas.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
    var sharedAreas: [String: [String]]
  }

  /// One line of a list: this area belongs to that catchment.
  public struct Assignment: Hashable, Sendable {
    /// The catchment's code.
    public var catchment: String
    /// The area's code.
    public var area: String

    /// Makes a line.
    public init(catchment: String, area: String) {
      self.catchment = catchment
      self.area = area
    }
  }

  /// Unites the areas that each catchment lists. Catchments run on all cores; O(vertices) where neighbours share their
  /// vertices, O(n log n) where they do not.
  /// - Throws: `.engine` where GEOS cannot unite them.
  public static func union(
    of assignments: [Assignment], areas: [CodedShape]
  ) throws(GeometryError) -> FromAreas {
    let shapes = Dictionary(areas.map { ($0.code, $0.shape) }, uniquingKeysWith: { first, _ in first })
    var members: [String: [String]] = [:]
    var takers: [String: [String]] = [:]
    var seen: Set<Assignment> = []
    var unknown: [Assignment] = []
    var repeated: [Assignment] = []
    for assignment in assignments {
      guard seen.insert(assignment).inserted else {
        if !repeated.contains(assignment) { repeated.append(assignment) }
        continue
      }
      guard shapes[assignment.area] != nil else {
        unknown.append(assignment)
        continue
      }
      members[assignment.catchment, default: []].append(assignment.area)
      takers[assignment.area, default: []].append(assignment.catchment)
    }
    let codes = members.keys.sorted()
    // The order of areas must not change a single vertex of the result.
    let lists = codes.map { code in (members[code] ?? []).sorted().compactMap { shapes[$0] } }
    let united = try Parallel.map(lists) { parts throws(GeometryError) in try MultiPolygon.coverageUnion(parts) }
    return FromAreas(
      catchments: zip(codes, united).map { CodedShape(code: $0, shape: $1) }, unknown: unknown, repeated: repeated,
      unassigned: areas.map(\.code).filter { takers[$0] == nil }.sorted(),
      sharedAreas: takers.filter { $0.value.count > 1 }.mapValues { $0.sorted() })
  }

  // MARK: Rings

  /// A ring of so many metres around each site, in the order given: a polygon whose corners lie on the circle, and
  /// whose sides are nowhere further than `tolerance` from it. Rings of near sites overlap.
  /// - Throws: `.notFinite` for a radius that is no positive number, or a site that is no place.
  public static func rings(
    around sites: [Site], radius: Double, tolerance: Double = 0.01
  ) throws(GeometryError) -> [CodedShape] {
    guard radius.isFinite, radius > 0 else {
      throw GeometryError(.notFinite, "a ring needs a radius above 0 metres")
    }
    // A chord of the angle a lies r·(1 − cos(a/2)) inside the circle.
    let step = 2 * acos(max(0, 1 - tolerance / radius))
    let quarter = max(4, Int((Double.pi / 2 / step).rounded(.up)))
    let directions = (0..<4 * quarter).map { n in
      let angle = Double.pi / 2 * Double(n) / Double(quarter)
      return Point(x: radius * cos(angle), y: radius * sin(angle))
    }
    var rings: [CodedShape] = []
    for site in sites {
      guard site.point.isFinite else { throw GeometryError(.notFinite, "\(site.code) has no place") }
      var ring = directions.map { Point(x: site.point.x + $0.x, y: site.point.y + $0.y) }
      ring.append(ring[0])
      rings.append(CodedShape(code: site.code, shape: MultiPolygon([Polygon(exterior: ring)])))
    }
    return rings
  }

  // MARK: Nearest

  /// Thiessen polygons inside an outline, and what is odd about their sites.
  public struct Nearest: Hashable, Sendable {
    /// What is nearer to a site than to any other, in the order of the sites; empty where nothing of the outline is.
    public var catchments: [CodedShape]
    /// Sites that stand at one place (within a millimetre): each of them has the whole catchment of the place.
    public var sharedSites: [[String]]
    /// Sites that stand within ten metres of each other, nearest first: a border between them means little.
    public var closeSites: [ClosePair]
    /// Sites that stand outside the outline.
    public var outside: [String]
  }

  /// Two sites that stand close to each other.
  public struct ClosePair: Hashable, Sendable {
    /// The codes of the two, in order.
    public var codes: [String]
    /// Metres between them.
    public var distance: Double
  }

  /// Gives each site what lies nearer to it than to any other, within the outline. Points as near to two sites lie on
  /// the border of both. O(n log n) for the cells, then one intersection a site, on all cores.
  /// - Throws: `.malformed` without a site; `.engine` where the outline is not valid.
  public static func nearest(sites: [Site], outline: MultiPolygon) throws(GeometryError) -> Nearest {
    guard !sites.isEmpty else { throw GeometryError(.malformed, "there is no site to be near to") }
    for site in sites where !site.point.isFinite { throw GeometryError(.notFinite, "\(site.code) has no place") }
    var groups: [[Int]] = []
    var groupOf: [Point: Int] = [:]
    for (n, site) in sites.enumerated() {
      let key = Point(x: (site.point.x * 1000).rounded(), y: (site.point.y * 1000).rounded())
      if let group = groupOf[key] {
        groups[group].append(n)
      } else {
        groupOf[key] = groups.count
        groups.append([n])
      }
    }
    let places = groups.map { sites[$0[0]].point }
    let cells = try Thiessen.cells(of: places, covering: outline.envelope)
    let clipped = try Parallel.map(cells) { cell throws(GeometryError) in
      try Shape(outline).intersection(Shape(MultiPolygon([cell]))).multiPolygon
    }
    var shapes = [MultiPolygon](repeating: MultiPolygon(), count: sites.count)
    for (group, shape) in zip(groups, clipped) { for n in group { shapes[n] = shape } }
    let prepared = outline.isEmpty ? nil : try PreparedShape(outline)
    var outside: [String] = []
    for site in sites where try prepared?.covers(site.point) != true { outside.append(site.code) }
    return Nearest(
      catchments: zip(sites, shapes).map { CodedShape(code: $0.code, shape: $1) },
      sharedSites: groups.filter { $0.count > 1 }.map { $0.map { sites[$0].code }.sorted() }
        .sorted { $0[0] < $1[0] },
      closeSites: closePairs(groups.map { sites[$0[0]] }), outside: outside.sorted())
  }

  /// Pairs within ten metres, found along x. O(n log n) where few are close.
  private static func closePairs(_ sites: [Site]) -> [ClosePair] {
    let sorted = sites.sorted { ($0.point.x, $0.code) < ($1.point.x, $1.code) }
    var pairs: [ClosePair] = []
    for (n, site) in sorted.enumerated() {
      for other in sorted[(n + 1)...] {
        guard other.point.x - site.point.x < 10 else { break }
        let distance = site.point.distance(to: other.point)
        if distance < 10 { pairs.append(ClosePair(codes: [site.code, other.code].sorted(), distance: distance)) }
      }
    }
    return pairs.sorted { ($0.distance, $0.codes[0], $0.codes[1]) < ($1.distance, $1.codes[0], $1.codes[1]) }
  }
}
