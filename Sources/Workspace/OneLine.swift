extension String {
  /// The text on one line, for a terminal: a space for each control character, so that no name in a file can break the
  /// line, move the cursor or send a command to the terminal.
  public var onOneLine: String {
    guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars { line.append(scalar.properties.generalCategory == .control ? " " : scalar) }
    return String(line)
  }
}
