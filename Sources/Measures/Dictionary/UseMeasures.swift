import Workspace

/// The entries of the plain counts that pages print beside the rates: groups, services, months, centres used, families,
/// ages.
public enum UseMeasures {
  /// `group-enrolled-count.language=eal`: children of a group by `enrolled`, `reached`, `sustained`.
  public static func group(_ measure: String, _ key: String) -> String { "group-\(measure)-count.\(key)" }
  /// `reached-by-service.parenting`: children of a catchment who used a service.
  public static func reached(service key: String) -> String { "reached-by-service.\(key)" }
  /// `sustained-by-service.parenting`: children of a catchment in sustained use of one service.
  public static func sustained(service key: String) -> String { "sustained-by-service.\(key)" }
  /// The same as a share of the children reached.
  public static func reachedShare(service key: String) -> String { "reached-by-service-share.\(key)" }
  /// `visits-by-service.parenting`: visits to a centre by `service`, `month`, `visitor`.
  public static func visits(by split: String, _ key: String) -> String { "visits-by-\(split).\(key)" }
  /// Visits to a centre by service as a share of all.
  public static func visitsShare(service key: String) -> String { "visits-by-service-share.\(key)" }
  /// `children-at-centre.CC01`: children of a catchment who used a centre.
  public static func children(at centre: String) -> String { "children-at-centre.\(centre)" }
  /// Visits of those children to that centre.
  public static func visits(at centre: String) -> String { "visits-at-centre.\(centre)" }
  /// `children-from-no-catchment.CC01`: children who live in no catchment and used a centre.
  public static func childrenFromNowhere(at centre: String) -> String { "children-from-no-catchment.\(centre)" }
  /// Visits of those children to that centre.
  public static func visitsFromNowhere(at centre: String) -> String { "visits-from-no-catchment.\(centre)" }
  /// `children.age-2`: children of one age.
  public static func age(_ age: Int) -> String { "children.age-\(age)" }
  /// Children of one age as a share of all eligible ages.
  public static func ageShare(_ age: Int) -> String { "children.age-\(age)-share" }
  /// Families of the enrolled children.
  public static let families = "families.count"
  /// Of the visits of a catchment's children, the share to its own centre.
  public static let containment = "containment"
  /// Visits of a catchment's children to other centres.
  public static let visitsElsewhere = "visits-elsewhere.count"
  /// Of the children reached, the share reached by their own centre.
  public static let hereOfReached = "reached-here.of-reached"
  /// Children reached by their own centre.
  public static let reachedHere = "reached-here.count"

  /// Each month of the cycle, and any other that has visits, in order: `2025-09`.
  public static func months(of cycle: CycleRecord, and others: [String]) -> [String] {
    var keys: Set<String> = Set(others)
    var day = cycle.from
    while day <= cycle.to, keys.count < 240 {
      keys.insert(day.monthKey)
      day = day.adding(days: 27)
    }
    keys.insert(cycle.to.monthKey)
    return keys.sorted()
  }

  /// The ages that have a number of children of their own, of those that are eligible.
  static func ages(_ facts: CycleFacts) -> [Int] {
    let sets = Set(facts.denominatorSets.map(\.id))
    return facts.cycle.ages.filter { sets.contains("age-\($0)") }
  }

