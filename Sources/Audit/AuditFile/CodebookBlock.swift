import Evidence
import Geodata

/// The words by which evidence is coded: `codebook:` in audit.yml, or a file of its own that several places' audits may
/// share or replace.
///
/// ```yaml
/// codebook: {themes: [debt, isolation], file: codebook.yml}
/// ```
/// and in codebook.yml
/// ```yaml
/// themes:
///   debt: money owed, bills that cannot be paid, benefits that do not come
///   isolation: nobody to turn to
/// sources: [parent, home-liaison-worker]
/// channels: [open-house, home-visit]
/// flows: {3: services from partners, 4: what volunteers give}
/// ```
public struct CodebookBlock: Sendable, Equatable {
  /// The codes that stand in audit.yml.
  public var codes: [Codebook.Code] = []
  /// The file that holds more; nil: none.
  public var file: String?
  /// The line of `file:`.
  var line: Int?

  private static let keys: [(key: String, kind: Codebook.Kind)] = [
    ("themes", .theme), ("sources", .source), ("channels", .channel), ("flows", .flow),
  ]

  init() {}

  init(_ block: YAMLBlock, isFile: Bool = false) throws(AuditError) {
    try block.allow(Self.keys.map(\.key) + (isFile ? [] : ["file"]))
    file = isFile ? nil : try block.text("file")
    line = block.line(of: "file")
    for (key, kind) in Self.keys {
      guard let node = block.node(key) else { continue }
      var meanings: [(code: String, meaning: String)] = []
      if node.mapping == nil {
        meanings = try block.texts(key).map { ($0, "") }
      } else if let inner = try block.block(key) {
        for code in inner.keys { meanings.append((code, try inner.text(code) ?? "")) }
      }
      for (code, meaning) in meanings {
        guard NarrativeGuard.isCode(code) else {
          throw block.error(key, "\(key): a code is one word of letters, digits and hyphens, not \"\(code)\"")
        }
        codes.append(Codebook.Code(kind, code, meaning: meaning))
      }
    }
  }

  /// The largest codebook that is read, in bytes.
  private static let sizeLimit = 1 << 18

  /// The codebook of a file.
  static func read(_ found: InputPaths.Found) throws(AuditError) -> CodebookBlock {
    guard let bytes = InputFile.bytes(of: found.url, limit: sizeLimit), bytes.count <= sizeLimit,
      let text = String(validating: bytes, as: UTF8.self)
    else { throw AuditError.file(found.name, line: nil, "is no codebook: at most 256 kB of UTF-8 text") }
    return try CodebookBlock(YAMLBlock(text: text, file: found.name), isFile: true)
  }
}
