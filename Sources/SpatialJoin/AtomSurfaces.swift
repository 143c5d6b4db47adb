import Geometry

/// A part of an area by the catchments that hold it, and its surface.
public struct AtomSurface: Hashable, Sendable {
  /// The area's index.
  public var area: Int
  /// The indices of the catchments that hold the part, ascending; empty where none does.
  public var catchments: [Int]
  /// The surface in square metres.
  public var surface: Double

  /// Makes an atom's surface.
  public init(area: Int, catchments: [Int], surface: Double) {
    self.area = area
    self.catchments = catchments
    self.surface = surface
  }
}

/// The surfaces of atoms: which decide, by geometry alone, what joins an area's largest atom in a release.
public enum AtomSurfaces {
  /// Cuts each area by all catchments and gives the surface of each part, sorted by area, then catchments.
  ///
  /// The parts of an area add up to it. Slivers are kept down to a square millimetre (`leastSurface`); below that it is
  /// rounding along a border that two shapes share. So a point on a shared border may lie in an atom that is not
  /// listed: its surface is zero.
  ///
  /// - Parameters:
  ///   - areas, catchments: valid shapes in metres.
  ///   - threads: how many threads work; the result is the same for any number.
  public static func partition(
    areas: [MultiPolygon?], catchments: [MultiPolygon?], leastSurface: Double = 1e-6, threads: Int = 1
  ) -> [AtomSurface] {
    let cutters = catchments.map { Outline($0) }
    let near = EnvelopeGrid(cutters.map(\.envelope))
    let pieces = max(1, min(areas.count, threads * 16))
    let results = SharedSlots<[AtomSurface]>(count: pieces)
    parallel(pieces, threads: threads) { piece in
      var atoms: [AtomSurface] = []
      for area in (areas.count * piece / pieces)..<(areas.count * (piece + 1) / pieces) {
        let base = Outline(areas[area])
        let candidates = near.meeting(base.envelope)
        let parts = Partition(base, by: candidates.map { cutters[$0] }).doubled
        atoms += parts.compactMap { set, doubled in
          guard doubled / 2 >= leastSurface else { return nil }
          return AtomSurface(area: area, catchments: set.numbers.map { candidates[$0] }, surface: doubled / 2)
        }.sorted { $0.catchments.lexicographicallyPrecedes($1.catchments) }
      }
      results.set(piece, atoms)
    }
    return results.values.flatMap { $0 }
  }
}
