import Tally

/// What a cycle's evidence found, for other programs.
public struct Findings: Hashable, Sendable {
  /// Areas that are hidden pockets, sorted.
  public var pockets: [String]
  /// Groups that are unheard, sorted.
  public var unheard: [String]
  /// Contributors who are loud, the loudest first.
  public var loud: [String]
  /// Group columns that no voice was coded by.
  public var uncoded: [String]
  /// Change by catchment and count.
  public var changes: [CatchmentChange]
  /// Why a new audit is advised before its time.
  public var advice: [String]

  /// Makes findings.
  public init(
    pockets: [String], unheard: [String], loud: [String], uncoded: [String], changes: [CatchmentChange],
    advice: [String] = []
  ) {
    self.advice = advice
    self.pockets = pockets
    self.unheard = unheard
    self.loud = loud
    self.uncoded = uncoded
    self.changes = changes
  }

  /// JSON: `{"pockets": […], "unheard": […], "loud": […], "changes": [{"catchment", "measure", "real", "data", "boundary",
  /// "method"}…]}`; a part that is not separable is null.
  public var json: String {
    FindingsJSON.object([
      ("pockets", FindingsJSON.list(pockets)), ("unheard", FindingsJSON.list(unheard)),
      ("loud", FindingsJSON.list(loud)), ("changes", FindingsJSON.rows(changes.map { parts($0) })),
    ])
  }

  /// The same with what that form has no place for: counts before and after, group columns that nobody coded, advice.
  public var fullJSON: String {
    FindingsJSON.object([
      ("pockets", FindingsJSON.list(pockets)), ("unheard", FindingsJSON.list(unheard)),
      ("loud", FindingsJSON.list(loud)), ("uncoded", FindingsJSON.list(uncoded)),
      ("advice", FindingsJSON.list(advice)),
      (
        "changes",
        FindingsJSON.rows(
          changes.map { change in
            parts(change) + [("before", String(change.before)), ("after", String(change.after))]
          })
      ),
    ])
  }

  private func parts(_ change: CatchmentChange) -> [(key: String, value: String)] {
    func number(_ value: Int?) -> String { value.map { String($0) } ?? "null" }
    return [
      ("catchment", JSONText.quoted(change.catchment)), ("measure", JSONText.quoted(change.measure)),
      ("real", number(change.real)), ("data", number(change.data)), ("boundary", number(change.boundary)),
      ("method", number(change.method)),
    ]
  }
}

/// JSON of findings, a finding a line.
enum FindingsJSON {
  static func object(_ entries: [(key: String, value: String)]) -> String {
    "{\n" + entries.map { "  \(JSONText.quoted($0.key)): \($0.value)" }.joined(separator: ",\n") + "\n}"
  }

  static func rows(_ rows: [[(key: String, value: String)]]) -> String {
    if rows.isEmpty { return "[]" }
    let lines = rows.map { row in
      "    {" + row.map { "\(JSONText.quoted($0.key)): \($0.value)" }.joined(separator: ", ") + "}"
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n  ]"
  }

  static func list(_ texts: [String]) -> String { "[" + texts.map(JSONText.quoted).joined(separator: ", ") + "]" }
}
