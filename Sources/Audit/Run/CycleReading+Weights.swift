import Geometry
import SpatialJoin
import Workspace

extension CycleReading {
  /// Works out how area figures reach catchments, by each rule that can be computed (measures.md, "four rules").
  mutating func weigh() throws {
    let areaShapes = areas.map(\.shape)
    let overlay = try AreaWeights.overlay(areas: areaShapes, catchments: catchments.map(\.shape))
    append(overlay.map { ($0.catchment, $0.area, $0.share) }, rule: .area)
    guard let directory else { return }
    let index = AreaIndex(areaShapes)
    let catchmentIndex = AreaIndex(catchments.map(\.shape))
    var points: [PopulationPoint] = []
    var holders: [Int32] = []
    for point in directory.livingResidentialPoints {
      guard let area = index.first(covering: point) else { continue }
      holders.removeAll(keepingCapacity: true)
      catchmentIndex.all(covering: point, into: &holders)
      points.append(PopulationPoint(area: area, point: point, weight: 1, catchments: holders.map(Int.init)))
    }
    guard !points.isEmpty else { return }
    let weights = PointWeights(points, areas: areas.count, catchments: catchments.count)
    let without = weights.areasWithoutPoints
    // An area with no point takes its share by surface, and is named.
    let fallback = overlay.filter { without.contains($0.area) }.map { ($0.catchment, $0.area, $0.share) }
    append(weights.shares + fallback, rule: .population)
    append(weights.halves + fallback.filter { $0.2 >= 0.5 }.map { ($0.0, $0.1, 1) }, rule: .half)
    let centroids = weights.centroids
    var best: [(Int, Int, Double)] = fallback.filter { $0.2 >= 0.5 }.map { ($0.0, $0.1, 1) }
    for (area, centroid) in centroids.enumerated() {
      guard let centroid else { continue }
      holders.removeAll(keepingCapacity: true)
      catchmentIndex.all(covering: centroid, into: &holders)
      best += holders.map { (Int($0), area, 1) }
    }
    append(best, rule: .bestFit)
    if !without.isEmpty {
      let names = without.prefix(5).map { areas[$0].code }.joined(separator: ", ")
      content.complaints.append(
        .init(
          .note, "\(without.count) areas hold no live residential postcode (\(names)); their share by surface is taken",
          file: file.postcodes?.table.file, count: without.count))
    }
  }

  private mutating func append(_ weights: [(Int, Int, Double)], rule: ApportionmentRule) {
    content.weights += weights.filter { $0.2 > 0 }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map {
      .init(catchment: catchments[$0.0].code, area: areas[$0.1].code, rule: rule, weight: $0.2)
    }
  }
}
