/// A child's id as 128 bits: equal keys are equal ids.
///
/// Ids of up to 15 bytes are kept as they are, so equality is exact. Longer ones are hashed to 124 bits: that two of
/// 10⁸ ids meet by chance has a probability below 10⁻²¹.
struct ChildKey: Hashable, Sendable {
  var low: UInt64
  var high: UInt64

  /// No id: a casual visit.
  static let none = ChildKey(low: 0, high: 0)

  @inline(__always)
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The key of an id without spaces around it.
  @inline(__always)
  init(_ id: UnsafePointer<UInt8>, count: Int) {
    if count > 15 {
      self = Self.hashed(id, count: count)
      return
    }
    var (low, high): (UInt64, UInt64) = (0, 0)
    var index = 0
    while index < min(count, 8) {
      low |= UInt64(id[index]) << UInt64(8 * index)
      index += 1
    }
    while index < count {
      high |= UInt64(id[index]) << UInt64(8 * (index - 8))
      index += 1
    }
    self.init(low: low, high: high | UInt64(count) << 56)
  }

  private static func hashed(_ id: UnsafePointer<UInt8>, count: Int) -> ChildKey {
    var (a, b): (UInt64, UInt64) = (0x243F_6A88_85A3_08D3 ^ UInt64(count), 0x1319_8A2E_0370_7344)
    var index = 0
    while index < count {
      var word: UInt64 = 0
      for byte in 0..<min(8, count - index) { word |= UInt64(id[index + byte]) << UInt64(8 * byte) }
      a = mix(a ^ word, 0xA409_3822_299F_31D1)
      b = mix(b &+ word, 0x082E_FA98_EC4E_6C89 ^ a)
      index += 8
    }
    return ChildKey(low: mix(a, b ^ 0x4528_21E6_38D0_1377), high: mix(b, a ^ 0xBE54_66CF_34E9_0C6C) | 0xF << 60)
  }

  /// The product of both, its halves folded.
  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// 64 bits, well mixed and the same in every process: they decide shard and partition.
  @inline(__always)
  var mixed: UInt64 {
    let first = Self.mix(low ^ 0x9E37_79B9_7F4A_7C15, high ^ 0xD1B5_4A32_D192_ED03)
    return Self.mix(first ^ 0x94D0_49BB_1331_11EB, 0xBF58_476D_1CE4_E5B9)
  }

  @inline(__always)
  static func < (left: ChildKey, right: ChildKey) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

/// The children that one process counts: those whose hash falls to `number` of `count`.
public struct Shard: Hashable, Sendable {
  /// Which, from 1.
  public var number: Int
  /// Of how many.
  public var count: Int

  /// Makes a shard, or nil where there is none such.
  public init?(number: Int, of count: Int) {
    guard count >= 1, count <= 1 << 20, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `k/N`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(number: number, of: count)
  }

  @inline(__always)
  func holds(_ mixed: UInt64) -> Bool { mixed % UInt64(count) == UInt64(number - 1) }
}
