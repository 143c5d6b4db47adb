/// The exact interval of a number of events, from the link between Poisson and χ².
///
/// Garwood F (1936), Fiducial limits for the Poisson distribution, Biometrika 28:437:
/// ½χ²(α/2; 2x) and ½χ²(1 − α/2; 2x + 2), which are quantiles of Gamma(x) and Gamma(x + 1).
public enum ExactPoisson {
  /// The interval of the expected number of events; nil for a negative or not a finite number. 0 events: lower limit 0.
  public static func interval(events: Double, at level: ConfidenceLevel = .percent95) -> Interval? {
    guard events >= 0, events.isFinite, let above = GammaDistribution(shape: events + 1) else { return nil }
    let upper = above.upperQuantile(level.alpha / 2)
    guard let below = GammaDistribution(shape: events) else { return Interval(0, upper) }
    return Interval(below.quantile(level.alpha / 2), upper)
  }
}
