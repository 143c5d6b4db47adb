/// The edges of areas that have no counterpart: in a tiling each inner edge occurs once in either direction.
struct UnmatchedEdges {
  /// For each shape the box around its edges without a counterpart.
  private(set) var boxes: [Envelope]
  /// These edges, each once, in the order of the shapes.
  private(set) var lines: [[Point]] = []

  private struct Edge: Hashable {
    var from: Point
    var to: Point
  }

  /// Compares all edges. O(vertices).
  init(_ shapes: [MultiPolygon]) {
    var counts: [Edge: (there: Int32, back: Int32)] = [:]
    counts.reserveCapacity(shapes.reduce(0) { $0 + $1.vertexCount } / 2)
    for shape in shapes {
      UnmatchedEdges.forEachEdge(of: shape) { edge, isReversed in
        if isReversed { counts[edge, default: (0, 0)].back += 1 } else { counts[edge, default: (0, 0)].there += 1 }
      }
    }
    boxes = []
    boxes.reserveCapacity(shapes.count)
    for shape in shapes {
      var box = Envelope.empty
      UnmatchedEdges.forEachEdge(of: shape) { edge, _ in
        guard let count = counts[edge] else {
          // Its line was taken for another shape before.
          box.expand(to: edge.from)
          box.expand(to: edge.to)
          return
        }
        guard count != (1, 1) else { return }
        box.expand(to: edge.from)
        box.expand(to: edge.to)
        lines.append([edge.from, edge.to])
        counts[edge] = nil
      }
      boxes.append(box)
    }
  }

  /// Each edge from its lesser to its greater end, and whether it runs the other way when the inside is on the left.
  private static func forEachEdge(of shape: MultiPolygon, _ body: (Edge, Bool) -> Void) {
    for polygon in shape.polygons {
      for (n, ring) in polygon.rings.enumerated() {
        let isTurned = (Polygon.signedArea(of: ring) < 0) == (n == 0)
        for (a, b) in zip(ring, ring.dropFirst()) where a != b {
          let isReversed = (a.x, a.y) > (b.x, b.y)
          body(isReversed ? Edge(from: b, to: a) : Edge(from: a, to: b), isReversed != isTurned)
        }
      }
    }
  }
}
