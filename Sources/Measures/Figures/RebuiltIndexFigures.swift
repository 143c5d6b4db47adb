import Statistics
import Workspace

/// The Index of Multiple Deprivation put together anew: with the published weights, without a domain, or with declared
/// weights, which stand in the measure's id: `imd.rebuilt.income=40+crime=60`.
struct RebuiltIndexFigures {
  let facts: CycleFacts
  let members: MembersOfPlaces
  /// The exponentially transformed rank of each domain in each area; nil where the domains are not whole.
  private let transformed: [String: [Double?]]?

  init(facts: CycleFacts, members: MembersOfPlaces) {
    (self.facts, self.members) = (facts, members)
    transformed = Self.count(facts).map { count in
      let domains = RebuiltIndex.publishedWeights.map { domain, _ in
        let ranks = facts.areas.map { $0.indicators[domain]?.rank }
        return (domain, ranks.map { $0.flatMap { ExponentialTransform.score(rank: $0, of: count) } })
      }
      return Dictionary(uniqueKeysWithValues: domains)
    }
  }

  /// The measure with the published weights.
  static let published = "imd.rebuilt"
  /// What an id with declared weights begins with.
  static let declaredPrefix = "imd.rebuilt."

  /// `imd.without-crime`.
  static func without(_ domain: String) -> String { "imd.without-\(domain)" }

  /// N of the domains' ranks, where every domain is there and all say the same.
  static func count(_ facts: CycleFacts) -> Int? {
    let domains = RebuiltIndex.publishedWeights.map(\.domain)
    let counts = Set(facts.indicators.filter { domains.contains($0.id) }.compactMap(\.of))
    let isWhole = domains.allSatisfy { domain in facts.indicators.contains { $0.id == domain && $0.of != nil } }
    return isWhole && counts.count == 1 ? counts.first : nil
  }

  /// The weights that an id declares, made to sum to 1; nil where it declares none, or a domain that is not there.
  static func weights(declaredBy measure: String) -> [(domain: String, weight: Double)]? {
    guard measure.hasPrefix(declaredPrefix) else { return nil }
    let known = Set(RebuiltIndex.publishedWeights.map(\.domain))
    var weights: [(domain: String, weight: Double)] = []
    for part in measure.dropFirst(declaredPrefix.count).split(separator: "+", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let weight = Double(sides[1]), weight >= 0, weight.isFinite else { return nil }
      let domain = String(sides[0])
      guard known.contains(domain), !weights.contains(where: { $0.domain == domain }) else { return nil }
      weights.append((domain, weight))
    }
    let sum = weights.reduce(0) { $0 + $1.weight }
    return sum > 0 ? weights.map { ($0.domain, $0.weight / sum) } : nil
  }

  /// With the published weights, and without each domain. Areas' own figures, eight times as many as there are areas,
  /// only of the measures that `isAsked` says; nobody reads the others.
  func figures(isAsked: (String) -> Bool) -> [Figure] {
    let without = RebuiltIndex.publishedWeights.map {
      (measure: Self.without($0.domain), weights: RebuiltIndex.weights(without: $0.domain))
    }
    return ([(Self.published, RebuiltIndex.publishedWeights)] + without).flatMap { measure, weights in
      figures(measure, weights, ofAreas: isAsked(measure))
    }
  }

  /// With any weights.
  func figures(
    _ measure: String, _ weights: [(domain: String, weight: Double)], ofAreas: Bool
  ) -> [Figure] {
    guard let transformed else { return [] }
    let scores = RebuiltIndex.scores(transformed: transformed, areas: facts.areas.count, weights: weights)
    let cycle = facts.cycle.label
    let areas = zip(facts.areas, scores).compactMap { area, score -> Figure? in
      guard ofAreas, let score else { return nil }
      return Figure(measure: measure, kind: .area, place: area.code, cycle: cycle, value: score)
    }
    return areas + members.means(measure, of: scores, over: "population", in: facts)
  }

  /// The entries of the measures, and of one with declared weights where it is asked for.
  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    guard count(facts) != nil else { return [] }
    return [entry(published, "published weights", RebuiltIndex.publishedWeights, facts)]
      + RebuiltIndex.publishedWeights.map { domain, _ in
        entry(without(domain), "without \(domain)", RebuiltIndex.weights(without: domain), facts)
      }
  }

  static func entry(
    _ measure: String, _ what: String, _ weights: [(domain: String, weight: Double)], _ facts: CycleFacts
  ) -> MeasureEntry {
    let domain = facts.indicators.first { $0.id == weights.first?.domain }
    let formula = weights.map { "\(FigureText.plain(($0.weight * 10_000).rounded() / 100)) % \($0.domain)" }
      .joined(separator: ", ")
    return MeasureEntry(
      id: measure, title: "Index of Multiple Deprivation rebuilt: \(what)",
      question: "How deprived is the place, if the domains are weighed so?",
      numerator: "Σ w·X over the domains; X is the exponentially transformed national rank",
      denominator: "population", denominatorSet: "population", polarity: "higher-is-worse", unit: "score",
      period: domain?.vintage ?? "", source: domain?.source ?? "", licence: domain?.licence ?? "",
      method: "\(formula). Places: Σ w·p·score / Σ w·p. \(PeopleMeasures.apportioned)",
      caveats: ["A score, not a rank: ranks would need every area of the nation."], theme: "deprivation",
      kinds: [.area, .catchment, .authority])
  }
}
