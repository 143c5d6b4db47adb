import Geometry
import SpatialJoin
import Workspace

extension CycleReading {
  /// Distances, neighbours and supply for what the audit declares of an index, access and clusters.
  ///
  /// - Throws: a refusal where a component or a cluster is of nothing that this audit has.
  mutating func analyse() throws {
    let analyses = file.analyses
    guard !analyses.isEmpty else { return }
    try check(analyses)
    content.analyses = analyses
    if analyses.index != nil || analyses.access != nil {
      let centres = content.centres.compactMap { centre in centre.point.map { (centre.code, $0) } }
      let middles = try areaCentres()
      content.distances = zip(areas, middles).flatMap { area, middle -> [CentreDistance] in
        guard let middle else { return [] }
        return centres.map { .init(area: area.code, centre: $0.0, metres: middle.distance(to: $0.1)) }
      }
    }
    if !analyses.clusters.isEmpty {
      let lists = Contiguity.neighbours(areas.map(\.shape), threads: CycleReading.threads)
      content.neighbours = lists.enumerated().flatMap { area, others in
        others.filter { $0 > area }.map { .init(area: areas[area].code, other: areas[$0].code) }
      }
    }
    if let access = analyses.access, let hours = try readOffers()?.hours(of: access.services) {
      content.supply = content.centres.map { .init(centre: $0.code, hours: hours[$0.code] ?? 0) }
    }
  }

  private func check(_ analyses: DeclaredAnalyses) throws {
    let known =
      AnalysisBlocks.measures + content.indicators.filter { $0.level == "area" }.map(\.id) + file.measures.map(\.id)
    func refuse(_ block: String, _ id: String, _ known: [String]) throws {
      guard !known.contains(id) else { return }
      throw AuditError(
        "\(file.source.name): \(block): \(id) has no values by area in this audit; "
          + NearestWord.hint(for: id, among: known), exitCode: 78)
    }
    for component in analyses.index?.components ?? [] { try refuse("index: components", component.measure, known) }
    for cluster in analyses.clusters { try refuse("clusters", cluster, known.filter { $0 != "distance" }) }
    if let access = analyses.access {
      try refuse("access: people", access.people, content.denominatorSets.map(\.id))
      guard file.offers != nil else {
        throw AuditError(
          "\(file.source.name): access: needs offers:, which say how many hours each centre gives", exitCode: 78)
      }
    }
  }
}
