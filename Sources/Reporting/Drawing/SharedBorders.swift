import Geometry

/// Draws shapes that touch as SVG paths on a whole-number grid, simplified so that a border that two shapes share
/// stays one border.
///
/// Vertices are put on the grid first; where more than two lines meet is a node. Between nodes each line is simplified
/// by Douglas and Peucker's algorithm, walked in the same direction whichever shape it belongs to.
/// O(v log v) for v vertices, O(v²) at worst.
struct SharedBorders {
  private var links: [Vertex: Links] = [:]
  private let tolerance: Double

  /// A place on the grid.
  struct Vertex: Hashable, Comparable {
    var x: Int32
    var y: Int32

    static func < (left: Vertex, right: Vertex) -> Bool { (left.x, left.y) < (right.x, right.y) }
  }

  private struct Links {
    var first: Vertex?
    var second: Vertex?
    var isNode = false

    mutating func add(_ other: Vertex) {
      if first == nil || first == other {
        first = other
      } else if second == nil || second == other {
        second = other
      } else {
        isNode = true
      }
    }
  }

  /// Learns where the shapes' lines meet. `tolerance` in grid units.
  init(_ shapes: [[[Vertex]]], tolerance: Double) {
    self.tolerance = tolerance
    for rings in shapes {
      for ring in rings {
        for index in ring.indices {
          let before = ring[index == 0 ? ring.count - 1 : index - 1]
          let after = ring[index == ring.count - 1 ? 0 : index + 1]
          var own = links[ring[index]] ?? Links()
          own.add(before)
          own.add(after)
          if before == after { own.isNode = true }
          links[ring[index]] = own
        }
      }
    }
  }

  /// Puts a shape's rings on the grid, without the closing vertex; rings that shrink to nothing are left out.
  static func onGrid(_ shape: MultiPolygon, _ place: (Point) -> Vertex) -> [[Vertex]] {
    var rings: [[Vertex]] = []
    for polygon in shape.polygons {
      for ring in polygon.rings {
        var placed: [Vertex] = []
        for point in ring {
          let vertex = place(point)
          if placed.last != vertex { placed.append(vertex) }
        }
        while placed.count > 1, placed.first == placed.last { placed.removeLast() }
        if placed.count >= 3 { rings.append(placed) }
      }
    }
    return rings
  }

  /// The `d` of an SVG path through the rings, simplified.
  func path(_ rings: [[Vertex]]) -> String {
    var path = ""
    for ring in rings {
      let simple = simplified(ring)
      guard simple.count >= 3 else { continue }
      var at = simple[0]
      path += "M\(at.x) \(at.y)l"
      var isFirst = true
      for vertex in simple.dropFirst() {
        let (dx, dy) = (vertex.x - at.x, vertex.y - at.y)
        path += (isFirst || dx < 0 ? "" : " ") + "\(dx)" + (dy < 0 ? "" : " ") + "\(dy)"
        isFirst = false
        at = vertex
      }
      path += "z"
    }
    return path
  }

  private func simplified(_ ring: [Vertex]) -> [Vertex] {
    var start = ring.startIndex
    if let node = ring.firstIndex(where: { links[$0]?.isNode == true }) {
      start = node
    } else if let least = ring.min(), let index = ring.firstIndex(of: least) {
      start = index
    }
    let turned = Array(ring[start...] + ring[..<start]) + [ring[start]]
    var result: [Vertex] = []
    var from = 0
    for index in turned.indices.dropFirst() where index == turned.count - 1 || links[turned[index]]?.isNode == true {
      result.append(contentsOf: arc(Array(turned[from...index])).dropLast())
      from = index
    }
    return result
  }

  /// One line between nodes, simplified in the direction that does not depend on who asks.
  private func arc(_ line: [Vertex]) -> [Vertex] {
    guard line.count > 2 else { return line }
    let (first, last) = (line[0], line[line.count - 1])
    let isForward = first == last ? line[1] <= line[line.count - 2] : first < last
    let walked = isForward ? line : line.reversed()
    var keep = [Bool](repeating: false, count: walked.count)
    keep[0] = true
    keep[walked.count - 1] = true
    var open = [(0, walked.count - 1)]
    while let (a, b) = open.popLast() {
      guard b > a + 1 else { continue }
      var farthest = a
      var distance = -1.0
      for index in (a + 1)..<b {
        let candidate = squaredDistance(walked[index], walked[a], walked[b])
        if candidate > distance { (farthest, distance) = (index, candidate) }
      }
      guard distance > tolerance * tolerance else { continue }
      keep[farthest] = true
      open.append((a, farthest))
      open.append((farthest, b))
    }
    let kept = walked.indices.filter { keep[$0] }.map { walked[$0] }
    return isForward ? kept : kept.reversed()
  }

  private func squaredDistance(_ p: Vertex, _ a: Vertex, _ b: Vertex) -> Double {
    let (ax, ay) = (Double(a.x), Double(a.y))
    let (dx, dy) = (Double(b.x) - ax, Double(b.y) - ay)
    let (px, py) = (Double(p.x) - ax, Double(p.y) - ay)
    let length = dx * dx + dy * dy
    let t = length == 0 ? 0 : min(1, max(0, (px * dx + py * dy) / length))
    let (ex, ey) = (px - t * dx, py - t * dy)
    return ex * ex + ey * ey
  }
}
