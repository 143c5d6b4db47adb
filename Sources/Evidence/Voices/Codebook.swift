/// The words that evidence is coded by, as a place declares them: each place has a codebook of its own.
///
/// A kind for which nothing is declared takes every word.
public struct Codebook: Hashable, Sendable {
  /// All codes, in the order of kinds and, within one, as they were declared.
  public private(set) var codes: [Code]

  /// What a code is for.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// What is raised.
    case theme
    /// Who passed it on.
    case source
    /// How it was said.
    case channel
    /// A flow of value that an offer belongs to.
    case flow
  }

  /// A word with its meaning.
  public struct Code: Hashable, Sendable {
    /// What it is for.
    public var kind: Kind
    /// The word.
    public var code: String
    /// What it means, so that two coders code alike; may be empty.
    public var meaning: String

    /// Makes a code.
    public init(_ kind: Kind, _ code: String, meaning: String = "") {
      (self.kind, self.code, self.meaning) = (kind, code, meaning)
    }
  }

  /// Makes a codebook. Of a code that stands twice the first meaning that is not empty holds.
  public init(_ codes: [Code] = []) {
    var kept: [Code] = []
    for code in codes {
      if let index = kept.firstIndex(where: { $0.kind == code.kind && $0.code == code.code }) {
        if kept[index].meaning.isEmpty { kept[index].meaning = code.meaning }
      } else {
        kept.append(code)
      }
    }
    self.codes = Kind.allCases.flatMap { kind in kept.filter { $0.kind == kind } }
  }

  /// The words of a kind.
  public func words(_ kind: Kind) -> [String] { codes.filter { $0.kind == kind }.map(\.code) }

  /// Whether a word is declared, or nothing of its kind is.
  public func knows(_ kind: Kind, _ word: String) -> Bool {
    let words = words(kind)
    return words.isEmpty || words.contains(word)
  }

  /// What a word means; empty where nobody said.
  public func meaning(_ kind: Kind, _ word: String) -> String {
    codes.first { $0.kind == kind && $0.code == word }?.meaning ?? ""
  }
}
