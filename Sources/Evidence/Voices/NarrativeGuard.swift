/// Refuses text in which somebody could be found: evidence is coded, so that nobody has to be anonymised afterwards.
///
/// A code is a word of the codebook: small letters, digits, hyphens. A plan or a predicate may be a sentence, but none that
/// looks like it holds a name, a telephone number, a postcode, an address or an e-mail.
public enum NarrativeGuard {
  /// Why a text was refused.
  public enum Trouble: String, Sendable, CaseIterable {
    /// It holds an @ between words.
    case email = "looks like an e-mail address"
    /// Seven digits or more, with blanks between them or not.
    case telephone = "looks like a telephone number"
    /// A full postcode.
    case postcode = "looks like a postcode"
    /// A number before a word such as Street.
    case address = "looks like an address"
    /// A title, or two capitalised words in a row inside a sentence.
    case name = "looks like a name"
    /// Longer than a plan need be.
    case length = "is longer than 280 characters"
  }

  /// What is wrong with a sentence; nil if nothing is.
  public static func trouble(inSentence text: String) -> Trouble? {
    if text.count > 280 { return .length }
    if text.contains("@") { return .email }
    if hasTelephone(text) { return .telephone }
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-") }.map { String($0) }
    if hasPostcode(words) { return .postcode }
    if hasAddress(words) { return .address }
    if hasName(text) { return .name }
    return nil
  }

  /// Whether a text can be a code: a theme, source, channel or group.
  public static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 60
      && text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "-" || $0 == "_" }
  }

  private static func hasTelephone(_ text: String) -> Bool {
    var digits = 0
    for character in text {
      if character.isNumber { digits += 1 } else if !" -()+./".contains(character) { digits = 0 }
      // A date has eight digits with hyphens; ten or more without a letter between are a number to call.
      if digits >= 10 { return true }
    }
    return text.split { !$0.isNumber }.contains { $0.count >= 6 && !($0.count == 8 && $0.hasPrefix("20")) }
  }

  private static func hasPostcode(_ words: [String]) -> Bool {
    func isOutward(_ word: String) -> Bool {
      let letters = word.prefix { $0.isLetter }
      let rest = word.dropFirst(letters.count)
      return (1...2).contains(letters.count) && (1...2).contains(rest.count) && rest.first?.isNumber == true
        && word == word.uppercased()
    }
    func isInward(_ word: String) -> Bool {
      word.count == 3 && word.first?.isNumber == true && word.dropFirst().allSatisfy { $0.isLetter && $0.isUppercase }
    }
    if zip(words, words.dropFirst()).contains(where: { isOutward($0) && isInward($1) }) { return true }
    return words.contains {
      $0.count >= 5 && $0.count <= 7 && isOutward(String($0.dropLast(3))) && isInward(String($0.suffix(3)))
    }
  }

  private static let streets: Set<String> = [
    "street", "st", "road", "rd", "avenue", "ave", "lane", "close", "terrace", "court", "drive", "crescent", "gardens",
    "grove", "place", "square", "way", "walk", "row",
  ]

  private static func hasAddress(_ words: [String]) -> Bool {
    for (index, word) in words.enumerated() where word.first?.isNumber == true && word.count <= 5 {
      let next = words[(index + 1)...].prefix(3)
      if next.contains(where: { streets.contains($0.lowercased()) }), next.first?.first?.isUppercase == true {
        return true
      }
    }
    return false
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "mx"]

  private static func hasName(_ text: String) -> Bool {
    for sentence in text.split(whereSeparator: { ".!?;:".contains($0) }) {
      let words = sentence.split { !($0.isLetter || $0 == "'" || $0 == "-") }
      if words.contains(where: { titles.contains($0.lowercased()) && $0.first?.isUppercase == true }) { return true }
      // The first word of a sentence is always capital; two capitals in a row after it are a name or a street.
      let inner = words.dropFirst()
      for (word, next) in zip(inner, inner.dropFirst()) where isCapital(word) && isCapital(next) { return true }
    }
    return false
  }

  private static func isCapital(_ word: Substring) -> Bool {
    word.count > 1 && word.first?.isUppercase == true && word.dropFirst().contains { $0.isLowercase }
  }
}
