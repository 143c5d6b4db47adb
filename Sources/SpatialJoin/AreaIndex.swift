import Geometry

/// Answers which areas hold a point, exactly, for tens of millions of points.
///
/// ```swift
/// let index = AreaIndex(areas.map(\.shape))        // in the order of their codes
/// index.first(covering: home)                      // the lowest code that covers it
/// var held: [Int32] = []
/// catchmentIndex.all(covering: home, into: &held)  // every catchment that covers or touches it
/// ```
///
/// Shapes lie in the plane of the analysis CRS, in metres, and may overlap. A point is covered when it lies inside by
/// the even-odd rule over all rings of the shape (so holes are out and any number of parts is in) or on a border,
/// vertices and hole borders included: for valid shapes, and for invalid ones as GEOS's prepared `covers` sees them.
/// No rounding is involved: `orientation` is exact.
///
/// A grid of square cells answers at once where no border passes. A cell that a border crosses keeps, for each shape,
/// the pieces of border in the cell and whether the cell's lower left corner is inside; a point's status is that of the
/// corner, changed once for each piece that the way from the point west to the cell's side and down to the corner
/// crosses. Ties (a vertex exactly on the way) are resolved by moving the way infinitesimally north and east,
/// everywhere alike. (Compare Kipf et al., "Adaptive Main-Memory Indexing for High-Performance Point-Polygon Joins",
/// EDBT 2020.)
///
/// Building is O(vertices + cells); a query O(pieces of border in one cell). Memory is about 16 bytes a vertex, 4 a
/// cell, and 16 for each shape in a cell that its border crosses.
public struct AreaIndex: Sendable {
  let storage: AreaIndexStorage

  init(storage: AreaIndexStorage) { self.storage = storage }

  /// How many shapes it was made of, those without area included.
  public var count: Int { storage.shapeCount }

  /// The side of a cell in metres; a power of two.
  public var cellSize: Double { storage.grid.size }

  /// The memory that it holds, in bytes.
  public var byteCount: Int { storage.byteCount }

  /// Builds the index. A shape that is nil, or whose coordinates are not finite, holds nothing.
  ///
  /// - Parameters:
  ///   - shapes: the shapes in the order of their codes, in metres.
  ///   - cellSize: the side of a cell in metres, rounded to a power of two; by default about two cells for a
  ///     vertex.
  ///   - threads: how many threads build it; the result is the same for any number.
  public init(_ shapes: [MultiPolygon?], cellSize: Double? = nil, threads: Int = 1) {
    storage = AreaIndexBuilder(shapes, cellSize: cellSize, threads: max(1, threads)).build()
  }

  /// The lowest index of a shape that covers the point, or nil.
  public func first(covering point: Point) -> Int? {
    let found = storage.first(point.x, point.y)
    return found < 0 ? nil : Int(found)
  }

  /// Replaces `result` by the indices of all shapes that cover the point, ascending.
  public func all(covering point: Point, into result: inout [Int32]) {
    result.removeAll(keepingCapacity: true)
    storage.forEach(point.x, point.y) { result.append($0) }
  }

  /// Whether the shape covers the point.
  public func covers(_ shape: Int, _ point: Point) -> Bool {
    var found = false
    storage.forEach(point.x, point.y) { if $0 == Int32(shape) { found = true } }
    return found
  }
}
