import Statistics
import Workspace

/// How many of each declared denominator (births, two-year-olds who may have a funded place, single years of age, groups)
/// live at a place: entries and figures.
public struct DenominatorMeasures {
  let facts: CycleFacts
  let members: MembersOfPlaces

  /// `births.count`.
  public static func id(_ set: String) -> String { "\(set).count" }

  /// The sets besides the children of the eligible ages and of single years, which are measures of their own.
  public static func sets(_ facts: CycleFacts) -> [CycleContent.DenominatorSet] {
    facts.denominatorSets.filter { $0.id != "children" && !$0.id.hasPrefix("age-") }
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    sets(facts).map { set in
      MeasureEntry(
        id: id(set.id), title: set.title, question: "How many are there here: \(set.title)?", numerator: set.title,
        denominatorSet: set.id, polarity: "neither", unit: "count", period: set.date ?? "no date given",
        source: set.source, method: "Σ weight × number. \(PeopleMeasures.apportioned)",
        caveats: set.isStale ? ["Over two years older than the cycle's first day."] : [], theme: "denominators",
        kinds: [.catchment, .authority])
    }
  }

  func figures() -> [Figure] {
    Self.sets(facts).flatMap { set in
      (members.catchments + [members.authority]).map { place in
        let people = PlaceDenominator(set.id, of: place, in: facts)
        var figure = Figure(measure: Self.id(set.id), place, facts.cycle.label, flags: people.flags)
        figure.value = people.number
        figure.spread = Interval(spanning: people.byRule)
        return figure
      }
    }
  }
}
