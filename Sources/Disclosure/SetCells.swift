import Tally

/// The cells (b) of a release: what is shown of the children of one catchment set, an atom's set without its area.
public struct SetCells: Hashable, Sendable {
  /// The three counts of people of a group.
  public struct People: Hashable, Sendable {
    /// Coarsened.
    public var enrolled: Count
    /// Coarsened.
    public var reached: Count
    /// Coarsened.
    public var sustained: Count
  }

  /// The catchments' codes, sorted; empty: in none.
  public var catchments: [String]
  /// The atoms' cells that lie in it.
  public var atoms: [AtomCells]
  /// By group, `column=value`.
  public var groups: [String: People] = [:]
  /// Children reached, by service.
  public var services: [String: Count] = [:]
  /// Children reached, by centre used.
  public var centres: [String: Count] = [:]
  /// The kinds that are not shown, whether or not there would be something to show.
  public var withheld: Set<Kind> = []

  /// Enrolled, reached and sustained of all its atoms.
  public var sums: People {
    var sums = People(enrolled: .zero, reached: .zero, sustained: .zero)
    for atom in atoms {
      sums.enrolled += atom.enrolled
      sums.reached += atom.reached
      sums.sustained += atom.sustained
    }
    return sums
  }

  /// The gate: the kinds are shown only if each sum is 0 or at least 2b, as far as the release tells.
  func passesGate(base: Int) -> Bool {
    let sums = sums
    return [sums.enrolled, sums.reached, sums.sustained].allSatisfy { $0.high == 0 || $0.low >= 2 * base }
  }

  /// The same without the kinds that are withheld.
  var shown: SetCells {
    var shown = self
    if withheld.contains(.group) { shown.groups = [:] }
    if withheld.contains(.service) { shown.services = [:] }
    if withheld.contains(.centre) { shown.centres = [:] }
    return shown
  }
}
