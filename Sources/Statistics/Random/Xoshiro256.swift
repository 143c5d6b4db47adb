/// The generator of all draws: xoshiro256**, so that the same seed gives the same draws on every machine.
///
/// Blackman D, Vigna S (2021), Scrambled linear pseudorandom number generators, ACM Trans Math Softw 47:36. A figure's
/// seed is the SHA-256 of the audit's seed and the figure's id, worked out by the caller, so that no thread matters.
public struct Xoshiro256: RandomNumberGenerator, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64
  private var spare: Double?

  /// Starts from 256 bits. All zero would stay zero for ever and is taken as 1, 2, 3, 4.
  public init(seed: (UInt64, UInt64, UInt64, UInt64)) {
    (s0, s1, s2, s3) = seed == (0, 0, 0, 0) ? (1, 2, 3, 4) : seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    func rotated(_ x: UInt64, _ by: UInt64) -> UInt64 { (x << by) | (x >> (64 - by)) }
    let result = rotated(s1 &* 5, 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = rotated(s3, 45)
    return result
  }

  /// A number in 0..<1, of 53 bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number in 0..<bound, each as likely; 0 where the bound is 1 or less.
  ///
  /// Lemire D (2019), Fast random integer generation in an interval, ACM Trans Model Comput Simul 29:3.
  public mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let threshold = (0 &- width) % width
      while product.low < threshold { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }

  /// A standard normal number, by Marsaglia's polar method.
  public mutating func normal() -> Double {
    if let kept = spare {
      spare = nil
      return kept
    }
    while true {
      let (u, v) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = u * u + v * v
      if square > 0, square < 1 {
        let scale = (-2 * logarithm(square) / square).squareRoot()
        spare = v * scale
        return u * scale
      }
    }
  }
}
