import Tally

/// What a release says of hidden pockets and of change, for other programs: from its coarsened counts alone, and nothing
/// of what people said, of tests, or of why a count changed.
public struct ReleasedFindings: Hashable, Sendable {
  /// The cycle's label.
  public var cycle: String
  /// The cycle before, where the release holds it.
  public var since: String?
  /// Areas that are hidden pockets whichever of its possible counts each has, sorted.
  public var pockets: [Pocket]
  /// Change by catchment and count; empty where the release holds no earlier cycle.
  public var changes: [Change]

  /// A count as a release prints it.
  public struct Shown: Hashable, Sendable {
    /// The number printed; nil: hidden, the symbol is c.
    public var printed: Int?
    /// The least it can be.
    public var low: Int
    /// The most it can be.
    public var high: Int

    /// Makes a count.
    public init(printed: Int?, low: Int, high: Int) { (self.printed, self.low, self.high) = (printed, low, high) }

    var symbol: String { printed.map { String($0) } ?? "c" }

    var words: String { low == high ? symbol : "\(symbol) (between \(low) and \(high))" }

    var json: String {
      let value = printed.map { String($0) } ?? JSONText.quoted("c")
      return "{\"value\": \(value), \"low\": \(low), \"high\": \(high)}"
    }
  }

  /// A hidden pocket.
  public struct Pocket: Hashable, Sendable {
    /// The area's code.
    public var area: String
    /// Children reached.
    public var reached: Shown
    /// Children who live there, an estimate that is published.
    public var children: Int
    /// The catchment whose other areas it was compared with; nil: the authority's.
    public var comparedWith: String?

    /// Makes a pocket.
    public init(area: String, reached: Shown, children: Int, comparedWith: String?) {
      (self.area, self.reached, self.children, self.comparedWith) = (area, reached, children, comparedWith)
    }
  }

  /// The whole change of a count: M4 − M0, never its parts.
  public struct Change: Hashable, Sendable {
    /// The catchment's code.
    public var catchment: String
    /// `enrolled`, `reached`, `sustained`.
    public var measure: String
    /// Last cycle's count.
    public var before: Shown
    /// This cycle's.
    public var after: Shown

    /// Makes a change.
    public init(catchment: String, measure: String, before: Shown, after: Shown) {
      (self.catchment, self.measure, self.before, self.after) = (catchment, measure, before, after)
    }

    /// The least and the most that it can be.
    public var bounds: ClosedRange<Int> {
      let (least, most) = (after.low - before.high, after.high - before.low)
      return min(least, most)...max(least, most)
    }
  }

  /// Makes findings.
  public init(cycle: String, since: String?, pockets: [Pocket], changes: [Change]) {
    (self.cycle, self.since, self.pockets, self.changes) = (cycle, since, pockets, changes)
  }

  /// JSON: `{"pockets": [area…], "changes": [{"catchment", "measure", "before": {"value", "low", "high"}, "after": {…},
  /// "change": {"low", "high"}}…]}`; a hidden value is "c".
  public var json: String {
    FindingsJSON.object([
      ("pockets", FindingsJSON.list(pockets.map(\.area))),
      (
        "changes",
        FindingsJSON.rows(
          changes.map { change in
            [
              ("catchment", JSONText.quoted(change.catchment)), ("measure", JSONText.quoted(change.measure)),
              ("before", change.before.json), ("after", change.after.json),
              ("change", "{\"low\": \(change.bounds.lowerBound), \"high\": \(change.bounds.upperBound)}"),
            ]
          })
      ),
    ])
  }

  /// In plain words, for a terminal.
  public var words: String {
    var lines = [
      "Release, cycle \(cycle): counts are coarsened; what people said and why a count changed is not in it."
    ]
    lines += ["", pockets.isEmpty ? "No hidden pocket can be told from these counts." : "Hidden pockets:"]
    lines += pockets.map { pocket in
      "  \(pocket.area): \(pocket.reached.words) of \(pocket.children) children reached, fewer than "
        + (pocket.comparedWith.map { "the rest of \($0)" } ?? "the other areas") + " lets expect"
    }
    guard let since else {
      return (lines + ["", "It holds no earlier cycle to compare with."]).joined(separator: "\n")
    }
    lines += ["", "Change since \(since):"]
    lines += changes.map { change in
      func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
      return "  \(change.catchment) \(change.measure): \(change.before.symbol) → \(change.after.symbol), "
        + "a change between \(signed(change.bounds.lowerBound)) and \(signed(change.bounds.upperBound))"
    }
    return lines.joined(separator: "\n")
  }
}
