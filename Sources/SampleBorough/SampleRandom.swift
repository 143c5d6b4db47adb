/// Numbers drawn from a seed: SplitMix64 (Steele, Lea, Flood 2014), a stream of its own for each thing that is drawn.
///
/// Only additions, multiplications and square roots lie between seed and file, so no library's `exp` can change a byte.
/// A stream is found from its name and number at once, so any part of a large borough can be drawn without the rest.
struct SampleRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The stream for thing number `index` of a kind.
  init(_ seed: UInt64, _ kind: Kind, _ index: Int = 0) {
    var start = SampleRandom(state: seed ^ (kind.rawValue &* 0x9e37_79b9_7f4a_7c15))
    state = start.next() ^ (UInt64(truncatingIfNeeded: index) &* 0xd134_2543_de82_ef95)
    _ = next()
  }

  private init(state: UInt64) { self.state = state }

  /// What is drawn. The numbers are part of what makes a sample: never change one.
  enum Kind: UInt64 {
    case vertex = 1
    case edge, site, need, centre, population, indicator, postcode, family, enrolment, visit, casual, order, voice,
      point
    case home, pocket
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform in 0..<1, 53 bits.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in the range.
  mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// Uniform in 0..<count. `count` > 0.
  mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

  /// Uniform in the range of whole numbers.
  mutating func whole(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True with this probability.
  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Nearly standard normal: twelve uniform numbers added (Irwin–Hall).
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  /// The place of one of the weights, each as likely as its share.
  mutating func pick(_ weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for (i, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return i }
    }
    return weights.count - 1
  }

  /// The values in another order (Fisher–Yates).
  mutating func shuffled<T>(_ values: [T]) -> [T] {
    var values = values
    for i in stride(from: values.count - 1, to: 0, by: -1) { values.swapAt(i, below(i + 1)) }
    return values
  }
}
