/// Makes vertices that lie within a tolerance of each other one and the same, so that borders drawn twice meet.
///
/// Published boundaries in degrees, turned into metres, differ between neighbours by a tenth of a millimetre. Each
/// vertex takes the place of the first one seen within the tolerance: O(vertices) by a grid of cells, and the same for
/// the same order of shapes.
struct VertexSnapper {
  private let tolerance: Double
  private let cellSize: Double
  private var cells: [Cell: [Point]] = [:]

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  init(tolerance: Double, capacity: Int) {
    self.tolerance = tolerance
    // Cells much larger than the tolerance: few vertices lie near a side and have to look next door.
    cellSize = tolerance * 64
    cells.reserveCapacity(capacity)
  }

  /// The shape with its vertices snapped; rings that are left with fewer than four points are left out.
  mutating func snap(_ shape: MultiPolygon) -> MultiPolygon {
    var polygons: [Polygon] = []
    for polygon in shape.polygons {
      guard let exterior = snap(polygon.exterior) else { continue }
      var holes: [[Point]] = []
      for hole in polygon.holes { if let hole = snap(hole) { holes.append(hole) } }
      polygons.append(Polygon(exterior: exterior, holes: holes))
    }
    return MultiPolygon(polygons)
  }

  private mutating func snap(_ ring: [Point]) -> [Point]? {
    var snapped: [Point] = []
    snapped.reserveCapacity(ring.count)
    for point in ring {
      let place = snap(point)
      if snapped.last != place { snapped.append(place) }
    }
    return snapped.count < 4 ? nil : snapped
  }

  private mutating func snap(_ point: Point) -> Point {
    let (x, y) = (point.x / cellSize, point.y / cellSize)
    let (column, row) = (x.rounded(.down), y.rounded(.down))
    // Numbers so large are no metres of this planet; they have no cell.
    guard abs(column) < 1e15, abs(row) < 1e15 else { return point }
    let home = Cell(x: Int(column), y: Int(row))
    let margin = tolerance / cellSize
    let left = x - column < margin ? -1 : 0
    let right = x - column > 1 - margin ? 1 : 0
    let below = y - row < margin ? -1 : 0
    let above = y - row > 1 - margin ? 1 : 0
    for dx in left...right {
      for dy in below...above {
        guard let neighbours = cells[Cell(x: home.x + dx, y: home.y + dy)] else { continue }
        if let found = neighbours.first(where: { $0.distance(to: point) <= tolerance }) { return found }
      }
    }
    cells[home, default: []].append(point)
    return point
  }
}
