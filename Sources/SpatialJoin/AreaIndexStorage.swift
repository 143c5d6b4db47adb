/// What an `AreaIndex` keeps, in plain memory that never changes after it is built.
///
/// `cells`: a word a cell, row by row from the south-west. 0: no shape. n with the top bit clear: inside shape n − 1
/// alone. Top bit set: the rest is the place of the cell's list in `lists`.
/// `lists`: a list is its length in words, then for each shape, ascending: the shape's number; twice the number of
/// chains plus one if the cell's corner is inside; for each chain its first vertex and its number of edges.
/// `vertices`: x, y of every ring, one ring after the other, each closed.
final class AreaIndexStorage: @unchecked Sendable {
  let grid: Grid
  let shapeCount: Int
  let cells: UnsafeBufferPointer<UInt32>
  let lists: UnsafeBufferPointer<UInt32>
  let vertices: UnsafeBufferPointer<Double>
  private let release: @Sendable () -> Void

  static let listFlag: UInt32 = 0x8000_0000

  init(
    grid: Grid, shapeCount: Int, cells: UnsafeBufferPointer<UInt32>, lists: UnsafeBufferPointer<UInt32>,
    vertices: UnsafeBufferPointer<Double>, release: @escaping @Sendable () -> Void
  ) {
    self.grid = grid
    self.shapeCount = shapeCount
    self.cells = cells
    self.lists = lists
    self.vertices = vertices
    self.release = release
  }

  deinit { release() }

  var byteCount: Int { cells.count * 4 + lists.count * 4 + vertices.count * 8 }

  /// The lowest shape that covers the point, or −1.
  @inline(__always)
  func first(_ x: Double, _ y: Double) -> Int32 {
    // Also false where a coordinate is not a number.
    guard grid.holds(x, y) else { return -1 }
    let column = grid.column(x)
    let row = grid.row(y)
    return first(x, y, column: column, row: row)
  }

  @inline(__always)
  func first(_ x: Double, _ y: Double, column: Int, row: Int) -> Int32 {
    let word = cells[row &* grid.columns &+ column]
    if word & Self.listFlag == 0 { return Int32(bitPattern: word) &- 1 }
    return firstInList(x, y, column: column, row: row, at: Int(word & ~Self.listFlag))
  }

  private func firstInList(_ x: Double, _ y: Double, column: Int, row: Int, at place: Int) -> Int32 {
    let left = grid.left(column)
    let bottom = grid.bottom(row)
    var position = place + 1
    let end = position + Int(lists[place])
    while position < end {
      let head = lists[position + 1]
      if holds(x, y, left: left, bottom: bottom, head: head, chains: position + 2) {
        return Int32(bitPattern: lists[position])
      }
      position += 2 + Int(head >> 1) * 2
    }
    return -1
  }

  /// Calls `body` with each shape that covers the point, ascending.
  @inline(__always)
  func forEach(_ x: Double, _ y: Double, _ body: (Int32) -> Void) {
    guard grid.holds(x, y) else { return }
    let column = grid.column(x)
    let row = grid.row(y)
    let word = cells[row &* grid.columns &+ column]
    if word & Self.listFlag == 0 {
      if word != 0 { body(Int32(bitPattern: word) &- 1) }
      return
    }
    let left = grid.left(column)
    let bottom = grid.bottom(row)
    let place = Int(word & ~Self.listFlag)
    var position = place + 1
    let end = position + Int(lists[place])
    while position < end {
      let head = lists[position + 1]
      if holds(x, y, left: left, bottom: bottom, head: head, chains: position + 2) {
        body(Int32(bitPattern: lists[position]))
      }
      position += 2 + Int(head >> 1) * 2
    }
  }

  /// Whether one shape of a cell's list covers the point.
  ///
  /// The way leads from the point west to (left, y) and then down to the corner (left, bottom); it stands for the same
  /// way moved infinitesimally east and, less so, north.
  @inline(__always)
  private func holds(
    _ x: Double, _ y: Double, left: Double, bottom: Double, head: UInt32, chains: Int
  ) -> Bool {
    var inside = head & 1 == 1
    var chain = chains
    let end = chains &+ Int(head >> 1) &* 2
    while chain < end {
      var vertex = Int(lists[chain]) &* 2
      let last = vertex &+ Int(lists[chain &+ 1]) &* 2
      var ax = vertices[vertex]
      var ay = vertices[vertex &+ 1]
      while vertex < last {
        let bx = vertices[vertex &+ 2]
        let by = vertices[vertex &+ 3]
        let upward = by > y
        if (ay > y) != upward {
          let side = orientation(ax, ay, bx, by, x, y)
          if side == 0 { return true }
          let pointIsEast = (side < 0) == upward
          let cornerIsEast =
            min(ax, bx) <= left && Self.isEast(orientation(ax, ay, bx, by, left, y), upward)
          if pointIsEast != cornerIsEast { inside.toggle() }
        } else if max(ay, by) == y {
          // The edge ends at this height from below, or lies in it.
          if (ax == x && ay == y) || (bx == x && by == y) { return true }
          if ay == by && min(ax, bx) < x && x < max(ax, bx) { return true }
        }
        if (ax > left) != (bx > left) {
          // The edge passes the cell's western side: does it pass between the corner and the point's height?
          let above = Self.isAbove(ax, ay, bx, by, left, y)
          if above != Self.isAbove(ax, ay, bx, by, left, bottom) { inside.toggle() }
        }
        ax = bx
        ay = by
        vertex &+= 2
      }
      chain &+= 2
    }
    return inside
  }

  /// Whether a place beside an edge that is not level lies east of it; ties are east.
  @inline(__always)
  static func isEast(_ side: Double, _ upward: Bool) -> Bool {
    side == 0 || (side < 0) == upward
  }

  /// Whether a place at or between the ends in x lies above an edge that is not upright; ties by the same shift.
  @inline(__always)
  private static func isAbove(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ x: Double, _ y: Double
  ) -> Bool {
    if y < min(ay, by) { return false }
    if y > max(ay, by) { return true }
    let side = orientation(ax, ay, bx, by, x, y)
    let eastward = bx > ax
    if side != 0 { return (side > 0) == eastward }
    // Moved east by δ and north by far less: above a falling edge, below a rising one, above a level one.
    if ay == by { return true }
    return (by > ay) != eastward
  }
}
