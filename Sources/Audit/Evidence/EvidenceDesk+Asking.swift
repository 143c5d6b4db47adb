import Evidence
import Geodata
import Workspace

extension EvidenceDesk {
  /// Writes down what an occasion of asking cost those who were asked.
  public func add(_ burden: AskingBurden) throws {
    guard NarrativeGuard.isCode(burden.occasion) else { throw EvidenceError.notACode(field: "occasion") }
    guard burden.languages.allSatisfy(NarrativeGuard.isCode) else { throw EvidenceError.notACode(field: "languages") }
    guard burden.asked > 0 else { throw EvidenceError.impossible("somebody was asked: --asked is 1 or more") }
    try workspace.add(AskingRows.rows([burden], table: "askings_added"), cycle: cycle.label)
  }

  /// Writes down that all who were asked on an occasion were told what came of it, and gives how many they are.
  @discardableResult
  public func tell(_ occasion: String) throws -> Int {
    let burdens = try reader.burdens()
    guard let burden = burdens.first(where: { $0.occasion == occasion }) else {
      throw EvidenceError.impossible(
        burdens.isEmpty
          ? "nobody was asked in this cycle"
          : "there is no occasion \(occasion); known: \(burdens.map(\.occasion).joined(separator: ", "))")
    }
    let missing = burden.asked - (burden.told ?? 0)
    guard missing > 0 else { return burden.asked }
    // A row of nobody asked cannot carry it; the told ones are added to the occasion's own number.
    try workspace.add(
      TopicRows(
        table: "askings_told", columns: ["kind", "occasion", "told"],
        rows: [[.text(burden.kind.rawValue), .text(occasion), .integer(missing)]]), cycle: cycle.label)
    return burden.asked
  }
}

extension EvidenceReader {
  /// What asking cost people in the cycle, an occasion each: surveys, voices by channel, tests of claims.
  public func burdens() throws -> [AskingBurden] {
    let columns = AskingRows.columns
    var burdens = try workspace.records(of: "askings", columns: columns, cycle: cycle.label).compactMap(
      AskingRows.burden)
    burdens += try workspace.records(of: "askings_added", columns: columns, cycle: cycle.label)
      .compactMap(AskingRows.burden)
    // Tests of which nobody wrote down more than that they were made.
    let known = Set(burdens.filter { $0.kind == .test }.map(\.occasion))
    for test in try tests() where test.cycle == cycle.label && !known.contains(test.occasion) {
      if let burden = AskingBurden(
        kind: .test, occasion: test.occasion, asked: test.asked, answered: test.asked,
        told: test.toldBack.isEmpty ? 0 : test.asked)
      {
        burdens.append(burden)
      }
    }
    var merged = AskingBurden.merged(burdens)
    for row in try workspace.records(of: "askings_told", columns: ["kind", "occasion", "told"], cycle: cycle.label) {
      guard let told = row[2].integer,
        let index = merged.firstIndex(where: { $0.kind.rawValue == row[0].text && $0.occasion == row[1].text })
      else { continue }
      merged[index].told = min(merged[index].asked, (merged[index].told ?? 0) + told)
    }
    return merged
  }

  /// The burden of asking as a table.
  public func burdenTable() throws -> QueryResult {
    QueryResult(
      columns: ["kind", "occasion", "asked", "answered", "hours", "asked_before", "languages", "told_back"],
      rows: try burdens().map {
        [
          .text($0.kind.rawValue), .text($0.occasion), .integer($0.asked), .integer($0.answered),
          .optional($0.hours.map { ($0 * 10).rounded() / 10 }), .optional($0.askedBefore),
          .text($0.languages.joined(separator: "|")), .optional($0.told),
        ]
      })
  }
}
