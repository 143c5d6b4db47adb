import Geodata
import Geometry
import Workspace

/// Points that stand for the population, as `population-points:` gives them: output-area centroids with their weights, or
/// each area's own population-weighted centroid.
struct PopulationPoints {
  /// The points in the analysis CRS.
  var points: [Point] = []
  /// Each point's weight; 1 where no column gives it.
  var weights: [Double] = []
  /// Each point's area as the file names it; nil where it names none, and the polygons decide.
  var areas: [String?] = []
  /// Rows in the file.
  var rowCount = 0
  /// What was assumed of the file.
  var reading = ""
  /// What is worth saying.
  var complaints: [Complaint] = []

  /// Whether the file names one point for each area: then these are the areas' centroids, for the rule best-fit, and not a
  /// population.
  var areCentroids: Bool {
    let named = areas.compactMap { $0 }
    return !named.isEmpty && named.count == areas.count && Set(named).count == named.count
  }

  /// Reads the table. A row without coordinates, or with a weight that is none, is left out and said.
  static func read(
    _ block: TableBlock, _ found: InputPaths.Found, analysisCRS: String, gridFolders: [String]
  ) throws -> PopulationPoints {
    var result = PopulationPoints()
    let table = try Table.open(TableSource(block, found))
    let places = try PlaceColumns(table, block, analysisCRS: analysisCRS, gridFolders: gridFolders)
    let area = try block.columns["area"].map { try table.index(of: $0) }
    let weight = try block.columns["weight"].map { try table.index(of: $0) }
    var without: [Int] = []
    try table.forEachRow { row in
      result.rowCount += 1
      let number = weight.map { Numeral.parse(row.bytes($0), decimal: table.decimal).value } ?? 1
      guard case .point(let point) = places.read(row), let number, number >= 0 else {
        without.append(row.number)
        return
      }
      result.points.append(point)
      result.weights.append(number)
      result.areas.append(area.map { row.text($0) })
    }
    result.reading = [table.reading, places.reading].compactMap { $0 }.joined(separator: "; ")
    if let first = without.first {
      result.complaints.append(
        Complaint(
          .warning,
          "no coordinates or no weight in \(RowList.agreeing(without.count, "row, which is", "rows, which are")) left out",
          file: found.name, row: first, count: without.count))
    }
    if result.points.isEmpty {
      throw GeodataError(
        .data, "no row gives a point", file: found.name,
        advice: "map easting: and northing:, or longitude: and latitude:, under population-points: columns:")
    }
    return result
  }
}
