import Geometry

/// Square cells over an envelope. Sides are powers of two and corners their multiples, so corners are exact doubles.
struct Grid: Sendable, Equatable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double
  var originX: Double
  var originY: Double
  var size: Double
  var inverse: Double
  var columns: Int
  var rows: Int

  /// An empty grid holds no point.
  static let empty = Grid(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity, originX: 0, originY: 0, size: 1, inverse: 1,
    columns: 0, rows: 0)

  /// A grid over the envelope with about so many cells of nearly the given size.
  static func over(_ envelope: Envelope, size wanted: Double) -> Grid {
    guard !envelope.isEmpty else { return .empty }
    let reach = [envelope.minX, envelope.minY, envelope.maxX, envelope.maxY].map(\.magnitude).max() ?? 0
    // Never so fine that rounding in a coordinate could matter, nor so many cells that their numbers outgrow 31 bits.
    let area = max(envelope.width, 1e-6 * envelope.height) * max(envelope.height, 1e-6 * envelope.width)
    let least = max(reach * 0x1p-36, (area / 0x1p26).squareRoot(), envelope.width * 0x1p-20, envelope.height * 0x1p-20)
    let target = max(wanted, least, 0x1p-40)
    var size = target.binade
    if target > size * 1.5 { size *= 2 }
    var grid = Grid(
      minX: envelope.minX, minY: envelope.minY, maxX: envelope.maxX, maxY: envelope.maxY,
      originX: (envelope.minX / size).rounded(.down) * size, originY: (envelope.minY / size).rounded(.down) * size,
      size: size, inverse: 1 / size, columns: 1, rows: 1)
    grid.columns = grid.column(envelope.maxX) + 1
    grid.rows = grid.row(envelope.maxY) + 1
    return grid
  }

  var cellCount: Int { columns * rows }

  /// The margin by which borders are entered into cells too generously: far above rounding, far below a cell.
  var slack: Double {
    max(size * 0x1p-20, max(max(minX.magnitude, maxX.magnitude), max(minY.magnitude, maxY.magnitude)) * 0x1p-44)
  }

  @inline(__always)
  func holds(_ x: Double, _ y: Double) -> Bool { x >= minX && x <= maxX && y >= minY && y <= maxY }

  /// Monotone in x; exact for cell corners.
  @inline(__always)
  func column(_ x: Double) -> Int { Self.floor((x - originX) * inverse) }

  @inline(__always)
  func row(_ y: Double) -> Int { Self.floor((y - originY) * inverse) }

  /// Without a call, which rounding down is on processors of 2008.
  @inline(__always)
  private static func floor(_ value: Double) -> Int {
    let whole = Int(value)
    return Double(whole) > value ? whole &- 1 : whole
  }

  @inline(__always)
  func left(_ column: Int) -> Double { originX + Double(column) * size }

  @inline(__always)
  func bottom(_ row: Int) -> Double { originY + Double(row) * size }
}
