import Evidence
import Workspace

/// The declared triggers of a re-audit as rows of table `triggers`.
enum TriggerRows {
  static let columns = ["name", "value"]

  static func rows(_ triggers: [String: Double]) -> TopicRows {
    TopicRows(
      table: "triggers", columns: columns,
      rows: triggers.sorted { $0.key < $1.key }.map { [.text($0.key), .real($0.value)] })
  }

  static func triggers(_ rows: [[SQLValue]]) -> ReauditTriggers? {
    var declared: [String: Double] = [:]
    for row in rows { declared[row[0].text] = row[1].real }
    return ReauditTriggers(declared)
  }
}
