/// How well areas that should tile the ground do: where they overlap, and where there is a hole between them.
///
/// ```swift
/// for finding in try Tiling.findings(in: areas) where !finding.isSliver {
///   print(finding.kind, finding.codes, finding.area)
/// }
/// ```
public enum Tiling {
  /// A place that two areas claim, or that none does.
  public struct Finding: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Sendable {
      /// Ground that both areas hold.
      case overlap
      /// Ground that no area holds, with areas all around it.
      case gap
    }

    /// What it is.
    public var kind: Kind
    /// The two areas that overlap, or those around the gap; sorted.
    public var codes: [String]
    /// Square metres.
    public var area: Double
    /// The mean width in metres: twice the area over the length of the border.
    public var width: Double
    /// A point inside the largest part.
    public var location: Point

    /// Whether it is thinner than a metre, the mark of borders drawn twice rather than of a mistake.
    public var isSliver: Bool { width < 1 }
  }

  /// Finds them, the largest first. Vertices within a millimetre are taken as one.
  ///
  /// Two areas that share their border vertex by vertex need no overlay: only those with an edge that has no
  /// counterpart are compared. O(vertices) for a clean layer; an overlay for each pair of neighbours that is not.
  /// - Parameter leastArea: what is smaller, in square metres, is left out.
  /// - Throws: `.engine` where GEOS fails; repair the shapes first.
  public static func findings(
    in areas: [CodedShape], leastArea: Double = 1
  ) throws(GeometryError) -> [Finding] {
    var snapper = VertexSnapper(tolerance: 0.001, capacity: areas.reduce(0) { $0 + $1.shape.vertexCount })
    let shapes = areas.map { CodedShape(code: $0.code, shape: snapper.snap($0.shape)) }
    let edges = UnmatchedEdges(shapes.map(\.shape))
    var findings = try overlaps(shapes, areas, edges, leastArea)
    findings += try gaps(shapes, edges, leastArea)
    return findings.sorted {
      ($0.area, $1.kind.rawValue, $1.codes.joined(separator: "|")) > (
        $1.area, $0.kind.rawValue, $0.codes.joined(separator: "|")
      )
    }
  }

  // MARK: Overlaps

  private static func overlaps(
    _ shapes: [CodedShape], _ originals: [CodedShape], _ edges: UnmatchedEdges, _ leastArea: Double
  ) throws(GeometryError) -> [Finding] {
    let boxes = shapes.map(\.shape.envelope)
    var pairs: [(Int, Int)] = []
    let order = boxes.indices.filter { !boxes[$0].isEmpty }.sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    for (place, i) in order.enumerated() {
      for j in order[(place + 1)...] {
        guard boxes[j].minX <= boxes[i].maxX else { break }
        guard boxes[i].intersects(boxes[j]) else { continue }
        if edges.boxes[i].intersects(boxes[j]) || edges.boxes[j].intersects(boxes[i]) { pairs.append((i, j)) }
      }
    }
    let found = try Parallel.slices(pairs, of: 64) { slice throws(GeometryError) -> [Finding] in
      var found: [Finding] = []
      for (i, j) in slice {
        let common: Shape
        if let snapped = try? Shape(shapes[i].shape).intersection(Shape(shapes[j].shape)) {
          common = snapped
        } else {
          // Snapping can spoil a thin shape; as it was drawn it is valid.
          common = try Shape(originals[i].shape).intersection(Shape(originals[j].shape))
        }
        let codes = [shapes[i].code, shapes[j].code].sorted()
        if let finding = try Finding(.overlap, codes, common.multiPolygon), finding.area >= leastArea {
          found.append(finding)
        }
      }
      return found
    }
    return found
  }

  // MARK: Gaps

  private static func gaps(
    _ shapes: [CodedShape], _ edges: UnmatchedEdges, _ leastArea: Double
  ) throws(GeometryError) -> [Finding] {
    guard !edges.lines.isEmpty else { return [] }
    let faces = try Shape(lines: edges.lines).unaryUnion().polygonized().multiPolygon.polygons
      .filter { $0.area >= leastArea }
    let boxes = shapes.map(\.shape.envelope)
    let order = boxes.indices.sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    return try Parallel.slices(faces, of: 64) { slice throws(GeometryError) -> [Finding] in
      var found: [Finding] = []
      for face in slice {
        let polygon = MultiPolygon([face])
        guard let inside = try Shape(polygon).pointOnSurface() else { continue }
        let box = polygon.envelope
        var near: [Int] = []
        for n in order {
          guard boxes[n].minX <= box.maxX else { break }
          if boxes[n].intersects(box) { near.append(n) }
        }
        let isHeld = near.contains { boxes[$0].contains(inside) && shapes[$0].shape.holds(inside) }
        guard !isHeld else { continue }
        var codes: [String] = []
        let hole = try Shape(polygon).buffer(0.01)
        for n in near where try hole.intersects(Shape(shapes[n].shape)) { codes.append(shapes[n].code) }
        if let finding = try Finding(.gap, codes.sorted(), polygon) { found.append(finding) }
      }
      return found
    }
  }
}

extension Tiling.Finding {
  /// Measures the polygons of a finding; nil where there is none.
  init?(_ kind: Kind, _ codes: [String], _ shape: MultiPolygon) throws(GeometryError) {
    guard let largest = shape.polygons.max(by: { $0.area < $1.area }), largest.area > 0,
      let location = try Shape(MultiPolygon([largest])).pointOnSurface()
    else { return nil }
    var border = 0.0
    for ring in shape.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) { border += a.distance(to: b) }
    }
    self.init(kind: kind, codes: codes, area: shape.area, width: 2 * shape.area / border, location: location)
  }
}
