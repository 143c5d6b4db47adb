/// What names of people look like.
enum NameShape {
  /// Whether a sentence holds a title, a frequent given name, or two capitalised words in a row that are no institution.
  static func occurs(in text: String) -> Bool {
    for sentence in text.split(whereSeparator: { ".!?;:".contains($0) }) {
      let words = sentence.split { !($0.isLetter || $0 == "'" || $0 == "’" || $0 == "-") }
      for (index, word) in words.enumerated() {
        // St Mary's is a school or a church.
        let isSaint = index > 0 && ["st", "saint"].contains(words[index - 1].lowercased())
        if isTitle(word) || (isGivenName(word) && !isSaint) { return true }
      }
      for (index, pair) in zip(words, words.dropFirst()).enumerated()
      where isCapital(pair.0) && isCapital(pair.1) {
        // A sentence begins with a capital: its first word is of a name only if it is no word that sentences begin with.
        if index == 0 && openings.contains(pair.0.lowercased()) { continue }
        if isInstitution(pair.0) || isInstitution(pair.1) || isInstitution(words.dropFirst(index + 2).first) {
          continue
        }
        return true
      }
    }
    return false
  }

  /// Whether a code holds a title or a frequent given name: mrs-patel, anna-k.
  static func hasGivenNameOrTitle(code: String) -> Bool {
    // A title stands before a name; alone mr is Marathi.
    let parts = parts(of: code)
    return parts.contains(where: GivenNames.contains)
      || (parts.count > 1 && parts.first.map { titles.contains($0.lowercased()) } ?? false)
  }

  /// Whether a code is words with a capital and small letters after it and nothing else: Kowalska, AnnaKowalska.
  static func isName(code: String) -> Bool {
    let parts = parts(of: code)
    return parts.contains(where: isCapital)
      && parts.allSatisfy { isCapital($0) || ($0.count == 1 && $0.first?.isUppercase == true) }
  }

  /// A code's words: between hyphens, and where a capital follows a small letter.
  private static func parts(of code: String) -> [Substring] {
    code.split { $0 == "-" || $0 == "_" }.flatMap { word in
      var parts: [Substring] = []
      var start = word.startIndex
      for (index, next) in zip(word.indices, word.indices.dropFirst())
      where word[index].isLowercase && word[next].isUppercase {
        parts.append(word[start..<next])
        start = next
      }
      return parts + [word[start...]]
    }
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "mx"]

  private static func isTitle(_ word: Substring) -> Bool {
    titles.contains(word.lowercased()) && word.first?.isUppercase == true
  }

  private static func isGivenName(_ word: Substring) -> Bool {
    guard word.first?.isUppercase == true else { return false }
    let stem = ["'s", "’s"].first { word.hasSuffix($0) }.map { word.dropLast($0.count) } ?? word
    return stem.split(separator: "-").contains { GivenNames.contains($0) }
  }

  private static func isCapital(_ word: Substring) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().contains { $0.isLowercase }
      && word.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
  }

  /// Words that a plan begins with.
  private static let openings: Set<String> = [
    "a", "after", "all", "any", "ask", "at", "before", "both", "by", "children", "during", "each", "every", "families",
    "fathers", "few", "fewer", "for", "from", "go", "half", "if", "in", "leaflets", "less", "many", "meet", "more",
    "most",
    "mothers", "new", "no", "none", "of", "on", "one", "only", "open", "our", "parents", "people", "phone", "put",
    "see",
    "some", "speak", "talk", "tell", "that", "the", "their", "then", "these", "they", "this", "those", "through", "two",
    "use", "via", "visit", "we", "when", "where", "who", "with", "write",
  ]

  /// Words that make what they stand beside an institution, a language or a day.
  private static let institutions: Set<String> = [
    "academy", "advice", "arabic", "association", "bank", "bengali", "bureau", "centre", "charity", "children's",
    "christmas",
    "church", "citizens", "clinic", "club", "college", "community", "council", "easter", "eid", "english", "families",
    "family",
    "fathers", "festival", "friday", "group", "groups", "gurdwara", "hall", "health", "home", "homestart", "hospital",
    "housing", "hub", "library", "local",
    "market", "meeting", "monday", "mosque", "mothers", "nursery", "panjabi", "parents", "park", "partnership", "play",
    "polish", "primary",
    "punjabi", "ramadan", "roma", "romanian", "saturday", "school", "secondary", "service", "services", "somali", "st",
    "start", "sunday", "sure", "surgery", "synagogue", "team", "temple", "thursday", "traveller", "trust", "tuesday",
    "turkish", "ukrainian", "union", "urdu", "visitor", "visitors", "wednesday", "welsh", "youth",
  ]

  private static func isInstitution(_ word: Substring?) -> Bool {
    guard let word else { return false }
    return institutions.contains(word.lowercased().replacing("’", with: "'"))
  }
}
