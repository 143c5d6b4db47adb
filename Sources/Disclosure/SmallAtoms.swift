/// Joins parts of areas that are too small to be named by themselves: nobody's garden is an atom.
///
/// An atom with under 5 % of its area's surface joins the area's largest atom before anything is coarsened. Surfaces
/// decide, never the children who live there, so that what is joined says nothing of them.
public enum SmallAtoms {
  /// The share of an area's surface below which an atom joins.
  public static let leastShare = 0.05

  /// An atom as geometry: its area, its catchments and its surface in m².
  public struct Atom: Sendable {
    /// The area's code; empty: outside every area, which joins nothing.
    public var area: String
    /// The catchments' codes, sorted.
    public var catchments: [String]
    /// m².
    public var surface: Double
    /// Makes an atom.
    public init(area: String, catchments: [String], surface: Double) {
      (self.area, self.catchments, self.surface) = (area, catchments, surface)
    }
  }

  /// For each atom the place of the atom that it joins, or its own.
  ///
  /// `surfaces` are the areas' own, in m²; where one is missing or 0 the sum of its atoms stands for it. Of two equally
  /// large atoms the one with the lower catchments takes the small ones. O(n).
  public static func targets(of atoms: [Atom], surfaces: [String: Double]) -> [Int] {
    var largest: [String: Int] = [:]
    var sums: [String: Double] = [:]
    for (index, atom) in atoms.enumerated() {
      sums[atom.area, default: 0] += atom.surface
      guard let best = largest[atom.area] else {
        largest[atom.area] = index
        continue
      }
      let isLarger = atom.surface > atoms[best].surface
      let isEqualAndLower =
        atom.surface == atoms[best].surface
        && atom.catchments.lexicographicallyPrecedes(atoms[best].catchments)
      if isLarger || isEqualAndLower { largest[atom.area] = index }
    }
    return atoms.enumerated().map { index, atom in
      guard !atom.area.isEmpty else { return index }
      let given = surfaces[atom.area] ?? 0
      let whole = given > 0 ? given : sums[atom.area] ?? 0
      return atom.surface < leastShare * whole ? largest[atom.area] ?? index : index
    }
  }
}