  /// The named query that gives the number; nil for measures of other kinds.
  static func query(_ measure: String) -> String? {
    let prefixes = [
      ("group-enrolled-count.", "groups"), ("group-reached-count.", "groups"), ("group-sustained-count.", "groups"),
      ("reached-by-service", "use-by-service"), ("sustained-by-service.", "use-by-service"),
      ("visits-by-service", "visits-by-service"),
      ("visits-by-month.", "visits-by-month"), ("children-at-centre.", "containment"),
      ("visits-at-centre.", "containment"), ("children-from-no-catchment.", "containment"),
      ("children-from-area-at-centre.", "centres-used-by-area"), ("living-in.", "overlaps-and-gaps"),
      ("visits-from-no-catchment.", "containment"), ("children.age-", "who-lives-here"), (containment, "containment"),
      (visitsElsewhere, "containment"), (families, "tally-by-catchment"), ("reached-here.", "reach-by-catchment"),
    ]
    return prefixes.first { measure.hasPrefix($0.0) }?.1
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    let period = "\(facts.cycle.from) to \(facts.cycle.to)"
    let enrolled = "distinct eligible children with a row in force who live there"
    func entry(
      _ id: String, _ title: String, _ question: String, _ numerator: String, over denominator: String = "",
      unit: String = "children", theme: String = "use", set: String = "", caveats: [String] = [],
      kinds: [Figure.Kind] = [.catchment]
    ) -> MeasureEntry {
      MeasureEntry(
        id: id, title: title, question: question, numerator: numerator, denominator: denominator, denominatorSet: set,
        polarity: "neither", unit: unit, period: period,
        source: set.isEmpty
          ? "the authority's enrolments and service use"
          : facts.denominatorSets.first { $0.id == set }?.source ?? "",
        method: set.isEmpty
          ? (denominator.isEmpty ? "Counted." : "numerator / denominator.")
          : "Σ weight × children. \(PeopleMeasures.apportioned)", caveats: caveats, theme: theme, kinds: kinds)
    }
    let severalGroups = ["A child may be in several groups."]
    let several = ["A child may be in several of these, so they do not add up."]
    let places: [Figure.Kind] = [.catchment, .authority]
    var entries = GroupMeasures.keys(facts).flatMap { key in
      [
        ("enrolled", enrolled), ("reached", "of those enrolled, children with a visit to any centre in the cycle"),
        ("sustained", "of those enrolled, children in sustained use"),
      ].map { measure, who in
        entry(
          group(measure, key), "Children \(measure): \(key)", "How many children of this group were \(measure)?",
          "of the group: \(who)", theme: "groups", caveats: severalGroups, kinds: places)
      }
    }
    for key in keys("service", facts.catchments.flatMap(\.splits)) {
      entries += [
        entry(
          reached(service: key), "Children reached by service: \(key)", "How many children who live here used it?",
          "children who live there with a visit for this service, at any centre", caveats: several),
        entry(
          sustained(service: key), "Children in sustained use of one service: \(key)",
          "How many children who live here came to it again and again?",
          "children with visits for this service on at least \(facts.cycle.sustainedDays) different days",
          caveats: several),
        entry(
          reachedShare(service: key), "Of children reached, by service: \(key)",
          "Of the children reached who live here, what share used it?",
          "children who live there with a visit for this service, at any centre", over: "children reached",
          unit: "share", caveats: several),
      ]
    }
    let visits = facts.centres.flatMap(\.visits)
    for by in ["service", "month", "visitor"] {
      let known = keys(by, visits)
      for key in by == "month" && !known.isEmpty ? months(of: facts.cycle, and: known) : known {
        entries.append(
          entry(
            self.visits(by: by, key), "Visits to the centre by \(by): \(key)", "How many visits were they?",
            "rows of service use that name the centre and are of this \(by)", unit: "visits", kinds: [.centre]))
      }
    }
    for key in keys("service", visits) {
      entries.append(
        entry(
          visitsShare(service: key), "Share of the centre's visits by service: \(key)",
          "What share of the centre's visits was for it?", "rows of service use that name the centre and the service",
          over: "all visits to the centre", unit: "share", kinds: [.centre]))
    }
    for centre in Set(facts.flows.map(\.centre)).sorted() {
      let whom = centre.isEmpty ? "a centre that was not named" : "centre \(centre)"
      entries += [
        entry(
          children(at: centre), "Children who used \(whom)", "How many children who live here went there?",
          "of those enrolled, children with a visit to \(whom)", caveats: several),
        entry(
          self.visits(at: centre), "Visits to \(whom)", "How many visits there were by children who live here?",
          "visits of those children to \(whom)", unit: "visits"),
        entry(
          childrenFromNowhere(at: centre), "Children of no catchment who used \(whom)",
          "How many children who live in no catchment went there?",
          "children in no catchment with a visit to \(whom)", kinds: [.authority]),
        entry(
          visitsFromNowhere(at: centre), "Visits to \(whom) by children of no catchment",
          "How many visits there were by children who live in no catchment?",
          "visits of children in no catchment to \(whom)", unit: "visits", kinds: [.authority]),
      ]
    }
    entries += [
      entry(
        families, "Families enrolled", "How many families do the enrolled children belong to?",
        "distinct family ids of the enrolled children", unit: "families", theme: "reach",
        caveats: ["Families do not add up over places: one may have two homes."], kinds: places),
      entry(
        reachedHere, "Children reached by their own centre", "How many children who live here came to its own centre?",
        "of those enrolled, children with a visit to the centre whose id is the catchment's code", theme: "reach"),
      entry(
        hereOfReached, "Reached by their own centre, of those reached",
        "Of the children reached who live here, what share came to its own centre?",
        "children with a visit to the centre whose id is the catchment's code", over: "children reached",
        unit: "share"),
      entry(
        containment, "Visits that stay", "Of the visits of children who live here, what share was to its own centre?",
        "visits of the catchment's children to its own centre", over: "all visits of the catchment's children",
        unit: "share"),
      entry(
        visitsElsewhere, "Visits to other centres", "How many visits of children who live here were to other centres?",
        "visits of the catchment's children less those to its own centre", unit: "visits"),
    ]
    for age in ages(facts) {
      let people = "children aged \(age) who live there"
      entries += [
        entry(
          self.age(age), "Children aged \(age)", "How many children of this age live here?", people, theme: "reach",
          set: "age-\(age)", kinds: places),
        entry(
          ageShare(age), "Children aged \(age), of all", "What share of the children is of this age?", people,
          over: "children of all eligible ages", unit: "share", theme: "reach", set: "age-\(age)", kinds: places),
      ]
    }
    return entries
  }

  /// The keys of a split, sorted.
  private static func keys(_ by: String, _ splits: [CycleFacts.Split]) -> [String] {
    Set(splits.filter { $0.by == by }.map(\.key)).sorted()
  }
}
