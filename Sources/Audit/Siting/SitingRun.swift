import Foundation
import Geodata
import Geometry
import Measures
import Siting
import SpatialJoin
import Workspace

/// Reads an audit's inputs and finds sites for a declared need. Nothing is stored.
///
/// An area's need stands at its population centroid: the given one, else the mean of its live residential postcodes, else
/// a point inside it. Distances are straight lines.
public enum SitingRun {
  /// Finds the sites.
  ///
  /// - Throws: a `Refusal`: no such indicator, candidates that cannot be read, no solver.
  public static func run(_ file: AuditFile, _ question: SitingQuestion, cycle label: String?) throws -> SitingAnswer {
    let solver = try CBC()
    var reading = try CycleReading.upToCentres(file, cycle: label)
    let offered = try candidates(question, reading)
    try reading.readCatchments()
    try reading.readPopulation()
    try reading.readIndicators()
    if question.need == .unreached {
      try reading.readEnrolments()
      try reading.readServiceUse()
      try reading.locate()
    }
    try reading.join()
    try reading.tally()
    let facts = try reading.finished().facts(name: file.name, crs: file.crs)
    let places = try reading.areaCentres()
    let weights = try needs(question.need, facts)
    var demand: [SitingProblem.Demand] = []
    var leftOut: [String] = []
    for (index, area) in facts.areas.enumerated() {
      guard let weight = weights[index], let point = places[index] else {
        leftOut.append(area.code)
        continue
      }
      demand.append(.init(code: area.code, point: point, weight: weight))
    }
    let centres = reading.content.centres.compactMap { centre in
      centre.point.map { Site(code: centre.code, point: $0) }
    }
    var sites =
      offered.map(\.site)
      + (question.existing == .offer ? centres.filter { one in !offered.contains { $0.site.code == one.code } } : [])
    var names = Dictionary(offered.map { ($0.site.code, $0.name) }) { first, _ in first }
    if question.candidates == nil {
      sites += zip(facts.areas, places).compactMap { area, point in point.map { Site(code: area.code, point: $0) } }
      for area in facts.areas { names[area.code] = area.name }
    }
    for centre in reading.content.centres where names[centre.code] == nil { names[centre.code] = centre.name }
    let problem = try SitingProblem(
      demand: demand, candidates: sites, kept: question.existing == .keep ? centres : [], sites: question.sites,
      objective: question.isCoverage ? .coverage(within: question.within) : .distance)
    let solution = try solver.solve(problem, seconds: question.seconds)
    return SitingAnswer(
      name: file.name, cycle: reading.block.label, question: question, problem: problem, solution: solution,
      chosen: chosen(solution, problem, names), leftOut: leftOut, areas: reading.areas,
      sources: facts.sources)
  }

  private static func chosen(
    _ solution: SitingSolution, _ problem: SitingProblem, _ names: [String: String]
  ) -> [SitingAnswer.Chosen] {
    let sites = problem.kept.map(\.point) + solution.chosen.map { problem.candidates[$0].point }
    var served = [(people: Double, metres: Double)](repeating: (0, 0), count: sites.count)
    for one in problem.demand {
      let metres = sites.map { $0.distance(to: one.point) }
      guard let least = metres.min(), let nearest = metres.firstIndex(of: least) else { continue }
      served[nearest].people += one.weight
      served[nearest].metres += one.weight * least
    }
    return solution.chosen.enumerated().map { place, index in
      let site = problem.candidates[index]
      let (people, metres) = served[problem.kept.count + place]
      let name = names[site.code].flatMap { $0.isEmpty ? nil : $0 } ?? site.code
      return .init(
        code: site.code, name: name, point: site.point, serves: people, metres: people > 0 ? metres / people : 0)
    }
  }

