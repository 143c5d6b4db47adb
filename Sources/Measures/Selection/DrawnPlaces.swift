import Geodata
import Geometry
import SpatialJoin
import Tally
import Workspace

/// A place that was no declared catchment of the audit: a ward, a ring, a polygon that somebody drew.
public struct DrawnPlace: Hashable, Sendable {
  /// The code, unique among the places.
  public var code: String
  /// The name, or the code where there is none.
  public var name: String
  /// The shape in the analysis CRS.
  public var shape: MultiPolygon

  /// Makes a place.
  public init(code: String, name: String, shape: MultiPolygon) {
    (self.code, self.name, self.shape) = (code, name.isEmpty ? code : name, shape)
  }

  /// The features of a layer that have a shape, in the order of their codes.
  public static func places(of layer: Layer) -> [DrawnPlace] {
    layer.features.compactMap { feature in
      feature.shape.map { DrawnPlace(code: feature.code, name: feature.name, shape: $0) }
    }.sorted { $0.code < $1.code }
  }
}

/// What drawn places are made of: whole atoms (small area × set of catchments), or shares of atoms by surface.
///
/// Points are never counted in a polygon that was not a declared catchment (measures.md, Disclosure 6).
public struct DrawnPlaces: Sendable {
  /// What a place is made of.
  public enum Making: String, Sendable, CaseIterable {
    /// Atoms of which at least half of the surface lies in the place, whole.
    case atoms
    /// Every atom by the share of its surface that lies in the place: an estimate, for exact workspaces.
    case surface
  }

  /// An atom that counts for a place.
  public struct Part: Hashable, Sendable {
    /// Index into the places.
    public var place: Int
    /// Index into the cycle's atoms.
    public var atom: Int
    /// The share of the atom that counts, 0…1; 1 for whole atoms.
    public var share: Double
  }

  /// The places, as they were given.
  public let places: [DrawnPlace]
  /// What they are made of.
  public let making: Making
  /// The atoms that count, by place and then atom.
  public let parts: [Part]
  /// Atoms that belong to no place.
  public let outside: [Int]

  /// A smaller share is the trace of borders drawn twice.
  static let leastShare = 1e-6

  /// Cuts the areas by the catchments and the places. Needs the content's areas and catchments with their shapes.
  ///
  /// An atom without surface (homes on a border) follows the largest atom of its area, as a small one does in a release.
  public init(
    _ places: [DrawnPlace], of content: CycleContent, making: Making = .atoms, threads: Int = 1
  ) {
    (self.places, self.making) = (places, making)
    let atoms = content.atoms.indices.filter { !content.atoms[$0].isSet && !content.atoms[$0].area.isEmpty }
    var numbers: [CycleContent.Atom: Int] = [:]
    var largest: [String: Int] = [:]
    for index in atoms {
      let atom = content.atoms[index]
      numbers[Self.key(atom.area, atom.catchments)] = index
      if let best = largest[atom.area], content.atoms[best].surface >= atom.surface { continue }
      largest[atom.area] = index
    }
    let catchments = content.catchments
    let cuts = AtomSurfaces.partition(
      areas: content.areas.map(\.shape), catchments: catchments.map(\.shape) + places.map(\.shape), threads: threads)
    var whole: [Int: Double] = [:]
    var held: [Int: [Int: Double]] = [:]
    for cut in cuts {
      let area = content.areas[cut.area].code
      let set = cut.catchments.filter { $0 < catchments.count }.map { catchments[$0].code }
      guard let atom = numbers[Self.key(area, set)] ?? largest[area] else { continue }
      whole[atom, default: 0] += cut.surface
      for place in cut.catchments where place >= catchments.count {
        held[place - catchments.count, default: [:]][atom, default: 0] += cut.surface
      }
    }
    func share(_ atom: Int, of place: Int) -> Double {
      var atom = atom
      if (whole[atom] ?? 0) <= 0, let other = largest[content.atoms[atom].area] { atom = other }
      guard let all = whole[atom], all > 0 else { return 0 }
      let share = (held[place]?[atom] ?? 0) / all
      switch making {
      // Half is half, whichever way the last bit of two surfaces falls.
      case .atoms: return share >= 0.5 - 1e-9 ? 1 : 0
      case .surface: return share > 1 - Self.leastShare ? 1 : share < Self.leastShare ? 0 : share
      }
    }
    parts = places.indices.flatMap { place in
      held[place] == nil
        ? []
        : atoms.compactMap { atom in
          let part = Part(place: place, atom: atom, share: share(atom, of: place))
          return part.share > 0 ? part : nil
        }
    }
    let used = Set(parts.map(\.atom))
    outside = atoms.filter { !used.contains($0) }
  }

