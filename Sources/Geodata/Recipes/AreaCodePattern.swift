/// Whether a text is shaped like one code of a statistical area.
public enum AreaCodePattern {
  /// A letter and eight digits (GSS: `E01008703`), or an Northern Irish code of 2001–2011 (`95GG01S1`, `N00001234`).
  public static func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isDigit(_ b: UInt8) -> Bool { b >= 48 && b <= 57 }
    func isLetter(_ b: UInt8) -> Bool { (b >= 65 && b <= 90) || (b >= 97 && b <= 122) }
    if bytes.count == 9, let first = bytes.first, isLetter(first) { return bytes.dropFirst().allSatisfy(isDigit) }
    return bytes.count >= 6 && bytes.count <= 8 && bytes.prefix(2).allSatisfy(isDigit)
      && bytes[2...3].allSatisfy(isLetter) && bytes[4...5].allSatisfy(isDigit)
  }
}
