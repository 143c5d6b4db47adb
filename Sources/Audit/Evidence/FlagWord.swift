/// Yes and no as files write them.
enum FlagWord {
  static func isYes(_ text: String) -> Bool { ["yes", "y", "true", "1"].contains(text.lowercased()) }
  static func isNo(_ text: String) -> Bool { ["", "no", "n", "false", "0"].contains(text.lowercased()) }
}
