import CCrypto

/// Bytes that nobody can foretell, from libcrypto's generator. For keys only: what must be repeatable is seeded.
public enum RandomBytes {
  /// So many random bytes.
  public static func make(_ count: Int) throws(CryptographyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw .noRandomness }
    return bytes
  }
}
