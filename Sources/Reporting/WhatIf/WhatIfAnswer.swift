import Measures
import Tally
import Workspace

/// What a proposal would change, as a table for people, CSV, JSON or a page. Of exact counts: internal in every form.
///
/// ```swift
/// let answer = WhatIfAnswer(outcome, measure: "reached.*")
/// try answer.rendered(.json).write(to: url)
/// ```
public struct WhatIfAnswer: Sendable {
  /// The forms.
  public enum Format: String, Sendable, CaseIterable {
    /// For people at a terminal.
    case table
    /// One table: figures, or people.
    case csv
    /// All of it.
    case json
    /// A page with maps.
    case html
  }

  /// What CSV holds.
  public enum Part: String, Sendable, CaseIterable {
    /// Every figure before and after.
    case figures
    /// Who lives nearer and who further, by group and decile.
    case people
  }

  let outcome: WhatIfOutcome
  let measure: String?
  let kind: Figure.Kind?
  let part: Part

  /// Prepares an answer: figures of one measure (a `*` at its end: all that begin so) and one kind of place, or all.
  public init(_ outcome: WhatIfOutcome, measure: String? = nil, kind: Figure.Kind? = nil, part: Part = .figures) {
    self.outcome = outcome
    self.measure = measure
    self.kind = kind
    self.part = part
  }

  /// The answer's bytes, marked as internal.
  public func rendered(_ format: Format, language: Language = .english) throws(ReportingError) -> RenderedPage {
    let page = Page<Exact>(document: WhatIfPage(outcome, language: language).document())
    switch format {
    case .html: return try RenderedPage(page, "html")
    case .table: return RenderedPage(internalText: text)
    case .csv: return RenderedPage(internalText: part == .people ? outcome.travel.table.csv() : figures.csv())
    case .json: return RenderedPage(internalText: json)
    }
  }

  private var figures: QueryResult { outcome.changes.table(measure: measure, kind: kind) }

  /// The measures that people at a terminal are shown where they ask for none.
  static let shown = [
    "children.count", "enrolled.count", "reached.count", "sustained.count", "enrolled.rate", "reached.rate",
    "reached-here.rate", "sustained.rate", "unreached",
  ]

  private var text: String {
    let changed = outcome.changes.table(measure: measure, kind: kind, changedOnly: true)
    let wanted = changed.rows.filter { row in
      guard measure == nil, case .text(let name) = row[0] else { return true }
      return Self.shown.contains(name)
    }
    let columns = ["measure", "kind", "place", "name", "before", "after", "change"]
    let brief = QueryResult(columns: columns, rows: wanted.map { Array($0.prefix(columns.count)) }).rounded
    var lines = [
      "INTERNAL – not for release", "\(outcome.name), \(outcome.before.cycle.label). \(WhatIfPage(outcome).title).",
    ]
    lines += outcome.rules.map { "- \($0)" }
    lines += [
      "",
      "Who would live nearer to a centre, who further (metres in a straight line to the centre of the home's catchment)",
      outcome.travel.brief.table(), "Figures that would change", brief.table(),
    ]
    if changed.rows.count > wanted.count {
      lines.append(
        "\(changed.rows.count - wanted.count) more figures would change: --format csv has all, --measure 'imd.*' shows some."
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var json: String {
    func list(_ texts: [String]) -> String {
      "[" + texts.map(JSONText.quoted).joined(separator: ", ") + "]"
    }
    func trimmed(_ result: QueryResult) -> String { String(result.json().dropLast()) }
    return """
      {
      "audience": "internal",
      "borough": \(JSONText.quoted(outcome.name)),
      "cycle": \(JSONText.quoted(outcome.before.cycle.label)),
      "closed": \(list(outcome.closed)),
      "opened": \(list(outcome.opened)),
      "rules": \(list(outcome.rules)),
      "people": \(trimmed(outcome.travel.table)),
      "figures": \(trimmed(figures))
      }

      """
  }
}
