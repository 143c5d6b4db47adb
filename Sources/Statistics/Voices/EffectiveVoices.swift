/// How many equally loud contributors would be as spread out as these: 1/Σs², the inverse of Simpson's index.
///
/// Hill M O (1973), Diversity and evenness, Ecology 54:427.
public struct EffectiveVoices: Hashable, Sendable {
  /// 1/Σs².
  public var value: Double
  /// The share of the loudest contributor.
  public var loudestShare: Double

  /// From the number of voices of each contributor; nil where nobody spoke, or a number is negative.
  public init?(_ counts: [Int]) {
    let total = counts.reduce(0, +)
    guard total > 0, let loudest = counts.max(), counts.allSatisfy({ $0 >= 0 }) else { return nil }
    value = Double(total) * Double(total) / counts.reduce(0) { $0 + Double($1) * Double($1) }
    loudestShare = Double(loudest) / Double(total)
  }
}
