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

  /// Coarsens an atom; nil where it has neither surface nor a child.
  ///
  /// An atom without surface is there only if somebody lives in it: whether an empty one was listed must not show.
  init?(_ exact: Exact, _ coarsening: Coarsening) {
    guard exact.atom.surface > 0 || exact.enrolled > 0 else { return nil }
    self.init(
      area: exact.atom.area, catchments: exact.atom.catchments, surface: exact.atom.surface,
      enrolled: coarsening.coarsen(exact.enrolled), reached: coarsening.coarsen(exact.reached),
      sustained: coarsening.coarsen(exact.sustained))
  }

  private init(
    area: String, catchments: [String], surface: Double, enrolled: Count, reached: Count, sustained: Count
  ) {
    self.area = area
    self.catchments = catchments
    self.surface = surface
    self.enrolled = enrolled
    self.reached = reached
    self.sustained = sustained
  }
}

/// The atoms that are left when small ones have joined, with the counts and surfaces of those.
struct JoinedAtoms {
  /// In the order of area and catchments.
  let atoms: [AtomCells.Exact]
  /// For each atom as it came in, the catchments of the one that it is in now.
  let catchments: [[String]]

  init(_ exact: [AtomCells.Exact], surfaces: [String: Double]) {
    let order = exact.indices.sorted { left, right in
      let (left, right) = (exact[left].atom, exact[right].atom)
      return left.area != right.area
        ? left.area < right.area : left.catchments.lexicographicallyPrecedes(right.catchments)
    }
    let targets = SmallAtoms.targets(of: order.map { exact[$0].atom }, surfaces: surfaces)
    var joined = order.map { exact[$0] }
    var places = exact.map(\.atom.catchments)
    for (index, target) in targets.enumerated() where target != index {
      let small = exact[order[index]]
      joined[target].atom.surface += small.atom.surface
      joined[target].enrolled += small.enrolled
      joined[target].reached += small.reached
      joined[target].sustained += small.sustained
      places[order[index]] = exact[order[target]].atom.catchments
    }
    atoms = targets.indices.filter { targets[$0] == $0 }.map { joined[$0] }
    catchments = places
  }
}
