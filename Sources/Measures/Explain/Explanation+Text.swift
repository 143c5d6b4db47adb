import Foundation

extension Explanation {
  /// For people to read.
  public var text: String {
    var lines = [title, question, "", "\(figure) = \(value)"]
    lines.append("  formula   \(formula)")
    if !interval.isEmpty { lines.append("  interval  \(interval)") }
    lines.append("  method    \(method)")
    lines.append("  rule      \(rule)")
    lines.append("  query     \(queries.map { "queries/\($0).sql" }.joined(separator: ", "))")
    lines.append("  release   \(releaseRule)")
    for note in notes { lines.append("  note      \(note)") }
    if !terms.isEmpty {
      lines.append("")
      lines.append("areas (weight, people, value)")
      for term in terms {
        let people = term.people.map(FigureText.plain) ?? "not known"
        let value = term.value.map { ", \(FigureText.plain($0))" } ?? ""
        lines.append("  \(term.area)  \(FigureText.plain(term.weight)), \(people)\(value)")
      }
    }
    if !files.isEmpty { lines.append("") }
    for file in files {
      let rows = file.rows.map { ", \($0) rows" } ?? ""
      let used = file.used.map { ", \($0) used" } ?? ""
      let vintage = file.vintage.isEmpty ? "" : ", \(file.vintage)"
      lines.append("file \(file.file) (\(file.role)\(vintage)\(rows)\(used))")
      if !file.sha256.isEmpty { lines.append("  sha256    \(file.sha256)") }
      if !file.reading.isEmpty { lines.append("  read as   \(file.reading)") }
      if !file.licence.isEmpty { lines.append("  licence   \(file.licence)") }
    }
    for row in rejected { lines.append("left out of \(row.file): \(row.rows) rows: \(row.reason)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For machines, the same bytes for the same explanation.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
