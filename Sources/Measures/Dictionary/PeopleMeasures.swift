import Workspace

/// The entries of the measures of people and use.
enum PeopleMeasures {
  static let ofWilson =
    "95 % interval by Wilson's score method; at 99.8 % on request. From coarsened counts it runs from the lower limit of "
    + "the fewest in the most to the upper limit of the most in the fewest."
  static let standingCaveat =
    "The interval treats this cycle as one of many alike; error in the population estimate is not in it."
  static let apportioned =
    "A catchment's children are apportioned from small areas by the rule; the spread is the least and the most over all "
    + "rules that can be computed."

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    let cycle = facts.cycle
    let ages = "\(cycle.ages.lowerBound) to \(cycle.ages.upperBound)"
    let children = facts.denominatorSets.first { $0.id == "children" }
    let estimate = "children aged \(ages) who live there" + (children?.date.map { ", \($0)" } ?? "")
    let own = "the authority's enrolments and service use"
    let source = children.map { "\(own); children: \($0.source)" } ?? own
    let period = "\(cycle.from) to \(cycle.to)"
    let places: [Figure.Kind] = [.area, .catchment, .authority]
    let stale =
      children?.isStale == true ? ["The estimate of children is over two years older than the cycle's first day."] : []
    func rate(
      _ id: String, _ title: String, _ question: String, _ numerator: String, kinds: [Figure.Kind]
    ) -> MeasureEntry {
      MeasureEntry(
        id: id, title: title, question: question, numerator: numerator, denominator: estimate,
        denominatorSet: "children", polarity: "higher-is-better", unit: "share", period: period, source: source,
        method: "numerator / denominator. \(ofWilson) \(apportioned)", caveats: [standingCaveat] + stale,
        theme: "reach", kinds: kinds)
    }
    let enrolled = "distinct eligible children with a row in force who live there"
    let window = cycle.sustainedWithin.map { "within \($0) days" } ?? "in the cycle"
    let sustained =
      "of those enrolled, children with visits on at least \(cycle.sustainedDays) different days \(window)"
    let count = "Added over atoms (small area × exact set of catchments), so that each child is counted once."
    func counted(_ id: String, _ title: String, _ question: String, _ numerator: String) -> MeasureEntry {
      MeasureEntry(
        id: id, title: title, question: question, numerator: numerator, polarity: "neither", unit: "children",
        period: period, source: own, method: count, theme: "reach", kinds: places)
    }
    return [
      rate(
        "enrolled.rate", "Children enrolled", "Of the children who live here, what share is enrolled with a centre?",
        enrolled, kinds: places),
      rate(
        "reached.rate", "Children reached",
        "Of the children who live here, what share came to any centre in the cycle?",
        "of those enrolled, children with a visit to any centre in the cycle", kinds: places),
      rate(
        "reached-here.rate", "Children reached by their own centre",
        "Of the children who live here, what share came to this catchment's own centre?",
        "of those enrolled, children with a visit to the centre whose id is the catchment's code", kinds: [.catchment]),
      rate(
        "sustained.rate", "Children in sustained use",
        "Of the children who live here, what share came again and again?",
        sustained, kinds: places),
      MeasureEntry(
        id: "reached.of-enrolled", title: "Reached of those enrolled",
        question: "Of the children enrolled here, what share came to any centre in the cycle?",
        numerator: "of those enrolled, children with a visit to any centre in the cycle", denominator: enrolled,
        polarity: "higher-is-better", unit: "share", period: period, source: own,
        method: "numerator / denominator. \(ofWilson) Both are counts of points, so there is no spread.",
        caveats: ["Children who never enrolled are not in it."], theme: "reach", kinds: places),
      MeasureEntry(
        id: "unreached", title: "Children not reached", question: "How many children who live here came to no centre?",
        numerator: "children who live there less those reached", denominator: estimate, denominatorSet: "children",
        polarity: "higher-is-worse", unit: "children", period: period, source: source,
        method: "n − x; interval n·(1 − Wilson's limits of x/n). \(apportioned)", caveats: [standingCaveat] + stale,
        theme: "reach", kinds: places),
      MeasureEntry(
        id: "reached.smoothed", title: "Children reached, small areas drawn to the mean",
        question: "What share was reached here, when an area of few children is not taken at its word?",
        numerator: "of those enrolled, children with a visit to any centre in the cycle", denominator: estimate,
        denominatorSet: "children", polarity: "higher-is-better", unit: "share", period: period, source: source,
        method: "Marshall's global empirical Bayes estimate (1991) over all areas of the authority.",
        caveats: ["For maps. An area's own count stands in reached.rate."] + stale, theme: "reach", kinds: [.area]),
      MeasureEntry(
        id: "children.count", title: "Children who live here",
        question: "How many children of the eligible ages live here?",
        numerator: estimate, denominatorSet: "children", polarity: "neither", unit: "children",
        period: children?.date ?? period, source: children?.source ?? "", method: "Σ weight × children. \(apportioned)",
        caveats: stale, theme: "reach", kinds: places),
      counted("enrolled.count", "Children enrolled", "How many children who live here are enrolled?", enrolled),
      counted(
        "reached.count", "Children reached", "How many children who live here came to any centre in the cycle?",
        "of those enrolled, children with a visit to any centre in the cycle"),
      counted(
        "sustained.count", "Children in sustained use", "How many children who live here came again and again?",
        sustained),
      MeasureEntry(
        id: "visits.count", title: "Visits to the centre",
        question: "How many visits did this centre have in the cycle?",
        numerator: "rows of service use that name the centre, casual ones and those of unknown children included",
        polarity: "neither", unit: "visits", period: period, source: own, method: "Counted.", theme: "use",
        kinds: [.centre]),
      MeasureEntry(
        id: "reached.at-centre", title: "Children who came to the centre",
        question: "How many children came to this centre, wherever they live?",
        numerator: "distinct counted children with a visit to the centre", polarity: "neither", unit: "children",
        period: period, source: own,
        method: "Low: counted children. High: and each casual visit to the centre as another child. Internal only.",
        caveats: ["One id a child is assumed."], theme: "use", kinds: [.centre]),
      CentreFigures.entry(period, own),
      bound(
        "enrolled.with-not-located", "Children enrolled, those not located included",
        "How many could be enrolled within the areas, if those without a place lived there?",
        "children enrolled within the areas, and those whose home could not be located", period, own),
      bound(
        "reached.with-casual", "Children reached, casual visits included",
        "How many could have been reached, if each casual visit was another child's?",
        "children reached, and visits without a child's id", period, own),
      bound(
        "reached.with-unknown", "Children reached, unknown children's visits included",
        "How many could have been reached, if each unknown child's visit was another child's?",
        "children reached, and visits by ids that are not enrolled", period, own),
      equity(
        "equity.concentration", "Concentration index of reach",
        "Are the children reached those of the most or of the least deprived areas?",
        "C = 2Σf·r·R/μ − 1 (Kakwani et al. 1997). Below 0: concentrated among the most deprived.", period, source),
      equity(
        "equity.slope", "Slope index of inequality of reach",
        "By how much does reach differ from the most to the least deprived end?",
        "Slope of the n-weighted least-squares line of reached/children on the cumulative share of children.", period,
        source),
      equity(
        "equity.relative", "Relative index of inequality of reach",
        "How many times as likely is a child at the most deprived end to be reached?",
        "The same line at the most deprived end over the least deprived.", period, source),
    ]
  }

  private static func bound(
    _ id: String, _ title: String, _ question: String, _ numerator: String, _ period: String, _ source: String
  ) -> MeasureEntry {
    MeasureEntry(
      id: id, title: title, question: question, numerator: numerator, polarity: "neither", unit: "children",
      period: period, source: source, method: "A bound: the truth lies between low and high. Internal only.",
      caveats: ["One id a child is assumed."], theme: "reach", kinds: [.authority])
  }

  private static func equity(
    _ id: String, _ title: String, _ question: String, _ method: String, _ period: String, _ source: String
  ) -> MeasureEntry {
    MeasureEntry(
      id: id, title: title, question: question, numerator: "children reached by area, areas by IDACI rank",
      denominator: "children by area", denominatorSet: "children", polarity: "neither", unit: "index", period: period,
      source: source, method: method + " 95 % interval from 1,000 draws of Beta(x + ½, n − x + ½).",
      caveats: ["Of areas, not of families: an area's deprivation is not a child's."], theme: "equity",
      kinds: [.authority])
  }
}
