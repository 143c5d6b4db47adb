import Geodata
import Geometry

/// Notices coordinates whose two columns are exchanged: outside the borough as they stand, inside it the other way.
struct AxisCheck {
  /// The areas' envelope with a margin, in the analysis CRS.
  let surroundings: Envelope
  private var rows = 0
  private var exchanged: [Int] = []

  /// A margin that holds children who live in the next borough, in metres.
  private static let margin = 20_000.0

  /// Checks against the areas' envelope.
  init(outline: Envelope) {
    surroundings = outline.padded(by: Self.margin)
  }

  /// Looks at a row that has coordinates.
  mutating func look(_ row: TableRow, _ reading: PlaceColumns.Reading, _ place: PlaceColumns) {
    switch reading {
    case .blank: return
    case .point(let point) where surroundings.contains(point): rows += 1
    default:
      rows += 1
      if let other = place.readExchanged(row), surroundings.contains(other) { exchanged.append(row.number) }
    }
  }

  /// Refuses a table in which most rows are exchanged; names the rows where a few are.
  func verdict(file: String, names: String, advice: String) throws(GeodataError) -> Complaint? {
    guard let first = exchanged.first else { return nil }
    let what =
      "\(names) look exchanged (swapped axis order) in \(RowList.words(exchanged.count, first: Array(exchanged.prefix(3)))): "
      + "as they stand the places lie far outside the areas"
    if exchanged.count * 2 > rows {
      throw GeodataError(.data, what, file: file, row: first, advice: advice, count: exchanged.count)
    }
    return Complaint(.warning, what, file: file, row: first, advice: "mend those rows", count: exchanged.count)
  }
}
