/// The chains of one shape's border in each of some cells: neighbouring edges of one ring are one chain.
///
/// In memory of its own: arrays would ask at each edge whether they are shared.
struct CellChains: ~Copyable {
  /// For each cell its first and last chain; −1: none.
  private var heads: UnsafeMutablePointer<Int32>
  private var tails: UnsafeMutablePointer<Int32>
  private var cells: Int
  private var chains: UnsafeMutablePointer<Chain>
  private var count = 0
  private var capacity = 256

  private struct Chain {
    var first: UInt32
    var edges: UInt32
    var next: Int32
  }

  /// Makes room for so many cells, none of them entered.
  init(cells: Int) {
    self.cells = cells
    heads = .allocate(capacity: cells)
    tails = .allocate(capacity: cells)
    heads.initialize(repeating: -1, count: cells)
    tails.initialize(repeating: -1, count: cells)
    chains = .allocate(capacity: capacity)
  }

  deinit {
    heads.deallocate()
    tails.deallocate()
    chains.deallocate()
  }

  /// Begins a shape in so many cells; those that the one before entered were cleared.
  mutating func open(cells: Int) {
    if cells > self.cells { self = CellChains(cells: cells) }
    count = 0
  }

  /// Enters an edge; those of a ring come in their order.
  @inline(__always)
  mutating func enter(_ edge: UInt32, cell: Int) {
    let last = Int(tails[cell])
    if last >= 0, chains[last].first &+ chains[last].edges == edge {
      chains[last].edges &+= 1
      return
    }
    if count == capacity { grow() }
    let new = Int32(truncatingIfNeeded: count)
    (chains + count).initialize(to: Chain(first: edge, edges: 1, next: -1))
    count &+= 1
    if last >= 0 { chains[last].next = new } else { heads[cell] = new }
    tails[cell] = new
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Chain>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: chains, count: count)
    chains.deallocate()
    chains = larger
    capacity *= 2
  }

  @inline(__always)
  func isEntered(_ cell: Int) -> Bool { heads[cell] >= 0 }

  @inline(__always)
  mutating func clear(_ cell: Int) {
    heads[cell] = -1
    tails[cell] = -1
  }

  /// Whether a way from the far west to a cell's corner passes an odd number of the cell's edges. The way is moved
  /// infinitesimally north and the corner, more so, east.
  func isOdd(_ cell: Int, westOf x: Double, _ y: Double, vertices: UnsafePointer<Double>) -> Bool {
    var isOdd = false
    var chain = heads[cell]
    while chain >= 0 {
      let piece = chains[Int(chain)]
      var vertex = vertices + 2 * Int(piece.first)
      let last = vertex + 2 * Int(piece.edges)
      while vertex < last {
        let isUpward = vertex[3] > y
        if (vertex[1] > y) != isUpward,
          BorderPieces.isEast(orientation(vertex[0], vertex[1], vertex[2], vertex[3], x, y), isUpward)
        {
          isOdd.toggle()
        }
        vertex += 2
      }
      chain = piece.next
    }
    return isOdd
  }

  /// Appends twice the number of the cell's chains plus one if a way from the far west begins inside, then each chain's
  /// first vertex and its number of edges.
  func write(_ cell: Int, isInside: Bool, to words: inout [UInt32]) {
    let place = words.count
    words.append(0)
    var count: UInt32 = 0
    var chain = heads[cell]
    while chain >= 0 {
      let piece = chains[Int(chain)]
      words.append(piece.first)
      words.append(piece.edges)
      count += 1
      chain = piece.next
    }
    words[place] = count << 1 | (isInside ? 1 : 0)
  }
}
