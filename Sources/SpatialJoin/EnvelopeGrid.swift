import Geometry

/// Finds which of many envelopes meet a given one, with a coarse grid.
struct EnvelopeGrid: Sendable {
  private let envelopes: [Envelope]
  private let grid: Grid
  /// Where each cell's envelopes begin in `entries`.
  private let starts: [Int]
  private let entries: [Int32]

  /// O(envelopes + the cells that they meet).
  init(_ envelopes: [Envelope]) {
    self.envelopes = envelopes
    var all = Envelope.empty
    var sides = 0.0
    for envelope in envelopes where !envelope.isEmpty {
      all.expand(to: envelope)
      sides += max(envelope.width, envelope.height)
    }
    let mean = sides / Double(max(1, envelopes.count))
    let fair = (max(all.width, 1e-9) * max(all.height, 1e-9) / Double(max(1, envelopes.count))).squareRoot()
    grid = Grid.over(all, size: max(mean, fair, 1e-9))
    var counts = [Int](repeating: 0, count: grid.cellCount + 1)
    for envelope in envelopes where !envelope.isEmpty {
      grid.forEachCell(meeting: envelope) { counts[$0 + 1] += 1 }
    }
    for cell in 0..<grid.cellCount { counts[cell + 1] += counts[cell] }
    starts = counts
    var entries = [Int32](repeating: 0, count: counts[grid.cellCount])
    for (index, envelope) in envelopes.enumerated() where !envelope.isEmpty {
      grid.forEachCell(meeting: envelope) {
        entries[counts[$0]] = Int32(index)
        counts[$0] += 1
      }
    }
    self.entries = entries
  }

  /// The indices of the envelopes that share a point with `envelope`, ascending.
  func meeting(_ envelope: Envelope) -> [Int] {
    guard !envelope.isEmpty else { return [] }
    var found: [Int] = []
    grid.forEachCell(meeting: envelope) { cell in
      for place in starts[cell]..<starts[cell + 1] {
        let index = Int(entries[place])
        if envelopes[index].intersects(envelope) { found.append(index) }
      }
    }
    found.sort()
    var last = -1
    found.removeAll { index in
      defer { last = index }
      return index == last
    }
    return found
  }
}

extension Grid {
  /// Calls `body` with the number of each cell that the envelope meets, row by row.
  func forEachCell(meeting envelope: Envelope, _ body: (Int) -> Void) {
    guard columns > 0, envelope.minX <= maxX, envelope.maxX >= minX, envelope.minY <= maxY, envelope.maxY >= minY
    else { return }
    let firstColumn = column(max(envelope.minX, minX))
    let lastColumn = column(min(envelope.maxX, maxX))
    for row in row(max(envelope.minY, minY))...row(min(envelope.maxY, maxY)) {
      for column in firstColumn...lastColumn { body(row * columns + column) }
    }
  }
}
