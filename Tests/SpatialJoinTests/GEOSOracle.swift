import CGEOS
import Geometry

/// GEOS's own answers, asked directly: an engine that we did not write.
final class GEOSOracle {
  private let context: GEOSContextHandle_t?

  init() { context = GEOS_init_r() }

  deinit { GEOS_finish_r(context) }

  /// A GEOS geometry with its prepared form.
  final class Shape {
    fileprivate let context: GEOSContextHandle_t?
    fileprivate let geometry: OpaquePointer?
    fileprivate let prepared: OpaquePointer?
    private let owner: GEOSOracle

    fileprivate init(_ owner: GEOSOracle, _ geometry: OpaquePointer?) {
      self.owner = owner
      context = owner.context
      self.geometry = geometry
      prepared = GEOSPrepare_r(context, geometry)
    }

    deinit {
      GEOSPreparedGeom_destroy_r(context, prepared)
      GEOSGeom_destroy_r(context, geometry)
    }

    /// GEOS's `covers` by the prepared geometry.
    func covers(_ point: Point) -> Bool {
      let other = GEOSGeom_createPointFromXY_r(context, point.x, point.y)
      defer { GEOSGeom_destroy_r(context, other) }
      return GEOSPreparedCovers_r(context, prepared, other) == 1
    }

    /// GEOS's `covers` without preparation: another algorithm.
    func coversUnprepared(_ point: Point) -> Bool {
      let other = GEOSGeom_createPointFromXY_r(context, point.x, point.y)
      defer { GEOSGeom_destroy_r(context, other) }
      return GEOSCovers_r(context, geometry, other) == 1
    }

    var isValid: Bool { GEOSisValid_r(context, geometry) == 1 }

    var area: Double {
      var area = 0.0
      GEOSArea_r(context, geometry, &area)
      return area
    }

    func distance(to other: Shape) -> Double {
      var distance = 0.0
      GEOSDistance_r(context, geometry, other.geometry, &distance)
      return distance
    }

    func intersection(_ other: Shape) -> Shape {
      Shape(owner, GEOSIntersection_r(context, geometry, other.geometry))
    }

    func difference(_ other: Shape) -> Shape {
      Shape(owner, GEOSDifference_r(context, geometry, other.geometry))
    }

    func union(_ other: Shape) -> Shape {
      Shape(owner, GEOSUnion_r(context, geometry, other.geometry))
    }

    /// The polygons of the geometry, as value types.
    var value: MultiPolygon {
      var polygons: [Polygon] = []
      for index in 0..<GEOSGetNumGeometries_r(context, geometry) {
        let part = GEOSGetGeometryN_r(context, geometry, index)
        guard GEOSGeomTypeId_r(context, part) == Int32(GEOS_POLYGON.rawValue), GEOSisEmpty_r(context, part) == 0
        else { continue }
        let holes = (0..<GEOSGetNumInteriorRings_r(context, part)).map {
          points(GEOSGetInteriorRingN_r(context, part, $0))
        }
        polygons.append(Polygon(exterior: points(GEOSGetExteriorRing_r(context, part)), holes: holes))
      }
      return MultiPolygon(polygons)
    }

    private func points(_ ring: OpaquePointer?) -> [Point] {
      let sequence = GEOSGeom_getCoordSeq_r(context, ring)
      var size: UInt32 = 0
      GEOSCoordSeq_getSize_r(context, sequence, &size)
      return (0..<size).map { index in
        var (x, y) = (0.0, 0.0)
        GEOSCoordSeq_getXY_r(context, sequence, index, &x, &y)
        return Point(x: x, y: y)
      }
    }
  }

  func shape(_ shape: MultiPolygon) -> Shape {
    var parts = shape.polygons.map { polygon -> OpaquePointer? in
      var holes = polygon.holes.map { ring($0) }
      return GEOSGeom_createPolygon_r(context, ring(polygon.exterior), &holes, UInt32(holes.count))
    }
    return Shape(
      self, GEOSGeom_createCollection_r(context, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count)))
  }

  private func ring(_ points: [Point]) -> OpaquePointer? {
    let sequence = GEOSCoordSeq_create_r(context, UInt32(points.count), 2)
    for (index, point) in points.enumerated() {
      GEOSCoordSeq_setXY_r(context, sequence, UInt32(index), point.x, point.y)
    }
    return GEOSGeom_createLinearRing_r(context, sequence)
  }
}
