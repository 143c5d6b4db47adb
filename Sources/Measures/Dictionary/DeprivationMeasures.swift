import Workspace

/// The entries of MHCLG's summaries for each indicator with national ranks, and of children by national decile.
enum DeprivationMeasures {
  /// The summaries.
  enum Summary: String, CaseIterable {
    case averageScore = "average-score"
    case averageRank = "average-rank"
    case proportion = "proportion"
    case extent = "extent"
    case localConcentration = "local-concentration"
  }

  /// Indicators that have national ranks of small areas.
  static func ranked(_ facts: CycleFacts) -> [CycleContent.Indicator] {
    facts.indicators.filter { ($0.of ?? 0) > 0 && $0.level == "area" }
  }

  /// The denominator set that an index weighs by.
  static func people(of indicator: CycleContent.Indicator) -> String { indicator.denominator ?? "population" }

  static func hasScores(_ indicator: CycleContent.Indicator, _ facts: CycleFacts) -> Bool {
    facts.areas.contains { $0.indicators[indicator.id]?.value != nil }
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    let summaries = ranked(facts).flatMap { indicator in
      Summary.allCases.filter { $0 != .averageScore || hasScores(indicator, facts) }.map { entry($0, indicator, facts) }
    }
    guard let index = facts.decileIndicator else { return summaries }
    return summaries
      + (1...10).map { decile in
        MeasureEntry(
          id: "children.decile-\(decile)", title: "Children in national decile \(decile) of \(index.title)",
          question: "What share of the children here live in areas of national decile \(decile) (1 = most deprived)?",
          numerator: "children who live in areas of that decile", denominator: "children who live there",
          denominatorSet: "children", polarity: "neither", unit: "share", period: index.vintage, source: index.source,
          licence: index.licence, method: "Σ w·children of the decile / Σ w·children. \(PeopleMeasures.apportioned)",
          caveats: [ofAreas], theme: "deprivation", kinds: [.catchment, .authority])
      }
  }

  private static let ofAreas = "An area's deprivation is not that of each child in it."

  private static func entry(
    _ summary: Summary, _ indicator: CycleContent.Indicator, _ facts: CycleFacts
  ) -> MeasureEntry {
    let set = people(of: indicator)
    let whom = facts.denominatorSets.first { $0.id == set }?.title ?? set
    let (title, question, numerator, unit, method): (String, String, String, String, String)
    switch summary {
    case .averageScore:
      (title, question, numerator, unit, method) = (
        "average score", "How deprived is the place on average, by score?", "Σ w·p·score", "score",
        "Σ w·p·score / Σ w·p"
      )
    case .averageRank:
      (title, question, numerator, unit, method) = (
        "average rank", "How deprived is the place on average, by national rank?", "Σ w·p·(N + 1 − rank)", "rank",
        "Σ w·p·(N + 1 − rank) / Σ w·p; N is the most deprived"
      )
    case .proportion:
      (title, question, numerator, unit, method) = (
        "share of areas in the most deprived tenth",
        "What share of the areas is among the nation's most deprived tenth?",
        "areas with rank ≤ ⌊N/10⌋", "share", "Σ w over such areas / Σ w"
      )
    case .extent:
      (title, question, numerator, unit, method) = (
        "extent", "What share of the people live in the nation's most deprived areas?",
        "people of the most deprived three tenths, those past the first tenth counted less and less", "share",
        "Σ v·w·p / Σ w·p, q = ⌈100·rank/N⌉: v = 1 to q = 10; 0.95 − (0.9/19)(q − 11) to q = 30; else 0"
      )
    case .localConcentration:
      (title, question, numerator, unit, method) = (
        "local concentration", "How deprived are the place's hot spots?",
        "turned ranks of the most deprived areas that hold a tenth of the people", "rank",
        "people-weighted mean of N + 1 − rank over the most deprived areas that hold exactly 10 % of the people"
      )
    }
    return MeasureEntry(
      id: "\(indicator.id).\(summary.rawValue)", title: "\(indicator.title): \(title)", question: question,
      numerator: numerator, denominator: summary == .proportion ? "areas" : whom,
      denominatorSet: summary == .proportion ? "" : set, polarity: "higher-is-worse", unit: unit,
      period: indicator.vintage, source: indicator.source, licence: indicator.licence,
      method: "\(method) (English Indices of Deprivation 2019, Research report). \(PeopleMeasures.apportioned)",
      caveats: [ofAreas], theme: indicator.theme, kinds: [.area, .catchment, .authority])
  }
}
