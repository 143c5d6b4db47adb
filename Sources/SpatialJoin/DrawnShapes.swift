/// What was drawn of some neighbouring shapes, shape by shape and in each by cell.
struct DrawnShapes: Sendable {
  /// One shape's part of the arrays below, and the cells between which it lies.
  struct Directory: Sendable {
    var shape: UInt32
    var cells: Range<UInt32>
    var pieces: Range<Int>
    var spans: Range<Int>
  }

  var directory: [Directory] = []
  /// For each cell that the shape's border crosses: the cell, the head (twice the chains plus the corner's status), and
  /// for each chain first vertex and edges.
  var pieces: [UInt32] = []
  /// Runs of cells that lie inside: first cell and length.
  var spans: [UInt32] = []

  /// Calls `body` for each piece in the cells of `range`: cell, shape, and the words that follow the shape's number.
  @inline(__always)
  func forEachPiece(
    in range: Range<UInt32>, _ body: (UInt32, UInt32, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    var insideHead: UInt32 = 1
    withUnsafePointer(to: &insideHead) { insideHead in
      let inside = UnsafeBufferPointer(start: insideHead, count: 1)
      pieces.withUnsafeBufferPointer { pieces in
        for entry in directory where entry.cells.overlaps(range) {
          var position = entry.pieces.lowerBound
          while position < entry.pieces.upperBound {
            let words = 1 + Int(pieces[position + 1] >> 1) * 2
            if range.contains(pieces[position]) {
              body(
                pieces[position], entry.shape,
                UnsafeBufferPointer(rebasing: pieces[(position + 1)..<(position + 1 + words)]))
            }
            position += 1 + words
          }
          var span = entry.spans.lowerBound
          while span < entry.spans.upperBound {
            let first = max(spans[span], range.lowerBound)
            let end = min(spans[span] + spans[span + 1], range.upperBound)
            if first < end {
              for cell in first..<end { body(cell, entry.shape, inside) }
            }
            span += 2
          }
        }
      }
    }
  }
}
