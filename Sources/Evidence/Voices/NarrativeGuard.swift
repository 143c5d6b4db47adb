/// Refuses text in which somebody could be found: evidence is coded, so that nobody has to be anonymised afterwards.
///
/// A code is a word of the codebook: letters, digits, hyphens. A plan or a predicate may be a sentence, but none that
/// looks like it holds a name, a telephone number, a postcode, an address or an e-mail. What looks like one need not be
/// one, and a name that is no frequent one, alone and in small letters, is not known: people still have to look.
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
    /// A title, a frequent given name, or two capitalised words in a row.
    case name = "looks like a name"
    /// Longer than a plan need be.
    case length = "is longer than 280 characters"
  }

  /// What is wrong with a sentence; nil if nothing is.
  public static func trouble(inSentence text: String) -> Trouble? {
    if text.count > 280 { return .length }
    return identity(in: text)
  }

  /// Whether somebody could be found by a text, however long it is; nil if it does not look so.
  public static func identity(in text: String) -> Trouble? {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "-") }.map { String($0) }
    if hasEmail(text, words) { return .email }
    if TelephoneShape.occurs(in: text) { return .telephone }
    if AddressShape.hasPostcode(words) { return .postcode }
    if AddressShape.hasAddress(words) { return .address }
    if NameShape.occurs(in: text) { return .name }
    return nil
  }

  /// Whether a text can be a code: a theme, source, channel or group.
  public static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 60
      && text.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "-" || $0 == "_" }
      && !TelephoneShape.isNumber(text) && !AddressShape.isPostcode(text) && !NameShape.hasGivenNameOrTitle(code: text)
  }

  /// Whether a code can stand for a person: no word that begins with a capital and goes on in small letters, as names do.
  public static func isPseudonym(_ text: String) -> Bool { isCode(text) && !NameShape.isName(code: text) }

  private static func hasEmail(_ text: String, _ words: [String]) -> Bool {
    if text.contains("@") { return true }
    // "anna at example dot org"
    let small = words.map { $0.lowercased() }
    return small.indices.contains { index in
      small[index] == "at" && small[index...].dropFirst(2).first == "dot" && small[index...].count > 3
    }
  }
}

/// What telephone numbers look like.
enum TelephoneShape {
  static func occurs(in text: String) -> Bool {
    var digits = 0
    for character in withoutDates(text) {
      if character.isNumber { digits += 1 } else if !" -()+./".contains(character) { digits = 0 }
      // Ten or more without a letter between are a number to call.
      if digits >= 10 { return true }
    }
    let groups = withoutDates(text).split { !($0.isNumber || $0 == " " || $0 == "-") }
    return groups.contains { group in
      let parts = group.split { !$0.isNumber }
      // 4960123; 496 0123, a number without its area's.
      return parts.contains { $0.count >= 6 }
        || zip(parts, parts.dropFirst()).contains { $0.count == 3 && $1.count == 4 }
    }
  }

  /// Whether a code is digits such as one calls: ten or more, or seven from a nought on.
  static func isNumber(_ code: String) -> Bool {
    let digits = code.filter { $0 != "-" && $0 != "_" }
    guard digits.allSatisfy(\.isNumber) else { return false }
    return digits.count >= 10 || (digits.count >= 7 && digits.hasPrefix("0"))
  }

  /// Days as yyyy-mm-dd, and as eight digits from 20 on, are no numbers to call.
  private static func withoutDates(_ text: String) -> String {
    text.replacing(/\b20\d\d-\d\d-\d\d\b/, with: "…").replacing(/\b20\d{6}\b/, with: "…")
  }
}

/// What addresses and postcodes look like.
enum AddressShape {
  static func hasPostcode(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { isOutward($0) && isInward($1) } || words.contains(where: isPostcode)
  }

  /// Whether a word is a full postcode without its blank, or with a hyphen there.
  static func isPostcode(_ word: String) -> Bool {
    let code = word.filter { $0 != "-" && $0 != "_" }
    return (5...7).contains(code.count) && code == code.uppercased() && isOutward(String(code.dropLast(3)))
      && isInward(String(code.suffix(3)))
  }

  private static func isOutward(_ word: String) -> Bool {
    let letters = word.prefix { $0.isLetter }
    let rest = word.dropFirst(letters.count)
    return (1...2).contains(letters.count) && (1...2).contains(rest.count) && rest.first?.isNumber == true
  }

  /// A digit and two letters; C, I, K, M, O and V are never among them, and 2nd and 3rd are no ends of a postcode.
  private static func isInward(_ word: String) -> Bool {
    let letters = word.dropFirst().lowercased()
    return word.count == 3 && word.first?.isNumber == true && letters.allSatisfy { $0.isASCII && $0.isLetter }
      && !letters.contains { "cikmov".contains($0) } && !["nd", "rd", "st", "th"].contains(letters)
  }

  private static let streets: Set<String> = [
    "street", "st", "road", "rd", "avenue", "ave", "lane", "close", "terrace", "court", "drive", "crescent", "gardens",
    "grove", "place", "square", "way", "walk", "row",
  ]
  /// Those that are nothing else, even in small letters.
  private static let plain: Set<String> = ["street", "road", "rd", "avenue", "ave", "lane", "terrace", "crescent"]

  static func hasAddress(_ words: [String]) -> Bool {
    for (index, word) in words.enumerated() where word.first?.isNumber == true && word.count <= 5 {
      let next = words[(index + 1)...].prefix(3)
      if next.contains(where: { streets.contains($0.lowercased()) }), next.first?.first?.isUppercase == true {
        return true
      }
      if next.dropFirst().first.map({ plain.contains($0.lowercased()) }) ?? false { return true }
    }
    return false
  }
}
