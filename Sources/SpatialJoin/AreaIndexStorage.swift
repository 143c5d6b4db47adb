/// What an `AreaIndex` keeps, in plain memory that never changes after it is built.
///
/// `cells`: a word a cell, row by row from the south-west. 0: no shape. n with the top bit clear: inside shape n − 1
/// alone. Top bit set: the rest is the place of the cell's list in `lists`.
/// `lists`: a list is its length in words, then for each shape, ascending: the shape's number; twice the number of
/// chains plus one if a way from the far west begins inside (see `BorderPieces`); for each chain its first vertex and
/// its number of edges.
/// `vertices`: x, y of every ring, one ring after the other, each closed.
final class AreaIndexStorage: @unchecked Sendable {
  let grid: Grid
  let shapeCount: Int
  let cells: UnsafeBufferPointer<UInt32>
  let lists: UnsafeBufferPointer<UInt32>
  let vertices: UnsafeBufferPointer<Double>
  private let border: BorderPieces
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
    border = BorderPieces(lists: lists, vertices: vertices, grid: grid)
    self.release = release
  }

  deinit { release() }

  var byteCount: Int { cells.count * 4 + lists.count * 4 + vertices.count * 8 }

  /// The lowest shape that covers the point, or −1.
  @inline(__always)
  func first(_ x: Double, _ y: Double) -> Int32 {
    // Also false where a coordinate is not a number.
    guard grid.holds(x, y) else { return -1 }
    let (column, row) = (grid.column(x), grid.row(y))
    let word = cells[row &* grid.columns &+ column]
    if word & Self.listFlag == 0 { return Int32(bitPattern: word) &- 1 }
    return firstInList(
      SIMD2(x, y), corner: SIMD2(grid.left(column), grid.bottom(row)), at: Int(word & ~Self.listFlag))
  }

  /// A point in a cell that a border crosses.
  private struct BorderPoint {
    var place: Int32
    /// Where in `lists` the next shape to ask is, and the end of the cell's.
    var position: UInt32
    var end: UInt32
    var corner: SIMD2<Double>
  }

  /// The lowest shape that covers each point, or −1. Points are x and y, one after the other.
  ///
  /// Neighbouring points wait for memory together: the words of a group's cells are fetched before any of them is
  /// asked, then the heads of their lists, then their first vertices. One by one each would wait for the one before.
  func firsts(of points: UnsafePointer<Double>, count: Int, into result: UnsafeMutablePointer<Int32>) {
    withUnsafeTemporaryAllocation(of: BorderPoint.self, capacity: Self.group) { border in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.group) { fetched in
        var start = 0
        while start < count {
          let end = min(start &+ Self.group, count)
          var found = 0
          for place in start..<end {
            let (x, y) = (points[2 &* place], points[2 &* place &+ 1])
            guard grid.holds(x, y) else {
              result[place] = -1
              continue
            }
            let (column, row) = (grid.column(x), grid.row(y))
            let word = cells[row &* grid.columns &+ column]
            result[place] = Int32(bitPattern: word) &- 1
            // Written for every point and kept for some: which ones cannot be guessed.
            border[found] = BorderPoint(
              place: Int32(truncatingIfNeeded: place), position: word & ~Self.listFlag, end: 0,
              corner: SIMD2(grid.left(column), grid.bottom(row)))
            found &+= Int(word >> 31)
          }
          fetch(border, found, into: fetched)
          // One shape of each point's cell, then another of those that are left: neither can be guessed how many
          // it takes.
          while found > 0 {
            var left = 0
            for number in 0..<found {
              var point = border[number]
              let place = Int(point.place)
              let position = Int(point.position)
              let head = lists[position &+ 1]
              let isCovered: UInt32 =
                self.border.cover(
                  SIMD2(points[2 &* place], points[2 &* place &+ 1]), corner: point.corner, head: head,
                  chains: position &+ 2) ? 1 : 0
              // The shape, or −1.
              result[place] = Int32(bitPattern: lists[position] | (isCovered &- 1))
              point.position &+= 2 &+ (head >> 1) &* 2
              border[left] = point
              left &+= Int((point.position &- point.end) >> 31 & (isCovered ^ 1))
            }
            found = left
          }
          start = end
        }
      }
    }
  }

  /// How many points wait for memory together.
  private static let group = 256

  /// Reads the start of each list and its first vertex, so that both are near when they are needed.
  @inline(__always)
  private func fetch(
    _ border: UnsafeMutableBufferPointer<BorderPoint>, _ count: Int, into fetched: UnsafeMutableBufferPointer<UInt32>
  ) {
    for number in 0..<count {
      let place = Int(border[number].position)
      border[number].position &+= 1
      border[number].end = UInt32(truncatingIfNeeded: place) &+ 1 &+ lists[place]
      // A list's first shape has chains, or another shape follows it: there is a word to read.
      fetched[number] = lists[place &+ 2] >> 1 > 0 ? lists[place &+ 3] : 0
    }
    for number in 0..<count {
      fetched[number] = UInt32(truncatingIfNeeded: vertices[2 &* Int(fetched[number])].bitPattern)
    }
  }

  @inline(__always)
  private func firstInList(_ point: SIMD2<Double>, corner: SIMD2<Double>, at place: Int) -> Int32 {
    var position = place &+ 1
    let end = position &+ Int(lists[place])
    while position < end {
      let head = lists[position &+ 1]
      if border.cover(point, corner: corner, head: head, chains: position &+ 2) {
        return Int32(bitPattern: lists[position])
      }
      position &+= 2 &+ Int(head >> 1) &* 2
    }
    return -1
  }

  /// Calls `body` with each shape that covers the point, ascending.
  @inline(__always)
  func forEach(_ x: Double, _ y: Double, _ body: (Int32) -> Void) {
    guard grid.holds(x, y) else { return }
    let (column, row) = (grid.column(x), grid.row(y))
    let word = cells[row &* grid.columns &+ column]
    if word & Self.listFlag == 0 {
      if word != 0 { body(Int32(bitPattern: word) &- 1) }
      return
    }
    let corner = SIMD2(grid.left(column), grid.bottom(row))
    let place = Int(word & ~Self.listFlag)
    var position = place &+ 1
    let end = position &+ Int(lists[place])
    while position < end {
      let head = lists[position &+ 1]
      if border.cover(SIMD2(x, y), corner: corner, head: head, chains: position &+ 2) {
        body(Int32(bitPattern: lists[position]))
      }
      position &+= 2 &+ Int(head >> 1) &* 2
    }
  }
}
