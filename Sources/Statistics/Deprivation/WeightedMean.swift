/// Σ w·v / Σ w.
public enum WeightedMean {
  /// Nil where the weights sum to nothing, or one is negative.
  public static func of(_ values: [(value: Double, weight: Double)]) -> Double? {
    var (sum, weights) = (0.0, 0.0)
    for (value, weight) in values {
      guard weight >= 0 else { return nil }
      sum += weight * value
      weights += weight
    }
    return weights > 0 ? sum / weights : nil
  }
}
