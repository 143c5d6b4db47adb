/// Tells from the pieces of a shape's border in a cell whether the shape covers a point of the cell.
///
/// A way from far in the west to the point, at the point's height, passes some of the pieces; each changes the status
/// once. Only the cell's pieces are asked, so the status in the far west is not the shape's: it is made such that the
/// same way to the cell's lower left corner ends with the corner's true status. Between the two ways lies a strip, west
/// of the cell and between the heights of corner and point. A piece is passed by both ways, by neither, or it begins or
/// ends in the strip: so each end of a chain in the strip changes the status once more. (The strip's border and a piece
/// between two places outside of it, or two inside, meet an even number of times.)
///
/// Every way stands for the same way moved infinitesimally north, and the corner for a place moved infinitesimally
/// east: no vertex lies on a way then. A point within rounding of an edge that it may lie on, or at a vertex's
/// height, is asked again, exactly.
struct BorderPieces {
  private let lists: UnsafeBufferPointer<UInt32>
  private let vertices: UnsafeBufferPointer<Double>
  /// Twice the area of a triangle above which its sign is certain, for a point and an edge within the grid.
  private let certain: Double

  init(lists: UnsafeBufferPointer<UInt32>, vertices: UnsafeBufferPointer<Double>, grid: Grid) {
    self.lists = lists
    self.vertices = vertices
    // Shewchuk's bound ccwerrboundA, (3 + 16u)u, rounded up, times the largest sum of both products.
    let (width, height) = (grid.maxX - grid.minX, grid.maxY - grid.minY)
    certain = max(3.331e-16 * 2 * width * height, .leastNormalMagnitude)
  }

  /// Whether the shape covers the point of a cell whose lower left corner is `corner`; `head` and `chains` are its words
  /// in the cell's list.
  ///
  /// Without branches but those that count: signs are bits, and a guess of the processor that fails costs as much as
  /// five edges. Pairs are (x, y); where the first lane is said to hold something, the second holds nothing of use.
  @inline(__always)
  func cover(_ point: SIMD2<Double>, corner: SIMD2<Double>, head: UInt32, chains: Int) -> Bool {
    let certain = SIMD2(repeating: certain)
    var status = SIMD2<UInt64>(UInt64(head) << 63, 0)
    var doubt = SIMD2<UInt64>.zero
    var chain = chains
    let end = chains &+ Int(head >> 1) &* 2
    while chain < end {
      var vertex = Int(lists[chain])
      let last = vertex &+ Int(lists[chain &+ 1])
      let first = self[vertex]
      var a = point - first
      var swappedA = SIMD2(a.y, a.x)
      status ^= Self.isInStrip(corner - first, swappedA)
      doubt |= Self.isLevel(swappedA)
      while vertex < last {
        vertex &+= 1
        let b = point - self[vertex]
        let swappedB = SIMD2(b.y, b.x)
        let products = a * swappedB
        // First lane: twice the area of the triangle of the edge and the point, positive with the point to the left.
        let area = products - SIMD2(products.y, products.x)
        // A vertex above the point has a negative difference. The edge passes the height west of the point if, upward,
        // it has the point to its right, or, downward, to its left.
        let passes = Self.bits(swappedA) ^ Self.bits(swappedB)
        status ^= passes & ~(Self.bits(area) ^ Self.bits(swappedB))
        let size = unsafeBitCast(Self.bits(area) & SIMD2(repeating: ~(1 << 63)), to: SIMD2<Double>.self)
        doubt |= passes & Self.bits(size - certain) | Self.isLevel(swappedB)
        (a, swappedA) = (b, swappedB)
      }
      status ^= Self.isInStrip(corner - self[vertex], swappedA)
      chain &+= 2
    }
    if doubt.x >> 63 != 0 {
      return coverExactly(point.x, point.y, left: corner.x, bottom: corner.y, head: head, chains: chains)
    }
    return status.x >> 63 != 0
  }

  @inline(__always)
  private subscript(vertex: Int) -> SIMD2<Double> { SIMD2(vertices[2 &* vertex], vertices[2 &* vertex &+ 1]) }

  @inline(__always)
  private static func bits(_ pair: SIMD2<Double>) -> SIMD2<UInt64> { unsafeBitCast(pair, to: SIMD2<UInt64>.self) }

  /// First lane: the sign bit set if a vertex lies in the strip. Of the vertex: how far the corner is beyond it, and the
  /// point, y before x.
  @inline(__always)
  private static func isInStrip(_ beyond: SIMD2<Double>, _ swapped: SIMD2<Double>) -> SIMD2<UInt64> {
    ~bits(beyond) & bits(SIMD2(beyond.y, beyond.x)) & ~bits(swapped)
  }

  /// First lane: all bits set if the point is at a vertex's height.
  @inline(__always)
  private static func isLevel(_ swapped: SIMD2<Double>) -> SIMD2<UInt64> {
    unsafeBitCast(swapped .== .zero, to: SIMD2<UInt64>.self)
  }

  /// The same, whatever rounding does; true on the border.
  @inline(never)
  private func coverExactly(
    _ x: Double, _ y: Double, left: Double, bottom: Double, head: UInt32, chains: Int
  ) -> Bool {
    var isInside = head & 1 == 1
    func isInStrip(_ vertex: Int) -> Bool {
      vertices[vertex] <= left && vertices[vertex + 1] > bottom && vertices[vertex + 1] <= y
    }
    for chain in stride(from: chains, to: chains + Int(head >> 1) * 2, by: 2) {
      let first = Int(lists[chain]) * 2
      let last = first + Int(lists[chain + 1]) * 2
      for vertex in stride(from: first, to: last, by: 2) {
        let (ax, ay) = (vertices[vertex], vertices[vertex + 1])
        let (bx, by) = (vertices[vertex + 2], vertices[vertex + 3])
        switch Self.passing(ax, ay, bx, by, x, y) {
        case .onEdge: return true
        case .west: isInside.toggle()
        case .no: break
        }
      }
      if isInStrip(first) != isInStrip(last) { isInside.toggle() }
    }
    return isInside
  }

  /// How an edge lies to a way from the far west to a point.
  enum Passing { case no, west, onEdge }

  /// Exact; the way stands for one moved infinitesimally north.
  static func passing(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ x: Double, _ y: Double
  ) -> Passing {
    let isUpward = by > y
    if (ay > y) != isUpward {
      let side = orientation(ax, ay, bx, by, x, y)
      if side == 0 { return .onEdge }
      return (side < 0) == isUpward ? .west : .no
    }
    guard max(ay, by) == y else { return .no }
    // The edge ends at this height from below, or lies in it.
    if (ax == x && ay == y) || (bx == x && by == y) { return .onEdge }
    return ay == by && min(ax, bx) < x && x < max(ax, bx) ? .onEdge : .no
  }

  /// Whether a place beside an edge that is not level lies east of it; `side` is its orientation, and ties are east.
  @inline(__always)
  static func isEast(_ side: Double, _ isUpward: Bool) -> Bool {
    side == 0 || (side < 0) == isUpward
  }
}
