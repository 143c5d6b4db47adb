import Measures
import Tally

/// Writes counts as a workspace of one confidentiality may show them (measures.md, Disclosure, 3).
///
/// Exact counts are whole numbers. Coarsened ones are written to the nearest b, half up; one whose most is 1…h is `c`.
struct CountWords: Sendable {
  /// The writer of numbers.
  let say: Words
  /// h; 0 where counts are exact.
  let hide: Int
  /// b; 1 where counts are exact.
  let base: Int

  /// Whether counts are coarsened.
  var isCoarse: Bool { base > 1 || hide > 0 }

  /// Whether the count is shown as the symbol `c`.
  func isHidden(_ count: Count) -> Bool { shown(count) == nil }

  /// The number that is shown: value to the nearest b; nil where hidden.
  func shown(_ count: Count) -> Int? { CountText(hide: hide, base: base).number(count) }

  /// 213, `c`, or 220.
  func text(_ count: Count) -> String { shown(count).map { say.number($0) } ?? "c" }

  /// "213"; "about 220 (between 202 and 242)"; "between 1 and 4".
  func long(_ count: Count) -> String {
    if count.isExact { return text(count) }
    let low = say.number(count.low)
    let high = say.number(count.high)
    guard !isHidden(count) else { return say("between \(low) and \(high)") }
    return say("about \(text(count)) (between \(low) and \(high))")
  }

  /// The cell of a table: text, the shown number and its bounds.
  func cell(_ count: Count?, figure: String? = nil) -> Cell {
    guard let count else { return Cell("w") }
    return Cell(
      text(count), number: shown(count).map(Double.init), low: count.isExact ? nil : Double(count.low),
      high: count.isExact ? nil : Double(count.high), figure: figure)
  }
}
