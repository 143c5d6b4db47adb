/// Whether an indicator's deciles agree with its ranks: decile = ⌈10·rank/N⌉, 1 = most deprived.
///
/// ```swift
/// var check = DecileCheck(of: 32_844)
/// check.add(rank: 100, decile: 10, row: 2)
/// try check.verdict(file: "indicators.csv", rankColumn: "imd_rank", decileColumn: "imd_decile")     // refused
/// ```
public struct DecileCheck: Sendable {
  private let of: Int
  private var compared = 0
  private var wrong = 0
  private var turned = 0
  private var firstWrong: Int?

  /// Starts with nothing; `of` is N of the rank.
  public init(of: Int) { self.of = of }

  /// The decile of a national rank; nil unless 1 ≤ rank ≤ N. A rank on a tenth belongs to the more deprived decile.
  public static func decile(rank: Double, of: Int) -> Int? {
    guard of > 0, rank >= 1, rank <= Double(of) else { return nil }
    return min(10, Int((rank * 10 / Double(of)).rounded(.up)))
  }

  /// Takes one row; rows that lack either count for nothing.
  public mutating func add(rank: Double?, decile: Int?, row: Int) {
    guard let rank, let decile, let expected = Self.decile(rank: rank, of: of) else { return }
    compared += 1
    // A publisher may cut at a rounded tenth of N: a rank within one of the border is in either.
    let near = [rank - 1, rank + 1].compactMap { Self.decile(rank: $0, of: of) }
    guard decile != expected, !near.contains(decile) else { return }
    wrong += 1
    if decile == 11 - expected { turned += 1 }
    if firstWrong == nil { firstWrong = row }
  }

  /// - Throws: a refusal if any row contradicts, that says how many and whether the deciles run the other way.
  public func verdict(file: String, rankColumn: String, decileColumn: String) throws(GeodataError) {
    guard wrong > 0 else { return }
    let direction = turned * 2 > wrong
    throw GeodataError(
      .data, "contradicts \(rankColumn) in \(wrong) of \(compared) rows", file: file, row: firstWrong,
      column: decileColumn,
      advice: direction
        ? "its direction seems to be the other (10 = most deprived?): leave the decile out, deciles follow from the rank"
        : "leave the decile out, or correct the rank, `of:` or the polarity in audit.yml")
  }

  /// The refusal of a decile that stands alone: its direction cannot be guessed.
  public static func directionUnknown(file: String, column: String) -> GeodataError {
    GeodataError(
      .data, "a decile without its rank does not say whether 1 or 10 is the most deprived", file: file, column: column,
      advice: "state `polarity: higher-is-worse` (10 = most deprived) or `higher-is-better` (1 = most deprived) in "
        + "audit.yml, or map the rank")
  }
}
