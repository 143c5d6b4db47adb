import Dispatch
import Geometry

/// Builds an `AreaIndex`: numbers the vertices, draws each shape's border into the grid, sorts what it drew by cell.
struct AreaIndexBuilder {
  /// Ring by ring: the first vertex of each and one past the last.
  private let rings: [Range<Int>]
  /// The rings of each shape.
  private let shapeRings: [Range<Int>]
  private let vertexCount: Int
  private let shapes: [MultiPolygon?]
  private let grid: Grid
  private let threads: Int

  init(_ shapes: [MultiPolygon?], cellSize: Double?, threads: Int) {
    self.shapes = shapes
    self.threads = threads
    let extents = Self.extents(shapes, threads: threads)
    var (rings, shapeRings, vertexCount): ([Range<Int>], [Range<Int>], Int) = ([], [], 0)
    shapeRings.reserveCapacity(shapes.count)
    var envelope = Envelope.empty
    for (shape, extent) in zip(shapes, extents) {
      let firstRing = rings.count
      if let extent, !extent.isEmpty {
        envelope.expand(to: Point(x: extent.minX, y: extent.minY))
        envelope.expand(to: Point(x: extent.maxX, y: extent.maxY))
        Self.forEachRing(shape) { ring in
          let count = ring.count + (ring.first == ring.last ? 0 : 1)
          rings.append(vertexCount..<(vertexCount + count))
          vertexCount += count
        }
      }
      shapeRings.append(firstRing..<rings.count)
    }
    (self.rings, self.shapeRings, self.vertexCount) = (rings, shapeRings, vertexCount)
    let area = envelope.width * envelope.height
    let cells = max(1, Double(vertexCount) * 2)
    grid = Grid.over(envelope, size: cellSize ?? (area / cells).squareRoot())
  }

  /// Calls `body` with each ring that has an edge.
  @inline(__always)
  private static func forEachRing(_ shape: MultiPolygon?, _ body: ([Point]) -> Void) {
    for polygon in shape?.polygons ?? [] {
      if polygon.exterior.count > 1 { body(polygon.exterior) }
      for hole in polygon.holes where hole.count > 1 { body(hole) }
    }
  }

  /// How many shapes a thread takes at a time where it goes over all their vertices.
  private static let run = 256

  /// The envelope of each shape's rings; nil where a coordinate is not finite.
  private static func extents(_ shapes: [MultiPolygon?], threads: Int) -> [Envelope?] {
    var extents = [Envelope?](repeating: nil, count: shapes.count)
    extents.withUnsafeMutableBufferPointer { extents in
      let target = SendableBuffer(extents)
      parallel((shapes.count + run - 1) / run, threads: threads) { number in
        for shape in (number * run)..<min(shapes.count, (number + 1) * run) {
          var envelope = Envelope.empty
          var isFinite = true
          forEachRing(shapes[shape]) { ring in
            for point in ring {
              isFinite = isFinite && point.x.isFinite && point.y.isFinite
              envelope.expand(to: point)
            }
          }
          target.base[shape] = isFinite ? envelope : nil
        }
      }
    }
    return extents
  }

  /// The x and y of each vertex, each ring closed.
  private func numbered() -> UnsafeMutableBufferPointer<Double> {
    let vertices = LargePages.buffer(max(1, 2 * vertexCount), of: Double.self)
    vertices[0] = 0
    let target = SendableBuffer(vertices)
    parallel((shapes.count + Self.run - 1) / Self.run, threads: threads) { number in
      for shape in (number * Self.run)..<min(shapes.count, (number + 1) * Self.run) {
        var ringNumber = shapeRings[shape].lowerBound
        guard !shapeRings[shape].isEmpty else { continue }
        Self.forEachRing(shapes[shape]) { ring in
          var place = 2 * rings[ringNumber].lowerBound
          for point in ring {
            target.base[place] = point.x
            target.base[place + 1] = point.y
            place += 2
          }
          if place < 2 * rings[ringNumber].upperBound {
            target.base[place] = ring[0].x
            target.base[place + 1] = ring[0].y
          }
          ringNumber += 1
        }
      }
    }
    return vertices
  }

