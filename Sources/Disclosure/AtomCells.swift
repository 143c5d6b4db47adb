import Tally

/// The cells (a) of a release: enrolled, reached and sustained by atom, small atoms joined, each count coarsened.
public struct AtomCells: Hashable, Sendable {
  /// One atom with exact counts, as an audit finds it.
  public struct Exact: Sendable {
    /// Where it is.
    public var atom: SmallAtoms.Atom
    /// Distinct eligible children.
    public var enrolled: Int
    /// Of those, with a visit.
    public var reached: Int
    /// Of those, on enough days.
    public var sustained: Int
    /// Makes an atom with its counts.
    public init(atom: SmallAtoms.Atom, enrolled: Int = 0, reached: Int = 0, sustained: Int = 0) {
      (self.atom, self.enrolled, self.reached, self.sustained) = (atom, enrolled, reached, sustained)
    }
  }

  /// The area's code; empty: outside every area.
  public var area: String
  /// The catchments' codes, sorted.
  public var catchments: [String]
  /// m², the joined atoms' included.
  public var surface: Double
  /// Coarsened.
  public var enrolled: Count
  /// Coarsened.
  public var reached: Count
  /// Coarsened.
  public var sustained: Count

  /// Joins the small atoms, then coarsens. In the order of area and catchments, whatever the order they came in.
  ///
  /// An atom without surface is there only if somebody lives in it: whether an empty one was listed must not show.
  public static func release(
    _ atoms: [Exact], surfaces: [String: Double], coarsening: Coarsening
  ) -> [AtomCells] {
    joined(atoms, surfaces: surfaces).compactMap { atom in
      guard atom.atom.surface > 0 || atom.enrolled > 0 else { return nil }
      return AtomCells(
        area: atom.atom.area, catchments: atom.atom.catchments, surface: atom.atom.surface,
        enrolled: coarsening.coarsen(atom.enrolled), reached: coarsening.coarsen(atom.reached),
        sustained: coarsening.coarsen(atom.sustained))
    }
  }

  /// The atoms that are left when small ones have joined, with the counts and surfaces of those.
  static func joined(_ atoms: [Exact], surfaces: [String: Double]) -> [Exact] {
    let ordered = atoms.sorted { left, right in
      left.atom.area != right.atom.area
        ? left.atom.area < right.atom.area : left.atom.catchments.lexicographicallyPrecedes(right.atom.catchments)
    }
    let targets = SmallAtoms.targets(of: ordered.map(\.atom), surfaces: surfaces)
    var result = ordered
    for (index, target) in targets.enumerated() where target != index {
      result[target].atom.surface += ordered[index].atom.surface
      result[target].enrolled += ordered[index].enrolled
      result[target].reached += ordered[index].reached
      result[target].sustained += ordered[index].sustained
    }
    return zip(result, targets).enumerated().filter { $0.offset == $0.element.1 }.map(\.element.0)
  }
}
