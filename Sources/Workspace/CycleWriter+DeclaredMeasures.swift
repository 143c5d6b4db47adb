import Foundation

extension CycleWriter {
  /// The audit's own measures, as JSON.
  func writeDeclaredMeasures(_ content: CycleContent, _ cycle: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let inserter = try Inserter("declared_measures", ["cycle", "measure", "declaration"], in: db)
    for measure in content.declaredMeasures {
      let json = String(decoding: try encoder.encode(measure), as: UTF8.self)
      try inserter.insert([.text(cycle), .text(measure.id), .text(json)])
    }
  }
}

extension CycleReader {
  func declaredMeasures() throws -> [DeclaredMeasure] {
    guard try db.tableExists("declared_measures") else { return [] }
    let decoder = JSONDecoder()
    return try rows("SELECT declaration FROM declared_measures WHERE cycle = ? ORDER BY id") { row in
      let json: String = row[0]
      return try decoder.decode(DeclaredMeasure.self, from: Data(json.utf8))
    }
  }

  /// The paired counts; none in a release.
  func pairs() throws -> [CycleContent.PairedCount] {
    guard try db.tableExists("paired_counts") else { return [] }
    return try rows(
      """
      SELECT since, kind, place, measure, both, then_only, now_only, neither FROM paired_counts WHERE cycle = ?
      ORDER BY kind, place, measure
      """
    ) {
      .init(
        since: $0[0], kind: $0[1], place: $0[2], measure: $0[3], both: $0[4], thenOnly: $0[5], nowOnly: $0[6],
        neither: $0[7])
    }
  }
}
