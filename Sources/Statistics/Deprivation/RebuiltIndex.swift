/// An index of deprivation put together anew from its domains, with the published weights, with others, or without a
/// domain.
///
/// English Indices of Deprivation 2019, Technical report, ch. 3: the score is Σ w·X, X the exponentially transformed rank
/// of each domain. The weights may sum to other than 1 (the published ones to 0.999).
public enum RebuiltIndex {
  /// The published weights of the seven domains: 22.5 % income and employment, 13.5 % education and health, 9.3 % the rest.
  public static let publishedWeights: [(domain: String, weight: Double)] = [
    ("income", 0.225), ("employment", 0.225), ("education", 0.135), ("health", 0.135), ("crime", 0.093),
    ("housing", 0.093), ("environment", 0.093),
  ]

  /// The weights without one domain, the others scaled so that they sum to what all did.
  public static func weights(without domain: String) -> [(domain: String, weight: Double)] {
    let all = publishedWeights.reduce(0) { $0 + $1.weight }
    let rest = publishedWeights.filter { $0.domain != domain }
    let sum = rest.reduce(0) { $0 + $1.weight }
    return rest.map { ($0.domain, $0.weight * all / sum) }
  }

  /// The scores of many areas from the transformed rank X of each domain in each area. Nil where a domain with a weight
  /// has none; O(areas × domains).
  public static func scores(
    transformed: [String: [Double?]], areas: Int, weights: [(domain: String, weight: Double)]
  ) -> [Double?] {
    var sums = [Double?](repeating: 0, count: areas)
    for (domain, weight) in weights where weight != 0 {
      let column = transformed[domain] ?? Array(repeating: nil, count: areas)
      for area in sums.indices {
        guard let sum = sums[area] else { continue }
        sums[area] = column[area].map { sum + weight * $0 }
      }
    }
    return sums
  }
}
