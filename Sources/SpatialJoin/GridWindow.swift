/// Some neighbouring cells of a grid, and how an edge lies among them.
///
/// Cells are numbered row by row from the window's south-western one.
struct GridWindow {
  let grid: Grid
  private let slack: Double
  private(set) var firstColumn = 0
  private(set) var firstRow = 0
  private(set) var columns = 0
  private(set) var rows = 0

  init(grid: Grid) {
    self.grid = grid
    slack = grid.slack
  }

  mutating func open(firstColumn: Int, firstRow: Int, columns: Int, rows: Int) {
    (self.firstColumn, self.firstRow, self.columns, self.rows) = (firstColumn, firstRow, columns, rows)
  }

  var cellCount: Int { columns * rows }

  /// Calls `body` with each cell that the edge touches, and by a small margin with cells that it nearly touches.
  @inline(__always)
  func forEachCell(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ body: (Int) -> Void) {
    let (lowY, highY) = (min(ay, by), max(ay, by))
    let (lowX, highX) = (min(ax, bx), max(ax, bx))
    var row = max(grid.row(lowY - slack) &- firstRow, 0)
    let lastRow = min(grid.row(highY + slack) &- firstRow, rows &- 1)
    if row == lastRow {
      // As nearly always: the whole edge lies in one row.
      forEachColumn(lowX, highX, row, body)
      return
    }
    let slope = ay == by ? 0 : (bx - ax) / (by - ay)
    while row <= lastRow {
      var (fromX, toX) = (lowX, highX)
      if ay != by {
        // The part of the edge in this row, clipped to the edge.
        let bottom = max(lowY, grid.bottom(firstRow &+ row) - slack)
        let top = min(highY, grid.bottom(firstRow &+ row &+ 1) + slack)
        let x0 = bottom <= lowY ? (ay < by ? ax : bx) : ax + (bottom - ay) * slope
        let x1 = top >= highY ? (ay < by ? bx : ax) : ax + (top - ay) * slope
        fromX = max(lowX, min(x0, x1))
        toX = min(highX, max(x0, x1))
      }
      forEachColumn(fromX, toX, row, body)
      row &+= 1
    }
  }

  @inline(__always)
  private func forEachColumn(_ fromX: Double, _ toX: Double, _ row: Int, _ body: (Int) -> Void) {
    var column = max(grid.column(fromX - slack) &- firstColumn, 0)
    let last = min(grid.column(toX + slack) &- firstColumn, columns &- 1)
    while column <= last {
      body(row &* columns &+ column)
      column &+= 1
    }
  }

  /// Calls `body` for each row whose lower side the edge passes, with the first column whose south-western corner lies
  /// east of the edge; `columns` where none does. Ties are east, and a vertex at the side's height is below it.
  @inline(__always)
  func forEachPassedSide(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ body: (_ row: Int, _ column: Int) -> Void
  ) {
    let upward = by > ay
    var row = max(grid.row(min(ay, by)) &- firstRow, 0)
    let lastRow = min(grid.row(max(ay, by)) &- firstRow, rows &- 1)
    while row <= lastRow {
      let y = grid.bottom(firstRow &+ row)
      if (ay > y) != (by > y) {
        let crossing = ax + (y - ay) * ((bx - ax) / (by - ay))
        var column = min(max(grid.column(crossing) &- firstColumn &+ 1, 0), columns)
        while column > 0, isEast(ax, ay, bx, by, column &- 1, y, upward) { column &-= 1 }
        while column < columns, !isEast(ax, ay, bx, by, column, y, upward) { column &+= 1 }
        body(row, column)
      }
      row &+= 1
    }
  }

  @inline(__always)
  private func isEast(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ column: Int, _ y: Double, _ upward: Bool
  ) -> Bool {
    BorderPieces.isEast(orientation(ax, ay, bx, by, grid.left(firstColumn &+ column), y), upward)
  }
}
