import Cryptography

/// The seed of a figure's draws: SHA-256 of the audit's seed and the figure's id, so that neither threads nor the order
/// of places can change a draw.
public enum FigureSeed {
  /// Four words of the digest.
  public static func of(figure id: String, seed: String) -> (UInt64, UInt64, UInt64, UInt64) {
    // Without a digest (out of memory in the library) every figure would share one seed; still the same draws each time.
    guard let digest = try? SHA256Digest(ofText: "\(seed)\n\(id)") else { return (1, 2, 3, 4) }
    func word(_ index: Int) -> UInt64 {
      digest.bytes[(8 * index)..<(8 * index + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    return (word(0), word(1), word(2), word(3))
  }
}
