/// Many comparisons at once, of which at most a share q of those called different are false alarms on average.
///
/// Benjamini Y, Hochberg Y (1995), Controlling the false discovery rate, J R Stat Soc B 57:289.
public enum BenjaminiHochberg {
  /// The p-values adjusted: min over k ≥ rank of p₍ₖ₎·m/k, capped at 1. A nil (no test) stays nil and is not in the family.
  public static func adjusted(_ values: [Double?]) -> [Double?] {
    let known = values.indices.filter { values[$0] != nil }
      .sorted { (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1) }
    var result = [Double?](repeating: nil, count: values.count)
    var least = 1.0
    for (place, index) in known.enumerated().reversed() {
      least = min(least, (values[index] ?? 1) * Double(known.count) / Double(place + 1))
      result[index] = least
    }
    return result
  }

  /// Which are called different at the rate q.
  public static func discoveries(_ values: [Double?], rate q: Double = 0.05) -> [Bool] {
    adjusted(values).map { ($0 ?? 1) <= q }
  }
}
