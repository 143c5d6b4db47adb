import Workspace

/// The ids and entries of a declared composite index, of access, and of clusters.
public enum AnalysisMeasures {
  /// An area's score of the composite index; of other places the children's mean.
  public static let score = "index.score"
  /// Its rank among the areas, 1 = most need.
  public static let rank = "index.rank"
  /// H: the share of children in areas deprived in at least k components.
  public static let headcount = "index.overlap-headcount"
  /// A: their mean weighted share of components.
  public static let intensity = "index.overlap-intensity"
  /// H × A.
  public static let overlap = "index.overlap"
  /// Metres to the nearest centre.
  public static let metres = "access.metres"
  /// Offered hours a week within reach, for 100 people.
  public static let hours = "access.hours"
  /// A centre's hours for 100 people in its reach.
  public static let ratio = "access.centre-hours"
  /// `cluster.imd`: Gi* of an area.
  public static func cluster(_ id: String) -> String { "cluster.\(id)" }
  /// `cluster-permutation.imd`: the conditional-permutation p.
  public static func permutation(_ id: String) -> String { "cluster-permutation.\(id)" }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    let analyses = facts.analyses
    func entry(
      _ id: String, _ title: String, _ question: String, _ numerator: String, unit: String, method: String,
      set: String = "", caveats: [String] = [], theme: String, kinds: [Figure.Kind]
    ) -> MeasureEntry {
      MeasureEntry(
        id: id, title: title, question: question, numerator: numerator, denominatorSet: set,
        polarity: unit == "metres" || theme == "need" ? "higher-is-worse" : "neither", unit: unit,
        period: "\(facts.cycle.from) to \(facts.cycle.to)", source: "declared in audit.yml", method: method,
        caveats: caveats, theme: theme, kinds: kinds)
    }
    var entries: [MeasureEntry] = []
    if let index = analyses.index {
      let total = index.components.reduce(0) { $0 + $1.weight }
      let formula = index.components.map {
        "\(FigureText.plain((1000 * $0.weight / total).rounded() / 10)) % \($0.measure)"
      }
      .joined(separator: ", ")
      let who = index.declaredBy.isEmpty ? [] : ["Components and weights were declared by \(index.declaredBy)."]
      let caveats = who + ["Of areas, not of children: an area's need is not that of each child in it."]
      entries += [
        entry(
          score, index.title, "How much need is there, all components put together?",
          "Σ w·X, X the exponentially transformed rank of each component", unit: "score",
          method:
            "\(formula). Each component is ranked (1 = most need, ties take the mean) and transformed; an area without "
            + "a value is not ranked. Places: mean over their children. \(PeopleMeasures.apportioned)",
          set: "children", caveats: caveats, theme: "need", kinds: [.area, .catchment, .authority]),
        entry(
          rank, "\(index.title): rank", "Which areas need most, and how sure is that?",
          "rank of the score, 1 = most need",
          unit: "rank",
          method:
            "Interval: the middle 95 % of ranks over 1,000 draws of the rates. Spread: the same over 1,000 draws of the "
            + "weights from Dirichlet(50·w).", caveats: caveats, theme: "need", kinds: [.area]),
      ]
      for (id, title, unit, numerator) in [
        (
          headcount, "children in areas deprived in several components", "share",
          "children in areas deprived in at least \(index.cutOff) components"
        ),
        (
          intensity, "in how much of the index those areas are deprived", "share",
          "their mean weighted share of components"
        ),
        (overlap, "overlap of need", "index", "H × A"),
      ] {
        entries.append(
          entry(
            id, "\(index.title): \(title)", "Where do needs come together?", numerator, unit: unit,
            method: "Alkire and Foster (2011); deprived in a component: transformed score of 50.4267 or more.",
            set: "children", caveats: ["An overlap of areas, not of children."], theme: "need",
            kinds: [.catchment, .authority]))
      }
    }
    if analyses.index != nil || analyses.access != nil {
      entries.append(
        entry(
          metres, "Metres to the nearest centre", "How far is it to a centre?",
          "straight line from the middle of the area's people to the nearest centre", unit: "metres",
          method: "Straight lines, no roads. Places: mean over their children.", set: "children", theme: "access",
          kinds: [.area, .catchment, .authority]))
    }
    if let access = analyses.access {
      let rings = access.zones.map { "\(FigureText.plain($0.within)) m (\(FigureText.plain($0.weight)))" }
        .joined(separator: ", ")
      let what = access.services.isEmpty ? "all services" : access.services.joined(separator: ", ")
      let method =
        "Two-step floating catchment areas: R = hours / Σ people in reach, A = Σ R over centres in reach; "
        + "the same zone weights in both steps: \(rings). Straight lines. Internal only, as offers are."
      entries += [
        entry(
          hours, "Hours a week within reach, for 100 people", "How much is offered near here, given who else wants it?",
          "Σ R over the centres in reach, \(what)", unit: "rate", method: method, set: access.people, theme: "access",
          kinds: [.area, .catchment, .authority]),
        entry(
          ratio, "Hours a week for 100 people in reach", "How much does the centre offer for those in its reach?",
          "offered hours a week of \(what)", unit: "rate", method: method, theme: "access", kinds: [.centre]),
      ]
    }
    for id in analyses.clusters {
      entries += [
        entry(
          cluster(id), "Cluster of \(id)", "Is the area in the middle of high or low values?",
          "Gi* of the area and its neighbours", unit: "z",
          method: "Getis and Ord's Gi*, binary, self included, standard deviation with n; neighbours within 1 m; "
            + "Benjamini–Hochberg at 0.05 on the two-sided normal p. Not given where the median area has fewer than five "
            + "counted or not counted.",
          caveats: ["At the borough's edge what lies beyond is not in it."], theme: "clusters", kinds: [.area]),
        entry(
          permutation(id), "Cluster of \(id): permutation p", "How often would chance give as much?",
          "(1 + draws at least as extreme) / 1,000", unit: "probability",
          method: "999 conditional permutations, the area's own value held.", theme: "clusters", kinds: [.area]),
      ]
    }
    return entries
  }
}
