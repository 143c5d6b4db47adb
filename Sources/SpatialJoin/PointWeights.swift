import Geometry

/// The rules that carry area figures to catchments by points: `population`, `half` and `best-fit`.
///
/// Population points are postcodes or output-area centroids; `areaOfPoint` says in which area each lies (its index;
/// negative or out of range: in none, the point counts for nothing). Areas without a point of positive weight get no
/// weight here: the caller gives them another rule and names them (`areasWithoutPoints`).
public enum PointWeights {
  /// The rule `population`: the share of each area's points, weighted, that each catchment covers or touches. Sorted by
  /// catchment, then area; shares of 0 are left out.
  ///
  /// - Parameters:
  ///   - points: population points in the analysis CRS.
  ///   - areaOfPoint: the index of each point's area.
  ///   - weights: the weight of each point, at least 0; all 1 where nil.
  ///   - areaCount: how many areas there are.
  ///   - catchments: the index of the catchments' shapes.
  public static func population(
    points: [Point], areaOfPoint: [Int], weights: [Double]? = nil, areaCount: Int, catchments: AreaIndex
  ) -> [OverlayWeight] {
    let totals = totals(areaOfPoint: areaOfPoint, weights: weights, areaCount: areaCount)
    var held: [Pair: Double] = [:]
    var covering: [Int32] = []
    for (index, point) in points.enumerated() where totals.indices.contains(areaOfPoint[index]) {
      let weight = weights?[index] ?? 1
      guard weight > 0 else { continue }
      catchments.all(covering: point, into: &covering)
      for catchment in covering {
        held[Pair(catchment: Int(catchment), area: areaOfPoint[index]), default: 0] += weight
      }
    }
    return held.map { pair, weight in
      OverlayWeight(catchment: pair.catchment, area: pair.area, share: min(1, weight / totals[pair.area]))
    }.sorted { ($0.catchment, $0.area) < ($1.catchment, $1.area) }
  }

  /// The rule `half`: 1 for each pair of which at least half is held by the rule `population`.
  public static func half(_ population: [OverlayWeight]) -> [OverlayWeight] {
    population.filter { $0.share >= 0.5 }.map { OverlayWeight(catchment: $0.catchment, area: $0.area, share: 1) }
  }

  /// The rule `best-fit`: 1 for each catchment that covers or touches the area's population-weighted centroid. Sorted by
  /// catchment, then area; an area whose centroid is nil gets none.
  public static func bestFit(centroids: [Point?], catchments: AreaIndex) -> [OverlayWeight] {
    var result: [OverlayWeight] = []
    var covering: [Int32] = []
    for (area, centroid) in centroids.enumerated() {
      guard let centroid else { continue }
      catchments.all(covering: centroid, into: &covering)
      result += covering.map { OverlayWeight(catchment: Int($0), area: area, share: 1) }
    }
    return result.sorted { ($0.catchment, $0.area) < ($1.catchment, $1.area) }
  }

  /// The weighted mean of each area's points, which stands in for a published centroid; nil where it has none.
  public static func centroids(
    points: [Point], areaOfPoint: [Int], weights: [Double]? = nil, areaCount: Int
  ) -> [Point?] {
    let totals = totals(areaOfPoint: areaOfPoint, weights: weights, areaCount: areaCount)
    // Summed from the area's first point, so that a million metres of offset cost no digits.
    var origins = [Point?](repeating: nil, count: areaCount)
    var sums = [Point](repeating: Point(x: 0, y: 0), count: areaCount)
    for (index, point) in points.enumerated() where totals.indices.contains(areaOfPoint[index]) {
      let weight = weights?[index] ?? 1
      guard weight > 0 else { continue }
      let area = areaOfPoint[index]
      let origin = origins[area] ?? point
      origins[area] = origin
      sums[area].x += weight * (point.x - origin.x)
      sums[area].y += weight * (point.y - origin.y)
    }
    return origins.enumerated().map { area, origin in
      origin.map { Point(x: $0.x + sums[area].x / totals[area], y: $0.y + sums[area].y / totals[area]) }
    }
  }

  /// The areas that have no point of positive weight, ascending.
  public static func areasWithoutPoints(
    areaOfPoint: [Int], weights: [Double]? = nil, areaCount: Int
  ) -> [Int] {
    totals(areaOfPoint: areaOfPoint, weights: weights, areaCount: areaCount).enumerated()
      .filter { $0.element <= 0 }.map(\.offset)
  }

  private struct Pair: Hashable {
    var catchment: Int
    var area: Int
  }

  private static func totals(areaOfPoint: [Int], weights: [Double]?, areaCount: Int) -> [Double] {
    var totals = [Double](repeating: 0, count: areaCount)
    for (index, area) in areaOfPoint.enumerated() where totals.indices.contains(area) {
      totals[area] += max(0, weights?[index] ?? 1)
    }
    return totals
  }
}
