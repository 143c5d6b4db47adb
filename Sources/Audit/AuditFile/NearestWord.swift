import Geodata

/// Finds the known word that a mistyped one was meant to be.
enum NearestWord {
  /// What is said after a word that is not known: which was meant, or all that are.
  static func hint(for word: String, among known: [String]) -> String {
    of(word, among: known).map { "did you mean \($0)?" } ?? "known: \(known.joined(separator: ", "))"
  }

  /// The nearest of `known` by edit distance, if it is near enough to be meant: at most a third of the letters differ.
  static func of(_ word: String, among known: [String]) -> String? {
    let scored = known.map { ($0, EditDistance.between(Array(word.lowercased()), Array($0.lowercased()))) }
    guard let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
    return best.1 <= max(1, (max(word.count, best.0.count) + 1) / 3) ? best.0 : nil
  }
}
