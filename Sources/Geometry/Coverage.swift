/// Areas that share borders, treated together.
public enum Coverage {
  /// Fewer vertices for a map: shared borders stay shared, and no vertex where three areas meet moves.
  ///
  /// Rings are cut where borders part; each piece is simplified by Douglas and Peucker (1973) in a direction of its
  /// own, so that both neighbours get the same line. A ring that would collapse stays as it is. Borders of different
  /// pieces may come to cross by less than `tolerance`: for drawing, not for measuring. O(vertices log vertices).
  /// - Parameters:
  ///   - shapes: shapes whose shared borders have the same vertices.
  ///   - tolerance: how far a border may move, in the units of the coordinates.
  public static func simplified(_ shapes: [MultiPolygon], tolerance: Double) -> [MultiPolygon] {
    let nodes = self.nodes(of: shapes)
    return shapes.map { shape in
      MultiPolygon(
        shape.polygons.map { polygon in
          Polygon(
            exterior: simplified(polygon.exterior, nodes, tolerance),
            holes: polygon.holes.map { simplified($0, nodes, tolerance) })
        })
    }
  }

  /// The vertices with more or fewer than two neighbours over all rings: where borders part.
  private static func nodes(of shapes: [MultiPolygon]) -> Set<Point> {
    var neighbours: [Point: (Point, Point?)] = [:]
    var nodes: Set<Point> = []
    func note(_ point: Point, _ neighbour: Point) {
      guard let known = neighbours[point] else { return neighbours[point] = (neighbour, nil) }
      guard known.0 != neighbour, known.1 != neighbour else { return }
      if known.1 == nil { neighbours[point] = (known.0, neighbour) } else { nodes.insert(point) }
    }
    for ring in shapes.flatMap(\.polygons).flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) where a != b {
        note(a, b)
        note(b, a)
      }
    }
    return nodes
  }

  private static func simplified(_ ring: [Point], _ nodes: Set<Point>, _ tolerance: Double) -> [Point] {
    guard ring.count > 4 else { return ring }
    let open = Array(ring.dropLast())
    // Start at a node; a ring without one starts at its least vertex, wherever a neighbour starts it.
    let least = open.indices.min { (open[$0].x, open[$0].y) < (open[$1].x, open[$1].y) }
    guard let start = open.firstIndex(where: nodes.contains) ?? least else { return ring }
    let turned = Array(open[start...] + open[..<start] + [open[start]])
    var result = [turned[0]]
    var piece = [turned[0]]
    for point in turned.dropFirst() {
      piece.append(point)
      if nodes.contains(point) {
        result += simplified(piece: piece, tolerance).dropFirst()
        piece = [point]
      }
    }
    if piece.count > 1 { result += simplified(piece: piece, tolerance).dropFirst() }
    return result.count < 4 || Polygon.signedArea(of: result) == 0 ? ring : result
  }

  /// A piece between nodes, always worked on in the same direction. A closed one is cut where it is furthest away.
  private static func simplified(piece: [Point], _ tolerance: Double) -> [Point] {
    guard piece.count > 2, let first = piece.first, let last = piece.last else { return piece }
    let isReversed = isGreater(piece, than: piece.reversed())
    var line = isReversed ? Array(piece.reversed()) : piece
    if first == last {
      let far = line.indices.max { line[$0].distance(to: first) < line[$1].distance(to: first) } ?? 0
      let halves = [Array(line[...far]), Array(line[far...])]
      line = douglasPeucker(halves[0], tolerance) + douglasPeucker(halves[1], tolerance).dropFirst()
    } else {
      line = douglasPeucker(line, tolerance)
    }
    return isReversed ? line.reversed() : line
  }

  private static func isGreater(_ a: [Point], than b: [Point]) -> Bool {
    for (p, q) in zip(a, b) where p != q { return (p.x, p.y) > (q.x, q.y) }
    return false
  }

  private static func douglasPeucker(_ line: [Point], _ tolerance: Double) -> [Point] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var ranges = [(0, line.count - 1)]
    while let (low, high) = ranges.popLast() {
      var farthest = 0
      var distance = tolerance
      for n in low + 1..<max(low + 1, high) {
        let d = self.distance(from: line[n], to: line[low], line[high])
        if d > distance { (farthest, distance) = (n, d) }
      }
      if farthest > 0 {
        isKept[farthest] = true
        ranges += [(low, farthest), (farthest, high)]
      }
    }
    return zip(line, isKept).filter(\.1).map(\.0)
  }

  /// From a point to a segment.
  private static func distance(from point: Point, to a: Point, _ b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length2 = dx * dx + dy * dy
    guard length2 > 0 else { return point.distance(to: a) }
    let t = min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2))
    return point.distance(to: Point(x: a.x + t * dx, y: a.y + t * dy))
  }
}
