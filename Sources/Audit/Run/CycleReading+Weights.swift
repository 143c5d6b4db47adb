import Geodata
import Geometry
import SpatialJoin
import Workspace

extension CycleReading {
  /// Works out how area figures reach catchments, by each rule that can be computed (measures.md, "four rules").
  mutating func weigh() {
    let areaShapes = areas.map(\.shape)
    let overlay = AreaWeights.overlay(areas: areaShapes, catchments: catchments.map(\.shape))
    append(overlay, rule: .area)
    guard let directory else { return }
    let index = AreaIndex(areaShapes)
    let catchmentIndex = AreaIndex(catchments.map(\.shape))
    let points = directory.livingResidentialPoints
    let areaOfPoint = points.map { index.first(covering: $0) ?? -1 }
    guard areaOfPoint.contains(where: { $0 >= 0 }) else { return }
    let population = PointWeights.population(
      points: points, areaOfPoint: areaOfPoint, areaCount: areas.count, catchments: catchmentIndex)
    let centroids = PointWeights.centroids(points: points, areaOfPoint: areaOfPoint, areaCount: areas.count)
    let without = PointWeights.areasWithoutPoints(areaOfPoint: areaOfPoint, areaCount: areas.count)
    // An area with no point takes its share by surface, and is named.
    let fallback = overlay.filter { Set(without).contains($0.area) }
    append(population + fallback, rule: .population)
    append(PointWeights.half(population + fallback), rule: .half)
    append(
      PointWeights.bestFit(centroids: centroids, catchments: catchmentIndex) + PointWeights.half(fallback),
      rule: .bestFit)
    if !without.isEmpty {
      let names = without.prefix(5).map { areas[$0].code }.joined(separator: ", ")
      content.complaints.append(
        Complaint(
          .note, "\(without.count) areas hold no live residential postcode (\(names)); their share by surface is taken",
          file: file.postcodes?.table.file, count: without.count))
    }
  }

  private mutating func append(_ weights: [OverlayWeight], rule: ApportionmentRule) {
    content.weights += weights.filter { $0.share > 0 }.sorted { ($0.catchment, $0.area) < ($1.catchment, $1.area) }.map
    {
      .init(catchment: catchments[$0.catchment].code, area: areas[$0.area].code, rule: rule, weight: $0.share)
    }
  }
}
