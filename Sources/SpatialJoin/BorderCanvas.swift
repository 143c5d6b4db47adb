/// Draws shapes into the grid, one after the other, with memory that is used again.
struct BorderCanvas: ~Copyable {
  private let grid: Grid
  private let vertices: UnsafePointer<Double>
  private(set) var drawn = DrawnShapes()

  /// The cells around the shape being drawn.
  private var window: GridWindow
  /// The chains in each cell of the window.
  private var chains = CellChains(cells: 1024)
  /// For each cell of the window, whether the status changes west of its corner.
  private var toggles: [Bool] = []

  init(grid: Grid, vertices: UnsafePointer<Double>) {
    self.grid = grid
    self.vertices = vertices
    window = GridWindow(grid: grid)
  }

  mutating func draw(shape: Int, rings: ArraySlice<Range<Int>>) {
    guard open(rings) else { return }
    let (window, vertices) = (window, vertices)
    toggles.withUnsafeMutableBufferPointer { toggles in
      for ring in rings {
        for vertex in ring.lowerBound..<(ring.upperBound - 1) {
          let (ax, ay) = (vertices[2 * vertex], vertices[2 * vertex + 1])
          let (bx, by) = (vertices[2 * vertex + 2], vertices[2 * vertex + 3])
          window.forEachCell(ax, ay, bx, by) { chains.enter(UInt32(vertex), cell: $0) }
          if ay == by { continue }
          window.forEachPassedSide(ax, ay, bx, by) { row, column in
            if column < window.columns { toggles[row &* window.columns &+ column].toggle() }
          }
        }
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
    let (column, row) = (grid.column(minX), grid.row(minY))
    window.open(
      firstColumn: column, firstRow: row, columns: grid.column(maxX) - column + 1, rows: grid.row(maxY) - row + 1)
    if toggles.count < window.cellCount { toggles = Array(repeating: false, count: window.cellCount) }
    chains.open(cells: window.cellCount)
    return true
  }

  /// Writes the window down and leaves it blank.
  private mutating func close(shape: UInt32) {
    let (firstPiece, firstSpan) = (drawn.pieces.count, drawn.spans.count)
    let (rows, columns) = (window.rows, window.columns)
    for row in 0..<rows {
      var inside = false
      var spanStart = -1
      let base = (window.firstRow + row) * grid.columns + window.firstColumn
      for column in 0..<columns {
        let cell = row * columns + column
        if toggles[cell] {
          inside.toggle()
          toggles[cell] = false
        }
        let isBorder = chains.isEntered(cell)
        if !isBorder, inside {
          if spanStart < 0 { spanStart = column }
          continue
        }
        if spanStart >= 0 {
          appendSpan(base + spanStart, column - spanStart)
          spanStart = -1
        }
        if isBorder {
          drawn.pieces.append(UInt32(base + column))
          let isOdd = chains.isOdd(
            cell, westOf: grid.left(window.firstColumn + column), grid.bottom(window.firstRow + row),
            vertices: vertices)
          chains.write(cell, isInside: inside != isOdd, to: &drawn.pieces)
          chains.clear(cell)
        }
      }
      if spanStart >= 0 { appendSpan(base + spanStart, columns - spanStart) }
    }
    let firstCell = UInt32(window.firstRow * grid.columns + window.firstColumn)
    let lastCell = UInt32((window.firstRow + rows - 1) * grid.columns + window.firstColumn + columns - 1)
    drawn.directory.append(
      DrawnShapes.Directory(
        shape: shape, cells: firstCell..<(lastCell + 1), pieces: firstPiece..<drawn.pieces.count,
        spans: firstSpan..<drawn.spans.count))
  }

  private mutating func appendSpan(_ cell: Int, _ length: Int) {
    drawn.spans.append(UInt32(cell))
    drawn.spans.append(UInt32(length))
  }
}
