/// Draws shapes into the grid, one after the other, with memory that is used again.
struct BorderCanvas {
  private let grid: Grid
  private let slack: Double
  private let vertices: UnsafePointer<Double>
  private(set) var drawn = DrawnShapes()

  /// The window of cells around the shape being drawn.
  private var firstColumn = 0
  private var firstRow = 0
  private var columns = 0
  private var rows = 0

  /// For each cell of the window, its first and last chain (−1: none), and whether the status changes west of its corner.
  private var head: [Int32] = []
  private var tail: [Int32] = []
  private var toggles: [Bool] = []
  private var chains: [Chain] = []

  /// Neighbouring edges of one ring in one cell.
  private struct Chain {
    var first: UInt32
    var edges: UInt32
    var next: Int32
  }

  init(grid: Grid, vertices: UnsafePointer<Double>) {
    self.grid = grid
    self.vertices = vertices
    slack = grid.slack
  }

  mutating func draw(shape: Int, rings: ArraySlice<Range<Int>>) {
    guard open(rings) else { return }
    for ring in rings {
      for vertex in ring.lowerBound..<(ring.upperBound - 1) {
        let (ax, ay) = (vertices[2 * vertex], vertices[2 * vertex + 1])
        let (bx, by) = (vertices[2 * vertex + 2], vertices[2 * vertex + 3])
        enter(UInt32(vertex), ax, ay, bx, by)
        if ay != by { toggleCorners(ax, ay, bx, by) }
      }
    }
    close(shape: UInt32(shape))
  }

  /// Sets the window to the cells of the shape's envelope.
  private mutating func open(_ rings: ArraySlice<Range<Int>>) -> Bool {
    var (minX, minY) = (Double.infinity, Double.infinity)
    var (maxX, maxY) = (-Double.infinity, -Double.infinity)
    for ring in rings {
      for vertex in ring {
        let (x, y) = (vertices[2 * vertex], vertices[2 * vertex + 1])
        minX = min(minX, x)
        maxX = max(maxX, x)
        minY = min(minY, y)
        maxY = max(maxY, y)
      }
    }
    guard minX <= maxX else { return false }
    firstColumn = grid.column(minX)
    firstRow = grid.row(minY)
    columns = grid.column(maxX) - firstColumn + 1
    rows = grid.row(maxY) - firstRow + 1
    let cells = columns * rows
    if head.count < cells {
      head = Array(repeating: -1, count: cells)
      tail = Array(repeating: -1, count: cells)
      toggles = Array(repeating: false, count: cells)
    }
    chains.removeAll(keepingCapacity: true)
    return true
  }

  /// Enters an edge into each cell that it touches, and by a small margin into cells that it nearly touches.
  private mutating func enter(_ edge: UInt32, _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    let (lowY, highY) = (min(ay, by), max(ay, by))
    let (lowX, highX) = (min(ax, bx), max(ax, bx))
    let lastRow = clampedRow(highY + slack)
    let slope = ay == by ? 0 : (bx - ax) / (by - ay)
    for row in clampedRow(lowY - slack)...lastRow {
      var (fromX, toX) = (lowX, highX)
      if ay != by {
        // The part of the edge in this row, clipped to the edge.
        let bottom = max(lowY, grid.bottom(firstRow + row) - slack)
        let top = min(highY, grid.bottom(firstRow + row + 1) + slack)
        let x0 = bottom <= lowY ? (ay < by ? ax : bx) : ax + (bottom - ay) * slope
        let x1 = top >= highY ? (ay < by ? bx : ax) : ax + (top - ay) * slope
        fromX = max(lowX, min(x0, x1))
        toX = min(highX, max(x0, x1))
      }
      let lastColumn = clampedColumn(toX + slack)
      var column = clampedColumn(fromX - slack)
      while column <= lastColumn {
        enter(edge, cell: row * columns + column)
        column += 1
      }
    }
  }

  private mutating func enter(_ edge: UInt32, cell: Int) {
    let last = Int(tail[cell])
    if last >= 0, chains[last].first + chains[last].edges == edge {
      chains[last].edges += 1
      return
    }
    let new = Int32(chains.count)
    chains.append(Chain(first: edge, edges: 1, next: -1))
    if last >= 0 { chains[last].next = new } else { head[cell] = new }
    tail[cell] = new
  }

  /// In each row whose lower side the edge passes, changes the status from the first corner east of it on.
  private mutating func toggleCorners(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) {
    let upward = by > ay
    for row in clampedRow(min(ay, by))...clampedRow(max(ay, by)) {
      let y = grid.bottom(firstRow + row)
      if (ay > y) == (by > y) { continue }
      let crossing = ax + (y - ay) * ((bx - ax) / (by - ay))
      var column = min(max(clampedColumn(crossing) + 1, 0), columns)
      func isEast(_ column: Int) -> Bool {
        AreaIndexStorage.isEast(orientation(ax, ay, bx, by, grid.left(firstColumn + column), y), upward)
      }
      while column > 0, isEast(column - 1) { column -= 1 }
      while column < columns, !isEast(column) { column += 1 }
      if column < columns { toggles[row * columns + column].toggle() }
    }
  }

  /// Writes the window down and leaves it blank.
  private mutating func close(shape: UInt32) {
    let (firstPiece, firstSpan) = (drawn.pieces.count, drawn.spans.count)
    for row in 0..<rows {
      var inside = false
      var spanStart = -1
      let base = (firstRow + row) * grid.columns + firstColumn
      for column in 0..<columns {
        let cell = row * columns + column
        if toggles[cell] {
          inside.toggle()
          toggles[cell] = false
        }
        let isBorder = head[cell] >= 0
        if !isBorder, inside {
          if spanStart < 0 { spanStart = column }
          continue
        }
        if spanStart >= 0 {
          appendSpan(base + spanStart, column - spanStart)
          spanStart = -1
        }
        if isBorder { appendPiece(UInt32(base + column), cell: cell, inside: inside) }
      }
      if spanStart >= 0 { appendSpan(base + spanStart, columns - spanStart) }
    }
    let firstCell = UInt32(firstRow * grid.columns + firstColumn)
    let lastCell = UInt32((firstRow + rows - 1) * grid.columns + firstColumn + columns - 1)
    drawn.directory.append(
      DrawnShapes.Directory(
        shape: shape, cells: firstCell..<(lastCell + 1), pieces: firstPiece..<drawn.pieces.count,
        spans: firstSpan..<drawn.spans.count))
  }

  private mutating func appendSpan(_ cell: Int, _ length: Int) {
    drawn.spans.append(UInt32(cell))
    drawn.spans.append(UInt32(length))
  }

  private mutating func appendPiece(_ number: UInt32, cell: Int, inside: Bool) {
    drawn.pieces.append(number)
    let headPlace = drawn.pieces.count
    drawn.pieces.append(0)
    var count: UInt32 = 0
    var chain = head[cell]
    while chain >= 0 {
      let piece = chains[Int(chain)]
      drawn.pieces.append(piece.first)
      drawn.pieces.append(piece.edges)
      count += 1
      chain = piece.next
    }
    drawn.pieces[headPlace] = count << 1 | (inside ? 1 : 0)
    head[cell] = -1
    tail[cell] = -1
  }

  private func clampedRow(_ y: Double) -> Int { min(max(grid.row(y) - firstRow, 0), rows - 1) }

  private func clampedColumn(_ x: Double) -> Int { min(max(grid.column(x) - firstColumn, 0), columns - 1) }
}
