import Geometry

extension MultiPolygon {
  /// A point well inside the largest part, for a label: the middle of the widest stretch of the part on one of a few
  /// horizontal lines through it. Nil for an empty shape. O(vertices).
  var labelPoint: Point? {
    var best: Polygon?
    var bestArea = 0.0
    for polygon in polygons {
      var doubled = 0.0
      for (a, b) in zip(polygon.exterior, polygon.exterior.dropFirst()) { doubled += a.x * b.y - b.x * a.y }
      if abs(doubled) > bestArea { (best, bestArea) = (polygon, abs(doubled)) }
    }
    guard let best else { return nil }
    let box = MultiPolygon([Polygon(exterior: best.exterior)]).envelope
    var result: Point?
    var score = 0.0
    for share in [0.5, 0.42, 0.58, 0.34, 0.66] {
      let y = box.minY + box.height * share
      let crossings = best.rings.flatMap { MultiPolygon.crossings(of: $0, y: y) }.sorted()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (left, right) = (crossings[index], crossings[index + 1])
        // Lines near the middle win unless another is clearly wider.
        let candidate = (right - left) * (1 - abs(share - 0.5))
        if candidate > score { (result, score) = (Point(x: (left + right) / 2, y: y), candidate) }
      }
    }
    return result
  }

  private static func crossings(of ring: [Point], y: Double) -> [Double] {
    var result: [Double] = []
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
      result.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
    }
    return result
  }
}
