import Geodata
import Geometry
import SpatialJoin
import Workspace

extension CycleReading {
  /// Works out how area figures reach catchments, by each rule that can be computed (measures.md, "four rules").
  ///
  /// An area's points are its live residential postcodes; where it has none, those of `population-points:`; where it has
  /// none of these either, it takes its share by surface, and is named.
  mutating func weigh() throws {
    let areaShapes = areas.map(\.shape)
    let overlay = AreaWeights.overlay(
      areas: areaShapes, catchments: catchments.map(\.shape), threads: CycleReading.threads)
    append(overlay, rule: .area)
    let ground = try populationGround()
    let (given, points, areaOfPoint, weights) = (ground.given, ground.points, ground.areaOfPoint, ground.weights)
    // Without points there is no more to be asked than surfaces.
    guard given != nil || directory != nil else { return }
    let catchmentIndex = AreaIndex(catchments.map(\.shape))
    let hasPoints = areaOfPoint.contains { $0 >= 0 }
    guard hasPoints || given?.areCentroids == true else { return }
    let population = PointWeights.population(
      points: points, areaOfPoint: areaOfPoint, weights: weights, areaCount: areas.count, catchments: catchmentIndex)
    let centroids = populationCentroids(ground)
    let without = PointWeights.areasWithoutPoints(
      areaOfPoint: areaOfPoint, weights: weights, areaCount: areas.count)
    // An area with no point takes its share by surface, and is named.
    let pointless = Set(without)
    var fallback = overlay.filter { pointless.contains($0.area) }
    if hasPoints {
      append(population + fallback, rule: .population)
      append(PointWeights.half(population + fallback), rule: .half)
    }
    if given?.areCentroids == true { fallback = fallback.filter { centroids[$0.area] == nil } }
    append(
      PointWeights.bestFit(centroids: centroids, catchments: catchmentIndex) + PointWeights.half(fallback),
      rule: .bestFit)
    if hasPoints, !without.isEmpty {
      let names = without.prefix(5).map { areas[$0].code }.joined(separator: ", ")
      let kind = directory == nil ? "population point" : "live residential postcode"
      content.complaints.append(
        Complaint(
          .note,
          "\(RowList.agreeing(without.count, "area holds", "areas hold")) no \(kind) (\(names)); the share by surface is taken",
          file: directory == nil ? file.populationPoints?.file : file.postcodes?.table.file, count: without.count))
    }
  }

  /// The points that stand for the population and the area of each; read once, whatever the catchments.
  mutating func populationGround() throws -> PopulationGround {
    if let ground { return ground }
    let given = try readPopulationPoints()
    var points = directory?.livingResidentialPoints ?? []
    var areaOfPoint: [Int] = []
    var weights = [Double](repeating: 1, count: points.count)
    if given != nil || directory != nil {
      let index = AreaIndex(areas.map(\.shape))
      areaOfPoint = points.map { index.first(covering: $0) ?? -1 }
      if let given, !given.areCentroids { add(given, index, &points, &areaOfPoint, &weights) }
    }
    let found = PopulationGround(given: given, points: points, areaOfPoint: areaOfPoint, weights: weights)
    ground = found
    return found
  }

  /// Where each area's people are: the given centroid, or the mean of its points; nil where it has neither.
  func populationCentroids(_ ground: PopulationGround) -> [Point?] {
    var centroids = PointWeights.centroids(
      points: ground.points, areaOfPoint: ground.areaOfPoint, weights: ground.weights, areaCount: areas.count)
    if let given = ground.given, given.areCentroids {
      let place = Dictionary(areas.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
      for (code, point) in zip(given.areas, given.points) {
        if let area = code.flatMap({ place[$0] }) { centroids[area] = point }
      }
    }
    return centroids
  }

  private mutating func readPopulationPoints() throws -> PopulationPoints? {
    guard let block = file.populationPoints else { return nil }
    let found = try paths.file(block)
    let given = try PopulationPoints.read(block, found, analysisCRS: file.crs, gridFolders: gridFolders)
    content.complaints += given.complaints
    try note(
      found, role: "population-points", rows: given.rowCount, used: given.points.count,
      reading: given.reading + (given.areCentroids ? "; one point an area: its centroid, for best-fit" : ""),
      rights: block.rights)
    return given
  }

  /// Adds the given points of areas that hold no postcode.
  private func add(
    _ given: PopulationPoints, _ index: AreaIndex, _ points: inout [Point], _ areaOfPoint: inout [Int],
    _ weights: inout [Double]
  ) {
    let place = Dictionary(areas.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
    let served = Set(areaOfPoint)
    for (number, point) in given.points.enumerated() {
      let area = given.areas[number].map { place[$0] ?? -1 } ?? index.first(covering: point) ?? -1
      guard area >= 0, !served.contains(area) else { continue }
      points.append(point)
      areaOfPoint.append(area)
      weights.append(given.weights[number])
    }
  }

  private mutating func append(_ weights: [OverlayWeight], rule: ApportionmentRule) {
    content.weights += weights.filter { $0.share > 0 }.sorted { ($0.catchment, $0.area) < ($1.catchment, $1.area) }.map
    {
      .init(catchment: catchments[$0.catchment].code, area: areas[$0.area].code, rule: rule, weight: $0.share)
    }
  }
}

/// The points that stand for the population: live residential postcodes, and given points where an area has none.
struct PopulationGround {
  /// What `population-points:` gave.
  let given: PopulationPoints?
  /// The points, in the analysis CRS.
  let points: [Point]
  /// The index of each point's area; -1 in none.
  let areaOfPoint: [Int]
  /// Each point's weight.
  let weights: [Double]
}
