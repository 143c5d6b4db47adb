import Tally

/// Finds out whether every hidden cell that is shown of a set could still hold each number that it may hide.
///
/// It knows what anybody knows: sustained ≤ reached ≤ enrolled at each atom and group; the values of one group column are
/// different children of the set; every reached child used some service and some centre. Where a hidden cell is pinned
/// down, services are withheld, then centres used, then groups, until none is.
struct SetAuditor {
  let coarsening: Coarsening

  /// The cells with as many kinds withheld as it takes.
  func audited(_ cells: SetCells) -> SetCells {
    var cells = cells
    for kind in [Kind.service, .centre, .group] {
      if isSafe(cells.shown) { break }
      cells.withheld.insert(kind)
    }
    return cells
  }

  /// Whether each hidden cell could hold each of its numbers.
  func isSafe(_ cells: SetCells) -> Bool {
    let ties = Ties(cells)
    return atomsAreFree(cells, ties) && groupsAreFree(cells, ties) && usesAreFree(cells, ties)
  }

  /// What is known of the classes of a set's children.
  private struct Ties {
    var atoms = ClassBounds.zero
    /// By group column: the least that its values take of each set of classes.
    var columns: [String: SIMD8<Int>] = [:]
    /// Children reached: the least and the most that services, and centres used, allow.
    var services: ClosedRange<Int>?
    var centres: ClosedRange<Int>?

    init(_ cells: SetCells) {
      for atom in cells.atoms { atoms = atoms + (atom.bounds ?? .zero) }
      for (key, people) in cells.groups {
        columns[Names.parts(of: key).column, default: .zero] &+= people.bounds?.low ?? .zero
      }
      services = Self.reached(by: Array(cells.services.values))
      centres = Self.reached(by: Array(cells.centres.values))
    }

    /// Each use is of some of the reached, and each of the reached used one.
    static func reached(by uses: [Count]) -> ClosedRange<Int>? {
      guard let least = uses.map(\.low).max() else { return nil }
      return least...max(least, uses.reduce(0) { $0 + $1.high })
    }

    /// Whether numbers of the three classes keep every tie.
    var arePossible: Bool {
      var bounds = atoms
      for column in columns.values { bounds.low = pointwiseMax(bounds.low, column) }
      for range in [services, centres] {
        guard let range else { continue }
        bounds.low[3] = max(bounds.low[3], range.lowerBound)
        bounds.high[3] = min(bounds.high[3], range.upperBound)
      }
      return bounds.isPossible
    }
  }

  private func isHidden(_ count: Count) -> Bool { count.high == coarsening.hide }

  private func atomsAreFree(_ cells: SetCells, _ ties: Ties) -> Bool {
    for atom in cells.atoms {
      guard let own = atom.bounds else { return false }
      for part in AtomCells.parts where isHidden(atom[keyPath: part]) {
        for number in atom[keyPath: part].range {
          var fixed = atom
          fixed[keyPath: part] = Count(exactly: number)
          guard let bounds = fixed.bounds else { return false }
          var changed = ties
          changed.atoms = ties.atoms - own + bounds
          guard changed.arePossible else { return false }
        }
      }
    }
    return true
  }

  private func groupsAreFree(_ cells: SetCells, _ ties: Ties) -> Bool {
    for (key, people) in cells.groups {
      let column = Names.parts(of: key).column
      guard let own = people.bounds else { return false }
      for part in SetCells.People.parts where isHidden(people[keyPath: part]) {
        for number in people[keyPath: part].range {
          var fixed = people
          fixed[keyPath: part] = Count(exactly: number)
          guard let bounds = fixed.bounds else { return false }
          var changed = ties
          changed.columns[column, default: .zero] &+= bounds.low &- own.low
          guard changed.arePossible else { return false }
        }
      }
    }
    return true
  }

  private func usesAreFree(_ cells: SetCells, _ ties: Ties) -> Bool {
    let kinds: [(WritableKeyPath<Ties, ClosedRange<Int>?>, [String: Count])] = [
      (\.services, cells.services), (\.centres, cells.centres),
    ]
    for (place, uses) in kinds {
      for (key, count) in uses where isHidden(count) {
        for number in count.range {
          var fixed = uses
          fixed[key] = Count(exactly: number)
          var changed = ties
          changed[keyPath: place] = Ties.reached(by: Array(fixed.values))
          guard changed.arePossible else { return false }
        }
      }
    }
    return true
  }
}

extension AtomCells {
  static let parts: [WritableKeyPath<AtomCells, Count> & Sendable] = [\.enrolled, \.reached, \.sustained]

  /// What the counts allow; nil if nothing.
  var bounds: ClassBounds? {
    ClassBounds(enrolled: enrolled.range, reached: reached.range, sustained: sustained.range)
  }
}

extension SetCells.People {
  static let parts: [WritableKeyPath<SetCells.People, Count> & Sendable] = [\.enrolled, \.reached, \.sustained]

  /// What the counts allow; nil if nothing.
  var bounds: ClassBounds? {
    ClassBounds(enrolled: enrolled.range, reached: reached.range, sustained: sustained.range)
  }
}
