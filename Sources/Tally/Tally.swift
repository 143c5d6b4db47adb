/// Counts by atom and column: a monoid. A tally of some children merged with a tally of the others equals the tally of
/// all, because a child is in one atom and work is cut by child.
public struct Tally: Hashable, Sendable {
  /// What the columns mean.
  public let layout: TallyLayout
  /// How many atoms it counts for.
  public let atoms: Int
  private var cells: [Int32]

  /// Starts with nothing counted.
  public init(layout: TallyLayout, atoms: Int) {
    self.layout = layout
    self.atoms = atoms
    cells = Array(repeating: 0, count: atoms * layout.width)
  }

  /// The count in a column for an atom.
  public subscript(atom: Int, column: Int) -> Int { Int(cells[atom * layout.width + column]) }

  mutating func add(_ count: Int32 = 1, atom: Int, column: Int) {
    cells[atom * layout.width + column] += count
  }

  /// Adds another tally of other children, with the same layout and atoms. O(atoms × columns).
  public mutating func merge(_ other: Tally) {
    precondition(layout == other.layout && atoms == other.atoms, "only tallies of one layout merge")
    for index in cells.indices { cells[index] += other.cells[index] }
  }

  /// The counts over 0, in the order of atom and column.
  public var rows: [(atom: Int, column: TallyLayout.Column, count: Int)] {
    let columns = layout.columns
    var rows: [(atom: Int, column: TallyLayout.Column, count: Int)] = []
    for atom in 0..<atoms {
      for column in columns.indices where self[atom, column] != 0 {
        rows.append((atom, columns[column], self[atom, column]))
      }
    }
    return rows
  }
}
