import Geodata

/// Finds what somebody meant.
enum Spelling {
  /// The known word with the fewest letters to change, where it is not further than half of the word.
  static func nearest(to word: String, among known: [String]) -> String? {
    let ranked = known.map { (distance: EditDistance.between(Array(word), Array($0)), word: $0) }
    guard let best = ranked.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else { return nil }
    return best.distance * 2 <= max(word.count, 2) ? best.word : nil
  }
}
