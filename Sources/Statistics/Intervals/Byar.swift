/// Byar's approximation to the Poisson interval of a number of events.
///
/// Breslow N E, Day N E (1987), Statistical Methods in Cancer Research II, IARC, p. 69; Public Health England uses it
/// from 10 events on: x(1 − 1/9x − z/3√x)³ and (x+1)(1 − 1/9(x+1) + z/3√(x+1))³.
public enum Byar {
  /// The interval of the expected number of events; nil for a negative or not a finite number. 0 events: lower limit 0.
  public static func interval(events: Double, at level: ConfidenceLevel = .percent95) -> Interval? {
    guard events >= 0, events.isFinite else { return nil }
    let z = level.z
    func cube(_ x: Double) -> Double { x * x * x }
    let next = events + 1
    let upper = next * cube(1 - 1 / (9 * next) + z / (3 * next.squareRoot()))
    guard events > 0 else { return Interval(0, upper) }
    let root = 1 - 1 / (9 * events) - z / (3 * events.squareRoot())
    return Interval(max(0, events * cube(root)), upper)
  }
}
