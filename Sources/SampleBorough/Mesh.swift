import Geometry

/// A fine mesh of crooked cells: what areas and catchments are cut from, so that neighbours share each vertex exactly.
///
/// Vertices are the corners of a square grid, moved at random, then squeezed towards the middle (towns are denser).
/// Each edge between two corners is bent by points that depend on the edge alone. Coordinates are whole decimetres.
struct Mesh: Sendable {
  /// Cells a side.
  let side: Int
  /// Corners, row by row, (side + 1)² of them; in decimetres.
  private let corners: [Corner]
  private let seed: UInt64
  /// Points between two corners.
  private let bends: Int

  private struct Corner: Sendable {
    var x: Int32
    var y: Int32
  }

  /// A mesh of `side`² cells over a square with the lower left corner at `origin`, `length` metres a side.
  init(side: Int, origin: Point, length: Double, bends: Int, seed: UInt64) {
    self.side = side
    self.seed = seed
    self.bends = bends
    func squeezed(_ index: Double) -> Double {
      let u = 2 * index / Double(side) - 1
      return (1 + u * (0.62 + 0.38 * u * u)) / 2 * length
    }
    var corners: [Corner] = []
    corners.reserveCapacity((side + 1) * (side + 1))
    for j in 0...side {
      for i in 0...side {
        var random = SampleRandom(seed, .vertex, j * (side + 1) + i)
        let x = squeezed(Double(i) + random.uniform(-0.21, 0.21))
        let y = squeezed(Double(j) + random.uniform(-0.21, 0.21))
        corners.append(
          Corner(x: Int32(((origin.x + x) * 10).rounded()), y: Int32(((origin.y + y) * 10).rounded())))
      }
    }
    self.corners = corners
  }

  /// The number of cells.
  var count: Int { side * side }

  /// A place in a cell: 0, 0 is the lower left corner and 1, 1 the upper right. Between 0.15 and 0.85 it is inside.
  func place(in cell: Int, _ u: Double, _ v: Double) -> Point {
    let lower = cell / side * (side + 1) + cell % side
    let (a, b) = (corners[lower], corners[lower + 1])
    let (c, d) = (corners[lower + side + 1], corners[lower + side + 2])
    func mix(_ a: Int32, _ b: Int32, _ c: Int32, _ d: Int32) -> Double {
      let down = Double(a) * (1 - u) + Double(b) * u
      let up = Double(c) * (1 - u) + Double(d) * u
      return ((down * (1 - v) + up * v)).rounded() / 10
    }
    return Point(x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y))
  }

  /// The cells that share an edge with a cell: below, right, above, left; nil past the mesh.
  func neighbours(of cell: Int) -> [Int?] {
    let (i, j) = (cell % side, cell / side)
    return [
      j > 0 ? cell - side : nil, i + 1 < side ? cell + 1 : nil, j + 1 < side ? cell + side : nil,
      i > 0 ? cell - 1 : nil,
    ]
  }

  /// The shape of a set of cells: a part for each piece that hangs together by edges. O(cells).
  func shape(of cells: [Int]) -> MultiPolygon {
    MultiPolygon(pieces(of: cells).map(outline))
  }

  /// The pieces of a set that hang together by edges, each sorted; in the order of their lowest cells.
  func pieces(of cells: [Int]) -> [[Int]] {
    var left = Set(cells)
    var pieces: [[Int]] = []
    for start in cells.sorted() where left.remove(start) != nil {
      var piece = [start]
      var next = 0
      while next < piece.count {
        for case let cell? in neighbours(of: piece[next]) where left.remove(cell) != nil { piece.append(cell) }
        next += 1
      }
      pieces.append(piece.sorted())
    }
    return pieces
  }

  /// Outer ring and holes of one piece. The piece lies to the left of each border edge; where the border meets itself
  /// in a corner it turns right, which keeps hole and outside apart.
  private func outline(of piece: [Int]) -> Polygon {
    let inside = Set(piece)
    var leaving: [Int: [Step]] = [:]
    var steps: [Step] = []
    for cell in piece {
      for (direction, neighbour) in neighbours(of: cell).enumerated()
      where neighbour.map({ !inside.contains($0) }) ?? true {
        let step = Step(from: start(of: cell, direction), direction: direction)
        steps.append(step)
        leaving[step.from, default: []].append(step)
      }
    }
    var used = Set<Step>()
    var exterior: [Point] = []
    var holes: [[Point]] = []
    for first in steps where !used.contains(first) {
      var ring: [Point] = []
      var step = first
      repeat {
        used.insert(step)
        ring += points(along: step)
        let choices = leaving[end(of: step)] ?? []
        let right = choices.first { $0.direction == (step.direction + 3) % 4 }
        guard let next = right ?? choices.first else { break }
        step = next
      } while step != first
      if let start = ring.first { ring.append(start) }
      if twiceArea(of: ring) > 0 { exterior = ring } else { holes.append(ring) }
    }
    return Polygon(exterior: exterior, holes: holes)
  }

  /// One border edge, walked with the piece on its left: 0 to the right, 1 up, 2 to the left, 3 down.
  private struct Step: Hashable {
    var from: Int
    var direction: Int
  }

  private func start(of cell: Int, _ direction: Int) -> Int {
    let lower = cell / side * (side + 1) + cell % side
    return [lower, lower + 1, lower + side + 2, lower + side + 1][direction]
  }

  private func end(of step: Step) -> Int { step.from + [1, side + 1, -1, -side - 1][step.direction] }

  /// The corner and the bends after it, without the corner at the end.
  private func points(along step: Step) -> [Point] {
    let (from, to) = (step.from, end(of: step))
    let bent = bendPoints(between: min(from, to), and: max(from, to))
    return [point(corners[from])] + (from < to ? bent : bent.reversed())
  }

  private func bendPoints(between low: Int, and high: Int) -> [Point] {
    let (a, b) = (corners[low], corners[high])
    let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
    var random = SampleRandom(seed, .edge, low * 2 + (high == low + 1 ? 0 : 1))
    return (0..<bends).map { bend in
      let t = (Double(bend + 1) + random.uniform(-0.3, 0.3)) / Double(bends + 1)
      let offset = random.uniform(-0.28, 0.28) * t * (1 - t)
      return point(
        Corner(
          x: a.x + Int32((dx * t - dy * offset).rounded()), y: a.y + Int32((dy * t + dx * offset).rounded())))
    }
  }

  private func point(_ corner: Corner) -> Point { Point(x: Double(corner.x) / 10, y: Double(corner.y) / 10) }

  private func twiceArea(of ring: [Point]) -> Double {
    var sum = 0.0
    for (p, q) in zip(ring, ring.dropFirst()) {
      sum += (p.x - ring[0].x) * (q.y - ring[0].y) - (q.x - ring[0].x) * (p.y - ring[0].y)
    }
    return sum
  }
}
