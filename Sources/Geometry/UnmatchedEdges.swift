/// The edges of areas that have no counterpart: in a tiling each inner edge occurs once in either direction.
struct UnmatchedEdges {
  /// For each shape the box around its edges without a counterpart.
  private(set) var boxes: [Envelope]
  /// These edges, each once, in the order of the shapes.
  private(set) var lines: [[Point]] = []

  /// Counts of how often an edge runs one way and the other, in steps of one and of 2¹⁵.
  private static let back: Int32 = 1 << 15
  private static let matched: Int32 = 1 + back
  /// Added once an edge is among the lines.
  private static let listed: Int32 = 1 << 30

  /// Compares all edges. O(vertices).
  init(_ shapes: [MultiPolygon]) {
    let size = shapes.reduce(0) { $0 + $1.vertexCount }
    var vertices = ExactVertices(capacity: size)
    var counts = HashTable64(capacity: size / 2)
    let rings = shapes.map { shape in
      shape.polygons.flatMap { polygon in
        polygon.rings.enumerated().map { n, ring in
          // The inside on the left: outer rings anticlockwise, holes clockwise.
          let isTurned = (Polygon.signedArea(of: ring) < 0) == (n == 0)
          return (numbers: ring.map { vertices.number(of: $0) }, isTurned: isTurned)
        }
      }
    }
    for ring in rings.joined() {
      for (a, b) in zip(ring.numbers, ring.numbers.dropFirst()) where a != b {
        let key = UnmatchedEdges.key(a, b)
        let step = ((a > b) != ring.isTurned) ? UnmatchedEdges.back : 1
        counts[key] = (counts[key] ?? 0) &+ step
      }
    }
    boxes = []
    boxes.reserveCapacity(shapes.count)
    for shape in rings {
      var box = Envelope.empty
      for ring in shape {
        for (a, b) in zip(ring.numbers, ring.numbers.dropFirst()) where a != b {
          let key = UnmatchedEdges.key(a, b)
          guard let count = counts[key], count != UnmatchedEdges.matched else { continue }
          let (from, to) = (vertices.places[Int(a)], vertices.places[Int(b)])
          box.expand(to: from)
          box.expand(to: to)
          guard count < UnmatchedEdges.listed else { continue }
          lines.append([from, to])
          counts[key] = UnmatchedEdges.listed
        }
      }
      boxes.append(box)
    }
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
  }
}

/// Numbers for vertices that are exactly equal.
private struct ExactVertices {
  var places: [Point] = []
  private var table: HashTable64
  private var earlier: [Int32] = []

  init(capacity: Int) { table = HashTable64(capacity: capacity / 2) }

  mutating func number(of point: Point) -> Int32 {
    // A key for nearly every point; those that share one are told apart.
    let mixed = point.x.bitPattern &* 0xFF51_AFD7_ED55_8CCD ^ point.y.bitPattern
    let key = mixed == .max ? 0 : mixed
    var place = table[key] ?? -1
    while place >= 0 {
      if places[Int(place)] == point { return place }
      place = earlier[Int(place)]
    }
    let number = Int32(truncatingIfNeeded: places.count)
    places.append(point)
    earlier.append(table[key] ?? -1)
    table[key] = number
    return number
  }
}
