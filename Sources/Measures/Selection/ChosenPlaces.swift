import Geometry
import Workspace

/// Places that somebody named or drew, with every figure that a catchment has: of whole small areas, of whole atoms, or of
/// shares of atoms by surface.
public struct ChosenPlaces: Sendable {
  /// How places were chosen.
  public enum Origin: Hashable, Sendable {
    /// By the codes of so many areas.
    case codes(Int)
    /// One small area, by its code.
    case area(String)
    /// Around a point, in metres.
    case ring(Int)
    /// The polygons of a file, together or each by its code.
    case file(String, isEach: Bool)
  }

  /// The cycle's facts with the places in the catchments' stead.
  public let facts: CycleFacts
  /// By place, in the order of the facts' catchments: the share of each area that counts, by the area's code.
  public let shares: [[String: Double]]
  /// By place: what it is made of.
  public let shapes: [MultiPolygon]
  /// How they were chosen.
  public let origin: Origin
  /// What they are made of; nil: whole areas by their codes.
  public let making: DrawnPlaces.Making?
  /// By place: how many atoms count for it; empty where areas were named.
  public let atoms: [Int]
  /// What stands for the choice in the ids of figures.
  public let mark: String

  /// The place of a figure's id of one of the places: `chosen-3fa9c2d1e0b4.N1`.
  public func figurePlace(_ index: Int) -> String { "\(mark).\(facts.catchments[index].code)" }

  /// Whether each place is made of whole small areas.
  public var isWhole: Bool { shares.allSatisfy { $0.values.allSatisfy { $0 == 1 } } }
  /// The codes of all areas that count for some place.
  public var areas: Set<String> { Set(shares.flatMap(\.keys)) }

  /// Whole small areas together, by their codes; nil where none of the codes is an area's.
  public init?(
    areas codes: Set<String>, code: String = "selection", name: String, origin: Origin? = nil, facts: CycleFacts,
    shapes: [String: MultiPolygon]
  ) {
    let known = facts.areas.map(\.code).filter(codes.contains)
    guard !known.isEmpty else { return nil }
    self.facts = facts.selecting(codes, code: code, name: name)
    shares = [Dictionary(uniqueKeysWithValues: known.map { ($0, 1) })]
    let own = known.compactMap { shapes[$0] }
    // Where they cannot be joined they stand beside each other, as they were given.
    self.shapes = [
      own.count == 1 ? own[0] : (try? MultiPolygon.dissolved(own)) ?? MultiPolygon(own.flatMap(\.polygons))
    ]
    (self.origin, making, atoms) = (origin ?? .codes(known.count), nil, [])
    mark = ChosenMark.of("areas " + known.sorted().joined(separator: " "))
  }

  /// Drawn places; nil where no atom counts for any of them. `content` is the cycle's, with its shapes; `choice` says what
  /// was drawn, for the ids of figures: the file's digest, or the ring.
  public init?(
    _ drawn: DrawnPlaces, of content: CycleContent, facts: CycleFacts, origin: Origin, choice: String
  ) throws(GeometryError) {
    guard !drawn.parts.isEmpty else { return nil }
    self.facts = facts.placing(drawn, content: content)
    shares = drawn.places.indices.map { drawn.areaShares(of: $0, in: content) }
    let atomShapes = AtomShapes(content)
    var shapes: [MultiPolygon] = []
    for index in drawn.places.indices { shapes.append(try atomShapes.shape(of: index, in: drawn)) }
    self.shapes = shapes
    (self.origin, making) = (origin, drawn.making)
    mark = ChosenMark.of("\(drawn.making.rawValue) \(choice)")
    atoms = drawn.places.indices.map { index in drawn.parts.count { $0.place == index } }
  }

  /// How many areas count wholly for a place, and how many in part; nil: for any of them.
  public func areas(of place: Int?) -> (whole: Int, cut: Int) {
    let own = place.map { [shares[$0]] } ?? shares
    let cut = Set(own.flatMap { $0.filter { $0.value < 1 }.keys })
    return (Set(own.flatMap(\.keys)).subtracting(cut).count, cut.count)
  }

