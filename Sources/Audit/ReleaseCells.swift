import Disclosure
import Measures
import Workspace

extension CycleContent {
  /// The exact counts that a release is made of.
  var exactCells: ExactCells {
    var cells = ExactCells()
    cells.atoms = atoms.map { atom in
      .init(atom: .init(area: atom.area, catchments: atom.catchments, surface: atom.surface))
    }
    for row in tallies {
      let count = row.count.low
      switch (row.by, row.measure) {
      case ("all", "enrolled"): cells.atoms[row.atom].enrolled = count
      case ("all", "reached"): cells.atoms[row.atom].reached = count
      case ("all", "sustained"): cells.atoms[row.atom].sustained = count
      case (_, "visits"): continue
      default:
        guard let kind = Kind(rawValue: row.by) else { continue }
        cells.splits.append(.init(atom: row.atom, kind: kind, key: row.key, measure: row.measure, count: count))
      }
    }
    for row in centreVisits where row.by == "all" || row.by == "service" || row.by == "month" {
      cells.visits.append(
        .init(centre: row.centre, kind: Kind(rawValue: row.by), key: row.key, count: row.count.low))
    }
    cells.surfaces = Dictionary(areas.map { ($0.code, $0.surface) }) { first, _ in first }
    cells.names = Names(
      services: Set(namedServices), groups: Set(namedGroups), centres: Set(centres.map(\.code)))
    cells.sensitiveColumns = Set(cycle.sensitiveGroups)
    cells.sustainedDays = cycle.sustainedDays
    return cells
  }

  /// Adds the cells of a release as rows: people on atoms, what is split on catchment sets, visits on centres.
  mutating func add(_ cells: ReleasedCells) {
    for cell in cells.atoms {
      let atom = atoms.count
      atoms.append(.init(area: cell.area, catchments: cell.catchments, surface: cell.surface))
      let counts = [("enrolled", cell.enrolled), ("reached", cell.reached), ("sustained", cell.sustained)]
      tallies += counts.map { .init(atom: atom, measure: $0.0, by: "all", key: "", count: $0.1) }
    }
    for cell in cells.sets { add(cell) }
    for cell in cells.centres { add(cell) }
  }

  private mutating func add(_ cell: SetCells) {
    let set = atoms.count
    atoms.append(.init(set: cell.catchments))
    for (key, people) in cell.groups.sorted(by: { $0.key < $1.key }) {
      let counts = [("enrolled", people.enrolled), ("reached", people.reached), ("sustained", people.sustained)]
      tallies += counts.map { .init(atom: set, measure: $0.0, by: "group", key: key, count: $0.1) }
    }
    for (by, counts) in [("service", cell.services), ("centre", cell.centres)] {
      tallies += counts.sorted { $0.key < $1.key }.map {
        .init(atom: set, measure: "reached", by: by, key: $0.key, count: $0.value)
      }
    }
    withheld += cell.withheld.map(\.rawValue).sorted().map { .init(set: set, by: $0) }
  }

  private mutating func add(_ cell: CentreCells) {
    if let visits = cell.visits {
      centreVisits.append(.init(centre: cell.centre, by: "all", key: "", count: visits))
    } else {
      withheld.append(.init(set: nil, centre: cell.centre, by: "all"))
    }
    for (by, counts) in [("service", cell.services), ("month", cell.months)] {
      centreVisits += counts.sorted { $0.key < $1.key }.map {
        .init(centre: cell.centre, by: by, key: $0.key, count: $0.value)
      }
    }
    withheld += cell.withheld.map(\.rawValue).sorted().map { .init(set: nil, centre: cell.centre, by: $0) }
  }
}

extension CycleContent {
  /// The audit's own measures that a release can show: those of what it does not hold
  /// (visits of an area's children, months) or may not name are left out.
  var releasedMeasures: [DeclaredMeasure] {
    declaredMeasures.filter { declared in
      let terms = [declared.numerator, declared.denominator].compactMap { try? MeasureTerm($0) }
      return terms.flatMap(\.counted).allSatisfy { counted in
        guard counted.measure != "visits" else { return false }
        return switch counted.by {
        case "group": namedGroups.contains(counted.key)
        case "service": counted.measure == "reached" && namedServices.contains(counted.key)
        case "centre": counted.measure == "reached"
        case "month": false
        default: true
        }
      }
    }
  }
}
