import Tally

/// The cells, coarsened each by itself, before anything is withheld.
struct CoarseCells {
  var atoms: [AtomCells]
  var sets: [SetCells]
  var centres: [CentreCells]

  init(_ exact: ExactCells, _ coarsening: Coarsening) {
    let joining = JoinedAtoms(exact.atoms, surfaces: exact.surfaces)
    atoms = joining.atoms.compactMap { AtomCells($0, coarsening) }
    sets = Dictionary(grouping: atoms, by: \.catchments).map { SetCells(catchments: $0.key, atoms: $0.value) }
      .sorted { $0.catchments.lexicographicallyPrecedes($1.catchments) }
    centres = []
    let serviceKeys =
      exact.splits.filter { $0.kind == .service }.map(\.key) + exact.visits.filter { $0.kind == .service }.map(\.key)
    let services = Names.printed(Set(serviceKeys), named: exact.names.services)
    let centreKeys = exact.splits.filter { $0.kind == .centre }.map(\.key) + exact.visits.map(\.centre)
    let centreNames = Names.printed(Set(centreKeys), named: exact.names.centres)
    addSplits(exact, joining, services, centreNames, coarsening)
    addVisits(exact, services, centreNames, coarsening)
  }

  /// The exact count of one cell of a set.
  private struct Place: Hashable {
    var catchments: [String]
    var kind: Kind
    var key: String
    var measure: String
  }

  private mutating func addSplits(
    _ exact: ExactCells, _ joining: JoinedAtoms, _ services: [String: String], _ centreNames: [String: String],
    _ coarsening: Coarsening
  ) {
    var counts: [Place: Int] = [:]
    for split in exact.splits {
      let key: String
      switch split.kind {
      case .group: key = exact.names.group(split.key)
      case .service: key = services[split.key] ?? split.key
      case .centre: key = centreNames[split.key] ?? split.key
      case .month: continue
      }
      let place = Place(
        catchments: joining.catchments[split.atom], kind: split.kind, key: key, measure: split.measure)
      counts[place, default: 0] += split.count
    }
    // In a sensitive column every set shows the same values: those that are named, and others.
    let always = exact.sensitiveColumns.sorted().flatMap { exact.names.groups(of: $0) }
    for index in sets.indices {
      let catchments = sets[index].catchments
      let sums = sets[index].sums
      func count(_ kind: Kind, _ key: String, _ measure: String) -> Int {
        counts[Place(catchments: catchments, kind: kind, key: key, measure: measure)] ?? 0
      }
      let own = counts.filter { $0.key.catchments == catchments && $0.value > 0 }.keys
      for key in Set(own.filter { $0.kind == .group }.map(\.key)).union(
        sums.enrolled.high > 0 ? always : []
      ) {
        let isSensitive = exact.sensitiveColumns.contains(Names.parts(of: key).column)
        // Where the set has nobody of a kind, its groups have nobody: there is nothing to hide.
        func cell(_ measure: String, _ sum: Count) -> Count {
          coarsening.coarsen(count(.group, key, measure), sensitive: isSensitive && sum.high > 0)
        }
        sets[index].groups[key] = .init(
          enrolled: cell("enrolled", sums.enrolled), reached: cell("reached", sums.reached),
          sustained: cell("sustained", sums.sustained))
      }
      for place in own where place.measure == "reached" {
        let cell = coarsening.coarsen(count(place.kind, place.key, "reached"))
        if place.kind == .service { sets[index].services[place.key] = cell }
        if place.kind == .centre { sets[index].centres[place.key] = cell }
      }
    }
  }

  private mutating func addVisits(
    _ exact: ExactCells, _ services: [String: String], _ centreNames: [String: String], _ coarsening: Coarsening
  ) {
    var cells: [String: CentreCells] = [:]
    for visits in exact.visits where visits.count > 0 {
      let centre = centreNames[visits.centre] ?? visits.centre
      let count = coarsening.coarsen(visits.count)
      switch visits.kind {
      case nil: cells[centre, default: CentreCells(centre: centre)].visits = count
      case .service?:
        cells[centre, default: CentreCells(centre: centre)].services[services[visits.key] ?? visits.key] = count
      case .month?: cells[centre, default: CentreCells(centre: centre)].months[visits.key] = count
      case .centre?, .group?: continue
      }
    }
    centres = cells.values.sorted { $0.centre < $1.centre }
  }
}
