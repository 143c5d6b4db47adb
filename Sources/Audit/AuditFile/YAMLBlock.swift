import Geodata
import Yams

/// One mapping of audit.yml while it is read: it knows its place in the file, which keys it may have, and says so.
struct YAMLBlock {
  /// The file's name, for messages.
  let file: String
  /// The key under which the block stands: `enrolments: columns`.
  let path: String
  /// The line on which it starts, from 1.
  let line: Int?
  private let entries: [(key: String, line: Int?, value: Node)]

  /// Opens a mapping. An empty node is an empty mapping.
  init(_ node: Node, file: String, path: String) throws(AuditError) {
    self.file = file
    self.path = path
    line = node.mark?.line
    guard let mapping = node.mapping else {
      if case .scalar(let scalar) = node, scalar.string.isEmpty {
        entries = []
        return
      }
      throw AuditError.file(
        file, line: node.mark?.line, "\(path.isEmpty ? "the file" : path) must hold \"key: value\" lines")
    }
    var entries: [(key: String, line: Int?, value: Node)] = []
    var names: Set<String> = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw AuditError.file(file, line: key.mark?.line, "\(path): a key must be a word")
      }
      guard names.insert(name).inserted else {
        throw AuditError.file(
          file, line: key.mark?.line, "\(name) stands twice under \(path.isEmpty ? "the file" : path)")
      }
      entries.append((name, key.mark?.line, value))
    }
    self.entries = entries
  }

  /// The same block without one key.
  func dropping(_ key: String) -> YAMLBlock {
    YAMLBlock(file: file, path: path, line: line, entries: entries.filter { $0.key != key })
  }

  private init(file: String, path: String, line: Int?, entries: [(key: String, line: Int?, value: Node)]) {
    (self.file, self.path, self.line, self.entries) = (file, path, line, entries)
  }

  /// The keys in the order of the file.
  var keys: [String] { entries.map(\.key) }

  /// Refuses a key that is not among the known ones, naming the nearest.
  func allow(_ known: [String]) throws(AuditError) {
    for entry in entries where !known.contains(entry.key) {
      let nearest = NearestWord.of(entry.key, among: known)
      let hint = nearest.map { "did you mean \($0)?" } ?? "known here: \(known.joined(separator: ", "))"
      let place = path.isEmpty ? "" : " under \(path)"
      throw AuditError.file(file, line: entry.line, "the key \(entry.key)\(place) is not known; \(hint)")
    }
  }

  /// An error at a key's line.
  func error(_ key: String? = nil, _ what: String) -> AuditError {
    let at = entries.first { $0.key == key }
    return AuditError.file(file, line: at?.line ?? line, what)
  }

  /// The node under a key.
  func node(_ key: String) -> Node? {
    entries.first { $0.key == key }?.value
  }

  /// The line of a key.
  func line(of key: String) -> Int? { entries.first { $0.key == key }?.line }

  /// The mapping under a key.
  func block(_ key: String) throws(AuditError) -> YAMLBlock? {
    guard let node = node(key) else { return nil }
    return try YAMLBlock(node, file: file, path: path.isEmpty ? key : "\(path): \(key)")
  }

  /// The mappings of a list under a key; none if the key is not there.
  func blocks(_ key: String) throws(AuditError) -> [YAMLBlock] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      if let scalar = node.scalar, scalar.string.isEmpty { return [] }
      throw error(key, "\(key) must be a list: lines that start with \"- \"")
    }
    var blocks: [YAMLBlock] = []
    for item in sequence {
      blocks.append(try YAMLBlock(item, file: file, path: path.isEmpty ? key : "\(path): \(key)"))
    }
    return blocks
  }

  /// The text under a key; an empty value counts as absent.
  func text(_ key: String) throws(AuditError) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else { throw error(key, "\(key) must be one value") }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  /// The text under a key that must be there.
  func required(_ key: String) throws(AuditError) -> String {
    guard let text = try text(key) else {
      throw error(nil, "\(path.isEmpty ? "the file" : path) needs \(key):")
    }
    return text
  }

  /// The texts of a list, or the one text, under a key.
  func texts(_ key: String) throws(AuditError) -> [String] {
    guard let node = node(key) else { return [] }
    if let scalar = node.scalar { return scalar.string.isEmpty ? [] : [scalar.string] }
    guard let sequence = node.sequence else { throw error(key, "\(key) must be a list") }
    var texts: [String] = []
    for item in sequence {
      guard let scalar = item.scalar else { throw error(key, "\(key) must be a list of single values") }
      texts.append(scalar.string)
    }
    return texts
  }

  /// The whole number under a key.
  func integer(_ key: String) throws(AuditError) -> Int? {
    guard let text = try text(key) else { return nil }
    guard let number = Int(text) else { throw error(key, "\(key) must be a whole number, not \"\(text)\"") }
    return number
  }

  /// The finite number under a key.
  func number(_ key: String) throws(AuditError) -> Double? {
    guard let text = try text(key) else { return nil }
    guard let number = Double(text), number.isFinite else {
      throw error(key, "\(key) must be a number, not \"\(text)\"")
    }
    return number
  }

  /// The day under a key, as yyyy-mm-dd.
  func day(_ key: String) throws(AuditError) -> Day? {
    guard let text = try text(key) else { return nil }
    guard let day = Day(iso: text) else {
      throw error(key, "\(key) must be a day written as yyyy-mm-dd, not \"\(text)\"")
    }
    return day
  }

  /// The names under a key: `columns: {child: child_id}`.
  func names(_ key: String, known: [String]?) throws(AuditError) -> [String: String] {
    guard let block = try block(key) else { return [:] }
    if let known { try block.allow(known) }
    var names: [String: String] = [:]
    for entry in block.entries {
      guard let text = try block.text(entry.key) else { continue }
      names[entry.key] = text
    }
    return names
  }
}
