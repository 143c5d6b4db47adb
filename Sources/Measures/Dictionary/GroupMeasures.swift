import Workspace

/// The entries of reach within declared groups, one of each for every group.
enum GroupMeasures {
  /// `group-reached.language=eal`.
  static func reachedID(_ key: String) -> String { "group-reached.\(key)" }
  /// `group-gap.language=eal`.
  static func gapID(_ key: String) -> String { "group-gap.\(key)" }

  /// The groups that the facts hold, in the order of their keys.
  static func keys(_ facts: CycleFacts) -> [String] {
    var keys: Set<String> = []
    for catchment in facts.catchments {
      for split in catchment.splits where split.by == "group" { keys.insert(split.key) }
    }
    for split in facts.authorityGroups { keys.insert(split.key) }
    return keys.sorted()
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    let period = "\(facts.cycle.from) to \(facts.cycle.to)"
    return keys(facts).flatMap { key in
      let given = facts.denominatorSets.first { $0.id == key }
      let people = given == nil ? "enrolled children of the group" : "children of the group who live there"
      return [
        MeasureEntry(
          id: reachedID(key), title: "Reached: \(key)",
          question: "Of the children of this group, what share came to any centre?",
          numerator: "children of the group with a visit to any centre in the cycle", denominator: people,
          denominatorSet: given?.id ?? "", polarity: "higher-is-better", unit: "share", period: period,
          source: given?.source ?? "the authority's enrolments and service use",
          method: "numerator / denominator. \(PeopleMeasures.ofWilson)",
          caveats: given == nil ? ["Children of the group who never enrolled are not in it."] : [], theme: "groups",
          kinds: [.catchment, .authority]),
        MeasureEntry(
          id: gapID(key), title: "Gap: \(key)",
          question: "How much more or less often were children of this group reached than all others here?",
          numerator: "share reached of the group's enrolled", denominator: "less share reached of all others' enrolled",
          polarity: "neither", unit: "difference", period: period,
          source: "the authority's enrolments and service use",
          method:
            "Difference to the complement, never to the total; 95 % interval by Newcombe's hybrid score method (1998).",
          caveats: ["Children who never enrolled are not in it."], theme: "groups", kinds: [.catchment, .authority]),
      ]
    }
  }
}
