import Cryptography

/// The name of a choice of places in the ids of figures: a digest of what was named or drawn, so that an id tells whether
/// the same places are meant when it is explained.
public enum ChosenMark {
  private static let prefix = "chosen-"

  /// Twelve digits of SHA-256 of what was chosen: the codes, the ring, or the file's own digest, and what it is made of.
  public static func of(_ choice: String) -> String {
    // Without a digest (out of memory in the library) the choice is named by its length: explain then finds it all the same.
    let digest = (try? SHA256Digest(ofText: choice))?.hexadecimal ?? String(choice.utf8.count)
    return prefix + digest.prefix(12)
  }

  /// Whether a place of an id is one that somebody chose.
  public static func isOfChoice(place: String) -> Bool {
    let digits = place.dropFirst(prefix.count).prefix { $0 != "." }
    return place.hasPrefix(prefix) && digits.count == 12 && digits.allSatisfy(\.isHexDigit)
  }

  /// The place of a figure's id `measure@place@cycle`; nil where it is none.
  public static func place(ofFigure id: String) -> String? {
    guard let first = id.firstIndex(of: "@"), let last = id.lastIndex(of: "@"), first < last else { return nil }
    return String(id[id.index(after: first)..<last])
  }
}
