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
  /// All figures but those of the declared analyses.
  private(set) var plain: FigureList
  /// Figures of a composite index, of access and of clusters cost as much as all others, and few ask for them.
  private var analysed: Once<FigureList>
  private let analysisMeasures: Set<String>

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
    let (parts, ids) = (figures, Set(AnalysisMeasures.entries(facts).map(\.id)))
    analysed = Once {
      FigureList(
        AnalysisFigures(facts: facts, members: members, figures: parts, seed: seed).figures()
          .filter { ids.contains($0.measure) })
    }
    analysisMeasures = ids
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
    plain = FigureList(
      Comparisons.compared(
        FigureList.ordered(figures), with: facts.declaredMeasures.filter { $0.unit == "share" && $0.per == 1 }.map(\.id)
      ))
    if let asked, ComparedMeasures.isAsked(asked) {
      let compared = ComparedFigures(book: self, seed: seed).figures(asked: asked)
      self.dictionary = dictionary.adding(compared.entries)
      plain = FigureList(FigureList.ordered(plain.figures + compared.figures))
    }
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
    let analysed = analysed
    book.plain = FigureList(plain.figures.map { $0.at(level) })
    book.analysed = Once { FigureList(analysed.value.figures.map { $0.at(level) }) }
    return book
  }

  /// All figures, in the order of measure, kind (area, catchment, centre, authority) and place. O(n log n) where audit.yml
  /// declares analyses.
  public var figures: [Figure] {
    analysisMeasures.isEmpty ? plain.figures : FigureList.ordered(plain.figures + analysed.value.figures)
  }

  /// The figure of an id; nil where there is none.
  public func figure(id: String) -> Figure? {
    isAnalysis(String(id.prefix { $0 != "@" })) ? analysed.value[id] : plain[id]
  }

  /// The figure of a measure at a place.
  public func figure(_ measure: String, at place: String) -> Figure? {
    let id = facts.figureID(measure, at: place)
    return isAnalysis(measure) ? analysed.value[id] : plain[id]
  }

  /// The figures of a measure, or of all that begin with what stands before a `*`; of a place; of a kind of place.
  public func figures(measure: String? = nil, place: String? = nil, kind: Figure.Kind? = nil) -> [Figure] {
    func fits(_ id: String) -> Bool { measure.map { Self.matches(id, $0) } ?? true }
    let all = analysisMeasures.contains(where: fits) ? figures : plain.figures
    return all.filter {
      fits($0.measure) && (place == nil || $0.place == place) && (kind == nil || $0.kind == kind)
    }
  }

  private func isAnalysis(_ measure: String) -> Bool { analysisMeasures.contains(measure) }
}
