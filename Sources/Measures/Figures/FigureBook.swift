import Dispatch
import Statistics
import Synchronization
import Workspace

/// All figures of a cycle: computed once from the facts, the same way from exact counts and from a release.
///
/// ```swift
/// let book = FigureBook(facts: try workspace.facts(cycle: nil))
/// book.figure("reached.rate", at: "CC01")?.interval
/// ```
public struct FigureBook: Sendable {
  /// What the figures were computed from.
  public let facts: CycleFacts
  /// What they mean.
  public private(set) var dictionary: MeasureDictionary
  /// The figures, in the order of measure, kind (area, catchment, centre, authority) and place.
  public private(set) var figures: [Figure]
  private var positions: [String: Int]

  /// The seed of draws where audit.yml names none.
  public static let defaultSeed = "needs"

  /// Computes all figures. No figure has no entry in the dictionary.
  ///
  /// `asked` may name a measure that carries its own declaration, as `imd.rebuilt.income=40+crime=60`; it is then among
  /// them. The areas' own scores of a rebuilt index are among them only where `asked` names it, or the beginning of it with
  /// a `*`; so are what a run says of itself, the parts of places and places beside each other (`run.*`, `rows-used.*`, `share-of-area.*`,
  /// `rank.*`, `likeness.*`).
  /// `others` are figures that come from elsewhere than the facts, with their entries.
  public init(
    facts: CycleFacts, asked: String? = nil, seed: String = Self.defaultSeed,
    others: (figures: [Figure], entries: [MeasureEntry]) = ([], [])
  ) {
    self.facts = facts
    var dictionary = MeasureDictionary(of: facts).adding(others.entries)
    let members = MembersOfPlaces(facts)
    let people = PeopleFigures(facts: facts, members: members)
    let rebuilt = RebuiltIndexFigures(facts: facts, members: members)
    var figures = Self.atOnce([
      { people.figures() },
      {
        DeprivationFigures(facts: facts, members: members).figures { id in
          asked.map { Self.matches(id, $0) } ?? false
        }
      },
      { rebuilt.figures { id in asked.map { Self.matches(id, $0) } ?? false } },
      { IndicatorFigures(facts: facts, members: members).figures() },
      { BoundFigures(facts: facts, within: people.withinAreas).figures() },
      { EquityFigures(facts: facts, seed: seed).figures() },
      { people.hasPeople ? UseFigures(facts: facts, members: members).figures() : [] },
      { DeclaredFigures(facts: facts, members: members, within: people.withinAreas).figures() },
      { DenominatorMeasures(facts: facts, members: members).figures() }, { PairedFigures.figures(facts) },
    ])
    figures += AnalysisFigures(facts: facts, members: members, figures: figures, seed: seed).figures()
    if let asked, let weights = RebuiltIndexFigures.weights(declaredBy: asked) {
      figures += rebuilt.figures(asked, weights, ofAreas: true)
      dictionary = dictionary.adding([RebuiltIndexFigures.entry(asked, "declared weights", weights, facts)])
    }
    if let asked {
      let run = RunFigures(facts: facts, members: members).figures(asked: asked)
      figures += run.figures
      dictionary = dictionary.adding(run.entries)
    }
    figures = (figures + others.figures).filter { dictionary[$0.measure] != nil }
    self.dictionary = dictionary
    self.figures = Comparisons.compared(
      Self.ordered(figures), with: facts.declaredMeasures.filter { $0.unit == "share" && $0.per == 1 }.map(\.id))
    positions = Self.positions(of: self.figures)
    if let asked, ComparedMeasures.isAsked(asked) {
      let compared = ComparedFigures(book: self, seed: seed).figures(asked: asked)
      self.dictionary = dictionary.adding(compared.entries)
      self.figures = Self.ordered(self.figures + compared.figures)
      positions = Self.positions(of: self.figures)
    }
  }

  private static func ordered(_ figures: [Figure]) -> [Figure] {
    let order = Dictionary(uniqueKeysWithValues: Figure.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    return figures.sorted { one, other in
      (one.measure, order[one.kind] ?? 0, one.place) < (other.measure, order[other.kind] ?? 0, other.place)
    }
  }

  private static func positions(of figures: [Figure]) -> [String: Int] {
    Dictionary(figures.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// Computes parts that know nothing of each other at the same time, and joins them in their order.
  private static func atOnce(_ parts: [@Sendable () -> [Figure]]) -> [Figure] {
    let results = Mutex<[Int: [Figure]]>([:])
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let figures = parts[index]()
      results.withLock { $0[index] = figures }
    }
    return results.withLock { results in parts.indices.flatMap { results[$0] ?? [] } }
  }

  /// The same figures with intervals of another level.
  public func at(_ level: ConfidenceLevel) -> FigureBook {
    var book = self
    book.figures = figures.map { $0.at(level) }
    return book
  }

  /// The figure of an id; nil where there is none.
  public func figure(id: String) -> Figure? { positions[id].map { figures[$0] } }

  /// The figure of a measure at a place.
  public func figure(_ measure: String, at place: String) -> Figure? {
    figure(id: Figure.id(measure: measure, place: place, cycle: facts.cycle.label))
  }

  /// The figures of a measure, of a place, or both.
  public func figures(measure: String? = nil, place: String? = nil, kind: Figure.Kind? = nil) -> [Figure] {
    figures.filter {
      (measure == nil || $0.measure == measure) && (place == nil || $0.place == place)
        && (kind == nil || $0.kind == kind)
    }
  }
}
