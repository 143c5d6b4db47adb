/// The root of an increasing function between two bounds: Newton's steps, and a halving wherever one would leave them.
enum RootSearch {
  /// `function` gives the value and the slope.
  static func increasing(
    from low: Double, to high: Double, start: Double, _ function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var (low, high) = (low, high)
    var x = start > low && start < high ? start : (low + high) / 2
    // 1,100 halvings would go through all of Double; Newton needs about ten.
    for _ in 0..<1_100 {
      let (value, slope) = function(x)
      if value == 0 { return x }
      if value < 0 { low = x } else { high = x }
      let step = slope > 0 && slope.isFinite ? value / slope : .infinity
      var next = x - step
      if !(next > low && next < high) { next = (low + high) / 2 }
      if abs(next - x) <= next.magnitude.ulp || next == low || next == high { return next }
      x = next
    }
    return x
  }
}
