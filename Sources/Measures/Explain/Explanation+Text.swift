import Foundation

extension Explanation {
  /// For people to read.
  public var text: String {
    var lines = [title, question, "", "\(figure) = \(value)" + (shown.isEmpty ? "" : " (\(shown))")]
    lines.append("  formula   \(formula)")
    if !interval.isEmpty { lines.append("  interval  \(interval)") }
    if !test.isEmpty { lines.append("  test      \(test)") }
    for level in levels { lines.append("  level     \(level.text)") }
    lines.append("  method    \(method)")
    lines.append("  rule      \(rule)")
    if !queries.isEmpty {
      lines.append("  query     \(queries.map { "queries/\($0).sql" }.joined(separator: ", "))")
    }
    lines.append("  release   \(releaseRule)")
    for note in notes { lines.append("  note      \(note)") }
    if !parts.isEmpty { lines += ["", "components (weight × transformed rank = contribution)"] }
    for part in parts {
      let given = "\(FigureText.plain(part.weight)) × \(FigureText.plain(part.transformed))"
      let value = part.value.map { "value \(FigureText.plain($0)), " } ?? ""
      let rank = part.rank.map { "rank \(FigureText.plain($0)) of \(part.ranked), 1 = most need" }
      let place = value + (rank ?? "mean over the place's children")
      lines.append("  \(part.component): \(given) = \(FigureText.plain(part.contribution)); \(place)")
      let source = part.source.isEmpty ? "" : "; \(part.source)"
      lines.append("    \(part.title)\(source)\(part.figure.map { "; figure \($0)" } ?? "")")
    }
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
    for row in rejected { lines.append("left out of \(row.file): \(row.rows): \(row.reason)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For machines, the same bytes for the same explanation.
  public func json() throws -> String { try Self.json([self]) }

  /// One explanation as an object, several as an array.
  public static func json(_ explanations: [Explanation]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data =
      if explanations.count == 1, let one = explanations.first { try encoder.encode(one) } else {
        try encoder.encode(explanations)
      }
    return String(decoding: data, as: UTF8.self)
  }
}

extension Explanation.Level {
  /// "65 %: cannot tell, the chance that it is met is 0.34; 25 more would settle it".
  public var text: String {
    let chance = "the chance that it is met is \(FigureText.plain((probability * 10_000).rounded() / 10_000))"
    let settled = more.map { "; \($0) more would settle it" } ?? ""
    return "\(FigureText.plain(threshold * 100)) %: \(verdict), \(chance)\(settled)"
  }
}
