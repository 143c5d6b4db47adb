extension String {
  /// The text on one line, for a terminal: a space for each control character, so that no name in a file can break the
  /// line, move the cursor or send a command to the terminal.
  public var onOneLine: String { withoutControls(but: []) }

  /// The text with a space for each control character but those that are kept.
  func withoutControls(but kept: Set<Unicode.Scalar>) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.generalCategory == .control && !kept.contains(scalar)
    }
    guard unicodeScalars.contains(where: isControl) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(isControl(scalar) ? " " : scalar) }
    return String(text)
  }
}
