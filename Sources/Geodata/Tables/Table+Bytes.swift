extension Table {
  /// The table as delimited text in memory, for a reader that takes rows apart by itself, many at once.
  public struct DelimitedText {
    /// The whole text, in an encoding in which ASCII is ASCII (UTF-8).
    public let bytes: UnsafeBufferPointer<UInt8>
    /// Where the first row after the header begins.
    public let rowsStart: Int
    /// What stands between cells.
    public let delimiter: UInt8
    /// Whether the bytes are pages of the file itself, which may be dropped once read: they come back if asked for.
    public let isMapped: Bool

    /// Gives back the pages of bytes that were read once, where they are the file's own.
    public func release(_ range: Range<Int>) {
      if isMapped { FileBytes.release(bytes, range) }
    }
  }

  /// Lends the text for as long as `body` runs; nil where the table is no delimited text.
  ///
  /// What such a reader finds odd it leaves to `forEachRow`, which says what is wrong and in which row.
  public func withDelimitedText<Result>(_ body: (DelimitedText) throws -> Result) rethrows -> Result? {
    guard case .delimited(let bytes, let rowsStart, let delimiter) = content else { return nil }
    return try withExtendedLifetime(bytes) {
      try body(DelimitedText(bytes: bytes.buffer, rowsStart: rowsStart, delimiter: delimiter, isMapped: bytes.isMapped))
    }
  }
}
