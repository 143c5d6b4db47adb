import Audit
import Evidence
import Geodata
import Geometry
import Measures
import Tally
import Workspace

/// One cycle's facts and shapes with what every page of a borough needs of them, worked out once.
public struct Borough: Sendable {
  /// What the queries say.
  public let facts: CycleFacts
  /// Shapes by the area's code, in the analysis CRS.
  public let areaShapes: [String: MultiPolygon]
  /// Shapes by the catchment's code.
  public let catchmentShapes: [String: MultiPolygon]
  /// Where each area stands in `facts.areas`.
  let areaIndex: [String: Int]
  /// Shares by catchment and rule.
  let members: [String: [ApportionmentRule: [Member]]]
  /// What the map shows, with classes that all pages of the borough share.
  let theme: MapTheme
  /// Every figure of the cycle: no page works out a figure of its own.
  public let book: FigureBook
  /// What people say and what was made of it; internal pages alone have it.
  public var evidence: EvidencePicture?
  /// The claims that left with a release; released pages alone have them.
  public var releasedClaims: [ReleasedClaim] = []
  /// The figures of the whole authority: the same book, but for a chosen place, whose own book has its areas alone.
  let whole: FigureBook
  /// Rates for the whole authority.
  let authority: PlaceRates

  /// An area that counts for a catchment.
  struct Member: Sendable {
    /// Index into `facts.areas`.
    var area: Int
    /// 0…1.
    var weight: Double
  }

  /// Works out the lookups. O(areas + weights).
  public init(
    facts: CycleFacts, areaShapes: [String: MultiPolygon] = [:], catchmentShapes: [String: MultiPolygon] = [:]
  ) {
    let book = FigureBook(facts: facts)
    self.init(
      facts: facts, areaShapes: areaShapes, catchmentShapes: catchmentShapes, book: book, whole: book,
      theme: MapTheme(book: book))
  }

  /// One chosen place of another borough: its figures from its own areas, the borough's for comparison and for the
  /// classes of maps, so that this map can be laid beside the others. O(areas chosen) figures.
  init(choosing chosen: ChosenPlaces, place index: Int = 0, in borough: Borough) {
    let facts = Self.facts(of: chosen, place: index)
    let place = facts.catchments[0]
    let alone = Self.alone(facts, chosen.shares[index])
    let isWhole = chosen.shares[index].values.allSatisfy { $0 == 1 }
    self.init(
      facts: facts, areaShapes: borough.areaShapes,
      catchmentShapes: isWhole ? [:] : [place.code: chosen.shapes[index]], book: FigureBook(facts: alone),
      whole: borough.whole, theme: borough.theme)
    evidence = borough.evidence
    releasedClaims = borough.releasedClaims
  }

  /// The facts of one chosen place, under the name that it has in the ids of figures.
  private static func facts(of chosen: ChosenPlaces, place index: Int) -> CycleFacts {
    var facts = chosen.facts
    var place = facts.catchments[index]
    facts.weights = facts.weights.filter { $0.catchment == place.code }.map { weight in
      var weight = weight
      weight.catchment = chosen.figurePlace(index)
      return weight
    }
    place.code = chosen.figurePlace(index)
    facts.catchments = [place]
    return facts
  }

  private static func alone(_ facts: CycleFacts, _ shares: [String: Double]) -> CycleFacts {
    var alone = facts
    alone.areas = facts.areas.filter { shares[$0.code] != nil }
    // An index, access and clusters are of all areas together; the page of a chosen place has none of them.
    alone.analyses = DeclaredAnalyses()
    return alone
  }

  /// Every figure that the page of a chosen place prints of it, for `needs explain`.
  static func book(
    of chosen: ChosenPlaces, place index: Int, others: (figures: [Figure], entries: [MeasureEntry])
  ) -> FigureBook {
    FigureBook(
      facts: alone(facts(of: chosen, place: index), chosen.shares[index]), asked: "*", others: others)
  }

  /// Drawn places of another borough in its catchments' stead. O(areas + weights + figures).
  init(placing drawn: DrawnPlaces, content: CycleContent, in borough: Borough) {
    let facts = borough.facts.placing(drawn, content: content)
    self.init(
      facts: facts, areaShapes: borough.areaShapes,
      catchmentShapes: Dictionary(drawn.places.map { ($0.code, $0.shape) }) { first, _ in first },
      book: FigureBook(facts: facts), whole: borough.whole, theme: borough.theme)
  }

  private init(
    facts: CycleFacts, areaShapes: [String: MultiPolygon], catchmentShapes: [String: MultiPolygon], book: FigureBook,
    whole: FigureBook, theme: MapTheme
  ) {
    self.facts = facts
    self.areaShapes = areaShapes
    self.catchmentShapes = catchmentShapes
    var index: [String: Int] = [:]
    for (position, area) in facts.areas.enumerated() { index[area.code] = position }
    areaIndex = index
    var members: [String: [ApportionmentRule: [Member]]] = [:]
    for weight in facts.weights where weight.weight > 0 {
      guard let area = index[weight.area] else { continue }
      members[weight.catchment, default: [:]][weight.rule, default: []].append(
        Member(area: area, weight: weight.weight))
    }
    for (catchment, rules) in members {
      members[catchment] = rules.mapValues { $0.sorted { $0.area < $1.area } }
    }
    self.members = members
    (self.book, self.whole, self.theme) = (book, whole, theme)
    authority = PlaceRates(Figure.authorityPlace, in: whole)
  }

  /// Σ w·x over a catchment's areas by one rule, and the areas whose number is not known.
  func apportioned(_ set: String, in catchment: String, by rule: ApportionmentRule) -> (sum: Double?, missing: [Int]) {
    var sum = 0.0
    var known = 0
    var missing: [Int] = []
    for member in members[catchment]?[rule] ?? [] {
      if let value = facts.areas[member.area].denominators[set]?.value {
        sum += member.weight * value
        known += 1
      } else {
        missing.append(member.area)
      }
    }
    return (known > 0 ? sum : nil, missing)
  }

  /// The name of a centre, or its code.
  func centreName(_ code: String, _ say: Words) -> String {
    code.isEmpty ? say("centre not given") : facts.centreName(code)
  }
}
