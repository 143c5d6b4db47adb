/// Rates of small places drawn towards the mean of all, the more so the smaller they are.
///
/// Marshall R J (1991), Mapping disease and mortality rates using empirical Bayes estimators, Appl Stat 40:283 (global):
/// b = Σx/Σn, s² = Σnᵢ(rᵢ − b)²/Σn, a = max(0, s² − v/n̄), b + (rᵢ − b)·a/(a + v/nᵢ).
public struct EmpiricalBayes: Hashable, Sendable {
  /// How much a rate varies by chance.
  public enum Kind: Hashable, Sendable {
    /// v = b: events that come independently, rates that may exceed 1.
    case poisson
    /// v = b(1 − b): so many of so many people.
    case binomial
  }
  /// b, the rate of all together.
  public var overall: Double
  /// a, the variance between places beyond chance.
  public var between: Double
  /// A rate for each place given, in its order.
  public var rates: [Double]
  /// a = 0: chance explains all the differences, and everybody gets b. To be said beside the rates.
  public var explainsNothing: Bool { between == 0 }

  /// A place without people gets b. Nil without people at all, or with a negative number.
  public init?(_ places: [(events: Double, people: Double)], kind: Kind = .poisson) {
    guard places.allSatisfy({ $0.events >= 0 && $0.people >= 0 }) else { return nil }
    let people = places.reduce(0) { $0 + $1.people }
    guard people > 0 else { return nil }
    let populated = places.filter { $0.people > 0 }
    let overall = populated.reduce(0) { $0 + $1.events } / people
    let chance = kind == .poisson ? overall : overall * (1 - overall)
    let spread =
      populated.reduce(0) { sum, place in
        let gap = place.events / place.people - overall
        return sum + place.people * gap * gap
      } / people
    // n̄ is over all places, those without people too, as in PySAL's esda.
    let between = max(0, spread - chance / (people / Double(places.count)))
    self.overall = overall
    self.between = between
    rates = places.map { place in
      guard place.people > 0, between > 0 else { return overall }
      return overall + (place.events / place.people - overall) * between / (between + chance / place.people)
    }
  }
}
