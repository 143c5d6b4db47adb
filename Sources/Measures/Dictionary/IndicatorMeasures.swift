import Workspace

/// The entries of declared indicators: audit.yml's words become the dictionary's.
public enum IndicatorMeasures {
  /// The code that stands for the nation in ids and tables.
  public static let nation = "nation"

  /// Indicators that are no national rank.
  static func plain(_ facts: CycleFacts) -> [CycleContent.Indicator] {
    facts.indicators.filter { ($0.of ?? 0) == 0 }
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    plain(facts).map { indicator in
      MeasureEntry(
        id: indicator.id, title: indicator.title, question: "How does \(indicator.title) stand here?",
        numerator: "as published: \(indicator.title), \(indicator.unit)",
        denominator: indicator.denominator ?? "the indicator's own, where it is given",
        denominatorSet: indicator.denominator ?? "", polarity: indicator.polarity, unit: indicator.unit,
        period: indicator.vintage, source: indicator.source, licence: indicator.licence, method: method(indicator),
        caveats: indicator.level == "area"
          ? [] : ["Published by \(indicator.level) only: shown at that level, never spread over areas."],
        theme: indicator.theme, kinds: [.area, .catchment, .authority])
    }
  }

  private static func method(_ indicator: CycleContent.Indicator) -> String {
    if indicator.unit == "count" { return "Areas: as published. Catchments: Σ w·x. \(PeopleMeasures.apportioned)" }
    return "Areas: as published, with Wilson's (a share) or Byar's interval where numerator and denominator are given. "
      + "Catchments: Σ w·numerator / Σ w·denominator where given, else Σ w·p·v / Σ w·p. \(PeopleMeasures.apportioned)"
  }
}
