import Statistics
import Workspace

/// Whether children who were counted in this cycle and in the one before did more or less than then: paired differences.
/// Internal only, like the counts that they are made of.
public enum PairedFigures {
  /// The counts that are compared.
  public static let measures = ["reached", "reached-here", "sustained"]

  /// `reached.paired-change`.
  public static func id(_ measure: String) -> String { "\(measure).paired-change" }
  /// `reached.paired-then`: their share in the cycle before.
  public static func then(_ measure: String) -> String { "\(measure).paired-then" }
  /// `reached.paired-now`: their share in this cycle.
  public static func now(_ measure: String) -> String { "\(measure).paired-now" }

  static func figures(_ facts: CycleFacts) -> [Figure] {
    let rows = facts.pairs.filter { $0.children > 0 }
    let figures = rows.compactMap { row -> Figure? in
      guard
        let change = ProportionDifference(
          both: row.both, first: row.nowOnly, second: row.thenOnly, neither: row.neither),
        let kind = Figure.Kind(rawValue: row.kind)
      else { return nil }
      return Figure(
        measure: id(row.measure), kind: kind, place: kind == .authority ? Figure.authorityPlace : row.place,
        cycle: facts.cycle.label, numerator: .given(Double(row.nowOnly - row.thenOnly)),
        denominator: .given(Double(row.children)), value: change.value, interval: change.interval)
    }
    return judged(figures, rows) + rows.flatMap { shares($0, facts) }
  }

  private static func shares(_ row: CycleContent.PairedCount, _ facts: CycleFacts) -> [Figure] {
    guard let kind = Figure.Kind(rawValue: row.kind) else { return [] }
    return [(then(row.measure), row.both + row.thenOnly), (now(row.measure), row.both + row.nowOnly)].map {
      id, events in
      Figure(
        measure: id, kind: kind, place: kind == .authority ? Figure.authorityPlace : row.place,
        cycle: facts.cycle.label, numerator: .given(Double(events)), denominator: .given(Double(row.children)),
        value: Double(events) / Double(row.children),
        interval: Wilson.interval(events: Double(events), of: Double(row.children)))
    }
  }

  /// McNemar's exact mid-p of those who changed, one family a measure and kind of place.
  private static func judged(_ figures: [Figure], _ rows: [CycleContent.PairedCount]) -> [Figure] {
    var result = figures
    for measure in measures {
      for kind in Figure.Kind.allCases {
        let family = figures.indices.filter { figures[$0].measure == id(measure) && figures[$0].kind == kind }
        let tests = family.map {
          MidPTest.twoSided(events: rows[$0].nowOnly, of: rows[$0].nowOnly + rows[$0].thenOnly, rate: 0.5)
        }
        for ((index, p), q) in zip(zip(family, tests), BenjaminiHochberg.adjusted(tests)) {
          if let p, let q { result[index].comparison = .init(rate: 0.5, p: p, q: q) }
        }
      }
    }
    return result
  }

  static func entries(_ facts: CycleFacts) -> [MeasureEntry] {
    guard let since = facts.pairs.first?.since else { return [] }
    let done = ["reached": "reached", "reached-here": "reached by their own centre", "sustained": "in sustained use"]
    return measures.filter { measure in facts.pairs.contains { $0.measure == measure } }.flatMap { measure in
      let what = done[measure] ?? measure
      let shares = [(then(measure), since), (now(measure), facts.cycle.label)].map { id, label in
        MeasureEntry(
          id: id, title: "Same children as in the other cycle: \(what) in \(label)",
          question: "Of the children counted here in both cycles, what share was \(what) in \(label)?",
          numerator: "children \(what) in \(label)",
          denominator: "children counted in both cycles who lived here both times", polarity: "higher-is-better",
          unit: "share", period: label, source: "the authority's enrolments and service use of both cycles",
          method: "numerator / denominator. 95 % interval by Wilson's score method. Internal only.", theme: "reach",
          kinds: [.area, .catchment, .authority])
      }
      return shares + [
        MeasureEntry(
          id: id(measure), title: "Change since \(since), same children: \(what)",
          question: "Of the children counted here in both cycles, how many more in 100 were \(what) than then?",
          numerator: "children \(what) now and not then, less those then and not now",
          denominator: "children counted in both cycles who lived here both times", polarity: "higher-is-better",
          unit: "difference", period: "\(since) and \(facts.cycle.label)",
          source: "the authority's enrolments and service use of both cycles",
          method:
            "Paired: (now only − then only) / children. 95 % interval by Newcombe's hybrid score method for paired "
            + "data (Stat Med 1998;17:2635, method 10); p by McNemar's exact test, mid-p. Internal only.",
          caveats: [
            "Children who came of age, left or moved between the cycles are not in it.",
            "That something changed does not say why.",
          ], theme: "reach", kinds: [.area, .catchment, .authority])
      ]
    }
  }
}
