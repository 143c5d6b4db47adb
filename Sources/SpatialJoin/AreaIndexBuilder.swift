import Dispatch
import Geometry

/// Builds an `AreaIndex`: numbers the vertices, draws each shape's border into the grid, sorts what it drew by cell.
struct AreaIndexBuilder {
  private var vertices: [Double] = []
  /// Ring by ring: the first vertex of each and one past the last.
  private var rings: [Range<Int>] = []
  /// The rings of each shape.
  private var shapeRings: [Range<Int>] = []
  private var grid = Grid.empty

  init(_ shapes: [MultiPolygon?], cellSize: Double?) {
    var envelope = Envelope.empty
    vertices.reserveCapacity(2 * shapes.reduce(0) { $0 + ($1.map { $0.vertexCount + $0.polygons.count } ?? 0) })
    for shape in shapes {
      let firstRing = rings.count
      if let shape, Self.isFinite(shape) {
        for polygon in shape.polygons {
          append(ring: polygon.exterior, &envelope)
          for hole in polygon.holes { append(ring: hole, &envelope) }
        }
      }
      shapeRings.append(firstRing..<rings.count)
    }
    let area = envelope.width * envelope.height
    let cells = max(1, Double(vertices.count / 2) * 2)
    grid = Grid.over(envelope, size: cellSize ?? (area / cells).squareRoot())
  }

  private static func isFinite(_ shape: MultiPolygon) -> Bool {
    shape.polygons.allSatisfy { polygon in
      polygon.exterior.allSatisfy { $0.x.isFinite && $0.y.isFinite }
        && polygon.holes.allSatisfy { $0.allSatisfy { $0.x.isFinite && $0.y.isFinite } }
    }
  }

  private mutating func append(ring: [Point], _ envelope: inout Envelope) {
    guard let first = ring.first, let last = ring.last, ring.count > 1 else { return }
    let start = vertices.count / 2
    for point in ring {
      vertices.append(point.x)
      vertices.append(point.y)
      envelope.expand(to: point)
    }
    if first != last {
      vertices.append(first.x)
      vertices.append(first.y)
    }
    rings.append(start..<vertices.count / 2)
  }

  func build(threads: Int) -> AreaIndexStorage {
    let kept = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, vertices.count))
    kept[0] = 0
    _ = kept.initialize(from: vertices)
    let drawn = draw(threads: threads, vertices: UnsafePointer(kept.baseAddress.unsafelyUnwrapped))
    let (cells, lists) = sort(drawn, threads: threads)
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
  private func draw(threads: Int, vertices: UnsafePointer<Double>) -> [DrawnShapes] {
    let bounds = runs(threads: threads)
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
  private func runs(threads: Int) -> [Int] {
    let runs = threads == 1 ? 1 : min(threads * 8, max(1, shapeRings.count / 16))
    let total = vertices.count / 2 + shapeRings.count
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
    _ drawn: [DrawnShapes], threads: Int
  ) -> (UnsafeMutableBufferPointer<UInt32>, UnsafeMutableBufferPointer<UInt32>) {
    let cells = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(1, grid.cellCount))
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
    let lists = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: max(1, place))
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
