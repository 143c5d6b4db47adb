/// How often the border of a shape crosses itself, up to a limit: a repair takes memory and time for each crossing, and a
/// few thousand vertices can have millions.
enum Crossings {
  /// Past so many, a shape is no drawing that somebody meant.
  static let limit = 100_000

  /// Whether the edges cross more than `limit` times. An edge that is so long, or so crowded, that counting would take
  /// long counts as crossing too. O(n) for borders as they are drawn, and bounded by a constant beyond.
  static func areMore(than limit: Int, in shape: MultiPolygon) -> Bool {
    let box = shape.envelope
    var edges: [(a: Point, b: Point)] = []
    for ring in shape.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) where a != b { edges.append((a, b)) }
    }
    // Fewer edges than this cannot cross so often.
    guard edges.count * (edges.count - 1) / 2 > limit else { return false }
    let side = max(1, min(2048, Int(Double(edges.count).squareRoot())))
    let (width, height) = (box.width / Double(side), box.height / Double(side))
    // Without a surface, edges lie on each other and cross nowhere.
    guard width.isNormal, height.isNormal else { return false }
    func place(_ value: Double, _ least: Double, _ size: Double) -> Int {
      min(side - 1, max(0, Int((value - least) / size)))
    }
    var cells = [[Int32]](repeating: [], count: side * side)
    var entries = 0
    let mostEntries = 1_000_000 + 50 * edges.count
    for (n, edge) in edges.enumerated() {
      let (low, high) = edge.a.y <= edge.b.y ? (edge.a, edge.b) : (edge.b, edge.a)
      for row in place(low.y, box.minY, height)...place(high.y, box.minY, height) {
        // The part of the edge that is in this row of cells.
        let bottom = max(low.y, box.minY + Double(row) * height)
        let top = min(high.y, box.minY + Double(row + 1) * height)
        let slope = high.y > low.y ? (high.x - low.x) / (high.y - low.y) : 0
        let x1 = high.y > low.y ? low.x + (bottom - low.y) * slope : low.x
        let x2 = high.y > low.y ? low.x + (top - low.y) * slope : high.x
        for column in place(min(x1, x2), box.minX, width)...place(max(x1, x2), box.minX, width) {
          cells[row * side + column].append(Int32(n))
          entries += 1
        }
      }
      guard entries <= mostEntries else { return true }
    }
    var (crossings, tests) = (0, 0)
    let mostTests = 100_000_000
    for cell in cells where cell.count > 1 {
      for (place, i) in cell.enumerated() {
        for j in cell[(place + 1)...] where cross(edges[Int(i)], edges[Int(j)]) { crossings += 1 }
        tests += cell.count - place
        guard crossings <= limit, tests <= mostTests else { return true }
      }
    }
    return false
  }

  /// Whether two edges cross in a point inside both.
  private static func cross(_ p: (a: Point, b: Point), _ q: (a: Point, b: Point)) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0
  }
}
