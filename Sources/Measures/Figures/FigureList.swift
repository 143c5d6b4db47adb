/// Figures that are found by their id.
struct FigureList: Sendable {
  let figures: [Figure]
  private let positions: [String: Int]

  /// Takes figures in their order. O(n).
  init(_ figures: [Figure]) {
    self.figures = figures
    positions = Dictionary(figures.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// The figure of an id; nil where there is none. O(1).
  subscript(id: String) -> Figure? { positions[id].map { figures[$0] } }

  /// Figures in the order of measure, kind (area, catchment, centre, authority) and place. O(n log n).
  static func ordered(_ figures: [Figure]) -> [Figure] {
    let order = Dictionary(uniqueKeysWithValues: Figure.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    return figures.sorted { one, other in
      (one.measure, order[one.kind] ?? 0, one.place) < (other.measure, order[other.kind] ?? 0, other.place)
    }
  }
}
