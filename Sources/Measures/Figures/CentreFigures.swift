import Tally
import Workspace

/// What share of the children who came to a centre live in its own catchment: the one figure by which centres, which have
/// no population of their own, are compared.
struct CentreFigures {
  let facts: CycleFacts

  /// The measure's id.
  static let ownID = "came.from-own"

  func figures() -> [Figure] {
    let used = Dictionary(grouping: facts.homeFlows, by: \.centre)
    let own = Set(facts.catchments.map(\.code))
    return facts.centres.filter { own.contains($0.code) }.compactMap { centre in
      guard let flows = used[centre.code] else { return nil }
      var all = flows.reduce(Count.zero) { $0 + $1.children }
      var here = flows.filter { $0.catchments.contains(centre.code) }.reduce(Count.zero) { $0 + $1.children }
      // Children of the sets that a release withholds may all have come here, or none of them.
      all.high += facts.centresUnknown
      here.high += facts.centresUnknown
      var figure = Figure(measure: Self.ownID, kind: .centre, place: centre.code, cycle: facts.cycle.label)
      figure.setShare(here, of: all, orFlag: .denominatorZero)
      return figure
    }
  }

  static func entry(_ period: String, _ own: String) -> MeasureEntry {
    MeasureEntry(
      id: ownID, title: "Children of the centre who live in its catchment",
      question: "Of the children who came to this centre, what share live in its own catchment?",
      numerator: "of those, children who live in the catchment whose code is the centre's id",
      denominator: "distinct counted children with a visit to the centre, wherever they live", polarity: "neither",
      unit: "share", period: period, source: own,
      method: "numerator / denominator. \(PeopleMeasures.ofWilson) Both are counts of points, so there is no spread.",
      caveats: ["Casual and unknown visits have no home and are not in it."], theme: "use", kinds: [.centre])
  }
}