  /// Each area's need, in the order of the facts; nil where it is not known.
  private static func needs(_ need: SitingQuestion.Need, _ facts: CycleFacts) throws -> [Double?] {
    func children(_ area: CycleFacts.AreaFacts) -> Double? { area.denominators["children"]?.value }
    switch need {
    case .children: return facts.areas.map(children)
    case .unreached:
      guard facts.authority.enrolled.value > 0 else {
        throw AuditError(
          "nobody is enrolled, so it is not known who is not reached; take --need children", exitCode: 64)
      }
      return facts.areas.map { area in children(area).map { max(0, $0 - area.people.reached.value) } }
    case .deprived:
      guard let index = facts.decileIndicator else {
        throw AuditError("no indicator has national ranks, so no area is known to be deprived", exitCode: 64)
      }
      return facts.areas.map { area in
        guard let decile = facts.decile(of: area, by: index) else { return nil }
        return decile <= 2 ? children(area) : 0
      }
    case .indicator(let id):
      guard let indicator = facts.indicators.first(where: { $0.id == id }) else {
        let near = NearestWord.of(id, among: facts.indicators.map(\.id) + ["children", "unreached", "deprived"])
        throw AuditError(
          "--need \(id): is neither children, unreached, deprived nor an indicator of the audit"
            + (near.map { "; did you mean \($0)?" } ?? ""), exitCode: 64)
      }
      let values = facts.areas.map { area -> Double? in
        let value = area.indicators[id]
        return value?.numerator ?? (indicator.unit == "count" ? value?.value : nil)
      }
      guard values.contains(where: { $0 != nil }) else {
        throw AuditError(
          "--need \(id): has no count of people; give its numerator: column in audit.yml, or take another", exitCode: 64
        )
      }
      return values
    }
  }

  /// The candidates of a file: code and place of each row.
  private static func candidates(
    _ question: SitingQuestion, _ reading: CycleReading
  ) throws -> [(site: Site, name: String)] {
    guard let url = question.candidates else { return [] }
    let name = url.lastPathComponent
    let table = try Table.open(TableSource(url: url, name: name))
    func column(_ words: [String]) -> Int? {
      RoleWords.find(words, in: table.header).flatMap { table.header.firstIndex(of: $0) }
    }
    // A name is a code where there is no other.
    let code = column(RoleWords.candidate) ?? column(RoleWords.name)
    let label = column(RoleWords.name)
    var (x, y) = (column(RoleWords.easting), column(RoleWords.northing))
    var crs = question.crs
    if x == nil || y == nil {
      (x, y) = (column(RoleWords.longitude), column(RoleWords.latitude))
      crs = crs ?? "EPSG:4326"
    }
    if let places = table.places {
      (x, y) = (places.xColumn, places.yColumn)
      crs = try places.crs(stated: question.crs).definition
    }
    guard let code, let x, let y else {
      throw GeodataError(
        .data,
        "needs columns code, easting and northing (or longitude and latitude); it has: "
          + table.header.joined(separator: ", "), file: name)
    }
    let transform = try crs.flatMap { stated in
      stated == reading.file.crs
        ? nil
        : try CoordinateTransform(from: CRS(stated), to: CRS(reading.file.crs), gridFolders: reading.gridFolders)
    }
    var found: [(site: Site, name: String)] = []
    var seen: Set<String> = []
    try table.forEachRow { row in
      let first = Numeral.parse(row.bytes(x), decimal: table.decimal).value
      let second = Numeral.parse(row.bytes(y), decimal: table.decimal).value
      guard !row.isBlank(code), let first, let second,
        let point = transform == nil ? Point(x: first, y: second) : try? transform?(Point(x: first, y: second))
      else {
        throw GeodataError(.data, "a candidate without a code or a place", file: name, row: row.number)
      }
      guard seen.insert(row.text(code)).inserted else {
        throw GeodataError(.data, "the candidate \(row.text(code)) stands twice", file: name, row: row.number)
      }
      guard reading.areas.contains(where: { $0.shape?.envelope.contains(point) ?? false }) else {
        throw GeodataError(
          .data, "the candidate \(row.text(code)) lies far from every area", file: name, row: row.number,
          advice: "state the coordinates' CRS with --candidate-crs")
      }
      found.append((Site(code: row.text(code), point: point), label.map { row.text($0) } ?? row.text(code)))
    }
    return found
  }
}

extension CycleReading {
  /// A point for each area where its people are: the given centroid, the mean of its population points, or one inside it.
  mutating func areaCentres() throws -> [Point?] {
    var centres = populationCentroids(try populationGround())
    for index in centres.indices where centres[index] == nil {
      centres[index] = try areas[index].shape.flatMap { try Shape($0).pointOnSurface() }
    }
    return centres
  }
}
