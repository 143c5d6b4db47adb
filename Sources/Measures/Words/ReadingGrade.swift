/// How many years of school a text asks for.
///
/// Kincaid J P et al. (1975), Navy Research Branch Report 8-75: 0.39·words/sentences + 11.8·syllables/words − 15.59. A
/// number is read as one word of one syllable a digit, at most three; `%` as "per cent".
public enum ReadingGrade {
  /// Flesch–Kincaid's grade; nil for a text without a word.
  public static func fleschKincaid(_ text: String) -> Double? {
    let words = words(text)
    guard !words.isEmpty else { return nil }
    let sentences = max(1, sentences(text))
    let syllables = words.reduce(0) { $0 + self.syllables($1) }
    return 0.39 * Double(words.count) / Double(sentences) + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }

  static func words(_ text: String) -> [String] {
    text.replacingPercent.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
  }

  /// Full stops, question and exclamation marks that end something; one inside a number ends nothing.
  static func sentences(_ text: String) -> Int {
    let characters = Array(text)
    return characters.indices.count { index in
      guard ".!?".contains(characters[index]) else { return false }
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      return next.isWhitespace || next == "\"" || next == "”"
    }
  }

  /// Groups of vowels, a silent e at the end left out; at least one.
  static func syllables(_ word: String) -> Int {
    let letters = Array(word.lowercased())
    if letters.allSatisfy(\.isNumber) { return min(3, letters.count) }
    var count = 0
    var inVowel = false
    for letter in letters {
      let isVowel = "aeiouyáéíóúâêîôûŵŷ".contains(letter)
      if isVowel, !inVowel { count += 1 }
      inVowel = isVowel
    }
    let endsSilent = letters.count > 2 && letters.last == "e" && letters[letters.count - 2] != "l"
    if endsSilent, let before = letters.dropLast().last, !"aeiouy".contains(before) { count -= 1 }
    return max(1, count)
  }
}

extension String {
  fileprivate var replacingPercent: String {
    reduce(into: "") { result, character in
      if character == "%" { result += " per cent" } else { result.append(character) }
    }
  }
}
