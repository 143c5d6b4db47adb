/// Where a cell's text lies: in the file's bytes, or in the row's own (where it had to be rewritten).
@usableFromInline
struct Cell {
  @usableFromInline var start: Int
  @usableFromInline var count: Int32
  /// In the row's own bytes: an escaped quote was undone, or the file is no text file.
  @usableFromInline var isOwn: Bool

  @inlinable
  init(start: Int, count: Int32, isOwn: Bool) {
    self.start = start
    self.count = count
    self.isOwn = isOwn
  }
}

/// One row of a table while it is being read. It points into the reader's memory: **valid only inside the body**; take
/// what you need as text or numbers and let the row go.
public struct TableRow {
  /// The row in the file, the first being 1. A quoted cell may hold line breaks: records are counted, not lines.
  public let number: Int
  @usableFromInline let file: UnsafePointer<UInt8>
  @usableFromInline let own: UnsafePointer<UInt8>
  @usableFromInline let cells: UnsafeBufferPointer<Cell>

  @inlinable
  init(
    number: Int, file: UnsafePointer<UInt8>, own: UnsafePointer<UInt8>, cells: UnsafeBufferPointer<Cell>
  ) {
    self.number = number
    self.file = file
    self.own = own
    self.cells = cells
  }

  /// How many cells the row has; a short row has fewer than the header, and those it lacks are blank.
  @inlinable public var count: Int { cells.count }

  /// The cell's bytes in UTF-8: unquoted, without the spaces around it (no-break and zero-width ones included). O(1).
  @inlinable
  public func bytes(_ i: Int) -> UnsafeBufferPointer<UInt8> {
    guard i < cells.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let cell = cells[i]
    let base = (cell.isOwn ? own : file) + cell.start
    return Spaces.trimmed(UnsafeBufferPointer(start: base, count: Int(cell.count)))
  }

  /// The cell as text, without the spaces around it.
  @inlinable
  public func text(_ i: Int) -> String {
    String(decoding: bytes(i), as: UTF8.self)
  }

  /// Whether nothing but spaces is there.
  @inlinable
  public func isBlank(_ i: Int) -> Bool { bytes(i).isEmpty }
}
