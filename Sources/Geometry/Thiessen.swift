import CGEOS

/// Thiessen (Voronoi) polygons: what is nearer to a site than to any other.
public enum Thiessen {
  /// One cell a site, in the order of the sites, which must stand at different places. Together they cover the box,
  /// and reach beyond it. O(n log n) for the diagram.
  /// - Throws: `.notFinite` for a site that is no place, `.engine` where GEOS fails or loses a site.
  public static func cells(of sites: [Point], covering box: Envelope) throws(GeometryError) -> [Polygon] {
    var frame = box
    for site in sites { frame.expand(to: site) }
    guard !frame.isEmpty, frame.width.isFinite, frame.height.isFinite else {
      throw GeometryError(.notFinite, "a site is no place")
    }
    frame = frame.padded(by: max(1, frame.width, frame.height))
    guard sites.count > 1 else { return sites.map { _ in Polygon(frame) } }
    // Near the origin the diagram's determinants keep their digits.
    let origin = Point(x: (frame.minX + frame.width / 2).rounded(), y: (frame.minY + frame.height / 2).rounded())
    let local = sites.map { Point(x: $0.x - origin.x, y: $0.y - origin.y) }
    let shape = try Shape(points: local)
    let around = try Shape(
      Envelope(
        minX: frame.minX - origin.x, minY: frame.minY - origin.y, maxX: frame.maxX - origin.x,
        maxY: frame.maxY - origin.y))
    let diagram = try shape.engine.own(
      GEOSVoronoiDiagram_r(shape.engine.handle, shape.pointer, around.pointer, 0, 0), "Thiessen polygons"
    ).multiPolygon.polygons
    let matched = try match(diagram, local)
    return matched.map { cell in
      Polygon(exterior: cell.exterior.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) })
    }
  }

  /// GEOS gives cells in no order: each goes to the site in it.
  private static func match(_ cells: [Polygon], _ sites: [Point]) throws(GeometryError) -> [Polygon] {
    let order = sites.indices.sorted { (sites[$0].x, sites[$0].y) < (sites[$1].x, sites[$1].y) }
    var found = [Polygon?](repeating: nil, count: sites.count)
    for cell in cells {
      let box = MultiPolygon([cell]).envelope
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if sites[order[middle]].x < box.minX { low = middle + 1 } else { high = middle }
      }
      for n in order[low...] {
        guard sites[n].x <= box.maxX else { break }
        if found[n] == nil, box.contains(sites[n]), isInside(sites[n], convex: cell.exterior) {
          found[n] = cell
          break
        }
      }
    }
    var result: [Polygon] = []
    for cell in found {
      guard let cell else { throw GeometryError(.engine, "a site has no Thiessen polygon: two stand too close") }
      result.append(cell)
    }
    return result
  }

  /// Whether a point lies strictly to one side of all edges of a convex ring.
  private static func isInside(_ point: Point, convex ring: [Point]) -> Bool {
    var side = 0.0
    for (a, b) in zip(ring, ring.dropFirst()) {
      let cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
      if cross * side < 0 { return false }
      if cross != 0 { side = cross }
    }
    return side != 0
  }
}
