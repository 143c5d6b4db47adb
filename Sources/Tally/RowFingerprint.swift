/// Tells whether two rows are equal in all mapped columns, without keeping the rows: 128 bits over their texts.
///
/// Two different rows share a fingerprint with a chance of about 10⁻²⁴ in a million rows.
public struct RowFingerprint: Hashable, Sendable {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9ae1_6a3b_2f90_404f

  /// Starts with no cell.
  public init() {}

  /// Adds a cell; cells are kept apart, so ("a", "bc") and ("ab", "c") differ.
  public mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    for byte in cell { mix(UInt64(byte) + 1) }
    mix(0x1_0000)
  }

  private mutating func mix(_ word: UInt64) {
    first = (first ^ word) &* 0x100_0000_01b3
    second = (second ^ word) &* 0x9e37_79b9_7f4a_7c15
    second ^= second >> 29
  }
}
