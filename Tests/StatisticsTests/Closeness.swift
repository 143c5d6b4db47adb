/// Whether two numbers agree to a relative tolerance; where the expected one is 0, absolutely.
func isClose(_ got: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
  if got == expected { return true }
  return abs(got - expected) <= tolerance * (expected == 0 ? 1 : abs(expected))
}

/// The same for what may be absent: nil agrees with nothing.
func isClose(_ got: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
  got.map { isClose($0, expected, tolerance) } ?? false
}
