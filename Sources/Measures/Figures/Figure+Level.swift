import Statistics

extension Figure {
  /// The same figure with the interval of another level: Wilson's of a share, Byar's or the exact Poisson one of a rate, of
  /// coarsened counts from the least to the most.
  ///
  /// Which of them it is, and in what unit, is found by working the stored 95 % interval out again. Differences, ranks, draws
  /// and bounds have no other level; their interval is left out.
  public func at(_ level: ConfidenceLevel) -> Figure {
    guard level != .percent95, let stored = interval else { return self }
    var figure = self
    figure.interval = nil
    guard !isCount, let above = numerator?.bounded, let below = denominator?.bounded else { return figure }
    let makers: [(BoundedNumber, BoundedNumber, ConfidenceLevel) -> Interval?] = [
      { Wilson.interval(events: $0, of: $1, at: $2) }, { EventInterval.rate(events: $0, of: $1, at: $2) },
    ]
    for maker in makers {
      guard let known = maker(above, below, .percent95) else { continue }
      for unit in [1.0, 100, 1000, 10_000, 100_000] where known.scaled(by: unit).isClose(to: stored) {
        figure.interval = maker(above, below, level)?.scaled(by: unit)
        return figure
      }
    }
    return figure
  }
}

extension Interval {
  fileprivate func isClose(to other: Interval) -> Bool {
    let size = max(abs(other.lower), abs(other.upper), 1e-12)
    return abs(lower - other.lower) <= 1e-9 * size && abs(upper - other.upper) <= 1e-9 * size
  }
}
