/// How far two coders agree beyond chance.
///
/// Cohen J (1960), A coefficient of agreement for nominal scales, Educ Psychol Meas 20:37: κ = (pₒ − pₑ)/(1 − pₑ).
public struct CohenKappa: Hashable, Sendable {
  /// κ; nil where both only ever used one code, and chance alone agrees.
  public var value: Double?
  /// pₒ, the share of items coded alike.
  public var agreement: Double
  /// Items that both have coded.
  public var items: Int

  /// Nil without an item.
  public init?(_ pairs: [(first: String, second: String)]) {
    guard !pairs.isEmpty else { return nil }
    var (first, second): ([String: Int], [String: Int]) = ([:], [:])
    for pair in pairs {
      first[pair.first, default: 0] += 1
      second[pair.second, default: 0] += 1
    }
    let n = Double(pairs.count)
    items = pairs.count
    agreement = Double(pairs.count { $0.first == $0.second }) / n
    // Whole numbers are added, so that the order of a dictionary cannot show in the last digit.
    let chance = Double(first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }) / (n * n)
    value = chance < 1 ? (agreement - chance) / (1 - chance) : nil
  }
}
