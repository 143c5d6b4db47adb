import Evidence
import Workspace

/// The burden of asking as rows of tables `askings` and `askings_added`, there and back.
enum AskingRows {
  static let columns = ["kind", "occasion", "asked", "answered", "minutes", "asked_before", "languages", "told"]

  static func rows(_ burdens: [AskingBurden], table: String = "askings") -> TopicRows {
    TopicRows(
      table: table, columns: columns,
      rows: burdens.map {
        [
          .text($0.kind.rawValue), .text($0.occasion), .integer($0.asked), .integer($0.answered),
          .optional($0.minutes), .optional($0.askedBefore), .text($0.languages.joined(separator: "|")),
          .optional($0.told),
        ]
      })
  }

  static func burden(_ row: [SQLValue]) -> AskingBurden? {
    guard row.count == columns.count, let kind = AskingBurden.Kind(rawValue: row[0].text), let asked = row[2].integer,
      let answered = row[3].integer
    else { return nil }
    return AskingBurden(
      kind: kind, occasion: row[1].text, asked: asked, answered: answered, minutes: row[4].real,
      askedBefore: row[5].integer, languages: row[6].text.split(separator: "|").map { String($0) },
      told: row[7].integer)
  }
}

/// The codebook as rows of table `codebook`, there and back. `coded-by` rows are the group columns that voices carry.
enum CodebookRows {
  static let columns = ["kind", "code", "meaning"]
  static let codedBy = "coded-by"

  static func rows(_ codebook: Codebook, codedBy: [String]) -> TopicRows {
    TopicRows(
      table: "codebook", columns: columns,
      rows: codebook.codes.map { [.text($0.kind.rawValue), .text($0.code), .text($0.meaning)] }
        + codedBy.map { [.text(Self.codedBy), .text($0), .text("")] })
  }

  static func codebook(_ rows: [[SQLValue]]) -> Codebook {
    Codebook(
      rows.compactMap { row in
        Codebook.Kind(rawValue: row[0].text).map { Codebook.Code($0, row[1].text, meaning: row[2].text) }
      })
  }

  static func codedBy(_ rows: [[SQLValue]]) -> [String] { rows.filter { $0[0].text == codedBy }.map { $0[1].text } }
}
