/// Finds what somebody meant.
enum Spelling {
  /// The known word with the fewest letters to change, where it is not further than half of the word.
  static func nearest(to word: String, among known: [String]) -> String? {
    let ranked = known.map { (distance: distance(word, $0), word: $0) }
    guard let best = ranked.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else { return nil }
    return best.distance * 2 <= max(word.count, 2) ? best.word : nil
  }

  /// Levenshtein's distance. O(n·m).
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let cost = letter == other ? previous : 1 + min(previous, row[j], row[j + 1])
        previous = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
