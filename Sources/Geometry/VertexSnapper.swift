/// Makes vertices that lie within a tolerance of each other one and the same, so that borders drawn twice meet.
///
/// Published boundaries in degrees, turned into metres, differ between neighbours by a tenth of a millimetre. Each
/// vertex takes the place of the first one seen within the tolerance: O(vertices) by a grid of cells, and the same for
/// the same order of shapes.
struct VertexSnapper {
  /// The places that vertices were given, in the order in which they came.
  private(set) var places: [Point] = []
  private let tolerance: Double
  private let cellSize: Double
  /// The last place of each cell; `earlier` leads to the others.
  private var cells: HashTable64
  private var earlier: [Int32] = []

  init(tolerance: Double, capacity: Int) {
    self.tolerance = tolerance
    // Cells much larger than the tolerance: few vertices lie near a side and have to look next door.
    cellSize = tolerance * 64
    cells = HashTable64(capacity: capacity)
    places.reserveCapacity(capacity / 2)
    earlier.reserveCapacity(capacity / 2)
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
    var last: Int32 = -1
    for point in ring {
      let number = number(of: point)
      if number != last { snapped.append(places[Int(number)]) }
      last = number
    }
    return snapped.count < 4 ? nil : snapped
  }

  /// The number of the place that a vertex takes, in `places`.
  mutating func number(of point: Point) -> Int32 {
    let (x, y) = (point.x / cellSize, point.y / cellSize)
    let (column, row) = (x.rounded(.down), y.rounded(.down))
    // Numbers so large are no metres of this planet; they have no cell of their own.
    guard abs(column) < 1e15, abs(row) < 1e15 else { return add(point, 0) }
    let margin = tolerance / cellSize
    let left = x - column < margin ? -1 : 0
    let right = x - column > 1 - margin ? 1 : 0
    let below = y - row < margin ? -1 : 0
    let above = y - row > 1 - margin ? 1 : 0
    for dx in left...right {
      for dy in below...above {
        var place = cells[key(Int(column) + dx, Int(row) + dy)] ?? -1
        while place >= 0 {
          if places[Int(place)].distance(to: point) <= tolerance { return place }
          place = earlier[Int(place)]
        }
      }
    }
    return add(point, key(Int(column), Int(row)))
  }

  private mutating func add(_ point: Point, _ key: UInt64) -> Int32 {
    let number = Int32(truncatingIfNeeded: places.count)
    places.append(point)
    earlier.append(cells[key] ?? -1)
    cells[key] = number
    return number
  }

  /// One number for a cell. Cells further apart than 2³² may share one; the distance tells them apart.
  private func key(_ column: Int, _ row: Int) -> UInt64 {
    let key = UInt64(truncatingIfNeeded: column) << 32 | (UInt64(truncatingIfNeeded: row) & 0xFFFF_FFFF)
    return key == .max ? 0 : key
  }
}
