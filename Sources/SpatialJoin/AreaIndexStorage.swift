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

  /// The lowest shape that covers each point, or −1. Points are x and y, one after the other.
  ///
  /// Neighbouring points wait for memory together: the words of a group's cells are fetched before any of them is
  /// asked, then the heads of their lists, then their first vertices. One by one each would wait for the one before.
  func firsts(of points: UnsafePointer<Double>, count: Int, into result: UnsafeMutablePointer<Int32>) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.group) { words in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.group) { fetched in
        var start = 0
        while start < count {
          let size = min(Self.group, count &- start)
          let group = points + 2 &* start
          for number in 0..<size {
            let (x, y) = (group[2 &* number], group[2 &* number &+ 1])
            words[number] = grid.holds(x, y) ? cells[grid.row(y) &* grid.columns &+ grid.column(x)] : 0
          }
          fetch(words, size, into: fetched)
          for number in 0..<size {
            let word = words[number]
            guard word & Self.listFlag != 0 else {
              result[start &+ number] = Int32(bitPattern: word) &- 1
              continue
            }
            let (x, y) = (group[2 &* number], group[2 &* number &+ 1])
            result[start &+ number] = firstInList(
              x, y, column: grid.column(x), row: grid.row(y), at: Int(word & ~Self.listFlag))
          }
          start &+= size
        }
      }
    }
  }

  /// How many points wait for memory together.
  private static let group = 64

  /// Reads the start of each list and its first vertex, so that both are near when they are needed.
  @inline(__always)
  private func fetch(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ size: Int, into fetched: UnsafeMutableBufferPointer<UInt32>
  ) {
    for number in 0..<size where words[number] & Self.listFlag != 0 {
      let place = Int(words[number] & ~Self.listFlag)
      // A list's first shape has chains, or another shape follows it: there is a word to read.
      fetched[number] = lists[place &+ 2] >> 1 > 0 ? lists[place &+ 3] : 0
    }
    for number in 0..<size where words[number] & Self.listFlag != 0 {
      fetched[number] = UInt32(truncatingIfNeeded: vertices[2 &* Int(fetched[number])].bitPattern)
    }
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
      var sideOfA = Side(ax, ay, left: left, y: y)
      while vertex < last {
        let bx = vertices[vertex &+ 2]
        let by = vertices[vertex &+ 3]
        vertex &+= 2
        let sideOfB = Side(bx, by, left: left, y: y)
        // Most edges pass neither the point's height nor the cell's western side, and end at neither.
        if sideOfA.isOff && sideOfA.bits == sideOfB.bits {
          (ax, ay) = (bx, by)
          continue
        }
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
        (ax, ay, sideOfA) = (bx, by, sideOfB)
      }
      chain &+= 2
    }
    return inside
  }

  /// Where a vertex lies: above the point's height, east of the cell's western side, at the height.
  private struct Side {
    let bits: UInt8

    @inline(__always)
    init(_ vx: Double, _ vy: Double, left: Double, y: Double) {
      bits = (vy > y ? 1 : 0) | (vx > left ? 2 : 0) | (vy == y ? 4 : 0)
    }

    /// Not at the height.
    @inline(__always)
    var isOff: Bool { bits < 4 }
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