  /// How they were chosen and what they are made of, in English, for the notes of an export.
  public var how: String {
    let (whole, cut) = areas(of: nil)
    let parts = "\(whole) whole small area\(whole == 1 ? "" : "s")" + (cut > 0 ? " and parts of \(cut)" : "")
    let chosen =
      switch origin {
      case .codes(let number):
        "Made of \(number) whole small area\(number == 1 ? "" : "s"), named by \(number == 1 ? "its code" : "their codes")."
      case .area(let code): "Small area \(code)."
      case .ring(let metres): "Within \(metres) metres of a point."
      case .file(let name, false): "Within the polygons of \(name) together."
      case .file(let name, true): "The polygons of \(name), each by its code."
      }
    switch making {
    case nil: return chosen
    case .atoms:
      return
        "\(chosen) Made of whole atoms (parts of small areas that lie in the same catchments), each with at least half "
        + "of its surface there: \(parts)."
    case .surface:
      return
        "\(chosen) Made of shares by surface: \(parts); an estimate, as nobody looked where in a part children live."
    }
  }
}

/// The shapes of atoms: an area cut by the catchments that hold it and those that do not.
struct AtomShapes {
  private let content: CycleContent
  private let areas: [String: MultiPolygon]
  private let catchments: [(code: String, shape: MultiPolygon)]

  init(_ content: CycleContent) {
    self.content = content
    areas = Dictionary(content.areas.compactMap { area in area.shape.map { (area.code, $0) } }) { first, _ in first }
    catchments = content.catchments.compactMap { place in place.shape.map { (place.code, $0) } }
  }

  /// What a drawn place is made of: whole areas, whole atoms, or the parts of areas that lie in it.
  func shape(of place: Int, in drawn: DrawnPlaces) throws(GeometryError) -> MultiPolygon {
    let own = Dictionary(grouping: drawn.parts.filter { $0.place == place }) { content.atoms[$0.atom].area }
    var pieces: [MultiPolygon] = []
    for code in own.keys.sorted() {
      guard let area = areas[code] else { continue }
      let parts = own[code] ?? []
      let atoms = content.atoms.indices.filter {
        content.atoms[$0].area == code && !content.atoms[$0].isSet && content.atoms[$0].surface > 0
      }
      let counted = Set(parts.filter { $0.share > 0 }.map(\.atom))
      if atoms.allSatisfy(counted.contains), parts.allSatisfy({ $0.share == 1 }) {
        pieces.append(area)
      } else if drawn.making == .surface {
        pieces.append(try Shape(area).intersection(try Shape(drawn.places[place].shape)).multiPolygon)
      } else {
        pieces.append(MultiPolygon(try cut(area, atoms, counted)))
      }
    }
    return try MultiPolygon.dissolved(pieces)
  }

  /// The counted atoms of an area. The largest holds what no other does: small ones have joined it in a release.
  private func cut(_ area: MultiPolygon, _ atoms: [Int], _ counted: Set<Int>) throws(GeometryError) -> [Polygon] {
    guard let largest = atoms.max(by: { content.atoms[$0].surface < content.atoms[$1].surface }) else { return [] }
    let listed = counted.contains(largest) ? atoms.filter { !counted.contains($0) } : atoms.filter(counted.contains)
    var pieces: [MultiPolygon] = []
    for atom in listed { pieces.append(try shape(of: content.atoms[atom], area).multiPolygon) }
    let together = try MultiPolygon.union(pieces)
    return counted.contains(largest)
      ? try Shape(area).difference(try Shape(together)).multiPolygon.polygons : together.polygons
  }

  private func shape(of atom: CycleContent.Atom, _ area: MultiPolygon) throws(GeometryError) -> Shape {
    var shape = try Shape(area)
    for (code, catchment) in catchments where catchment.envelope.intersects(area.envelope) {
      let other = try Shape(catchment)
      shape = atom.catchments.contains(code) ? try shape.intersection(other) : try shape.difference(other)
    }
    return shape
  }
}

extension MultiPolygon {
  /// Areas or parts of them as one shape, without what borders that were drawn twice leave: holes and strips thinner than
  /// a metre.
  static func dissolved(_ parts: [MultiPolygon]) throws(GeometryError) -> MultiPolygon {
    func isSliver(_ ring: [Point]) -> Bool {
      let length = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
      return 2 * Polygon(exterior: ring).area < length
    }
    return MultiPolygon(
      try coverageUnion(parts).polygons.filter { !isSliver($0.exterior) }.map { polygon in
        Polygon(exterior: polygon.exterior, holes: polygon.holes.filter { !isSliver($0) })
      })
  }
}
