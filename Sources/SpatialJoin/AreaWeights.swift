import Geometry

/// How much of an area lies in a catchment.
public struct OverlayWeight: Hashable, Sendable {
  /// The catchment's index.
  public var catchment: Int
  /// The area's index.
  public var area: Int
  /// The share of the area in the catchment, over 0 and at most 1.
  public var share: Double

  /// Makes a weight.
  public init(catchment: Int, area: Int, share: Double) {
    self.catchment = catchment
    self.area = area
    self.share = share
  }
}

/// The rule `area`: area(A ∩ C) / area(A).
public enum AreaWeights {
  /// The share of each area's surface in each catchment, sorted by catchment, then area.
  ///
  /// Shapes are valid and in metres. No intersection is constructed: shares come from exact crossings and Green's
  /// theorem (see `Partition`), and where no border passes through the area one vertex answers for all.
  ///
  /// - Parameters:
  ///   - leastShare: smaller shares are left out: they are the trace of borders drawn twice.
  ///   - threads: how many threads work; the result is the same for any number.
  public static func overlay(
    areas: [MultiPolygon?], catchments: [MultiPolygon?], leastShare: Double = 1e-6, threads: Int = 1
  ) -> [OverlayWeight] {
    let cutters = catchments.map { Outline($0) }
    let near = EnvelopeGrid(cutters.map(\.envelope))
    let pieces = max(1, min(areas.count, threads * 16))
    let results = SharedSlots<[OverlayWeight]>(count: pieces)
    parallel(pieces, threads: threads) { piece in
      var weights: [OverlayWeight] = []
      for area in (areas.count * piece / pieces)..<(areas.count * (piece + 1) / pieces) {
        let base = Outline(areas[area])
        for catchment in near.meeting(base.envelope) {
          let share = share(of: base, in: cutters[catchment])
          if share >= leastShare {
            weights.append(OverlayWeight(catchment: catchment, area: area, share: share))
          }
        }
      }
      results.set(piece, weights)
    }
    return results.values.flatMap { $0 }.sorted { ($0.catchment, $0.area) < ($1.catchment, $1.area) }
  }

  private static func share(of base: Outline, in cutter: Outline) -> Double {
    // Where no border of the catchment comes near, one vertex answers for the whole area.
    if Partition.runs(of: cutter, near: base.envelope).isEmpty {
      return base.points.first.map { Partition.isInside($0, cutter, order: -1) } == true ? 1 : 0
    }
    var (held, all) = (0.0, 0.0)
    for (set, surface) in Partition(base, by: [cutter]).doubled {
      all += surface
      if set != Membership() { held = surface }
    }
    guard all > 0 else { return 0 }
    let share = held / all
    return share > 1 - 1e-12 ? 1 : share
  }
}
