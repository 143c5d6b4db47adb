/// What a YAML file may not hold, whatever it says: refused before a parser's stack or memory is spent on it.
enum YAMLLimits {
  /// How deep brackets may nest.
  static let depth = 32
  /// How often a part may be repeated by its name (`*name`): a few references to references unpack to gigabytes.
  static let references = 16

  /// Refuses text that goes beyond, with its line.
  static func check(_ text: String, name: String) throws(AuditError) {
    try checkDepth(text, name: name)
    try checkReferences(text, name: name)
  }

  /// Refuses brackets nested so deep that a parser's stack would end.
  private static func checkDepth(_ text: String, name: String) throws(AuditError) {
    var depth = 0
    var line = 1
    var indent = 0
    var isStart = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): (line, indent, isStart) = (line + 1, 0, true)
      case UInt8(ascii: " ") where isStart, UInt8(ascii: "-") where isStart: indent += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, isStart) = (depth + 1, false)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (depth, isStart) = (max(0, depth - 1), false)
      default: isStart = false
      }
      if depth > Self.depth || indent > 8 * Self.depth {
        throw AuditError.file(name, line: line, "nests deeper than \(Self.depth) levels")
      }
    }
  }

  /// Refuses text with more references than anybody writes. A "*" may begin one wherever a value may begin.
  private static func checkReferences(_ text: String, name: String) throws(AuditError) {
    var (count, line) = (0, 1)
    var before = UInt8(ascii: "\n")
    var isPending = false
    for byte in text.utf8 {
      if isPending, byte > 32 { count += 1 }
      guard count <= references else {
        throw AuditError.file(name, line: line, "refers to other parts (*name) more than \(references) times")
      }
      isPending = byte == UInt8(ascii: "*") && (before <= 32 || before >= 0x80 || "[{,:-?".utf8.contains(before))
      if byte == UInt8(ascii: "\n") { line += 1 }
      before = byte
    }
  }
}