  private static func key(_ area: String, _ catchments: [String]) -> CycleContent.Atom {
    CycleContent.Atom(area: area, catchments: catchments, surface: 0)
  }

  /// The share of each area that counts for a place, by code: its atoms' surfaces that count over all of its atoms'.
  public func areaShares(of place: Int, in content: CycleContent) -> [String: Double] {
    var whole: [String: Double] = [:]
    for atom in content.atoms where !atom.isSet && !atom.area.isEmpty { whole[atom.area, default: 0] += atom.surface }
    var shares: [String: Double] = [:]
    for part in parts where part.place == place {
      let atom = content.atoms[part.atom]
      if let all = whole[atom.area], all > 0 { shares[atom.area, default: 0] += part.share * atom.surface / all }
    }
    return shares.mapValues { $0 > 1 - Self.leastShare ? 1 : $0 }.filter { $0.value >= Self.leastShare }
  }
}

extension CycleFacts {
  /// The same facts with drawn places in the catchments' stead, so that every figure of a catchment exists for them, by the
  /// same definitions; what only catchments have (reached here, groups, services, flows) they have not.
  ///
  /// Children are added over whole atoms, or by their shares; a share's count lies between the children of the atoms that
  /// lie wholly in the place and those of all that touch it. Areas' own numbers reach a place by the surface that counts;
  /// where all areas are whole, no rule is needed.
  public func placing(_ drawn: DrawnPlaces, content: CycleContent) -> CycleFacts {
    var counts: [Int: PeopleCounts] = [:]
    for row in content.tallies where row.by == "all" { counts[row.atom, default: .none].add(row) }
    let shares = drawn.places.indices.map { drawn.areaShares(of: $0, in: content) }
    let rule = shares.allSatisfy { $0.values.allSatisfy { $0 == 1 } } ? cycle.rule : ApportionmentRule.area
    let parts = Dictionary(grouping: drawn.parts, by: \.place)
    let surfaces = Dictionary(areas.map { ($0.code, $0.surface) }) { first, _ in first }
    var facts = self
    facts.catchments = drawn.places.enumerated().map { index, place in
      var people = PeopleCounts.none
      for part in parts[index] ?? [] {
        guard let here = counts[part.atom] else { continue }
        people.enrolled += here.enrolled.share(part.share)
        people.reached += here.reached.share(part.share)
        people.sustained += here.sustained.share(part.share)
      }
      return CatchmentFacts(
        code: place.code, name: place.name,
        surface: shares[index].sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (surfaces[$1.key] ?? 0) },
        people: people, reachedHere: nil, visitsHere: nil, splits: [])
    }
    facts.weights = drawn.places.indices.flatMap { index in
      shares[index].sorted { $0.key < $1.key }.map {
        .init(catchment: drawn.places[index].code, area: $0.key, rule: rule, weight: $0.value)
      }
    }
    facts.flows = []
    return facts
  }
}

extension Count {
  /// A share of the people counted: nobody knows which, so they are between none and all.
  func share(_ share: Double) -> Count {
    share == 1 ? self : Count(value: value * share, low: 0, high: high)
  }
}
