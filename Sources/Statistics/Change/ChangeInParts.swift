/// A change between two cycles, taken apart into what changed: method, boundary, data, and people's lives.
///
/// M0 is last cycle's figure; M1 its points and boundary by the new method; M2 the new boundary too; M3 the corrected old
/// data too; M4 the new cycle. The parts add up to M4 − M0 exactly. Without last cycle's files M1–M3 are nil and a part that
/// needs them is nil ("not separable"), never guessed.
public struct ChangeInParts: Hashable, Sendable {
  /// M4 − M0.
  public let total: Rational
  /// M1 − M0.
  public let method: Rational?
  /// M2 − M1.
  public let boundary: Rational?
  /// M3 − M2.
  public let data: Rational?
  /// M4 − M3.
  public let real: Rational?
  /// Whether all four parts are known.
  public var isSeparable: Bool { method != nil && boundary != nil && data != nil && real != nil }

  /// Nil where the difference of the two ends would need more than 128 bits.
  public init?(_ m0: Rational, _ m1: Rational?, _ m2: Rational?, _ m3: Rational?, _ m4: Rational) {
    guard let total = m4.subtracting(m0) else { return nil }
    func part(_ to: Rational?, _ from: Rational?) -> Rational? {
      guard let to, let from else { return nil }
      return to.subtracting(from)
    }
    self.total = total
    method = part(m1, m0)
    boundary = part(m2, m1)
    data = part(m3, m2)
    real = part(m4, m3)
  }
}
