import Foundation

/// Sentences that another room made, in English, with its numbers and names in them: what was doubted in a file, why a row
/// was left out, what speaks for a claim. A catalogue of their patterns says them in another language.
struct SentencePatterns: Sendable {
  private struct Pattern: Sendable {
    /// The words between the gaps, the first and last may be empty.
    var pieces: [String]
    /// What the other language says, with numbered gaps.
    var said: String
    /// Too few words of its own to be sure: gaps must be codes, single words or sentences that are known.
    var isBrief: Bool
  }

  private let patterns: [Pattern]

  /// From English patterns with gaps `{1}`, `{2}` … in this order to those of the language.
  init(_ catalogue: [String: String]) {
    patterns = catalogue.map { key, said in
      var pieces: [String] = []
      var rest = Substring(key)
      var number = 1
      while let gap = rest.firstRange(of: "{\(number)}") {
        pieces.append(String(rest[..<gap.lowerBound]))
        rest = rest[gap.upperBound...]
        number += 1
      }
      pieces.append(String(rest))
      return Pattern(pieces: pieces, said: said, isBrief: pieces.joined().count { $0.isLetter } < 9)
    }.sorted { left, right in
      // The pattern with most words of its own is tried first.
      let (a, b) = (left.pieces.joined(), right.pieces.joined())
      return (b.utf8.count, a) < (a.utf8.count, b)
    }
  }

  /// The sentence in the language, or several with semicolons or commas between; nil where no pattern is its own. Gaps may
  /// hold sentences that the catalogue knows. A word with a digit or without a small letter is a code and stands as it is.
  func said(_ sentence: String, depth: Int = 4) -> String? {
    let isWord = !sentence.contains(" ") && sentence.contains { $0.isNumber }
    guard sentence.contains(where: \.isLowercase), !isWord else { return sentence }
    if let said = one(sentence, depth: depth) { return said }
    for separator in ["; ", ", "] {
      let parts = sentence.components(separatedBy: separator)
      let said = parts.count > 1 ? parts.compactMap { self.said($0, depth: depth) } : []
      if !said.isEmpty, said.count == parts.count { return said.joined(separator: separator) }
    }
    return nil
  }

  private func one(_ sentence: String, depth: Int) -> String? {
    for pattern in patterns {
      guard let gaps = Self.gaps(of: sentence, between: pattern.pieces) else { continue }
      let known = gaps.map { gap in depth > 0 ? said(gap, depth: depth - 1) : nil }
      guard !pattern.isBrief || zip(gaps, known).allSatisfy({ $1 != nil || !$0.contains(" ") }) else { continue }
      let filled = zip(gaps, known).map { $1 ?? $0 }
      return Phrase(key: pattern.said, arguments: filled).filled(into: pattern.said)
    }
    return nil
  }

  private static func gaps(of sentence: String, between pieces: [String]) -> [String]? {
    guard pieces.count > 1 else { return pieces[0] == sentence ? [] : nil }
    guard sentence.hasPrefix(pieces[0]) else { return nil }
    var rest = sentence.dropFirst(pieces[0].count)
    var gaps: [String] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 {
        guard rest.hasSuffix(piece), rest.count > piece.count else { return nil }
        gaps.append(String(rest.dropLast(piece.count)))
      } else {
        guard let found = rest.firstRange(of: piece), found.lowerBound > rest.startIndex else { return nil }
        gaps.append(String(rest[..<found.lowerBound]))
        rest = rest[found.upperBound...]
      }
    }
    return gaps
  }
}
