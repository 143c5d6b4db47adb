/// Refuses text that may not leave the house, beyond what `NarrativeGuard` refuses: a number that could be somebody's
/// count, and a word that could be somebody's id.
///
/// A release prints no count that is not coarsened; a sentence that a person typed beside it must not say one. So a number
/// in digits has to be one that a coarsened count could be (a multiple of b above h), a share in steps of 5 %, a year, a
/// day or a time; and a number in words has to be such a multiple too, or part of a fraction. Number words are known in
/// English and Welsh; nothing else can be told from a text, so people still have to look.
public struct ReleasedText: Sendable {
  /// h: counts of 1…h are hidden.
  public var hide: Int
  /// b: other counts are multiples of it.
  public var base: Int
  /// Words with digits that are no ids: codes of places, labels of cycles.
  public var codes: Set<String>

  /// Makes a guard for a cycle's disclosure profile.
  public init(hide: Int, base: Int, codes: Set<String>) {
    (self.hide, self.base, self.codes) = (hide, base, codes)
  }

  /// What is wrong with a sentence; nil if nothing is.
  public func trouble(in text: String) -> String? {
    if let trouble = NarrativeGuard.trouble(inSentence: text) { return trouble.rawValue }
    return troubleOfDigits(text) ?? troubleOfWords(text)
  }

  private func troubleOfDigits(_ text: String) -> String? {
    var rest = text
    // Longer codes first: one may begin like another.
    for code in codes.sorted(by: { ($1.count, $0) < ($0.count, $1) }) where code.contains(where: \.isNumber) {
      rest = rest.replacing(code, with: " ")
    }
    rest = rest.replacing(/\b20\d\d-\d\d-\d\d\b/, with: " ").replacing(/\b([01]?\d|2[0-3])[:.][0-5]\d\b/, with: " ")
      .replacing(/\b(1[0-2]|[1-9]) ?(am|pm)\b/, with: " ")
      .replacing(Self.days, with: " ").replacing(/\b20\d\d\b/, with: " ")
    for match in rest.matches(of: /(\d+(?:\.\d+)?) ?(%|per cent|in 100\b|y cant|o bob 100\b)/) {
      guard let share = Double(match.output.1), share.remainder(dividingBy: 5) == 0 else {
        return "holds a share to the percent (\(match.output.0)), which may give a count away: say it in steps of 5 %"
      }
    }
    rest = rest.replacing(/\d+(\.\d+)? ?(%|per cent|in 100\b|y cant|o bob 100\b)/, with: " ")
    for word in rest.split(whereSeparator: { !($0.isLetter || $0.isNumber || "-_.,".contains($0)) })
    where word.contains(where: \.isNumber) {
      let word = String(word).trimmed(of: ".,-_")
      guard word.allSatisfy({ $0.isNumber || $0 == "," }) else {
        return "holds \"\(word)\", which looks like an id or a number that is not round"
      }
      guard let number = Int(word.filter { $0 != "," }), isRound(number) else {
        return "holds the number \(word), which may be a count: say a share, or a multiple of \(base) above \(hide)"
      }
    }
    return nil
  }

  private func isRound(_ number: Int) -> Bool { number > hide && number.isMultiple(of: base) }

  private func troubleOfWords(_ text: String) -> String? {
    let words = text.lowercased().split { !($0.isLetter || $0 == "'") }.map(String.init)
    for (index, word) in words.enumerated() {
      let next = words.indices.contains(index + 1) ? words[index + 1] : ""
      let isOfPeople = Self.people.contains { next.hasPrefix($0) } || next == "of"
      if ["one", "single", "un", "un'r"].contains(word), isOfPeople || next == "enrolled" {
        return "holds a small number (\"\(word) \(next)\"): say it without"
      }
      guard let number = Self.numbers[word], !Self.fractions.contains(next), !isRound(number) else { continue }
      return "holds a number that may be a count (\"\(word)\"): say a share, or a multiple of \(base) above \(hide)"
    }
    return nil
  }

  private static var days: some RegexComponent {
    /\b([12]?\d|3[01])(st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b/
  }

  private static let people = [
    "child", "famil", "parent", "mother", "father", "person", "people", "boy", "girl", "baby", "babies", "toddler",
    "household", "home", "carer", "plentyn", "blentyn", "teulu", "deulu", "rhiant", "person", "mam", "tad",
  ]

  private static let fractions: Set<String> = [
    "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "halves", "draean", "chwarter",
    "degfed",
  ]

  private static let numbers: [String: Int] = [
    "two": 2, "both": 2, "couple": 2, "pair": 2, "twins": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "zero": 0, "dau": 2, "ddau": 2,
    "dwy": 2, "ddwy": 2, "tri": 3, "dri": 3, "tair": 3, "dair": 3, "pedwar": 4, "bedwar": 4, "pedair": 4, "bedair": 4,
    "pum": 5, "pump": 5, "chwe": 6, "chwech": 6, "saith": 7, "wyth": 8, "naw": 9, "deg": 10, "ddeg": 10,
  ]
}

extension String {
  /// Without some characters at its ends.
  fileprivate func trimmed(of characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
