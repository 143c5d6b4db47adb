import CScan

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

  /// The lowest shape that covers each point, or −1. Points are x and y, one after the other.
  ///
  /// Neighbouring points wait for memory together: the words of a group's cells are asked for before any of them is
  /// read, then their lists, then their first vertices. One by one each would wait for the one before.
  func firsts(of points: UnsafePointer<Double>, count: Int, into result: UnsafeMutablePointer<Int32>) {
    withUnsafeTemporaryAllocation(of: BorderPoint.self, capacity: Self.group) { found in
      var start = 0
      while start < count {
        let end = min(start &+ Self.group, count)
        // The cells' numbers stand where the answers will.
        for place in start..<end {
          let (x, y) = (points[2 &* place], points[2 &* place &+ 1])
          let cell = grid.holds(x, y) ? grid.row(y) &* grid.columns &+ grid.column(x) : 0
          result[place] = Int32(truncatingIfNeeded: cell)
          fetch(cells, cell)
        }
        var left = borderPoints(points, start..<end, result, into: found)
        fetchLists(found, left)
        // One shape of each point's cell, then another of those that are left: how many it takes cannot be guessed.
        while left > 0 { left = askNext(found, left, points, result) }
        start = end
      }
    }
  }

  /// How many points wait for memory together.
  private static let group = 256

  /// A point in a cell that a border crosses.
  private struct BorderPoint {
    var place: Int32
    /// Where in `lists` the next shape to ask is, and the end of the cell's.
    var position: UInt32
    var end: UInt32
    var corner: SIMD2<Double>
  }

  /// Answers where no border passes, and sets the other points aside; returns how many.
  @inline(__always)
  private func borderPoints(
    _ points: UnsafePointer<Double>, _ range: Range<Int>, _ result: UnsafeMutablePointer<Int32>,
    into found: UnsafeMutableBufferPointer<BorderPoint>
  ) -> Int {
    var count = 0
    for place in range {
      let (x, y) = (points[2 &* place], points[2 &* place &+ 1])
      guard grid.holds(x, y) else {
        result[place] = -1
        continue
      }
      let word = cells[Int(result[place])]
      result[place] = Int32(bitPattern: word) &- 1
      // Written for every point and kept for some: which ones cannot be guessed.
      found[count] = BorderPoint(
        place: Int32(truncatingIfNeeded: place), position: word & ~Self.listFlag, end: 0,
        corner: SIMD2(grid.left(grid.column(x)), grid.bottom(grid.row(y))))
      fetch(lists, Int(word & ~Self.listFlag & UInt32(bitPattern: Int32(bitPattern: word) >> 31)))
      count &+= Int(word >> 31)
    }
    return count
  }

  /// Asks for a word of a table without waiting for it.
  @inline(__always)
  private func fetch<Word>(_ table: UnsafeBufferPointer<Word>, _ index: Int) {
    if let start = table.baseAddress { needs_fetch(start + index) }
  }

  /// Reads the start of each list and asks for the first vertices of its first shape.
  @inline(__always)
  private func fetchLists(_ found: UnsafeMutableBufferPointer<BorderPoint>, _ count: Int) {
    for number in 0..<count {
      let place = Int(found[number].position)
      found[number].position &+= 1
      found[number].end = UInt32(truncatingIfNeeded: place) &+ 1 &+ lists[place]
      fetchShape(place &+ 1)
    }
  }

  /// Asks for the first vertices of a shape in a list. A list's last shape may have no chains: then none is asked for.
  @inline(__always)
  private func fetchShape(_ position: Int) {
    let vertex = lists[position &+ 1] > 1 ? Int(lists[position &+ 2]) : 0
    fetch(vertices, 2 &* vertex)
    fetch(vertices, 2 &* vertex &+ 8)
  }

  /// Asks the next shape of each point; returns how many are left without an answer.
  @inline(__always)
  private func askNext(
    _ found: UnsafeMutableBufferPointer<BorderPoint>, _ count: Int, _ points: UnsafePointer<Double>,
    _ result: UnsafeMutablePointer<Int32>
  ) -> Int {
    var left = 0
    for number in 0..<count {
      var point = found[number]
      let place = Int(point.place)
      let position = Int(point.position)
      let head = lists[position &+ 1]
      let isCovered: UInt32 =
        border.cover(
          SIMD2(points[2 &* place], points[2 &* place &+ 1]), corner: point.corner, head: head,
          chains: position &+ 2) ? 1 : 0
      // The shape, or −1.
      result[place] = Int32(bitPattern: lists[position] | (isCovered &- 1))
      point.position &+= 2 &+ (head >> 1) &* 2
      found[left] = point
      let isLeft = Int((point.position &- point.end) >> 31 & (isCovered ^ 1))
      fetchShape(position &+ isLeft &* (2 &+ Int(head >> 1) &* 2))
      left &+= isLeft
    }
    return left
  }

  /// Calls `body` with each shape that covers the point, ascending, until it answers false.
  @inline(__always)
  func walk(_ x: Double, _ y: Double, _ body: (Int32) -> Bool) {
    // Also false where a coordinate is not a number.
    guard grid.holds(x, y) else { return }
    let (column, row) = (grid.column(x), grid.row(y))
    let word = cells[row &* grid.columns &+ column]
    if word & Self.listFlag == 0 {
      if word != 0 { _ = body(Int32(bitPattern: word) &- 1) }
      return
    }
    let corner = SIMD2(grid.left(column), grid.bottom(row))
    let place = Int(word & ~Self.listFlag)
    var position = place &+ 1
    let end = position &+ Int(lists[place])
    while position < end {
      let head = lists[position &+ 1]
      if border.cover(SIMD2(x, y), corner: corner, head: head, chains: position &+ 2),
        !body(Int32(bitPattern: lists[position]))
      {
        return
      }
      position &+= 2 &+ Int(head >> 1) &* 2
    }
  }

  /// The lowest shape that covers the point, or −1.
  @inline(__always)
  func first(_ x: Double, _ y: Double) -> Int32 {
    var found: Int32 = -1
    walk(x, y) {
      found = $0
      return false
    }
    return found
  }

  /// Calls `body` with each shape that covers the point, ascending.
  @inline(__always)
  func forEach(_ x: Double, _ y: Double, _ body: (Int32) -> Void) {
    walk(x, y) {
      body($0)
      return true
    }
  }
}
