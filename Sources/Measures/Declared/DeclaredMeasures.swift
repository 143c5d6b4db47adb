import Workspace

/// The dictionary's entries of the measures that audit.yml declares.
enum DeclaredMeasures {
  /// Ids that audit.yml may not take: they begin a built-in measure's.
  static let taken = ComparedMeasures.stems.union([
    "enrolled", "reached", "reached-here", "sustained", "visits", "children", "unreached", "equity", "imd",
    "group-reached", "group-gap", "group-enrolled-count", "group-reached-count", "group-sustained-count", "families",
    "containment", "visits-elsewhere", "reached-by-service", "reached-by-service-share", "visits-by-service",
    "visits-by-service-share", "visits-by-month", "visits-by-visitor", "children-at-centre", "visits-at-centre",
    "children-from-no-catchment", "visits-from-no-catchment", "run", "run-share", "rows-used", "rows-left-out",
    "complaint", "complaints-not-shown", "share-of-area", "voices", "theme", "pocket", "change", "claim",
    "change-rate", "then", "now", "advice", "asking", "survey", "intelligence", "offer", "claims", "came",
    "index", "access", "cluster", "cluster-permutation", "sustained-by-service", "distance",
  ])

  /// The kinds of place for which all the terms are counted.
  static func kinds(_ terms: [MeasureTerm], _ facts: CycleFacts) -> [Figure.Kind] {
    let counted = terms.flatMap(\.counted)
    if counted.contains(where: { $0.measure == "reached-here" }) { return [.catchment] }
    // Areas have no splits; a release has none of the authority, where some sets do not show them.
    guard counted.contains(where: { $0.by != "all" }) else { return [.area, .catchment, .authority] }
    return facts.hide > 0 ? [.catchment] : [.catchment, .authority]
  }

  /// The named queries that give what stands above and below the line.
  static func queries(_ declared: DeclaredMeasure, kind: Figure.Kind) -> [String] {
    let terms = [declared.numerator, declared.denominator].compactMap { try? MeasureTerm($0) }
    var names = terms.flatMap(\.counted).map { counted in
      switch counted.by {
      case "group": "groups"
      case "service": "use-by-service"
      case "centre": "containment"
      default: kind == .area ? "reach-by-area" : kind == .catchment ? "reach-by-catchment" : "totals"
      }
    }
    if terms.contains(where: \.counted.isEmpty), kind == .catchment { names.append("who-lives-here") }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    facts.declaredMeasures.compactMap { declared in
      guard let above = try? MeasureTerm(declared.numerator) else { return nil }
      let below = declared.denominator.isEmpty ? nil : try? MeasureTerm(declared.denominator)
      let sets = [above, below].compactMap { term -> String? in
        if case .people(let id)? = term { id } else { nil }
      }
      let used = facts.denominatorSets.filter { sets.contains($0.id) }
      let own = "the authority's enrolments and service use"
      let sources = ([above, below].contains { $0?.counted.isEmpty == false } ? [own] : []) + used.map(\.source)
      return MeasureEntry(
        id: declared.id, title: declared.title, question: declared.question, numerator: words(above, facts),
        denominator: below.map { words($0, facts) } ?? "", denominatorSet: sets.last ?? "",
        polarity: declared.polarity, unit: declared.unit, period: "\(facts.cycle.from) to \(facts.cycle.to)",
        source: sources.joined(separator: "; "), method: method(declared, isApportioned: !sets.isEmpty),
        caveats: declared.caveats
          + used.filter(\.isStale).map {
            "\($0.title): over two years older than the cycle's first day."
          }, theme: declared.theme, kinds: kinds([above, below].compactMap { $0 }, facts))
    }
  }

  private static func words(_ term: MeasureTerm, _ facts: CycleFacts) -> String {
    guard case .people(let id) = term else { return term.description }
    guard let set = facts.denominatorSets.first(where: { $0.id == id }) else { return id }
    return set.title + (set.date.map { ", \($0)" } ?? "")
  }

  private static func method(_ declared: DeclaredMeasure, isApportioned: Bool) -> String {
    let times = declared.per == 1 ? "" : "\(FigureText.plain(declared.per)) × "
    let formula =
      switch declared.unit {
      case "share": "\(times)numerator / denominator. \(PeopleMeasures.ofWilson)"
      case "rate": "\(times)numerator / denominator. 95 % interval by Byar for 10 events or more, exact Poisson below."
      case "ratio":
        "\(times)numerator / denominator. No interval: one child's visits are not independent of each other."
      default: "Counted."
      }
    return "Declared in audit.yml. \(formula)" + (isApportioned ? " \(PeopleMeasures.apportioned)" : "")
  }
}

extension MeasureEntry {
  /// Whether the word begins the ids of built-in measures, so that no measure of an audit's own may begin with it.
  public static func isTaken(_ stem: String) -> Bool { DeclaredMeasures.taken.contains(stem) }
}
