/// How much more places differ than chance alone would make them.
///
/// Spiegelhalter D J (2005), Handling over-dispersion of performance indicators, Qual Saf Health Care 14:347: z-scores
/// winsorised at 10 %, φ = Σz²/I, and the additive τ² of DerSimonian and Laird from the winsorised φ.
public struct OverDispersion: Hashable, Sendable {
  /// φ; 1 is what chance gives.
  public var dispersion: Double
  /// τ², in the units of the rate squared; 0 where φ is no more than chance gives.
  public var between: Double
  /// I, the places counted.
  public var places: Int

  /// From places' events and people, against p0. Nil with fewer than two places that have people, or p0 not within 0…1,
  /// ends left out.
  public init?(_ places: [(events: Double, people: Double)], rate: Double, winsorised share: Double = 0.1) {
    let known = places.filter { $0.people > 0 && $0.events >= 0 && $0.events <= $0.people }
    guard known.count >= 2, rate > 0, rate < 1, share >= 0, share < 0.5 else { return nil }
    let variances = known.map { rate * (1 - rate) / $0.people }
    let scores = zip(known, variances).map { ($0.events / $0.people - rate) / $1.squareRoot() }
    let sorted = scores.sorted()
    guard let low = Percentile.of(sorted: sorted, share), let high = Percentile.of(sorted: sorted, 1 - share)
    else { return nil }
    let count = Double(known.count)
    dispersion = scores.reduce(0) { $0 + min(max($1, low), high) * min(max($1, low), high) } / count
    let weights = variances.map { 1 / $0 }
    let sum = weights.reduce(0, +)
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let denominator = sum - squares / sum
    between = denominator > 0 ? max(0, (count * dispersion - (count - 1)) / denominator) : 0
    self.places = known.count
  }
}