  func build() -> AreaIndexStorage {
    let kept = numbered()
    let drawn = draw(vertices: UnsafePointer(kept.baseAddress.unsafelyUnwrapped))
    let (cells, lists) = sort(drawn)
    return AreaIndexStorage(
      grid: grid, shapeCount: shapeRings.count, cells: UnsafeBufferPointer(cells),
      lists: UnsafeBufferPointer(lists), vertices: UnsafeBufferPointer(kept),
      release: { [cells = SendableBuffer(cells), lists = SendableBuffer(lists), kept = SendableBuffer(kept)] in
        cells.base.deallocate()
        lists.base.deallocate()
        kept.base.deallocate()
      })
  }

  // MARK: Drawing

  /// Draws all shapes, in runs of neighbouring shapes of about equal work, and gives the runs in order.
  private func draw(vertices: UnsafePointer<Double>) -> [DrawnShapes] {
    let bounds = runs()
    let results = SharedSlots<DrawnShapes>(count: bounds.count - 1)
    let source = SendableBuffer(vertices)
    parallel(bounds.count - 1, threads: threads) { run in
      var canvas = BorderCanvas(grid: grid, vertices: source.base)
      for shape in bounds[run]..<bounds[run + 1] {
        canvas.draw(shape: shape, rings: rings[shapeRings[shape]])
      }
      results.set(run, canvas.drawn)
    }
    return results.values
  }

  /// Where runs of shapes begin, and the end.
  private func runs() -> [Int] {
    let runs = threads == 1 ? 1 : min(threads * 8, max(1, shapeRings.count / 16))
    let total = vertexCount + shapeRings.count
    var bounds = [0]
    var work = 0
    for (shape, range) in shapeRings.enumerated() {
      work += 1 + range.reduce(0) { $0 + rings[$1].count }
      if work * runs >= total * bounds.count, bounds.count < runs { bounds.append(shape + 1) }
    }
    bounds.append(shapeRings.count)
    return bounds
  }

  // MARK: Sorting by cell

  private func sort(
    _ drawn: [DrawnShapes]
  ) -> (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt32>) {
    let cells = LargePages.buffer(max(1, grid.cellCount), of: UInt32.self)
    cells.initialize(repeating: 0)
    // Bands of rows: each thread goes over all that was drawn and takes what falls into its band.
    let bands = max(1, min(threads, grid.rows))
    let target = SendableBuffer(cells)
    @Sendable func band(_ number: Int) -> Range<UInt32> {
      let from = grid.rows * number / bands * grid.columns
      let to = grid.rows * (number + 1) / bands * grid.columns
      return UInt32(from)..<UInt32(to)
    }
    parallel(bands, threads: threads) { number in
      let range = band(number)
      for run in drawn {
        run.forEachPiece(in: range) { cell, _, words in target.base[Int(cell)] += UInt32(words.count + 1) }
      }
    }
    // A shape alone in a cell that no border crosses took two words and needs none. Words → places.
    var place = 0
    for cell in 0..<grid.cellCount where cells[cell] > 0 {
      let words = Int(cells[cell])
      if words == 2 {
        cells[cell] = 0
      } else {
        cells[cell] = AreaIndexStorage.listFlag | UInt32(place)
        place += words + 1
      }
    }
    precondition(place < Int(AreaIndexStorage.listFlag), "more than 2³¹ words of border; take larger cells")
    let lists = LargePages.buffer(max(1, place), of: UInt32.self)
    lists[0] = 0
    let list = SendableBuffer(lists)
    for cell in 0..<grid.cellCount where cells[cell] & AreaIndexStorage.listFlag != 0 {
      lists[Int(cells[cell] & ~AreaIndexStorage.listFlag)] = 0
    }
    parallel(bands, threads: threads) { number in
      let range = band(number)
      for run in drawn {
        run.forEachPiece(in: range) { cell, shape, words in
          let word = target.base[Int(cell)]
          if word & AreaIndexStorage.listFlag == 0 {
            target.base[Int(cell)] = shape + 1
            return
          }
          let start = Int(word & ~AreaIndexStorage.listFlag)
          var position = start + 1 + Int(list.base[start])
          list.base[position] = shape
          for value in words {
            position += 1
            list.base[position] = value
          }
          list.base[start] += UInt32(words.count + 1)
        }
      }
    }
    return (cells, lists)
  }
}
